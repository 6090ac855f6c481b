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
  const editor = activeBrief('a source is added to its list.');
  if (!editor) return;
  const written = await vscode.window.showInputBox({
    title: 'Add Source',
    prompt: 'The address, the DOI or the title of the source',
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
    const known = result?.kind === 'known' ? `${result.citation} has this address already.` : null;
    vscode.window.showInformationMessage(
      known ?? (result ? NO_PLACE : 'This brief is not checked, so that no source can be added.'),
    );
    return;
  }
  vscode.window.showInformationMessage('The text has changed meanwhile, so that nothing was added. Try again.');
}

const NO_PLACE = 'There is no place for a source: a block at the end of this brief is not closed. Close it first.';

/** Longer texts than this are no address. */
const LONGEST = 2000;

async function addressInClipboard(): Promise<string> {
  const text = (await vscode.env.clipboard.readText()).trim();
  return text.length <= LONGEST && /^(?:https?:\/\/\S+|(?:doi:\s*)?10\.\d{4,9}\/\S+)$/i.test(text) ? text : '';
}
