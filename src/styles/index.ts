/** Lists of sources in the styles of the Citation Style Language. A bundle of its own, loaded with the first brief that asks for one. */

import { say } from '../core/base/say';
import type { StyledList } from '../core/page/sections/entries';
import { builtInStyle } from './builtIn';
import { type CslDetails, type CslItem, type ListedSource, toCslItem } from './cslItem';
import { LONGEST, MOST_NAMES, process } from './process';
import { readStyle, type Style } from './readStyle';

export { builtInStyle } from './builtIn';
export type { CslDetails, CslItem, ListedSource } from './cslItem';
export { readStyle, type Style } from './readStyle';

/** A request for a list of sources. */
export interface ListRequest {
  /** The sources in the order of the brief, each id once. */
  readonly sources: readonly ListedSource[];
  /** Fields from bibliographies, by the ids of their sources. */
  readonly details: ReadonlyMap<string, CslDetails>;
  /** The text of a style, or the name of a built-in style. */
  readonly style: { readonly csl: string } | string;
  /** The language of the brief (BCP 47). A style for one language keeps its own. */
  readonly language: string;
  /** No list is made of more sources, or of six times as many authors, as each takes time. */
  readonly most: number;
}

/** A list may have at most `most` times this number of authors. */
const NAMES_EACH = 6;

/** The sources of a request as items of CSL-JSON. */
export function itemsOf({ sources, details, language }: Omit<ListRequest, 'style' | 'most'>): CslItem[] {
  return sources.map((source) => toCslItem(source, details.get(source.id) ?? null, language));
}

/** Writes the entries of some sources. Never throws: if a list cannot be written, a sentence says why. */
export async function listSources(request: ListRequest): Promise<StyledList> {
  const { language, most, sources } = request;
  const meant = styleOf(request.style);
  if ('unstyled' in meant) return meant;
  if (sources.length > most) return { unstyled: say('There are over {0} sources: too many for a style.', most) };
  const names = sources.reduce((sum, { authors }) => sum + authors.length, 0);
  // A style that cites by names compares them until it can tell sources apart.
  if (names > most * NAMES_EACH)
    return { unstyled: say('The sources have over {0} authors: too many for a style.', most * NAMES_EACH) };
  const items = itemsOf(request);
  const work = workOf(meant, items);
  if (work > most * WORK_OF_SOURCE) {
    const fit = Math.floor((sources.length * most * WORK_OF_SOURCE) / work);
    return {
      unstyled: say('The style is too large for {0} sources. It is used for {1} at most.', sources.length, fit),
    };
  }
  try {
    return await process(items, meant, language);
  } catch (error) {
    const reason = error instanceof Error ? error.message.split('\n')[0] : String(error);
    return { unstyled: say('The style could not be used: {0}', reason ?? '') };
  }
}

/** The last style that was read, so that it is made ready once. */
let last: { readonly csl: string; readonly style: Style } | null = null;

function styleOf(style: ListRequest['style']): Style | { readonly unstyled: string } {
  if (typeof style === 'string') return builtInStyle(style) ?? { unstyled: say('There is no style "{0}".', style) };
  if (last?.csl === style.csl) return last.style;
  const read = readStyle(style.csl);
  if ('error' in read) return { unstyled: read.error.message };
  last = { csl: style.csl, style: read.style };
  return read.style;
}

/**
 * The work allowed per source, in elements of the style. The largest built-in style needs it for a source of eight authors.
 * Measured, it takes 20 to 50 ms.
 */
const WORK_OF_SOURCE = 3000;
/** The usual length of titles and addresses, in UTF-16 units. A text up to it costs as much as any element. */
const USUAL = 300;

/**
 * Estimates the work for some items, in elements of the style. Measured, a name costs as much as three elements. So do 24
 * characters of a long text, in which the processor looks for quotation marks and words.
 */
function workOf({ size }: Style, items: readonly CslItem[]): number {
  let names = 0;
  let units = 0;
  for (const value of items.flatMap((item) => Object.values(item))) {
    if (Array.isArray(value)) names += Math.min(value.length, MOST_NAMES);
    else if (typeof value === 'string') units += Math.max(0, Math.min(value.length, LONGEST) - USUAL);
  }
  return size.work * items.length + size.names * names * 3 + (size.texts * units) / 8;
}
