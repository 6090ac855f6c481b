import * as vscode from 'vscode';
import { fail } from '../client/messages';
import type { CopiedLines } from '../preview/copying';
import type { Previews } from '../preview/previews';
import { activeEditor } from '../preview/source';
import { nameOf } from '../uris';
import { type ExportServices, notABrief } from './export';

/**
 * Copies the active brief for mail programs and word processors: what is selected in its editor, else all of it. The page
 * of a preview does it, as an extension itself can copy nothing but plain text; if there is none, one is opened.
 */
export async function copyRichText(services: ExportServices & { readonly previews: Previews }): Promise<void> {
  const { client, previews, active } = services;
  const uri = active.uri(vscode.l10n.t('Open a brief first. The one in the active editor or preview is copied.'));
  if (!uri) return;
  const editor = activeEditor();
  const isEditing = previews.active() === undefined && editor?.document.uri.toString() === uri.toString();
  const lines = isEditing ? selectedLines(editor.selection) : null;
  try {
    await vscode.workspace.openTextDocument(uri);
    const content = await client.exportAs(uri, { format: 'content' });
    if (content && 'error' in content) throw new Error(content.error);
    if (!content || !('html' in content)) throw new Error(notABrief());
    if (previews.of(uri).length === 0) previews.open(uri, 'to the side', false);
    const preview = previews.of(uri).find(({ panel }) => panel.visible) ?? previews.of(uri)[0];
    const done = await preview?.copy(content.html, lines);
    if (isEditing) await vscode.window.showTextDocument(editor.document, editor.viewColumn, false);
    if (!done)
      throw new Error(
        vscode.l10n.t(
          'The preview was not allowed to use the clipboard. Click into the preview, and run the command again.',
        ),
      );
    const message = lines
      ? vscode.l10n.t('The selection was copied as rich text.')
      : vscode.l10n.t('{0} was copied as rich text.', nameOf(uri));
    vscode.window.setStatusBarMessage(message, 5000);
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    fail(vscode.l10n.t('{0} was not copied. {1}', nameOf(uri), reason));
  }
}

/** The lines that a selection touches; null where nothing is selected. */
function selectedLines(selection: vscode.Selection): CopiedLines {
  if (selection.isEmpty) return null;
  const { start, end } = selection;
  // A selection of whole lines ends before the first letter of the next one.
  return { first: start.line, last: end.character === 0 && end.line > start.line ? end.line - 1 : end.line };
}
