import * as vscode from 'vscode';
import type { RenderResult } from '../../server/protocol';
import type { Client } from '../client';
import { uncheckedMarkdown } from '../commands/documentEdits';
import { folderOf, nameOf, openDocument } from '../uris';
import { notice } from './page';
import { isTextAtHand } from './source';

/** Of what a page wants. */
export interface Wanted {
  /** Whether the page shows what was reviewed. */
  readonly review: boolean;
  /** The `id` of what it shows now, of which only what is another one is wanted. */
  readonly have: string | null;
  /** Whether the page still wants it: no brief is opened for one that is closed. */
  isStill(): boolean;
}

/** What the page shows for a document: the brief, a sentence that says why there is none, or null where none is wanted. */
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
    // A preview that was restored may be there before its text is. One that is open is not opened again: the editor
    // would hold it, and its problems, for minutes after it was closed.
    document = openDocument(uri) ?? (await vscode.workspace.openTextDocument(uri));
  } catch {
    return saying(vscode.l10n.t('{0} cannot be read. It may have been moved or deleted.', name));
  }
  if (document.languageId === 'markdown') return saying(uncheckedMarkdown());
  if (document.languageId !== 'brief')
    return saying(vscode.l10n.t('{0} is not a brief, because it has another language mode.', name));
  return (
    (await client.render(uri, review, have)) ??
    saying(vscode.l10n.t('{0} is not shown, because it is an older version of a brief.', name))
  );
}

function saying(text: string): RenderResult {
  return { version: 0, title: '', language: vscode.env.language, html: notice(text) };
}

/**
 * The folders that the page of a brief may load files from: that of our own page, the brief's own, and those of the style
 * sheets that the user's settings name.
 *
 * @param media the folder of our page
 */
export function resourceRootsOf(brief: vscode.Uri, media: vscode.Uri, styles: readonly vscode.Uri[]): vscode.Uri[] {
  const folder = folderOf(brief);
  return [media, ...(folder ? [folder] : []), ...styles];
}
