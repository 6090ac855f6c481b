import * as vscode from 'vscode';
import { isZoteroLink } from '../../core/base/zotero';
import type { OriginalParams, OriginalResult } from '../../server/protocol';
import type { Client } from '../client';
import { toRange } from '../commands/documentEdits';
import { linkTarget } from '../preview/links';
import { columnWith } from '../preview/source';

/** Where a passage is opened: on the web, in the local copy, in Zotero. */
export type Way = 'original' | 'copy' | 'zotero';

/** Opens what a brief cites where it stands, or says why it cannot. */
export async function openOriginal(
  client: Client,
  brief: vscode.Uri,
  of: OriginalParams['of'],
  way: Way,
): Promise<void> {
  const original = await client.original(brief, of);
  if (!original) {
    vscode.window.showInformationMessage(
      vscode.l10n.t(
        'Nothing is cited here. Put the cursor on a citation, or on a number or a quotation of a cited sentence.',
      ),
    );
    return;
  }
  const opened = await OPEN[way](original);
  if (!opened) vscode.window.showInformationMessage(MISSING[way](original.citation));
}

/** Each says whether there is something to open. */
const OPEN: Readonly<Record<Way, (original: OriginalResult) => Promise<boolean>>> = {
  original: async ({ url, zotero }) => (await openOnWeb(url ?? '')) || openInZotero(zotero),
  copy: async ({ copy }) => copy !== null && openCopy(copy),
  zotero: async ({ zotero }) => openInZotero(zotero),
};

const MISSING: Readonly<Record<Way, (citation: string) => string>> = {
  original: (citation) => vscode.l10n.t('{0} has no web address. Add "url" or "doi" to it.', citation),
  copy: (citation) => vscode.l10n.t('{0} has no local copy. Add its path as "text".', citation),
  zotero: (citation) => vscode.l10n.t('{0} has no key of Zotero. Add it as "zotero".', citation),
};

/** Opens a web address that the gate for addresses lets through. Returns whether it does. */
export async function openOnWeb(url: string): Promise<boolean> {
  const target = linkTarget(url);
  if (target?.kind !== 'external' || !/^https?:/i.test(target.url)) return false;
  // As a text: a `Uri` would lose which commas of the words in it are commas.
  await vscode.commands.executeCommand('vscode.open', target.url);
  return true;
}

async function openInZotero(address: string | null): Promise<boolean> {
  return address !== null && isZoteroLink(address) && vscode.env.openExternal(vscode.Uri.parse(address, true));
}

/** The passage that was opened last, in the colour of places that are led to. Made with the first. */
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
