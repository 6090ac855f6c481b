import * as vscode from 'vscode';
import type { ListedSource, Mention } from '../../../server/protocol';
import type { Client } from '../../client';
import { fail, inform } from '../../client/messages';
import { columnWith, editorOf } from '../../preview/source';
import type { ActiveBrief } from '../../sources/activeBrief';
import { citationAt } from '../../sources/citationAt';
import { openOnWeb } from '../../sources/originals';
import type { Row } from '../../sources/rows';
import { toRange } from '../documentEdits';

/** True if the argument of a command is a row of the Sources view. A key that is pressed there gives no row. */
function isRow(value: unknown): value is Row {
  return typeof value === 'object' && value !== null && 'kind' in value && 'rows' in value;
}

/** Returns the row that a command of the Sources view was given; null if it was given none. */
export function rowIn(value: unknown): Row | null {
  return isRow(value) ? value : null;
}

function sourceIn(value: unknown): ListedSource | null {
  return isRow(value) && value.kind === 'source' ? value.source : null;
}

/** A range in a file. */
type Place = Pick<Mention, 'uri' | 'range'>;

/** Shows where a source is declared, or where it is cited. */
export async function showInFile(value: unknown): Promise<void> {
  const row = isRow(value) ? value : null;
  const source = sourceIn(row);
  const place = row?.kind === 'mention' ? row.mention : (source?.declared ?? source?.citedBy[0]);
  if (!place) return;
  const uri = vscode.Uri.parse(place.uri, true);
  const viewColumn = columnWith(uri) ?? vscode.ViewColumn.Active;
  await vscode.window.showTextDocument(uri, { selection: toRange(place.range), viewColumn });
}

export async function copyCitation(value: unknown): Promise<void> {
  const source = sourceIn(value);
  if (source) await vscode.env.clipboard.writeText(source.citation);
}

/** Opens the web page of a source, if it may be opened. */
export async function openSourceLink(value: unknown): Promise<void> {
  await openOnWeb(sourceIn(value)?.url ?? '');
}

/** Cites a source at the cursor of the active brief. */
export async function citeHere(client: Client, active: ActiveBrief, value: unknown): Promise<void> {
  const source = sourceIn(value);
  const uri = active.uri();
  if (!source || !uri) return;
  const editor = await editorOf(uri);
  const found = await citationAt(client, editor.document, editor.selection, source.id);
  if (typeof found === 'string') inform(found);
  else if (found)
    await editor.edit((builder) => {
      for (const { range, newText } of found) builder.replace(toRange(range), newText);
    });
}

/** Gives a source another id everywhere, with the editor's own rename at one of its places. */
export async function renameSource(value: unknown): Promise<void> {
  const source = sourceIn(value);
  // A work without a number has no id to change.
  if (!source || source.citation === '') return;
  const found = (await placeOfName(source.declared)) ?? (await placeOfName(source.citedBy[0]));
  if (!found) {
    inform(vscode.l10n.t('{0} cannot be renamed here.', source.citation));
    return;
  }
  const to = await vscode.window.showInputBox({
    title: vscode.l10n.t('Rename Source'),
    prompt: vscode.l10n.t('A number, or a key such as usgs-2024. All citations follow.'),
    value: source.id,
    validateInput: (name) => (name.trim() === '' ? vscode.l10n.t('Enter a number or a key.') : undefined),
  });
  if (to === undefined || to.trim() === source.id) return;
  try {
    const edit = await vscode.commands.executeCommand<vscode.WorkspaceEdit>(
      'vscode.executeDocumentRenameProvider',
      ...[found.uri, found.at, to.trim()],
    );
    if (!(await vscode.workspace.applyEdit(edit)))
      inform(vscode.l10n.t('Nothing was renamed, because the text has changed meanwhile. Try again.'));
  } catch (error) {
    fail(error instanceof Error ? error.message : String(error));
  }
}

/**
 * Finds the position where an id can be renamed, within the range of its declaration or citation. The range starts with the
 * bracket. Returns null if there is no such position.
 */
async function placeOfName(place: Place | null | undefined): Promise<{ uri: vscode.Uri; at: vscode.Position } | null> {
  if (!place) return null;
  const uri = vscode.Uri.parse(place.uri, true);
  const { start, end } = toRange(place.range);
  await vscode.workspace.openTextDocument(uri);
  for (let at = start; at.isBefore(end); at = at.translate(0, 1)) {
    const found = vscode.commands.executeCommand<object | null>('vscode.prepareRename', uri, at);
    if (
      await found.then(
        (range) => range !== null,
        () => false,
      )
    )
      return { uri, at };
  }
  return null;
}
