import * as vscode from 'vscode';
import type { ListedSource, Mention } from '../../../server/protocol';
import type { Client } from '../../client';
import { columnWith } from '../../preview/source';
import type { ActiveBrief } from '../../sources/activeBrief';
import { openOnWeb } from '../../sources/originals';
import type { Row } from '../../sources/rows';
import { toRange } from '../documentEdits';

/** What a row of the Sources view, or a key that is pressed in it, gives to its commands. */
function isRow(value: unknown): value is Row {
  return typeof value === 'object' && value !== null && 'kind' in value && 'rows' in value;
}

/** The row that a command of the Sources view was given; null if it was given none. */
export function rowIn(value: unknown): Row | null {
  return isRow(value) ? value : null;
}

function sourceIn(value: unknown): ListedSource | null {
  return isRow(value) && value.kind === 'source' ? value.source : null;
}

/** A place of a brief. */
type Place = Pick<Mention, 'uri' | 'range'>;

function isPlace(value: unknown): value is Place {
  return typeof value === 'object' && value !== null && 'uri' in value && 'range' in value;
}

/** Shows where a source is declared, or where it is cited. */
export async function showInFile(value: unknown): Promise<void> {
  const row = isRow(value) ? value : null;
  const source = sourceIn(row);
  const place = isPlace(value)
    ? value
    : row?.kind === 'mention'
      ? row.mention
      : (source?.declared ?? source?.citedBy[0]);
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
  const editor = vscode.window.visibleTextEditors.find(({ document }) => document.uri.toString() === uri?.toString());
  if (!source || !editor) return;
  const result = await client.candidates(editor.document.uri, editor.selection, source.id);
  const offer = result?.offer;
  const choice = [...(offer?.likely ?? []), ...(offer?.others ?? [])].find(({ id }) => id === source.id);
  if (!choice) {
    vscode.window.showInformationMessage(
      vscode.l10n.t('There is no insight at the cursor. Put it into a list item or a paragraph.'),
    );
  } else if (choice.edits.length === 0) {
    vscode.window.showInformationMessage(vscode.l10n.t('{0} is already cited there.', choice.citation));
  } else if (result?.version === editor.document.version) {
    await editor.edit((builder) => {
      for (const { range, newText } of choice.edits) builder.replace(toRange(range), newText);
    });
  }
}
