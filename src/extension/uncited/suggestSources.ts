import * as vscode from 'vscode';
import type { LikelySource, UncitedStatement, UncitedStatementsResult } from '../../server/protocol';
import type { Client } from '../client';
import { verbatim } from '../client/verbatim';
import { activeBrief, makeEdits, whyUnknown } from '../commands/documentEdits';
import { importFile } from '../commands/importing/importFile';
import { pickStatements, rowOf, type StatementRow } from './pickStatements';
import { allCited, unchecked } from './showUncited';

/**
 * Lists the statements of the active brief that need a source and for which one is likely, and cites those that the user
 * ticks, in one step to undo. Where the text changes while the list is open, its places are no longer right, and the user
 * is asked again.
 */
export async function suggestSources(client: Client): Promise<void> {
  const editor = activeBrief(vscode.l10n.t('Open a brief first: likely sources of its statements are listed.'));
  if (!editor) return;
  let placeholder = vscode.l10n.t('Tick the sources to cite, and press Enter');
  for (;;) {
    const result = await vscode.window.withProgress(
      { location: vscode.ProgressLocation.Window, title: vscode.l10n.t('Looking for likely sources…') },
      () => client.uncitedStatements(editor.document.uri, true),
    );
    if (!result) {
      vscode.window.showInformationMessage(whyUnknown(editor.document, unchecked()));
      return;
    }
    const rows = result.statements.flatMap((statement) =>
      statement.likely ? [likelyRow(statement, statement.likely)] : [],
    );
    if (rows.length === 0) return sayNoneLikely(client, editor.document.uri, result);
    const title = vscode.l10n.t('Likely Sources for {0} of {1} Uncited Statements', rows.length, result.total);
    const picked = await pickStatements(editor, rows, { title, placeholder, many: true });
    const edits = picked.flatMap(({ likely }) => likely?.edits ?? []);
    if (edits.length === 0 || (await makeEdits(editor, edits, result.version))) return;
    placeholder = vscode.l10n.t('The text has changed meanwhile. Tick the sources again');
  }
}

/** With the source, and the words of its passage where that is more than the title. */
function likelyRow(statement: UncitedStatement, { citation, title, passage }: LikelySource): StatementRow {
  const source = title === '' ? citation : `${citation} ${title}`;
  const detail = passage === '' ? source : `${source} · ${vscode.l10n.t('“{0}”', passage)}`;
  return { ...rowOf(statement), detail: verbatim(detail) };
}

/** Says so, and what would help. */
async function sayNoneLikely(
  client: Client,
  uri: vscode.Uri,
  { total, imports }: UncitedStatementsResult,
): Promise<void> {
  if (total === 0) {
    vscode.window.showInformationMessage(allCited());
    return;
  }
  if (!imports) {
    vscode.window.showInformationMessage(
      vscode.l10n.t('No source here is likely for any statement. Add sources with a quotation or with their text.'),
    );
    return;
  }
  const picked = await vscode.window.showInformationMessage(
    vscode.l10n.t(
      'No source here is likely for any statement. Import this report as a brief: its links and references become sources.',
    ),
    vscode.l10n.t('Import as Brief'),
  );
  if (picked !== undefined) await importFile(client, uri);
}
