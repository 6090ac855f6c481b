import * as vscode from 'vscode';
import { recognize } from '../../lookUps/recognize';
import type { SourceTexts } from '../../server/protocol';
import type { Client } from '../client';
import { briefOfSources, declareSource, selectKnown } from '../commands/declareSource';
import type { LocalCopy } from '../commands/newCopy';
import { askForSource } from './askForSource';
import { keepText } from './localCopy';
import type { LookUps } from './lookUps';

/**
 * Declares a source in the active brief, by the address, number, title or file that the user gives, and selects its title. The
 * address in the clipboard is offered. Nothing is looked up unless the user picks that.
 */
export async function addSource(client: Client, lookUps: LookUps): Promise<void> {
  const editor = await briefOfSources(client);
  if (!editor) return;
  const wanted = await askForSource(await namedInClipboard(), lookUps.isAvailable);
  if (!wanted) return;
  if (wanted === 'zotero') {
    await vscode.commands.executeCommand('brief.addSourceFromZotero');
    return;
  }
  if (wanted === 'file') {
    await (await import('../commands/addSourceFromFile')).addSourceFromFile(client, undefined);
    return;
  }
  const { written, subject } = wanted;
  // Nobody is asked about a source that is there.
  if (subject && (await selectKnown(client, editor, written))) return;
  const found = subject ? await lookUps.lookUp(subject) : 'plain';
  if (found === null) return;
  if (found === 'plain') {
    await declareSource(client, editor, written);
    return;
  }
  let copy: LocalCopy | null | 'give up' = null;
  try {
    copy = await keepText(editor.document.uri, found);
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    vscode.window.showErrorMessage(vscode.l10n.t('The text was not kept: {0}', reason));
  }
  if (copy === 'give up') return;
  const source: SourceTexts = copy ? { ...found.source, text: copy.path } : found.source;
  const isAdded = await declareSource(client, editor, written, source);
  // A copy that nothing names would be left behind.
  if (copy && !isAdded) await vscode.workspace.fs.delete(copy.uri);
}

/** In a browser, the clipboard waits for the user to say yes: the question for the source does not. */
const MOST_WAIT_MS = 500;

async function namedInClipboard(): Promise<string> {
  const late = new Promise<string>((done) => setTimeout(() => done(''), MOST_WAIT_MS));
  const text = (await Promise.race([vscode.env.clipboard.readText(), late])).trim();
  return recognize(text) ? text : '';
}
