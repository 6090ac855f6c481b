/** Turns links of the text into citations: each page becomes one source, with the title that a link gives it. */

import { isNumber } from '../../base/messages';
import type { Span, TextEdit } from '../../base/text';
import { comparablePlace, comparableUrl, siteOf } from '../../base/urls';
import type { Brief, SourceDeclaration } from '../../brief/types';
import { citationOf } from '../../rules/fixes/cite';
import { declareSource, type NewSource, sectionEntries } from '../../rules/fixes/declareSource';
import { edited } from '../../rules/fixes/edited';
import { removeLines } from '../../rules/fixes/remove';
import { cleanAddress, titleOfWords } from '../../rules/fixes/sources/addresses';
import { declareAll } from '../../rules/fixes/sources/declareAll';
import { tableOfEntry } from '../../rules/fixes/sources/inTable';
import { inBrackets } from '../edits';
import type { Notes } from '../report';
import { isCjk } from '../text/words';
import { type Link, linksOf } from './linksOf';
import { isMark, type Named, namedBy, OTHERS } from './linkWords';
import { listedSources } from './listed';

/**
 * Replaces each link by a citation, or puts the citation behind the link's words if these belong to the sentence. Declares a
 * source for each address that no source has. Links in headings and around images stay.
 */
export function liftLinks(brief: Brief, notes: Notes): Brief {
  const links = linksOf(brief);
  if (links.length === 0 || declareSource(brief, { id: '1' }) === null) return brief;
  const defined = definedSources(brief, links);
  const sources = sourceFinder(brief, defined);
  const groups = groupsOf(brief.text, links);
  const idsOf = groups.map(({ links: some, isAlone }) => some.map((link) => sources.idOf(link, isAlone)));
  const edits = groups.map(({ span, isAlone, links: [first] }, i) =>
    isAlone ? cited(brief.text, span, idsOf[i] ?? []) : behindWords(brief.text, first, idsOf[i]?.[0] ?? ''),
  );
  const removed = defined.map(({ span }) => removeLines(brief, span));
  const made = [...defined.map(({ source }) => source), ...sources.made()];
  const lifted = edited(brief, [...edits, ...removed, ...withAddresses(brief, sources.given)]);
  const listed = made.length === 0 ? lifted : inBrackets(lifted);
  const declared = declareAll(
    listed,
    made.sort((a, b) => Number(a.id) - Number(b.id)),
  );
  // In a broken list of sources, an entry may declare nothing. A link is better than a citation of nothing.
  const known = new Set(declared.sources.map(({ id }) => id));
  if (!made.every(({ id }) => known.has(id))) return brief;
  notes.cited += links.length;
  groups.forEach((group, i) => {
    if (group.isAlone) noteWords(brief.text, group, idsOf[i] ?? [], notes);
  });
  for (const { id, title } of made) {
    notes.made.add(id);
    if (title === undefined) notes.untitled.add(id);
  }
  return declared;
}

/** Notes the words that a citation replaces: words that the source has, too, and words around a link, as in `(see …)`. */
function noteWords(text: string, { span, links }: Group, ids: readonly string[], { said, named }: Notes): void {
  let from = span.start;
  links.forEach((link, i) => {
    said.push(text.slice(from, link.span.start));
    from = link.span.end;
    const words = link.words.replace(OTHERS, '');
    said.push(link.words.slice(words.length));
    if (titleOfWords(words) === null) said.push(words);
    else named.push({ words, id: ids[i] ?? '' });
  });
}

interface Group {
  readonly span: Span;
  readonly links: readonly Link[];
  /** True if only links stand in the parentheses, or the link's words say nothing. */
  readonly isAlone: boolean;
}

/** Numbers that are links have brackets of their own: `[[1](…)]`. */
const BRACKET = /(?<![\]!\\])\[$/;
const OPENING = /[(（]\s*(?:(?:sources?|see|via|cf\.?|来源|参见|见|出处)\s*[:：]?\s*)?$/i;
const BETWEEN = /^(?:\s*[,;、，；|/·]?\s*|\s+(?:and|&)\s+)$/;

/** Groups links that stand together in parentheses of their own, with the parentheses. Any other link is a group by itself. */
function groupsOf(text: string, links: readonly Link[]): Group[] {
  const groups: Group[] = [];
  for (let i = 0; i < links.length; ) {
    const first = links[i];
    if (!first) break;
    const before = text.slice(Math.max(0, first.span.start - 20), first.span.start);
    const bracket = first.id === undefined ? undefined : BRACKET.exec(before)?.[0];
    const opening = bracket ?? OPENING.exec(before)?.[0];
    let last = i;
    const endOf = (at: number) => links[at]?.span.end ?? 0;
    while (
      opening !== undefined &&
      last + 1 < links.length &&
      isNear(text, endOf(last), links[last + 1]?.span.start ?? 0)
    )
      last++;
    const end = bracket ? /^\](?![([:])/ : /^\s*[)）]/;
    const closing = opening === undefined ? null : end.exec(text.slice(endOf(last), endOf(last) + 10));
    if (opening !== undefined && closing) {
      const span = { start: first.span.start - opening.length, end: endOf(last) + closing[0].length };
      groups.push({ span, links: links.slice(i, last + 1), isAlone: true });
      i = last + 1;
    } else {
      groups.push({ span: first.span, links: [first], isAlone: first.id !== undefined || isMark(text, first) });
      i++;
    }
  }
  return groups;
}

function isNear(text: string, from: number, to: number): boolean {
  return to - from <= 6 && BETWEEN.test(text.slice(from, to));
}

function cited(text: string, span: Span, ids: readonly string[]): TextEdit {
  return { span, newText: `${[...new Set(ids)].map(citationOf).join('')}${spaceBehind(text, span)}` };
}

/** Returns the space without which the citation at a place would be a link or a definition with what follows. */
function spaceBehind(text: string, { end }: Span): string {
  return /^(?:\(|\[(?!\\?\[?\^?\d))/.test(text.slice(end, end + 5)) ? ' ' : '';
}

function behindWords(text: string, link: Link | undefined, id: string): TextEdit {
  const { span, words } = link ?? { span: { start: 0, end: 0 }, words: '' };
  const written = /^\[(.*)\](?:\(|\[)/s.exec(text.slice(span.start, span.end))?.[1] ?? words;
  const space = [...written].some(isCjk) || written.endsWith(' ') ? '' : ' ';
  return { span, newText: `${written}${space}${citationOf(id)}${spaceBehind(text, span)}` };
}

/** The entries that give no address, by their ids. */
function openEntries(brief: Brief): ReadonlyMap<string, SourceDeclaration> {
  const entries = sectionEntries(brief).filter((entry) => !entry.url && !entry.doi && !tableOfEntry(brief, entry));
  return new Map(entries.map((entry) => [entry.id, entry]));
}

/** Writes the address of a link behind the entry that its number names. */
function withAddresses(brief: Brief, given: ReadonlyMap<string, string>): TextEdit[] {
  const entries = openEntries(brief);
  return [...given].flatMap(([id, url]): TextEdit[] => {
    const entry = entries.get(id);
    const end = entry?.span.end ?? 0;
    const isEnded = /[\].:,;。：，；\s]$/.test(brief.content.slice(0, end).slice(-1));
    return entry ? [{ span: { start: end, end }, newText: `${isEnded ? ' ' : '. '}${url}` }] : [];
  });
}

/** Finds the source of a link by its address, or makes one. */
function sourceFinder(brief: Brief, defined: readonly { readonly source: NewSource }[]) {
  const declared = listedSources(brief);
  const byAddress = new Map<string, string>();
  for (const { id, url } of [...declared].reverse()) if (url !== undefined) byAddress.set(comparablePlace(url), id);
  const pages = new Map(declared.map(({ id, url }) => [id, url === undefined ? '' : comparableUrl(url)]));
  const taken = new Set([...declared, ...defined.map(({ source }) => source)].map(({ id }) => id));
  const cited = brief.citations
    .filter(({ form }) => form !== 'inline-link')
    .flatMap(({ items }) => items.map(({ id }) => id));
  const numbers = [...taken, ...cited]
    .map((id) => id.replace(/^\^/, ''))
    .filter((id) => isNumber(id) && id.length <= 4);
  let highest = numbers.reduce((most, id) => Math.max(most, Number(id)), 0);
  const made = new Map<string, NewSource>();
  /** Addresses of entries that have none, by the numbers that link to them. */
  const given = new Map<string, string>();
  const open = new Set(openEntries(brief).keys());
  const isOpen = (id: string | undefined): id is string => id !== undefined && open.has(id) && !given.has(id);
  const newId = (wanted: string | undefined) => {
    if (wanted !== undefined && !taken.has(wanted)) highest = Math.max(highest, Number(wanted));
    const id = wanted !== undefined && !taken.has(wanted) ? wanted : String(++highest);
    taken.add(id);
    return id;
  };
  return {
    idOf: (link: Link, isAlone: boolean): string => {
      const { url, id: wanted } = link;
      const key = comparablePlace(url);
      // A number names its entry, wherever on its page the link leads.
      const named = wanted !== undefined && pages.get(wanted) === comparableUrl(url) ? wanted : undefined;
      const id = byAddress.get(key) ?? named ?? (isOpen(wanted) ? wanted : newId(wanted));
      byAddress.set(key, id);
      const before = made.get(id);
      if (isOpen(id)) given.set(id, cleanAddress(url));
      else if (before ? before.title === undefined : !declared.some((source) => source.id === id)) {
        const site = siteOf(url);
        const names = withoutNumber(namedBy(brief.text, link, isAlone), id);
        const known = before ?? (site === null ? {} : { publisher: site });
        made.set(id, { ...(names.title === undefined ? known : {}), ...names, id, url: cleanAddress(url) });
      }
      return id;
    },
    given,
    made: (): NewSource[] => [...made.values()],
  };
}

/** Returns the names of a source without its own number before its title: `1. BBC` of source 1. */
function withoutNumber(names: Named, id: string): Named {
  const [number = '', counted] = /^(\d{1,3})[.)]\s+(?=\S)/.exec(names.title ?? '') ?? [];
  return counted === id ? { ...names, title: names.title?.slice(number.length) ?? '' } : names;
}

/**
 * Returns the sources of numbered definitions (`[1]: https://…`), if a link of the text uses any definition. They become
 * entries of a list that readers see. If no link does, definitions stay as they are.
 */
function definedSources(brief: Brief, links: readonly Link[]): { readonly source: NewSource; readonly span: Span }[] {
  const wordsOf = new Map<string, string>();
  for (const { span, words, url } of links) {
    if (!/\]\[[^\]]*\]$/.test(brief.content.slice(span.start, span.end))) continue;
    const title = titleOfWords(words);
    if (title !== null || !wordsOf.has(url)) wordsOf.set(url, title ?? '');
  }
  if (wordsOf.size === 0) return [];
  return brief.sources.flatMap(({ id, declarations }) => {
    const only = declarations.length === 1 ? declarations[0] : undefined;
    if (only?.declaredIn !== 'definition' || !only.url || !isNumber(id)) return [];
    const title = only.title?.value ?? (wordsOf.get(only.url.value) || undefined);
    const site = /^https?:\/\/(?:www\.)?([^/?#]+)/i.exec(only.url.value)?.[1];
    const name = title !== undefined ? { title } : site === undefined ? {} : { publisher: site };
    return [{ source: { id, ...name, url: cleanAddress(only.url.value) }, span: only.span }];
  });
}
