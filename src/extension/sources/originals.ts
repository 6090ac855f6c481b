import * as vscode from 'vscode';
import { isZoteroLink } from '../../core/base/zotero';
import type { OriginalParams, OriginalResult } from '../../server/protocol';
import type { Client } from '../client';
import { inform } from '../client/messages';
import { toRange } from '../commands/documentEdits';
import { linkTarget } from '../preview/links';
import { columnWith } from '../preview/source';

/** The place where a passage is opened: on the web, in the local copy, or in Zotero. */
export type Way = 'original' | 'copy' | 'zotero';

/** Opens the passage or source that a brief cites, or says why it can't. */
export async function openOriginal(
  client: Client,
  brief: vscode.Uri,
  of: OriginalParams['of'],
  way: Way,
): Promise<void> {
  const original = await client.original(brief, of);
  if (!original) {
    inform(
      vscode.l10n.t(
        'Nothing is cited here. Put the cursor on a citation, or on a number or a quotation of a cited sentence.',
      ),
    );
    return;
  }
  const opened = await OPEN[way](original);
  if (!opened) inform(MISSING[way](original.citation));
}

/** The functions that open an original. Each returns false if there is nothing to open. */
const OPEN: Readonly<Record<Way, (original: OriginalResult) => Promise<boolean>>> = {
  original: async ({ url, zotero }) => (await openOnWeb(url ?? '')) || openInZotero(zotero),
  copy: async ({ copy }) => copy !== null && openCopy(copy),
  zotero: async ({ zotero }) => openInZotero(zotero),
};

const MISSING: Readonly<Record<Way, (citation: string) => string>> = {
  original: (citation) => vscode.l10n.t('{0} has no web address. Add "url" or "doi" to it.', citation),
  copy: (citation) => vscode.l10n.t('{0} has no local copy. Add its path as "text".', citation),
  zotero: (citation) => vscode.l10n.t('{0} has no Zotero key. Add it as "zotero".', citation),
};

/** Opens a web address if the gate for addresses lets it through. Returns true if it does. */
export async function openOnWeb(url: string): Promise<boolean> {
  const target = linkTarget(url);
  if (target?.kind !== 'external' || !/^https?:/i.test(target.url)) return false;
  // The address is passed as a string. A `Uri` would lose which commas are part of the words in it.
  await vscode.commands.executeCommand('vscode.open', target.url);
  return true;
}

async function openInZotero(address: string | null): Promise<boolean> {
  return address !== null && isZoteroLink(address) && vscode.env.openExternal(vscode.Uri.parse(address, true));
}

/** Mark of the passage that was opened last, in VS Code's colour for such ranges. Made with the first one. */
let passageMark: vscode.TextEditorDecorationType | null = null;

/** Opens a local copy beside the brief, with its words selected and the passage marked until something else is selected. */
async function openCopy({ uri, range, words }: NonNullable<OriginalResult['copy']>): Promise<boolean> {
  const document = await vscode.workspace.openTextDocument(vscode.Uri.parse(uri, true));
  const viewColumn = columnWith(document.uri) ?? vscode.ViewColumn.Beside;
  const editor = await vscode.window.showTextDocument(document, { viewColumn, selection: toRange(words) });
  editor.revealRange(toRange(words), vscode.TextEditorRevealType.InCenter);
  passageMark ??= vscode.window.createTextEditorDecorationType({
    backgroundColor: new vscode.ThemeColor('editor.rangeHighlightBackground'),
    isWholeLine: true,
  });
  const mark = passageMark;
  editor.setDecorations(mark, [toRange(range)]);
  const { selection } = editor;
  const listener = vscode.window.onDidChangeTextEditorSelection(({ textEditor, selections }) => {
    if (textEditor !== editor || selections[0]?.isEqual(selection)) return;
    editor.setDecorations(mark, []);
    listener.dispose();
  });
  return true;
}
