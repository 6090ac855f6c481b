/**
 * The sources of a brief. Sources stay the same objects from version to version as long as they say the same. They get
 * their places in the document only when somebody asks. `finders.ts` looks for some of them.
 */

import { derive } from '../../base/derive';
import type { Local } from '../../base/text';
import { firstEndingAfter } from '../blocks/readBody';
import { modelOf } from '../model';
import { type NumberedPassages, numberedPassages, passageByNumber } from '../sources/numberedPassages';
import type { Brief, Source } from '../types';

/** The sources of a brief by their ids. */
export type SourcesById = Pick<ReadonlyMap<string, Source>, 'get' | 'has' | 'keys'>;

/**
 * Returns an object for each source of a brief. It stays the same from version to version, as long as the source says the
 * same.
 */
export function sourceOrigins(brief: Brief): readonly Local<Source>[] {
  return modelOf(brief).sources.origins;
}

/** Returns the passages of a brief that plain numbers cite; null without a source that says `cite: passages`. */
export function numberedPassagesOf(brief: Brief): NumberedPassages | null {
  return numberedPassages(sourceOrigins(brief));
}

/** Returns the {@link sourceOrigins}, with each numbered passage as a source before them. */
export function citableOrigins(brief: Brief): readonly Local<Source>[] {
  return withPassages(sourceOrigins(brief));
}

const withPassages = derive((sources: readonly Local<Source>[]): readonly Local<Source>[] => {
  const numbered = numberedPassages(sources);
  const whole = sources.find(({ id }) => id === numbered?.source);
  if (!numbered || !whole) return sources;
  return [...[...numbered.numbers].map((number) => passageByNumber(whole, number)), ...sources];
});

/**
 * Returns the sources of a brief by their ids, and its numbered passages by their numbers. A source gets its place in the
 * document only when it is asked for.
 */
export function sourcesById(brief: Brief): SourcesById {
  const { indexes, placedAt } = modelOf(brief).sources;
  const listed = (id: string) => placedAt(indexes().get(id) ?? -1);
  const numbered = numberedPassagesOf(brief);
  if (!numbered) return { get: listed, has: (id) => indexes().has(id), keys: () => indexes().keys() };
  const { source, numbers } = numbered;
  const passage = (number: string) => {
    const whole = numbers.has(number) ? listed(source) : undefined;
    return whole && passageByNumber(whole, number);
  };
  return {
    get: (id) => listed(id) ?? passage(id),
    has: (id) => indexes().has(id) || numbers.has(id),
    keys: () => [...indexes().keys(), ...numbers].values(),
  };
}

/** Returns the numbered passages, each as a source with its place in the document. */
export function passageSources(brief: Brief): readonly Source[] {
  const { get } = sourcesById(brief);
  return [...(numberedPassagesOf(brief)?.numbers ?? [])].flatMap((number) => get(number) ?? []);
}

/** Returns the numbered passages, if their text is known, so that people can choose one by its text. */
export function knownPassages(brief: Brief): readonly Source[] {
  return numberedPassagesOf(brief)?.count == null ? [] : passageSources(brief);
}

/** Returns the id of the source that an id stands for; for a numbered passage, the source that holds it. */
export function wholeOf(brief: Brief, id: string): string {
  const numbered = numberedPassagesOf(brief);
  return numbered?.numbers.has(id) ? numbered.source : id;
}

/** Returns {@link wholeOf} for many ids; each once if the brief has numbered passages. */
export function wholesOf(brief: Brief, ids: readonly string[]): readonly string[] {
  return numberedPassagesOf(brief) ? [...new Set(ids.map((id) => wholeOf(brief, id)))] : ids;
}

/** Returns the numbers among ids that cite passages; absent in a brief without such numbers. */
export function passagesAmong(brief: Brief, ids: readonly string[]): { readonly passages?: readonly string[] } {
  const numbered = numberedPassagesOf(brief);
  return numbered ? { passages: ids.filter((id) => numbered.numbers.has(id)) } : {};
}

/** Turns a place in a numbered passage into a place in its source, with the passage's index among all of the source. */
export function placeInSource<P extends { readonly source: string; readonly passage: number | null }>(
  brief: Brief,
  place: P,
): P {
  if (!numberedPassagesOf(brief)?.numbers.has(place.source)) return place;
  const byId = sourcesById(brief);
  const part = byId.get(place.source);
  const passage = part?.passages[place.passage ?? -1];
  if (part?.partOf === undefined || !passage) return place;
  const index = byId.get(part.partOf)?.passages.indexOf(passage) ?? -1;
  return index < 0 ? place : { ...place, source: part.partOf, passage: index };
}

/** Returns the id that a plain number `[1]` stands for at a place, where lists of sources may count from 1 again. */
export function idOfNumber(brief: Brief, number: string, offset: number): string {
  const { body, meanings } = modelOf(brief).blocks;
  const suffix = meanings.items[firstEndingAfter(body, offset)]?.dependencies.suffix ?? '';
  return modelOf(brief).sources.indexes().has(`${number}${suffix}`) ? `${number}${suffix}` : number;
}
