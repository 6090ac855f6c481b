import * as vscode from 'vscode';
import { recognize } from '../../lookUps/recognize';
import type { Client } from '../client';
import { fail } from '../client/messages';
import { briefOfSources, declareSource, selectKnown } from '../commands/sources/declareSource';
import type { ActiveBrief } from '../sources/activeBrief';
import { askForSource } from './askForSource';
import { askForText } from './localCopy';
import type { LookUps } from './lookUps';

/**
 * Declares a source in the active brief, by the address, number, title or file that the user gives, and selects its title. An
 * address in the clipboard is offered. Nothing is looked up unless the user picks that.
 */
export async function addSource(client: Client, active: ActiveBrief, lookUps: LookUps): Promise<void> {
  const editor = await briefOfSources(client, active);
  if (!editor) return;
  const wanted = await askForSource(await namedInClipboard(), lookUps.isAvailable);
  if (!wanted) return;
  if (wanted === 'zotero') {
    await vscode.commands.executeCommand('brief.addSourceFromZotero');
    return;
  }
  if (wanted === 'file') {
    await (await import('../commands/sources/addSourceFromFile')).addSourceFromFile(client, active, undefined);
    return;
  }
  const { written, subject } = wanted;
  // A source that the brief has already isn't looked up.
  if (subject && (await selectKnown(client, editor, written))) return;
  const found = subject ? await lookUps.lookUp(subject) : 'plain';
  if (found === null) return;
  if (found === 'plain') {
    await declareSource(client, editor, written);
    return;
  }
  const copy = await askForText(client, editor.document.uri, written, found);
  if (copy === 'give up') return;
  if (copy) {
    try {
      await declareSource(client, editor, written, { ...found.source, text: copy.path }, copy.text);
      return;
    } catch (error) {
      const reason = error instanceof Error ? error.message : String(error);
      fail(vscode.l10n.t('The text was not saved: {0}', reason));
    }
  }
  await declareSource(client, editor, written, found.source);
}

/**
 * Longest wait for the clipboard, in milliseconds; a busy machine takes long. In a browser, it waits for the user's permission. The question
 * for the source doesn't.
 */
const MOST_WAIT_MS = 1500;

async function namedInClipboard(): Promise<string> {
  const late = new Promise<string>((done) => setTimeout(() => done(''), MOST_WAIT_MS));
  const text = (await Promise.race([vscode.env.clipboard.readText(), late])).trim();
  return recognize(text) ? text : '';
}
