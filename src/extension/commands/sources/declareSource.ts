import * as vscode from 'vscode';
import type { AddSourceResult, SourceTexts } from '../../../server/protocol';
import type { Client } from '../../client';
import { inform } from '../../client/messages';
import type { ActiveBrief } from '../../sources/activeBrief';
import { makeEdits, makeSource, select, uncheckedMarkdown, whyUnknown } from '../documentEdits';
import { besideBrief } from './newCopy';

/**
 * Returns the editor of the brief that sources are added to. If there is none, returns null and says why, so that the user
 * isn't asked for a source.
 */
export async function briefOfSources(client: Client, active: ActiveBrief): Promise<vscode.TextEditor | null> {
  const editor = await active.editor(vscode.l10n.t('Open a brief first: a source is added to its list.'));
  if (editor?.document.languageId !== 'markdown' || (await client.sources(editor.document.uri))) return editor;
  inform(uncheckedMarkdown());
  return null;
}

/** The files that a new source was written to. */
export interface Declared {
  /** Its file in the library; null if the brief declares it. */
  readonly file: vscode.Uri | null;
  /** Its local copy; null if it has none. */
  readonly copy: vscode.Uri | null;
}

/** Most requests for one command. A request is repeated if the user typed meanwhile. */
const MOST_TRIES = 3;

/**
 * Declares a source where its brief keeps its sources, or in the library of its folder, and selects its title. If the source is
 * there already, selects that one.
 *
 * @param written its address, DOI or title
 * @param source its other known details
 * @param copyText text of the local copy that the source names, if the copy is to be written
 * @returns null if nothing was added, and the user was told why
 * @throws Error if the copy can't be written
 */
export async function declareSource(
  client: Client,
  editor: vscode.TextEditor,
  written: string,
  source?: SourceTexts,
  copyText?: string,
): Promise<Declared | null> {
  const beside = source?.text === undefined ? null : besideBrief(editor.document.uri, source.text);
  const copy = beside && copyText !== undefined ? { uri: beside, text: copyText } : undefined;
  for (let tries = 0; tries < MOST_TRIES; tries++) {
    const result = await client.addSource(editor.document.uri, written, source, editor.selection);
    if (result?.kind === 'added') {
      const { file } = result.source;
      if (!(await makeSource(editor, result.source, result.version, copy))) continue;
      return {
        file: file ? vscode.Uri.parse(file.uri) : null,
        copy: file?.copy ? vscode.Uri.parse(file.copy.to) : beside,
      };
    }
    if (result?.kind === 'known') {
      await sayKnown(editor, result);
      return null;
    }
    inform(
      result
        ? noPlace()
        : whyUnknown(editor.document, vscode.l10n.t('This brief is not checked, so no source can be added.')),
    );
    return null;
  }
  inform(vscode.l10n.t('Nothing was added, because the text has changed meanwhile. Try again.'));
  return null;
}

/** Selects the source of a brief that has this address or DOI already; returns false if there is none. */
export async function selectKnown(client: Client, editor: vscode.TextEditor, written: string): Promise<boolean> {
  const result = await client.addSource(editor.document.uri, written, undefined, editor.selection);
  if (result?.kind !== 'known') return false;
  await sayKnown(editor, result);
  return true;
}

/**
 * Shows the known source, which may be in a file of the library. If the cursor is in an empty bracket, cites it there instead.
 */
async function sayKnown(
  editor: vscode.TextEditor,
  { citation, range, uri, cite }: Extract<AddSourceResult, { kind: 'known' }>,
): Promise<void> {
  const says = vscode.l10n.t('{0} already has this address.', citation);
  if (cite && (await makeEdits(editor, cite.edits, cite.version))) {
    inform(says);
    return;
  }
  const shown =
    uri === undefined
      ? await vscode.window.showTextDocument(editor.document, editor.viewColumn)
      : await vscode.window.showTextDocument(vscode.Uri.parse(uri));
  select(shown, range);
  inform(says);
}

function noPlace(): string {
  return vscode.l10n.t(
    'There is no place for a source: a block at the end of this brief is not closed. Close it first.',
  );
}
