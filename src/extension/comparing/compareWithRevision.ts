import * as vscode from 'vscode';
import type { ComparedChange } from '../../server/protocol';
import type { Client } from '../client';
import { fail, inform } from '../client/messages';
import { verbatim } from '../client/verbatim';
import { select, toRange, whyUnknown } from '../commands/documentEdits';
import { shownText } from '../commands/shownTexts';
import { editorsOf } from '../preview/source';
import type { ActiveBrief } from '../sources/activeBrief';
import { showPlaces } from '../uncited/pickStatement';
import { unchecked } from '../uncited/showUncited';
import { nameOf } from '../uris';
import { type ChosenVersion, pickRevision } from './pickRevision';

/** Compares the active brief with an earlier version: both side by side, and a list of what is said otherwise. */
export async function compareWithRevision(client: Client, active: ActiveBrief): Promise<void> {
  const editor = await active.editor(vscode.l10n.t('Open a brief first: it is compared with an earlier version.'));
  if (!editor) return;
  const { document } = editor;
  const chosen = await pickRevision(document);
  if (!chosen) return;
  const earlier = await textOf(chosen);
  if (earlier === null) return;
  const result = await client.compare(document.uri, earlier);
  if (!result) {
    inform(whyUnknown(document, unchecked()));
    return;
  }
  const file = nameOf(document.uri);
  const left = shownText(document.uri.path, chosen.name, earlier);
  await vscode.commands.executeCommand(
    'vscode.diff',
    left,
    document.uri,
    vscode.l10n.t('{0} ({1} ↔ now)', file, chosen.name),
  );
  if (result.changes.length > 0) await pickChange(document, left, result.changes);
  else
    inform(
      vscode.l10n.t('No number, quotation, citation, name, hedge or causal word has changed since {0}.', chosen.name),
    );
}

async function textOf({ name, text }: ChosenVersion): Promise<string | null> {
  try {
    return await text();
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    fail(vscode.l10n.t('This brief is not in {0}. Choose a revision that has it. ({1})', name, reason));
    return null;
  }
}

interface ChangeRow extends vscode.QuickPickItem {
  readonly change: ComparedChange;
}

/** Lists changes. Moving through the list shows each on both sides, Enter goes to it, and Escape leaves the comparison open. */
async function pickChange(
  document: vscode.TextDocument,
  left: vscode.Uri,
  changes: readonly ComparedChange[],
): Promise<void> {
  const picker = vscode.window.createQuickPick<ChangeRow>();
  picker.title = vscode.l10n.t('Changes, without Rewording: {0}', changes.length);
  picker.placeholder = vscode.l10n.t('↑↓ to preview a change, Enter to go to it');
  picker.matchOnDescription = true;
  picker.matchOnDetail = true;
  picker.items = changes.map(rowOf);
  // The brief may be in another group of editors, too. The sides of a comparison have no column.
  const sideOf = (uri: vscode.Uri) => {
    const editors = editorsOf(uri);
    return editors.find(({ viewColumn }) => viewColumn === undefined) ?? editors[0];
  };
  const sides = [sideOf(left), sideOf(document.uri)].map((editor) => editor && showPlaces(editor));
  try {
    const picked = await new Promise<ChangeRow | undefined>((resolve) => {
      picker.onDidChangeActive(([row]) => {
        if (row?.change.old) sides[0]?.show(toRange(row.change.old));
        if (row?.change.range) sides[1]?.show(toRange(row.change.range));
      });
      picker.onDidAccept(() => resolve(picker.activeItems[0]));
      picker.onDidHide(() => resolve(undefined));
      picker.show();
    });
    const { range = null, old = null } = picked?.change ?? {};
    const [before, after] = [sideOf(left), sideOf(document.uri)];
    if (range && after) select(after, range);
    else if (old && before) select(before, old);
  } finally {
    picker.dispose();
    for (const side of sides) side?.dispose();
  }
}

const ICONS: Readonly<Record<ComparedChange['kind'], string>> = {
  number: 'symbol-number',
  quotation: 'quote',
  citation: 'references',
  name: 'person',
  hedge: 'question',
  causal: 'arrow-right',
  direction: 'arrow-both',
  negation: 'circle-slash',
};

function rowOf(change: ComparedChange): ChangeRow {
  const { kind, name, words, claim, range } = change;
  const line = range ? vscode.l10n.t('line {0}', range.start.line + 1) : vscode.l10n.t('gone');
  return {
    label: `$(${ICONS[kind]}) ${verbatim(words)}`,
    description: verbatim(`${name} · ${line}`),
    detail: verbatim(claim),
    change,
  };
}
