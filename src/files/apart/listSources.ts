/** Lists of sources in a style, from a brief and what its bibliographies say. What knows styles is loaded with the first. */

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
  /** The style where the brief and its configuration name none: one of `STYLE_NAMES`. */
  readonly fallback: string;
  /** No list is made of more sources. */
  readonly most: number;
  /** Those to list; where it is not given, those that the brief shows as its own, or of too many those that it cites. */
  readonly sources?: readonly Source[];
  /** What writes the list; where it is not given, it is written in this process. */
  readonly list?: ListSources;
}

function sourcesOf(brief: Brief, { most, sources }: ListOptions): readonly Source[] {
  if (sources) return sources;
  const listed = listedSources(brief);
  return listed.length > most ? citedSources(brief) : listed;
}

/** What lists are made of: the same text makes the same list. Null: the style is our own, and needs none. */
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

/** The style that holds for a brief; null: our own. So it is till the file of another is read. */
function styleOf({ style }: Brief, { fallback }: ListOptions): string | null {
  const name = style?.name ?? fallback;
  return name === 'compact' || (isStylePath(name) && !style?.file) ? null : name;
}

/** Names a file as it was read: one that has changed is another. */
const numberOf = derive((_file: BibliographyFile) => ++used);
let used = 0;

/** The list in the style that holds for a brief; null: that is our own. Never throws. */
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

/** The sources of a brief as CSL-JSON. */
export async function itemsOfBrief(brief: Brief, sources: readonly Source[]): Promise<readonly CslItem[]> {
  const { itemsOf } = await import('../../styles');
  return itemsOf(await requestOf(brief, sources));
}

async function requestOf(brief: Brief, sources: readonly Source[]): Promise<Omit<ListRequest, 'style' | 'most'>> {
  return { sources: sources.map(toList), details: await detailsOf(brief, sources), language: brief.language };
}

/** What a list is made of, which may be sent to another process: passages are long. */
function toList(source: Source): ListedSource {
  return { id: source.id, authors: source.authors, ...eachSourceText((name) => source[name]) };
}

/** What the bibliographies say of some sources: the first to declare one counts. */
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
