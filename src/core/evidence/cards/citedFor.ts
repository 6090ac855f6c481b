import { derive } from '../../base/derive';
import type { Claim } from '../claims';
import type { NumberEvidence, Verdict } from '../verdicts';
import { type Evidence, evidenceIn, lookedUp } from './verdict';

/**
 * The numbers and quotations that a citation of a source covers: those of its sentence, and those of sentences without a
 * citation of their own.
 *
 * @param sentence index of the citation's own sentence; null: all
 * @returns the evidence in document order
 */
export function citedFor(claim: Claim, id: string, sentence: number | null): Evidence[] {
  const { evidence } = groupsOf(claim);
  const places = meantBy(claim, id, sentence).flatMap((group) => group.places);
  return places.sort((a, b) => a - b).flatMap((place) => evidence[place] ?? []);
}

/** Verdicts from the worst to the best. */
const WORST_FIRST: readonly Verdict[] = ['notFound', 'elsewhere', 'differs', 'uncheckable', 'found'];

/**
 * The worst verdict on the numbers and quotations that a source is cited for, as in `citedFor`. Those in another cited source
 * don't count.
 *
 * @returns null without a verdict
 */
export function verdictFor(claim: Claim, id: string, sentence: number | null): Verdict | null {
  const groups = meantBy(claim, id, sentence);
  const isSaid = (verdict: Verdict) =>
    groups.some(({ verdicts, holders }) => verdicts.has(verdict) || holders.get(verdict)?.has(id));
  return WORST_FIRST.find(isSaid) ?? null;
}

/** The lookups in the same sources: of one sentence, or of all sentences without a citation of their own. */
interface Group {
  /** Indexes of the lookups in the evidence of the claim, in order. */
  readonly places: number[];
  /** The verdicts that hold for all of the sources. */
  readonly verdicts: Set<Verdict>;
  /** The sources in whose passages something was found, or differs. */
  readonly holders: Map<Verdict, Set<string>>;
}

interface Groups {
  /** The evidence in document order. */
  readonly evidence: readonly Evidence[];
  /** Groups by the id of each source, and by sentence; null: sentences without a citation of their own, and a figure. */
  readonly bySource: ReadonlyMap<string, ReadonlyMap<number | null, Group>>;
}

function meantBy(claim: Claim, id: string, sentence: number | null): Group[] {
  const groups = groupsOf(claim).bySource.get(id);
  if (!groups) return [];
  if (sentence === null) return [...groups.values()];
  return [groups.get(sentence) ?? [], groups.get(null) ?? []].flat();
}

/** Groups the lookups of a claim, once for all of its citations. */
const groupsOf = derive((claim: Claim): Groups => {
  const evidence = evidenceIn(claim).sort((a, b) => lookedUp(a).span.start - lookedUp(b).span.start);
  const bySentence = new Map<number | null, Group>();
  const bySource = new Map<string, Map<number | null, Group>>();
  for (const [place, one] of evidence.entries()) {
    const { verdict, at, checkedAgainst, sentence: own } = lookedUp(one);
    if (checkedAgainst.length === 0) continue;
    const sentence = citesItself(claim, own) ? own : null;
    let group = bySentence.get(sentence);
    if (!group) {
      group = { places: [], verdicts: new Set(), holders: new Map() };
      bySentence.set(sentence, group);
      for (const id of checkedAgainst) {
        const groups = bySource.get(id) ?? new Map<number | null, Group>();
        bySource.set(id, groups.set(sentence, group));
      }
    }
    group.places.push(place);
    if ((verdict === 'found' || verdict === 'differs') && at) {
      const ids = group.holders.get(verdict) ?? new Set();
      group.holders.set(verdict, ids.add(at.source));
    } else if (verdict !== null) group.verdicts.add(verdict === 'altered' ? 'notFound' : verdict);
  }
  return { evidence, bySource };
});

/**
 * The numbers that a citation of a source covers and that aren't looked up: those of its sentence, and those of sentences
 * without a citation of their own.
 *
 * @param sentence as in `citedFor`
 */
export function unreadFor(claim: Claim, id: string, sentence: number | null): readonly NumberEvidence[] {
  const unread = claim.evidence.numbers.filter(({ verdict }) => verdict === null);
  return unread.filter(({ sentence: own }) => {
    if (!citesItself(claim, own)) return true;
    return sentence === null ? citesIn(claim, own).includes(id) : own === sentence;
  });
}

function citesItself(claim: Claim, sentence: number | null): boolean {
  return claim.kind !== 'figure' && sentence !== null && citesIn(claim, sentence).length > 0;
}

function citesIn(claim: Claim, sentence: number | null): readonly string[] {
  return claim.kind === 'figure' ? [] : (claim.insight.sentences[sentence ?? -1]?.cites ?? []);
}
