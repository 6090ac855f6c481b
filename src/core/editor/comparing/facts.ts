/** The comparison of facts of one kind. */
import type { Span } from '../../base/text';
import type { Change, ChangeKind, Side } from './change';
import type { ComparedClaim } from './claims';
import type { Group } from './pairing';

/** A number, a quotation or a citation, with its place. */
export interface Fact<T> {
  readonly value: T;
  /** The words of the fact, as a change shows them. */
  readonly text: string;
  readonly span: Span;
  readonly claim: ComparedClaim;
  /** True if the other side has it, though less often. It is reported only where another fact took its place. */
  readonly isRepeated?: boolean;
}

export type Pair<T> = readonly [old: Fact<T>, now: Fact<T>];

/** The facts of a group that both sides have, and those that one of them lacks. */
export interface Matched<T> {
  readonly same: readonly Pair<T>[];
  /** Facts that changed beyond doubt: another fact stands in the very same place. */
  readonly changed: readonly Pair<T>[];
  readonly lost: readonly Fact<T>[];
  readonly added: readonly Fact<T>[];
}

/** A way to compare facts of one kind. */
export interface Comparison<T> {
  readonly kind: ChangeKind;
  match(group: Group): Matched<T>;
  /** Returns the keys of a fact. Facts that are the same have a key in common. */
  keysOf(value: T): readonly string[];
  isSame(one: T, other: T): boolean;
  /** Returns how likely one took the place of the other; null if it did not. */
  likeness(old: Fact<T>, now: Fact<T>): number | null;
  /** True for a fact that is reported by itself where nothing took its place. */
  countsAlone(value: T): boolean;
}

/** The facts of a group while they are turned into changes. */
interface Open<T> {
  readonly group: Group;
  readonly changed: Pair<T>[];
  lost: readonly Fact<T>[];
  added: readonly Fact<T>[];
}

/** Returns the facts of one kind that were lost, added or changed in all groups, and the facts that are the same. */
export function compareFacts<T>(groups: readonly Group[], comparison: Comparison<T>) {
  const same: Pair<T>[] = [];
  const open = groups.map((group): Open<T> => {
    const { changed, lost, added, same: found } = comparison.match(group);
    same.push(...found);
    const all: Open<T> = { group, changed: [...changed], lost, added };
    if (group.isFirm) pairLeft(all, comparison);
    return all;
  });
  leaveOutMoved(open, comparison);
  for (const each of open) pairLeft(each, comparison);
  const { kind } = comparison;
  const changes = open.flatMap(({ group, changed, lost, added }): Change[] => [
    ...changed.map(([old, now]) => ({ kind, old: sideOf(old), now: sideOf(now) })),
    ...alone(lost, comparison).map((fact) => ({ kind, old: sideOf(fact), now: lacking(group.now, fact) })),
    ...alone(added, comparison).map((fact) => ({ kind, old: lacking(group.old, fact), now: sideOf(fact) })),
  ]);
  return { same, changes };
}

function alone<T>(facts: readonly Fact<T>[], { countsAlone }: Comparison<T>): readonly Fact<T>[] {
  return facts.filter(({ value, isRepeated }) => !isRepeated && countsAlone(value));
}

export function sideOf({ text, span, claim }: Omit<Fact<unknown>, 'value'>): Side {
  return { text, span, claim: claim.span };
}

/** The side of a version that lacks something; null where it has no such claim. */
export function lacking(claims: readonly ComparedClaim[], beside?: { readonly claim: ComparedClaim }): Side | null {
  const claim = beside && claims.length > 1 ? nearest(claims, beside.claim) : claims[0];
  return claim ? { text: null, span: claim.span, claim: claim.span } : null;
}

function nearest(claims: readonly ComparedClaim[], to: ComparedClaim): ComparedClaim | undefined {
  const count = ({ words }: ComparedClaim) => [...words].filter((word) => to.words.has(word)).length;
  return claims.toSorted((a, b) => count(b) - count(a))[0];
}

/** Pairs lost and added facts as changed, if one is likely to have replaced the other, the likeliest first. */
function pairLeft<T>(open: Open<T>, { likeness }: Comparison<T>): void {
  const [lost, added] = [new Set(open.lost), new Set(open.added)];
  const pairs = open.lost.flatMap((old) =>
    open.added.flatMap((now) => {
      const score = old.isRepeated && now.isRepeated ? null : likeness(old, now);
      return score === null ? [] : [{ old, now, score }];
    }),
  );
  for (const { old, now } of pairs.sort((a, b) => b.score - a.score))
    if (lost.has(old) && added.has(now)) {
      lost.delete(old);
      added.delete(now);
      open.changed.push([old, now]);
    }
  open.lost = [...lost];
  open.added = [...added];
}

/**
 * Leaves out facts that were lost in one place and added in another: they have only moved with their sentence. They stay if
 * both claims are there in both versions, in much the same words.
 */
function leaveOutMoved<T>(all: readonly Open<T>[], { keysOf, isSame }: Comparison<T>): void {
  const added = new Map<string, { readonly fact: Fact<T>; readonly isFirm: boolean }[]>();
  for (const { added: facts, group } of all)
    for (const fact of facts)
      for (const key of new Set(keysOf(fact.value)))
        added.set(key, [...(added.get(key) ?? []), { fact, isFirm: group.isFirm }]);
  const moved = new Set<Fact<T>>();
  for (const { lost, group } of all)
    for (const fact of lost) {
      const there = keysOf(fact.value)
        .flatMap((key) => added.get(key) ?? [])
        .find(
          ({ fact: other, isFirm }) =>
            !moved.has(other) && !(isFirm && group.isFirm) && isSame(fact.value, other.value),
        );
      if (there) moved.add(fact).add(there.fact);
    }
  const stays = (fact: Fact<T>) => !moved.has(fact);
  for (const each of all) {
    each.lost = each.lost.filter(stays);
    each.added = each.added.filter(stays);
  }
}

/** Matches facts one by one. Among several that are the same, it takes one that `prefers` accepts. */
export function matchFacts<T>(
  old: readonly Fact<T>[],
  now: readonly Fact<T>[],
  isSame: (one: T, other: T) => boolean,
  prefers: (one: T, other: T) => boolean = () => true,
): Omit<Matched<T>, 'changed'> {
  const same: Pair<T>[] = [];
  const left = new Set(now);
  const lost = old.filter((fact) => {
    const equal = [...left].filter(({ value }) => isSame(fact.value, value));
    const partner = equal.find(({ value }) => prefers(fact.value, value)) ?? equal[0];
    if (!partner) return true;
    left.delete(partner);
    same.push([fact, partner]);
    return false;
  });
  return { same, lost, added: [...left] };
}
