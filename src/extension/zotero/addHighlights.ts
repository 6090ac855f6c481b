import * as vscode from 'vscode';
import type { Zotero } from '../../lookUps';
import type { ZoteroContent } from '../../lookUps/contract';
import type { ListedSource } from '../../server/protocol';
import type { Bundles } from '../bundles';
import type { Client } from '../client';
import { fail, inform } from '../client/messages';
import { makeEdits } from '../commands/documentEdits';
import { briefOfSources } from '../commands/sources/declareSource';
import { besideBrief, freePath, writeNew } from '../commands/sources/newCopy';
import type { ActiveBrief } from '../sources/activeBrief';
import { hasCopy } from '../sources/rows';
import { agrees, isTold, readyZotero, sayUnreadable } from './ask';
import { pickPassages } from './pickPassages';

/**
 * Adds highlights and notes of a source that has its key in Zotero, and its full text as a local copy. Only this machine is
 * asked, and nothing is written in Zotero.
 *
 * @param agreed true if the user has already agreed to ask Zotero
 * @param wanted the id of the source; without it, the user picks one
 * @returns true if the user has agreed by now
 */
export async function addHighlights(
  client: Client,
  active: ActiveBrief,
  bundles: Bundles,
  agreed: boolean,
  wanted: string | null,
): Promise<boolean> {
  const editor = await briefOfSources(client, active);
  const source = editor && (await sourceWithKey(client, editor, wanted));
  if (!editor || !source || (!agreed && !(await agrees()))) return agreed;
  const [{ request }, { createZotero }] = await Promise.all([bundles.network(), bundles.lookUps()]);
  const zotero = createZotero(request);
  try {
    if (!(await readyZotero(zotero))) return true;
    await offerHighlights(client, editor, source, await contentOf(zotero, source.zotero ?? ''));
  } catch (error) {
    if (!isTold(error)) throw error;
    sayUnreadable(error);
  }
  return true;
}

/**
 * Returns the wanted source, or lets the user pick one of those that have a key. Returns null if there is none, and says so.
 */
async function sourceWithKey(
  client: Client,
  { document }: vscode.TextEditor,
  wanted: string | null,
): Promise<ListedSource | null> {
  const listed = (await client.sources(document.uri))?.sources ?? [];
  const withKeys = listed.filter(({ zotero }) => zotero !== null);
  const [first] = wanted === null ? withKeys : withKeys.filter(({ id }) => id === wanted);
  if (!first)
    inform(vscode.l10n.t('No source of this brief has a Zotero key. Add one with "Brief: Add Source from Zotero".'));
  if (!first || wanted !== null || withKeys.length === 1) return first ?? null;
  const rows = withKeys.map((source) => ({ label: source.citation, description: source.title, source }));
  const options = { title: vscode.l10n.t('Add Highlights from Zotero'), placeHolder: vscode.l10n.t('Which source?') };
  return (await vscode.window.showQuickPick(rows, options))?.source ?? null;
}

/**
 * Asks Zotero for the content of an item. It answers on this machine, mostly at once, so the status bar shows the progress. VS
 * Code shows no more than three messages, so a passing one could keep the next one off the screen.
 */
export function contentOf(zotero: Zotero, item: string): Thenable<ZoteroContent> {
  const options = { location: vscode.ProgressLocation.Window, title: vscode.l10n.t('Asking {0}', 'Zotero') };
  return vscode.window.withProgress(options, () => zotero.content(item));
}

/** Most requests for one command. A request is repeated if the user typed meanwhile. */
const MOST_TRIES = 3;

/** Asks which highlights are wanted, and adds them with the local copy. Says what was done. */
export async function offerHighlights(
  client: Client,
  editor: vscode.TextEditor,
  source: ListedSource,
  content: ZoteroContent,
): Promise<void> {
  const { uri } = editor.document;
  const mayHaveCopy = content.text !== null && !hasCopy(source) && uri.scheme !== 'untitled';
  const path = mayHaveCopy ? await freePath(uri, source.title, '.txt') : null;
  if (content.passages.length === 0 && path === null) {
    inform(
      content.isTextCut
        ? vscode.l10n.t('Zotero has no highlights of {0}, and only a part of its text.', source.citation)
        : vscode.l10n.t('Zotero has no highlights of {0}, and no text to add to it.', source.citation),
    );
    return;
  }
  const picked = await pickPassages(source.citation, content, path);
  if (!picked) return;
  try {
    await add(client, editor, source, { ...picked, path: picked.withText ? path : null, text: content.text ?? '' });
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    fail(vscode.l10n.t('The text was not saved: {0}', reason));
  }
}

interface Wanted {
  readonly passages: ZoteroContent['passages'];
  readonly path: string | null;
  readonly text: string;
}

async function add(
  client: Client,
  editor: vscode.TextEditor,
  { id, citation }: ListedSource,
  { passages, path, text }: Wanted,
): Promise<void> {
  const { uri } = editor.document;
  const quotes = passages.map(({ text: words, page, url }) => ({
    text: words,
    ...(page === undefined ? {} : { page }),
    ...(url === undefined ? {} : { url }),
  }));
  for (let tries = 0; tries < MOST_TRIES; tries++) {
    const result = await client.addQuotes(uri, { source: id, quotes, ...(path === null ? {} : { text: path }) });
    if (result?.kind !== 'added') {
      inform(
        result?.kind === 'known'
          ? vscode.l10n.t('{0} has all of them already.', citation)
          : vscode.l10n.t('Nothing was added to {0}. Write its quotes as a list first.', citation),
      );
      return;
    }
    const takeBack = path === null ? null : await writeNew(besideBrief(uri, path), `${text}\n`);
    if (await makeEdits(editor, result.edits, result.version)) {
      inform(
        path === null
          ? vscode.l10n.t('Quotes added to {0}: {1}.', citation, result.count)
          : vscode.l10n.t('Quotes added to {0}: {1}. Its text is in {2}.', citation, result.count, path),
      );
      return;
    }
    // Else a copy would be left that nothing names.
    await takeBack?.();
  }
  inform(vscode.l10n.t('Nothing was added, because the text has changed meanwhile. Try again.'));
}
