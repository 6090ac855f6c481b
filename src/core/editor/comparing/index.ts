/** What two versions of a brief say that only one of them says. */
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

export type { Change, ChangeKind, Side } from './change';

/** An earlier text of a brief, read with the files and the configuration that the brief has. */
export function earlierVersion(brief: Brief, text: string): Brief {
  return parseBrief(text, modelOf(brief).given);
}

/**
 * The numbers, quotations, citations, names, hedges, causal words, directions and negations that one version of a brief has and the
 * other lacks. Rewording is left out, and so is what has only moved with its sentence.
 *
 * @returns in the order of the later version, with spans in UTF-16 offsets of each
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

/** Whether a change of words is told by the quotation that they stand in. */
function isInside(change: Change, quotation: Change): boolean {
  const holds = (side: Side | null, quoted: Side | null) =>
    !side?.text || (quoted !== null && quoted.span.start <= side.span.start && side.span.end <= quoted.span.end);
  return holds(change.old, quotation.old) && holds(change.now, quotation.now);
}

/** What only the earlier version has comes behind what stands before it there and in both. */
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

/** Two sources with one id are told apart by their titles. */
function titled(change: Change, old: Brief, now: Brief): Change {
  const [one, other] = [change.old, change.now];
  if (change.kind !== 'citation' || !one?.text || one.text !== other?.text) return change;
  const withTitle = (side: Side, brief: Brief): Side => {
    const source = sourcesById(brief).get(side.text?.slice(1, -1) ?? '');
    return { ...side, text: `${side.text} ${source?.title?.value ?? source?.url?.value ?? ''}`.trim() };
  };
  return { ...change, old: withTitle(one, old), now: withTitle(other, now) };
}
