import * as vscode from 'vscode';
import type { AddSourceResult, SourceTexts } from '../../server/protocol';
import type { Client } from '../client';
import { activeBrief, makeSource, select, uncheckedMarkdown, whyUnknown } from './documentEdits';

/** The brief that sources are added to. Null, and the user is told why, where there is none: nobody is asked for a source then. */
export async function briefOfSources(client: Client): Promise<vscode.TextEditor | null> {
  const editor = activeBrief(vscode.l10n.t('Open a brief first: a source is added to its list.'));
  if (editor?.document.languageId !== 'markdown' || (await client.sources(editor.document.uri))) return editor;
  vscode.window.showInformationMessage(uncheckedMarkdown());
  return null;
}

/** How often the server is asked again, because somebody went on typing. */
const MOST_TRIES = 3;

/**
 * Declares a source where its brief keeps its sources, or in the library of its folder, and selects its title. Where it is there already,
 * that is selected instead.
 *
 * @param written its address, DOI or title
 * @param source what else is known of it
 * @returns false where nothing was added, and the user was told why
 */
export async function declareSource(
  client: Client,
  editor: vscode.TextEditor,
  written: string,
  source?: SourceTexts,
): Promise<boolean> {
  for (let tries = 0; tries < MOST_TRIES; tries++) {
    const result = await client.addSource(editor.document.uri, written, source, editor.selection);
    if (result?.kind === 'added') {
      if (await makeSource(editor, result.source, result.version)) return true;
      continue;
    }
    if (result?.kind === 'known') {
      await sayKnown(editor, result);
      return false;
    }
    vscode.window.showInformationMessage(
      result
        ? noPlace()
        : whyUnknown(editor.document, vscode.l10n.t('This brief is not checked, so that no source can be added.')),
    );
    return false;
  }
  vscode.window.showInformationMessage(
    vscode.l10n.t('The text has changed meanwhile, so that nothing was added. Try again.'),
  );
  return false;
}

/** Selects the source of a brief that has this address or DOI already; false where none has. */
export async function selectKnown(client: Client, editor: vscode.TextEditor, written: string): Promise<boolean> {
  const result = await client.addSource(editor.document.uri, written);
  if (result?.kind !== 'known') return false;
  await sayKnown(editor, result);
  return true;
}

/** Shows the source where it is, which may be a file of the library. */
async function sayKnown(
  editor: vscode.TextEditor,
  { citation, range, uri }: Extract<AddSourceResult, { kind: 'known' }>,
): Promise<void> {
  const shown =
    uri === undefined
      ? await vscode.window.showTextDocument(editor.document, editor.viewColumn)
      : await vscode.window.showTextDocument(vscode.Uri.parse(uri));
  select(shown, range);
  vscode.window.showInformationMessage(vscode.l10n.t('{0} has this address already.', citation));
}

function noPlace(): string {
  return vscode.l10n.t(
    'There is no place for a source: a block at the end of this brief is not closed. Close it first.',
  );
}
