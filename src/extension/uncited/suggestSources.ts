import * as vscode from 'vscode';
import type { UncitedStatementsResult } from '../../server/protocol';
import type { Client } from '../client';
import { inform } from '../client/messages';
import { makeEdits, toRange, whyUnknown } from '../commands/documentEdits';
import { importFile } from '../commands/importing/importFile';
import type { ActiveBrief } from '../sources/activeBrief';
import { type Claim, pickSource } from './pickSource';
import { allCited, unchecked } from './showUncited';
import { showSideBySide } from './sideBySide';

/**
 * Goes through the claims of the active brief that need a source and have a likely one. Each claim is shown beside the passage.
 * The user cites or skips it, or cites all that are almost sure. Each answer is one undo step. After each, the server is asked
 * for the claims again, because the text may have changed meanwhile.
 */
export async function suggestSources(client: Client, active: ActiveBrief): Promise<void> {
  const editor = await active.editor(
    vscode.l10n.t('Open a brief first: likely sources of its statements are suggested.'),
  );
  const first = editor && (await ask(client, editor.document));
  if (!editor || !first) return;
  const of = claimsIn(first).length;
  if (of === 0) return sayNoneLikely(client, editor.document.uri, first);
  const sides = showSideBySide(editor);
  const skipped = new Set<string>();
  let cited = 0;
  let at = startOf(editor, first);
  try {
    for (let result: UncitedStatementsResult | null = first; result; result = await ask(client, editor.document)) {
      const { sure } = result;
      const left = claimsIn(result).filter(({ key }) => !skipped.has(key));
      const claim = left.find(({ range }) => range.start.isAfterOrEqual(at)) ?? left[0];
      if (!claim) break;
      const best = left.filter(({ sources: [source] }) => source !== undefined && source.score >= sure);
      const counts = { number: cited + skipped.size + 1, of: Math.max(of, cited + skipped.size + left.length) };
      const answer = await pickSource(claim, { ...counts, sure, best: best.length }, sides);
      if (answer === 'stop') break;
      at = claim.range.start;
      if (answer === 'skip') skipped.add(claim.key);
      else {
        const chosen = answer === 'all' ? best : [{ key: claim.key, sources: [answer] }];
        cited += await cite(client, editor, result, new Map(chosen.map(({ key, sources }) => [key, sources[0]?.id])));
      }
    }
  } finally {
    await sides.end();
  }
  vscode.window.setStatusBarMessage(vscode.l10n.t('Cited: {0}. Skipped: {1}.', cited, skipped.size), SAID_FOR);
}

/** Time that the status bar shows the result, in milliseconds. */
const SAID_FOR = 10_000;

/** Asks the server for the uncited claims of a brief. If the brief isn't checked, says so and returns null. */
async function ask(client: Client, document: vscode.TextDocument): Promise<UncitedStatementsResult | null> {
  const result = await vscode.window.withProgress(
    { location: vscode.ProgressLocation.Window, title: vscode.l10n.t('Looking for likely sources…') },
    () => client.uncitedStatements(document.uri, true),
  );
  if (!result) inform(whyUnknown(document, unchecked()));
  return result;
}

/** Returns the claims that have a likely source, in the order of the text. */
function claimsIn({ statements }: UncitedStatementsResult): Claim[] {
  const times = new Map<string, number>();
  return statements
    .map(({ range, suggested = [], ...statement }) => ({ ...statement, range: toRange(range), sources: suggested }))
    .sort((a, b) => a.range.start.compareTo(b.range.start))
    .map((claim) => {
      const before = times.get(claim.text) ?? 0;
      times.set(claim.text, before + 1);
      return { ...claim, key: `${before} ${claim.text}` };
    })
    .filter(({ sources }) => sources.length > 0);
}

/** Returns the place to begin: the claim on the line of the cursor, else the start of the text. */
function startOf({ selection }: vscode.TextEditor, result: UncitedStatementsResult): vscode.Position {
  const { line } = selection.active;
  const here = claimsIn(result).find(({ range }) => range.start.line <= line && line <= range.end.line);
  return here?.range.start ?? new vscode.Position(0, 0);
}

/** Most attempts to cite. An attempt is repeated if the user typed meanwhile. */
const MOST_TRIES = 3;

/**
 * Cites sources in one undo step. If the text has changed, the claims are found again by their words.
 *
 * @param chosen the ids of sources by the keys of claims
 * @returns the number of claims that were cited
 */
async function cite(
  client: Client,
  editor: vscode.TextEditor,
  known: UncitedStatementsResult,
  chosen: ReadonlyMap<string, string | undefined>,
): Promise<number> {
  let result: UncitedStatementsResult | null = known;
  for (let tries = 0; tries < MOST_TRIES && result; tries++) {
    const cited = claimsIn(result).flatMap(
      ({ key, sources }) => sources.find(({ id }) => id === chosen.get(key)) ?? [],
    );
    const edits = cited.flatMap((source) => source.edits);
    if (edits.length === 0) return 0;
    if (await makeEdits(editor, edits, result.version)) return cited.length;
    result = await ask(client, editor.document);
  }
  return 0;
}

/** Says that no source is likely, and what would help. */
async function sayNoneLikely(
  client: Client,
  uri: vscode.Uri,
  { total, imports }: UncitedStatementsResult,
): Promise<void> {
  if (total === 0) {
    inform(allCited());
    return;
  }
  if (!imports) {
    inform(
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
