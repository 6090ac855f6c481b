import * as vscode from 'vscode';
import type { Client } from '../client';
import { activeBrief, makeEdits, select } from './documentEdits';

/** How often the server is asked again, because somebody went on typing. */
const MOST_TRIES = 3;

/**
 * Declares a source in the active brief, by the address or title that the user gives, and selects its title. The address
 * in the clipboard is offered. Nothing is fetched.
 */
export async function addSource(client: Client): Promise<void> {
  const editor = activeBrief(vscode.l10n.t('Open a brief first: a source is added to its list.'));
  if (!editor) return;
  const written = await vscode.window.showInputBox({
    title: vscode.l10n.t('Add Source'),
    prompt: vscode.l10n.t('The address, the DOI or the title of the source'),
    placeHolder: 'https://example.org/report',
    value: await addressInClipboard(),
  });
  if (written === undefined) return;
  for (let tries = 0; tries < MOST_TRIES; tries++) {
    const result = await client.addSource(editor.document.uri, written);
    if (result?.kind === 'added') {
      if (!(await makeEdits(editor, result.source.edits, result.version))) continue;
      await vscode.window.showTextDocument(editor.document, editor.viewColumn);
      return select(editor, result.source.title);
    }
    if (result?.kind === 'known') select(editor, result.range);
    const known = result?.kind === 'known' ? vscode.l10n.t('{0} has this address already.', result.citation) : null;
    vscode.window.showInformationMessage(
      known ?? (result ? noPlace() : vscode.l10n.t('This brief is not checked, so that no source can be added.')),
    );
    return;
  }
  vscode.window.showInformationMessage(
    vscode.l10n.t('The text has changed meanwhile, so that nothing was added. Try again.'),
  );
}

function noPlace(): string {
  return vscode.l10n.t(
    'There is no place for a source: a block at the end of this brief is not closed. Close it first.',
  );
}

/** Longer texts than this are no address. */
const LONGEST = 2000;

async function addressInClipboard(): Promise<string> {
  const text = (await vscode.env.clipboard.readText()).trim();
  return text.length <= LONGEST && /^(?:https?:\/\/\S+|(?:doi:\s*)?10\.\d{4,9}\/\S+)$/i.test(text) ? text : '';
}
