import * as vscode from 'vscode';
import type { RenderResult } from '../../server/protocol';
import type { Client } from '../client';
import { uncheckedMarkdown } from '../commands/documentEdits';
import { folderOf, nameOf, openDocument } from '../uris';
import { notice } from './page';
import { isTextAtHand } from './source';

/** The content that a page wants. */
export interface Wanted {
  /** True if the page shows what was reviewed. */
  readonly review: boolean;
  /** The `id` of the content that the page shows now. Only what differs from it is wanted. */
  readonly have: string | null;
  /** True if the page still wants the content. No brief is opened for a page that is closed. */
  isStill(): boolean;
}

/** Returns the content for a document: the brief, a sentence that says why there is none, or null if none is wanted. */
export async function contentOf(
  uri: vscode.Uri,
  client: Pick<Client, 'render'>,
  { review, have, isStill }: Wanted,
): Promise<RenderResult | null> {
  const rendered = await client.render(uri, review, have);
  if (rendered || !isStill()) return rendered;
  const name = nameOf(uri);
  if (!isTextAtHand(uri)) return saying(vscode.l10n.t('{0} was closed without being saved.', name));
  let document: vscode.TextDocument;
  try {
    // A restored preview may be there before its text. An open document isn't opened again: the editor would hold it, and its
    // diagnostics, for minutes after it was closed.
    document = openDocument(uri) ?? (await vscode.workspace.openTextDocument(uri));
  } catch {
    return saying(vscode.l10n.t('{0} cannot be read. It may have been moved or deleted.', name));
  }
  if (document.languageId === 'markdown') return saying(uncheckedMarkdown());
  if (document.languageId !== 'brief')
    return saying(vscode.l10n.t('{0} is not a brief: set its language mode to Brief.', name));
  return (
    (await client.render(uri, review, have)) ??
    saying(vscode.l10n.t('{0} is not shown: it is an older version of a brief.', name))
  );
}

function saying(text: string): RenderResult {
  return { version: 0, title: '', language: vscode.env.language, html: notice(text) };
}

/**
 * Returns the folders that the page of a brief may load files from: our own page's folder, the brief's folder, and the folders
 * of the style sheets in the user's settings.
 *
 * @param media the folder of our page
 */
export function resourceRootsOf(brief: vscode.Uri, media: vscode.Uri, styles: readonly vscode.Uri[]): vscode.Uri[] {
  const folder = folderOf(brief);
  return [media, ...(folder ? [folder] : []), ...styles];
}
