/** Reports the changes between two versions of a brief to an assistant that edited it. */

import type { Brief } from '../../brief/types';
import { compareBriefs } from '../comparing';
import { CHANGE_KINDS, type ChangeKind } from '../comparing/change';
import { type ChangeReport, changeReport, type SideReport } from '../comparing/report';
import { clipped, count } from './texts';

export interface CompareReport {
  /** Number of changes of each kind, including changes that are left out. */
  readonly totals: Readonly<Record<ChangeKind, number>>;
  /** Changes in the order of the later version. */
  readonly changes: readonly ToldChange[];
  /** A sentence about what was left out; null if nothing was. */
  readonly leftOut: string | null;
}

type ToldSide = SideReport & {
  /** The number of the line, counted from 1, as people and editors do. */
  readonly line: number;
};

export interface ToldChange extends Omit<ChangeReport, 'old' | 'now'> {
  readonly old: ToldSide | null;
  readonly now: ToldSide | null;
}

/** The most UTF-16 units of a text. */
const LONGEST = 400;

/** @param most how many changes are wanted */
export function compareReport(old: Brief, now: Brief, most: number): CompareReport {
  const changes = compareBriefs(old, now);
  const countOf = (kind: ChangeKind) => changes.filter((change) => change.kind === kind).length;
  const totals = CHANGE_KINDS.map((kind) => [kind, countOf(kind)] as const);
  const left = changes.length - most;
  return {
    totals: Object.fromEntries(totals) as Record<ChangeKind, number>,
    changes: changes.slice(0, most).map((change) => told(changeReport(change, old, now, cut))),
    leftOut: left > 0 ? `Not told: ${count(left, 'change')} further down. Ask for more by limit.` : null,
  };
}

function cut(text: string): string {
  return clipped(text, LONGEST);
}

function told({ kind, what, old, now }: ChangeReport): ToldChange {
  const withLine = (side: SideReport | null): ToldSide | null => side && { line: side.range.start.line + 1, ...side };
  return { kind, what, old: withLine(old), now: withLine(now) };
}
