/** Quotations, by their words. */
import { partsOf } from '../../evidence/quotations/parts';
import type { ComparedClaim, SaidQuotation } from './claims';
import { type Comparison, type Fact, matchFacts } from './facts';
import { shareOfWords } from './pairing';

export const QUOTATIONS: Comparison<SaidQuotation> = {
  kind: 'quotation',
  match: ({ old, now }) => {
    const [ones, others] = [quotationsIn(old), quotationsIn(now)] as const;
    const { same, lost, added } = matchFacts(ones, others, isSameQuotation);
    return { same, changed: [], lost: notTakenApart(lost, added), added: notTakenApart(added, lost) };
  },
  keysOf: (quotation) => [lineOf(quotation)],
  isSame: isSameQuotation,
  likeness: (old, now) => {
    const share = shareOfWords(new Set(formsOf(old.value)), new Set(formsOf(now.value)));
    return share >= LEAST_ALIKE ? share : null;
  },
  countsAlone: () => true,
};

/** A quotation that shares fewer words with another is another one. */
const LEAST_ALIKE = 0.4;

function quotationsIn(claims: readonly ComparedClaim[]): Fact<SaidQuotation>[] {
  return claims.flatMap((claim) =>
    claim.quotations.map((value) => ({ value, text: value.text.replace(/\s+/g, ' '), span: value.span, claim })),
  );
}

/** Case, marks and spaces are no words. */
function formsOf({ text }: SaidQuotation): readonly string[] {
  return partsOf(text).flatMap(({ words }, i) => (i === 0 ? words.forms : ['…', ...words.forms]));
}

function lineOf(quotation: SaidQuotation): string {
  return formsOf(quotation).join(' ');
}

function isSameQuotation(one: SaidQuotation, other: SaidQuotation): boolean {
  return lineOf(one) === lineOf(other);
}

/** Leaves out a quotation whose words stand on the other side in several, one after the other, and these. */
function notTakenApart(
  facts: readonly Fact<SaidQuotation>[],
  others: readonly Fact<SaidQuotation>[],
): Fact<SaidQuotation>[] {
  const lines = others.map(({ value }) => lineOf(value));
  const own = facts.map(({ value }) => lineOf(value));
  return facts.filter((_, i) => {
    const line = own[i] ?? '';
    return !isPutTogether(line, lines) && !lines.some((other) => other.includes(line) && isPutTogether(other, own));
  });
}

function isPutTogether(line: string, parts: readonly string[]): boolean {
  let rest = line;
  let count = 0;
  for (const part of parts) {
    if (!rest.startsWith(part)) continue;
    rest = rest.slice(part.length).trim();
    count++;
  }
  return rest === '' && count > 1;
}
