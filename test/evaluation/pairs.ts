/**
 * Tells how often each rule of evidence is right on claims that other people labelled. Each row is a brief: its passage is the
 * quote of the only source, and its claim the only insight.
 */
import { checkBrief, parseBrief } from '../../src/core';
import { RULES } from '../../src/core/rules/rules';

/** A claim with a passage, and what people say of the two. */
export interface PairRow {
  readonly id: string;
  /** The data set that it's from. */
  readonly set: string;
  readonly language: string;
  readonly claim: string;
  readonly passage: string;
  readonly title?: string;
  readonly label: 'supported' | 'contradicted' | 'not-stated';
}

/** How often a rule reported a claim, and was right: the passage doesn't support the claim. */
export interface RuleScore {
  readonly code: string;
  readonly severity: string;
  readonly right: number;
  readonly wrong: number;
}

/** Least share of right findings of a rule that warns, and fewest findings that show it. */
export const BUDGET = { right: 0.85, rows: 30 } as const;

/**
 * Rules of evidence that such rows cannot judge. They compare a brief with itself, warn of calculations that its author wrote, or
 * read the quotation marks of a claim.
 */
const OTHERS = /^(?:quote\/|number\/(?:conflict|wrong-sum)$)/;

/** Scores the findings of each rule and severity; a rule without a finding has a row of noughts. */
export function scorePairs(rows: readonly PairRow[]): readonly RuleScore[] {
  const scores = new Map<string, { code: string; severity: string; right: number; wrong: number }>();
  for (const { code, severity } of RULES)
    if (EVIDENCE.test(code)) scores.set(`${code} ${severity}`, { code, severity, right: 0, wrong: 0 });
  for (const row of rows) {
    const found = new Set(findingsOf(row));
    for (const key of found) {
      const [code = '', severity = ''] = key.split(' ');
      const score = scores.get(key) ?? { code, severity, right: 0, wrong: 0 };
      scores.set(key, score);
      if (row.label === 'supported') score.wrong++;
      else score.right++;
    }
  }
  return [...scores.values()].sort((a, b) => (a.code < b.code ? -1 : a.code > b.code ? 1 : a.right - b.right));
}

const EVIDENCE = /^(?:number|claim|quote)\//;

/** Returns the rule and the severity of each finding at the claim of a row. */
function findingsOf({ language, title = 'Source', passage, claim }: PairRow): string[] {
  const head = `---
title: T
language: ${language}
sources:
  - id: 1
    title: ${JSON.stringify(title)}
    url: https://example.org/
    quote: ${JSON.stringify(passage)}
---

## A

`;
  return checkBrief(parseBrief(`${head}- ${escaped(claim)} [1]\n`)).flatMap(({ rule, severity, span }) =>
    span.start >= head.length && EVIDENCE.test(rule) ? `${rule} ${severity}` : [],
  );
}

/** Escapes the signs that Markdown would read. */
function escaped(text: string): string {
  return text
    .replace(/([\\`*_[\]<>|])/g, '\\$1')
    .replace(/^(\d+)([.)])/, '$1\\$2')
    .replace(/^([-+#])/, '\\$1');
}

/** True if a rule warns and doesn't keep the budget. */
export function breaksBudget({ code, severity, right, wrong }: RuleScore): boolean {
  if ((severity !== 'warning' && severity !== 'error') || OTHERS.test(code)) return false;
  return right + wrong < BUDGET.rows || right < (right + wrong) * BUDGET.right;
}

/** Returns a table of the scores, and a line for each rule that doesn't keep its budget. */
export function reportOf(scores: readonly RuleScore[]): string {
  const lines = scores.map(({ code, severity, right, wrong }) => {
    const all = right + wrong;
    const share = all === 0 ? '-' : `${((100 * right) / all).toFixed(1)} %`;
    return `${code.padEnd(24)} ${severity.padEnd(12)} right ${String(right).padStart(5)}  wrong ${String(wrong).padStart(5)}  ${share}`;
  });
  const broken = scores.filter(breaksBudget).map(({ code }) => code);
  return [
    ...lines,
    ...broken.map(
      (code) => `${code} warns, and is not right in ${BUDGET.right * 100} % of ${BUDGET.rows} rows or more.`,
    ),
  ].join('\n');
}
