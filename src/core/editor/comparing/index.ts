/** Finds what only one of two versions of a brief says. */
import { firstFrom } from '../../base/text';
import { modelOf } from '../../brief/model';
import { parseBrief } from '../../brief/parseBrief';
import { sourcesById } from '../../brief/queries/sources';
import type { Brief } from '../../brief/types';
import { compareAssurance, compareNumberHedges } from './assurance';
import { CHANGE_KINDS, type Change, type Side } from './change';
import { citationsBy, sourceKeysOf } from './citations';
import { comparedClaims } from './claims';
import { compareDirections, compareNegations } from './directions';
import { compareFacts } from './facts';
import { compareNames } from './names';
import { NUMBERS } from './numbers';
import { type Group, groupsOf } from './pairing';
import { QUOTATIONS } from './quotations';

export type { Change } from './change';

/** Parses an earlier text of a brief with the files and the configuration that the brief has. */
export function earlierVersion(brief: Brief, text: string): Brief {
  return parseBrief(text, modelOf(brief).given);
}

/**
 * Finds the numbers, quotations, citations, names, hedges, causal words, directions and negations that one version of a brief
 * has and the other lacks. Rewording is left out, and so are facts that have only moved with their sentence.
 *
 * @returns the changes in the order of the later version, with spans in UTF-16 offsets of each
 */
export function compareBriefs(old: Brief, now: Brief): readonly Change[] {
  const groups = groupsOf(comparedClaims(old), comparedClaims(now));
  const numbers = compareFacts(groups, NUMBERS);
  const quotations = compareFacts(groups, QUOTATIONS).changes;
  const words = [
    ...compareNumberHedges(numbers.same),
    ...compareAssurance(groups),
    ...compareDirections(numbers.same),
    ...compareNegations(groups),
  ];
  const changes = [
    ...numbers.changes,
    ...quotations,
    ...compareFacts(groups, citationsBy(sourceKeysOf(old, now))).changes,
    ...compareNames(groups),
    ...words.filter((change) => !quotations.some((quotation) => isInside(change, quotation))),
  ];
  return inOrder(
    changes.map((change) => titled(change, old, now)),
    groups,
  );
}

/** True if the quotation that changed words stand in is reported as changed, too. */
function isInside(change: Change, quotation: Change): boolean {
  const holds = (side: Side | null, quoted: Side | null) =>
    !side?.text || (quoted !== null && quoted.span.start <= side.span.start && side.span.end <= quoted.span.end);
  return holds(change.old, quotation.old) && holds(change.now, quotation.now);
}

/**
 * Sorts changes by their place in the later version. A change of the earlier version alone comes behind the claim before it
 * that both versions have.
 */
function inOrder(changes: readonly Change[], groups: readonly Group[]): readonly Change[] {
  const places = groups.flatMap(({ old, now }) => {
    const [first] = now;
    return first ? old.map(({ span }) => ({ span, at: first.span.end })) : [];
  });
  places.sort((a, b) => a.span.start - b.span.start);
  const placeOf = ({ old, now }: Change): number =>
    now?.span.start ?? places[firstFrom(places, old?.claim.start ?? 0) - 1]?.at ?? 0;
  const placed = changes.map((change) => ({ change, at: placeOf(change) }));
  placed.sort((a, b) => a.at - b.at || CHANGE_KINDS.indexOf(a.change.kind) - CHANGE_KINDS.indexOf(b.change.kind));
  return placed.map(({ change }) => change);
}

/** Adds titles to a change of citations if two sources have one id. */
function titled(change: Change, old: Brief, now: Brief): Change {
  const [one, other] = [change.old, change.now];
  if (change.kind !== 'citation' || !one?.text || one.text !== other?.text) return change;
  const withTitle = (side: Side, brief: Brief): Side => {
    const source = sourcesById(brief).get(side.text?.slice(1, -1) ?? '');
    return { ...side, text: `${side.text} ${source?.title?.value ?? source?.url?.value ?? ''}`.trim() };
  };
  return { ...change, old: withTitle(one, old), now: withTitle(other, now) };
}
