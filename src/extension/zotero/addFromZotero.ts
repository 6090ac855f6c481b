import * as vscode from 'vscode';
import type { Zotero } from '../../lookUps';
import type { FoundSource, ZoteroContent } from '../../lookUps/contract';
import type { Bundles } from '../bundles';
import type { Client } from '../client';
import { briefOfSources, declareSource } from '../commands/sources/declareSource';
import type { ActiveBrief } from '../sources/activeBrief';
import { contentOf, offerHighlights } from './addHighlights';
import { agrees, isTold, readyZotero, sayUnreadable } from './ask';
import { pickItem } from './pickItem';

/**
 * Declares items of the user's Zotero library in the active brief: an item that is searched for here, with the highlights that are
 * wanted of it; or several from Zotero's own picker, if only that is available. Only this machine is asked.
 *
 * @param agreed whether the user has agreed to that before
 * @returns whether the user has agreed now
 */
export async function addFromZotero(
  client: Client,
  active: ActiveBrief,
  bundles: Bundles,
  agreed: boolean,
): Promise<boolean> {
  const editor = await briefOfSources(client, active);
  if (!editor || (!agreed && !(await agrees()))) return agreed;
  const [{ request }, { createZotero }] = await Promise.all([bundles.network(), bundles.lookUps()]);
  const zotero = createZotero(request);
  try {
    const how = await readyZotero(zotero, true);
    if (how === 'search') await addFound(client, editor, zotero);
    for (const source of how === 'picker' ? await pickInZotero(zotero) : []) await declare(client, editor, source);
  } catch (error) {
    if (!isTold(error)) throw error;
    sayUnreadable(error);
  }
  return true;
}

/** The item that the user picks, with the key of its PDF; then its highlights are offered. */
async function addFound(client: Client, editor: vscode.TextEditor, zotero: Zotero): Promise<void> {
  const item = await pickItem(zotero);
  if (!item) return;
  const key = item.zotero;
  const content = key === undefined ? null : await contentIfAny(zotero, key);
  const keys = key === undefined || !content?.pdf ? key : `${key}/${content.pdf}`;
  const isDeclared = await declare(client, editor, { ...item, ...(keys === undefined ? {} : { zotero: keys }) });
  if (isDeclared && content && hasMore(content)) {
    const listed = (await client.sources(editor.document.uri))?.sources.find(({ zotero: own }) => own === key);
    if (listed) await offerHighlights(client, editor, listed, content);
  }
}

/** An item is added whether or not its highlights can be read. */
async function contentIfAny(zotero: Zotero, key: string): Promise<ZoteroContent | null> {
  try {
    return await contentOf(zotero, key);
  } catch (error) {
    if (!isTold(error)) throw error;
    return null;
  }
}

function hasMore({ passages, text }: ZoteroContent): boolean {
  return passages.length > 0 || text !== null;
}

async function declare(client: Client, editor: vscode.TextEditor, source: FoundSource): Promise<boolean> {
  const written = source.doi ?? source.url ?? source.title ?? '';
  return (await declareSource(client, editor, written, source)) !== null;
}

function pickInZotero(zotero: Zotero): Thenable<readonly FoundSource[]> {
  const title = vscode.l10n.t('Pick sources in the Zotero window');
  return vscode.window.withProgress(
    { location: vscode.ProgressLocation.Notification, title, cancellable: true },
    (_progress, token) => {
      const cancel = new AbortController();
      token.onCancellationRequested(() => cancel.abort());
      return zotero.pick(cancel.signal);
    },
  );
}
