import { isBridge, type Term } from './terms';

const MOST = 5;

/**
 * Returns the reasons why a passage is like a claim: `number 90%`, `term Mountain Pass`, which programs read in any language.
 * Neighbours in the claim are one reason.
 *
 * @param shared the terms of the claim that the passage holds, each with its weight
 * @param claim the text that the places of the terms refer to
 */
export function reasonsFor(
  shared: readonly { readonly term: Term; readonly weight: number }[],
  claim: string,
): string[] {
  const reasons: Reason[] = [];
  for (const { term, weight } of [...shared].sort((a, b) => a.term.start - b.term.start || b.term.end - a.term.end)) {
    if (term.kind === 'common') continue;
    const label = term.kind === 'number' || term.kind === 'count' ? 'number' : 'term';
    const last = reasons.at(-1);
    if (last?.label === label && label === 'term' && isJoined(last, term, claim)) {
      last.end = Math.max(last.end, term.end);
      last.weight += isBridge(term) ? 0 : weight;
    } else {
      reasons.push({ label, start: term.start, end: term.end, weight });
    }
  }
  reasons.sort((a, b) => b.weight - a.weight || a.start - b.start);
  const words = reasons.map(
    ({ label, start, end }) => `${label} ${claim.slice(start, end).replace(/\s+/g, ' ').trim()}`,
  );
  return [...new Set(words)].slice(0, MOST);
}

interface Reason {
  readonly label: 'number' | 'term';
  readonly start: number;
  end: number;
  weight: number;
}

/** True if two terms overlap, or have only a space, a dot or a dash between them. */
function isJoined(preceding: Reason, { start }: Term, claim: string): boolean {
  return start <= preceding.end || /^[\s·-]$/.test(claim.slice(preceding.end, start));
}
