import * as vscode from 'vscode';
import type { SuggestedSource } from '../../server/protocol';
import { verbatim } from '../client/verbatim';
import type { SideBySide } from './sideBySide';

/** A claim that needs a source, with its possible sources, the likeliest first. */
export interface Claim {
  /** Its words, with the number of claims above it that have the same words. Its place changes as the text does. */
  readonly key: string;
  readonly text: string;
  readonly range: vscode.Range;
  readonly sources: readonly SuggestedSource[];
}

/** The user's answer for a claim: cite a source, skip it, cite the best of all claims, or end. */
export type Answer = SuggestedSource | 'skip' | 'all' | 'stop';

interface Counts {
  readonly number: number;
  readonly of: number;
  /** The score from which a source is almost sure. */
  readonly sure: number;
  /** The number of claims that have such a source. */
  readonly best: number;
}

interface Row extends vscode.QuickPickItem {
  readonly answer?: Answer;
}

/** Enter cites a source at once only if its score is higher. */
const EVEN = 0.5;

/**
 * Asks what to cite for a claim. Moving through the list shows the passage of each source beside it. Enter cites the likeliest
 * source, or skips the claim if no source is more likely than not.
 */
export async function pickSource(claim: Claim, counts: Counts, sides: SideBySide): Promise<Answer> {
  const picker = vscode.window.createQuickPick<Row>();
  picker.title = vscode.l10n.t('Suggest a Source: Claim {0} of {1}', counts.number, counts.of);
  picker.placeholder = claim.text;
  picker.matchOnDescription = true;
  picker.matchOnDetail = true;
  // The text may be edited meanwhile.
  picker.ignoreFocusOut = true;
  picker.items = rowsFor(claim, counts);
  const [best] = claim.sources;
  const first = picker.items.find(({ answer }) => answer === (best && best.score > EVEN ? best : 'skip'));
  if (first) picker.activeItems = [first];
  await sides.showClaim(claim.range);
  if (best) await sides.showPassage(best.at);
  try {
    return await new Promise((resolve) => {
      picker.onDidChangeActive(([row]) => {
        if (typeof row?.answer === 'object') void sides.showPassage(row.answer.at);
      });
      picker.onDidAccept(() => {
        const [row] = picker.activeItems;
        if (row?.answer) resolve(row.answer);
      });
      picker.onDidHide(() => resolve('stop'));
      picker.show();
    });
  } finally {
    picker.dispose();
  }
}

function rowsFor({ sources }: Claim, { sure, best }: Counts): Row[] {
  return [
    ...sources.map((source) => ({ ...rowOf(source), answer: source })),
    { label: '', kind: vscode.QuickPickItemKind.Separator },
    { label: vscode.l10n.t('$(debug-step-over) Skip'), alwaysShow: true, answer: 'skip' },
    ...(best > 0
      ? [
          {
            label: vscode.l10n.t('$(check-all) Cite all above {0}', percent(sure)),
            description: vscode.l10n.t('Claims: {0}', best),
            alwaysShow: true,
            answer: 'all' as const,
          },
        ]
      : []),
    { label: vscode.l10n.t('$(close) Stop'), alwaysShow: true, answer: 'stop' },
  ];
}

/** Makes the row of a source, with the words of its passage if they say more than the title. */
function rowOf({ citation, title, passage, score }: SuggestedSource): vscode.QuickPickItem {
  return {
    label: vscode.l10n.t('$(quote) Cite {0}', verbatim(title === '' ? citation : `${citation} ${title}`)),
    description: percent(score),
    ...(passage === '' ? {} : { detail: verbatim(vscode.l10n.t('“{0}”', passage)) }),
  };
}

/** Writes a score as a percentage. It is rounded down, so that an unsure source doesn't look sure. */
function percent(score: number): string {
  return `${Math.floor(score * 100)}%`;
}
