/** Lists of sources in a style, from a brief and its bibliographies. The code for styles is loaded with the first list. */

import { derive } from '../../core/base/derive';
import { say } from '../../core/base/say';
import { eachSourceText, SOURCE_TEXTS } from '../../core/base/sourceFields';
import {
  type BibliographyFile,
  type Brief,
  citedSources,
  isStylePath,
  listedSources,
  type Source,
} from '../../core/checking';
import type { StyledList } from '../../core/page/sections/entries';
import type { CslItem, ListedSource, ListRequest } from '../../styles';
import type { ListSources } from './listApart';

export interface ListOptions {
  /** The style if the brief and its configuration name none: one of `STYLE_NAMES`. */
  readonly fallback: string;
  /** Largest number of sources in a list. */
  readonly most: number;
  /**
   * The sources to list. By default these are the sources that the brief shows as its own, or only the cited ones if those are
   * too many.
   */
  readonly sources?: readonly Source[];
  /** Writes the list; by default it is written in this process. */
  readonly list?: ListSources;
}

function sourcesOf(brief: Brief, { most, sources }: ListOptions): readonly Source[] {
  if (sources) return sources;
  const listed = listedSources(brief);
  return listed.length > most ? citedSources(brief) : listed;
}

/**
 * Returns a text of all that a list is made of: the same text makes the same list. Returns null for our own style, which needs
 * no list.
 */
export function keyOfList(brief: Brief, options: ListOptions): string | null {
  const name = styleOf(brief, options);
  if (name === null) return null;
  const values = sourcesOf(brief, options).map((source) => [
    source.id,
    ...SOURCE_TEXTS.map((name) => source[name]?.value ?? null),
    source.authors.map(({ value }) => value),
  ]);
  const files = brief.bibliography.map((file) => numberOf(file));
  return JSON.stringify([name, brief.style?.file?.text ?? null, brief.language, files, values]);
}

/** Returns the style of a brief; null for our own, which is also used until the file of the named style is read. */
function styleOf({ style }: Brief, { fallback }: ListOptions): string | null {
  const name = style?.name ?? fallback;
  return name === 'compact' || (isStylePath(name) && !style?.file) ? null : name;
}

/** Numbers files as they were read: a file that has changed gets another number. */
const numberOf = derive((_file: BibliographyFile) => ++used);
let used = 0;

/** Returns the list in the style of a brief; null for our own style. Never throws. */
export async function listSourcesOf(brief: Brief, options: ListOptions): Promise<StyledList | null> {
  const name = styleOf(brief, options);
  if (name === null) return null;
  const file = brief.style?.file;
  if (file && file.text === undefined)
    return { unstyled: file.unreadable ?? file.errors[0]?.message ?? say('The style could not be read.') };
  try {
    const request = await requestOf(brief, sourcesOf(brief, options));
    const list = options.list ?? (await import('../../styles')).listSources;
    return await list({ ...request, style: file?.text === undefined ? name : { csl: file.text }, most: options.most });
  } catch (error) {
    return { unstyled: error instanceof Error ? error.message : String(error) };
  }
}

/** Returns the sources of a brief as CSL-JSON. */
export async function itemsOfBrief(brief: Brief, sources: readonly Source[]): Promise<readonly CslItem[]> {
  const { itemsOf } = await import('../../styles');
  return itemsOf(await requestOf(brief, sources));
}

async function requestOf(brief: Brief, sources: readonly Source[]): Promise<Omit<ListRequest, 'style' | 'most'>> {
  return { sources: sources.map(toList), details: await detailsOf(brief, sources), language: brief.language };
}

/** Returns only the parts of a source that a list is made of. They may be sent to another process, and passages are long. */
function toList(source: Source): ListedSource {
  return { id: source.id, authors: source.authors, ...eachSourceText((name) => source[name]) };
}

/** Reads the details of some sources from the bibliographies. The first one to declare a source counts. */
async function detailsOf(brief: Brief, sources: readonly Source[]): Promise<ListRequest['details']> {
  const wanted = new Map<string, Set<string>>();
  for (const { id, declarations } of sources) {
    const uri = declarations.find(({ declaredIn }) => declaredIn === 'bibliography')?.uri;
    if (uri !== undefined) wanted.set(uri, (wanted.get(uri) ?? new Set()).add(id));
  }
  const details = new Map<string, NonNullable<ReturnType<ListRequest['details']['get']>>>();
  for (const { path, uri, text } of brief.bibliography) {
    const ids = wanted.get(uri ?? '');
    if (text === undefined || ids === undefined) continue;
    const { readDetails } = await import('../../formats');
    for (const [id, found] of await readDetails(text, path, ids)) if (!details.has(id)) details.set(id, found);
  }
  return details;
}
