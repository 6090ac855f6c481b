import type { TextSpan } from '../../base/text';
import { languageOfPart } from '../../document/language';
import { bridgesOf } from './bridges';
import { isBridge, type Term, termsOf } from './terms';

/**
 * Returns the stretch of a passage that has most of what it shares with a claim; empty, at the start, if it shares nothing.
 *
 * @param tag the passage's language, BCP 47
 * @param shared the terms that it shares; their keys count
 * @param most limit for its length, in UTF-16 units
 */
export function sharedStretch(text: string, tag: string, shared: readonly Term[], most: number): TextSpan {
  const places = placesIn(text, tag, shared);
  const times = new Map<string, number>();
  let best = { start: 0, end: 0, worth: 0 };
  let worth = 0;
  let first = 0;
  for (const place of places) {
    const before = times.get(place.key) ?? 0;
    times.set(place.key, before + 1);
    if (before === 0) worth += worthOf(place);
    for (let left = places[first]; left && left !== place && place.end - left.start > most; left = places[++first]) {
      const count = times.get(left.key) ?? 0;
      times.set(left.key, count - 1);
      if (count === 1) worth -= worthOf(left);
    }
    const start = places[first]?.start ?? place.start;
    if (worth > best.worth) best = { start, end: Math.min(place.end, start + most), worth };
  }
  return { start: best.start, end: best.end };
}

/** Returns the shared terms with their places in the passage, in order. */
function placesIn(text: string, tag: string, shared: readonly Term[]): Term[] {
  const keys = new Set(shared.flatMap(({ kind, key }) => (kind === 'common' ? [] : [key])));
  const language = languageOfPart(text, tag);
  const terms = [...termsOf(text, language), ...(shared.some(isBridge) ? bridgesOf(text, language) : [])];
  return terms.filter(({ key }) => keys.has(key)).sort((a, b) => a.start - b.start);
}

/** Returns the worth of a term. A reader looks for a number first, then for a name. */
function worthOf({ kind }: Term): number {
  return kind === 'number' ? 3 : kind === 'name' || kind === 'place' ? 2 : 1;
}
