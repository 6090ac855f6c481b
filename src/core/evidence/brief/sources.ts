/** The sources of a brief as evidence reads them, and what changed in them. */

import { derive } from '../../base/derive';
import type { Local, Unplaced } from '../../base/text';
import type { Passage, Source } from '../../brief/types';
import { inheritIndex } from '../lookup/lookUpNumbers';
import { sourceFacts } from '../lookup/passageFacts';
import type { SourceFacts, SourcesFacts } from '../lookup/types';

export const factsOf = derive(
  (_reader: object, sources: readonly Local<Source>[], language: string): SourcesFacts =>
    new Map(sources.map((source) => [source.id, sourceFacts(source, language)])),
  (last, now) => {
    let same = last.size === now.size;
    const order = last.keys();
    const settled = new Map<string, SourceFacts>();
    for (const [id, facts] of now) {
      const before = last.get(id);
      const kept = before && saysSame(before.source, facts.source) ? before : facts;
      same &&= kept === before && order.next().value === id;
      settled.set(id, kept);
    }
    if (same) return last;
    inheritIndex(settled, last);
    return settled;
  },
);

/** Sources that have changed, are new or are gone, by id: as they were, and as they are. */
export type Changes = ReadonlyMap<string, readonly SourceFacts[]>;

/** @returns null if sources changed places: of equally good passages, the first counts */
export const changesBetween = derive((now: SourcesFacts, last: SourcesFacts): Changes | null => {
  const changes = new Map<string, readonly SourceFacts[]>();
  const noteGone = (id: string) => {
    const facts = last.get(id);
    if (facts) changes.set(id, [facts]);
  };
  if (last === now) return changes;
  const order = last.keys();
  for (const [id, facts] of now) {
    const earlier = last.get(id);
    if (earlier !== facts) changes.set(id, earlier ? [earlier, facts] : [facts]);
    if (!earlier) continue;
    let next = order.next().value;
    for (; next !== undefined && !now.has(next); next = order.next().value) noteGone(next);
    if (next !== id) return null;
  }
  for (const id of order) noteGone(id);
  return changes;
});

/** True if two versions of a source are the same in all that evidence reads. */
function saysSame(one: Unplaced<Source>, other: Unplaced<Source>): boolean {
  return (
    one === other ||
    (one.language?.value === other.language?.value &&
      one.published?.value === other.published?.value &&
      samePassages(one.passages, other.passages))
  );
}

function samePassages(one: readonly Unplaced<Passage>[], other: readonly Unplaced<Passage>[]): boolean {
  if (one === other) return true;
  return (
    one.length === other.length &&
    one.every((passage, i) => {
      const same = other[i];
      return (
        passage === same ||
        (passage.text === same?.text &&
          passage.from === same.from &&
          passage.page === same.page &&
          passage.context === same.context)
      );
    })
  );
}
