/** Links of the text to sources that are cited: each page once, with the title that a link gives it. */
import type { Brief } from '../brief';
import { citationOf } from '../checks/fixes/cite';
import { declareSource, type NewSource } from '../checks/fixes/declareSource';
import { removeLines } from '../checks/fixes/remove';
import { cleanAddress, titleInSentence, titleOfWords } from '../checks/fixes/sources/addresses';
import { isNumber } from '../checks/messages';
import { comparableUrl, siteOf } from '../checks/urls';
import type { Span, TextEdit } from '../text';
import { declareAll } from './declareAll';
import { definedSources } from './definedSources';
import { edited, inBrackets } from './edits';
import { type Link, linksOf } from './linksOf';
import { listedSources } from './listed';
import type { Notes } from './report';
import { isCjk } from './words';

/**
 * Puts a citation in the place of each link, or behind its words where these belong to the sentence, and declares what
 * no source has the address of. Links in headings and around images stay.
 */
export function liftLinks(brief: Brief, notes: Notes): Brief {
  const links = linksOf(brief);
  if (links.length === 0 || declareSource(brief, { id: '1' }) === null) return brief;
  const defined = definedSources(brief, links);
  const sources = sourceFinder(brief, defined);
  const groups = groupsOf(brief.text, links);
  const idsOf = groups.map(({ links: some, isAlone }) => some.map((link) => sources.idOf(link, isAlone)));
  const edits = groups.map(({ span, isAlone, links: [first] }, i) =>
    isAlone ? cited(span, idsOf[i] ?? []) : behindWords(brief.text, first, idsOf[i]?.[0] ?? ''),
  );
  const removed = defined.map(({ span }) => removeLines(brief, span));
  const made = [...defined.map(({ source }) => source), ...sources.made()];
  const lifted = edited(brief, [...edits, ...removed]);
  const listed = made.length === 0 ? lifted : inBrackets(lifted);
  const declared = declareAll(
    listed,
    made.sort((a, b) => Number(a.id) - Number(b.id)),
  );
  // In a list of sources that is broken, an entry may declare nothing: better a link than a citation of nothing.
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

/** What a citation takes the place of: words that the source has, too, and those around a link, as in `(see …)`. */
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
  /** Nothing but links stands in the parentheses, or the link's words say nothing. */
  readonly isAlone: boolean;
}

const OPENING = /[(（]\s*(?:(?:sources?|see|via|cf\.?|来源|参见|见|出处)\s*[:：]?\s*)?$/i;
const BETWEEN = /^(?:\s*[,;、，；|/·]?\s*|\s+(?:and|&)\s+)$/;

/** Links that stand together in parentheses of their own are one group, with the parentheses. */
function groupsOf(text: string, links: readonly Link[]): Group[] {
  const groups: Group[] = [];
  for (let i = 0; i < links.length; ) {
    const first = links[i];
    if (!first) break;
    const opening = OPENING.exec(text.slice(Math.max(0, first.span.start - 20), first.span.start))?.[0];
    let last = i;
    const endOf = (at: number) => links[at]?.span.end ?? 0;
    while (
      opening !== undefined &&
      last + 1 < links.length &&
      isNear(text, endOf(last), links[last + 1]?.span.start ?? 0)
    )
      last++;
    const closing = opening === undefined ? null : /^\s*[)）]/.exec(text.slice(endOf(last), endOf(last) + 10));
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

/** Whether the words of a link are no words of the sentence: an address, "source", `Reuters+2`. */
function isMark(text: string, { span, words }: Link): boolean {
  if (OTHERS.test(words)) return true;
  if (titleOfWords(words) !== null) return false;
  return (
    !NOUNS.test(words) ||
    !(DETERMINED.test(text.slice(Math.max(0, span.start - 12), span.start)) || goesOn(text, span.end))
  );
}

/** How many more sources there are: `Reuters+2`. */
const OTHERS = /(?<=\S)\s?\+\d{1,2}\s*$/;
/** Words of pages that a sentence may have, too: "a [study](…) found", "[this report](…) says". */
const NOUNS =
  /^(?:(?:the|a|an|this|that|these|its|their|one|another) )?(?:\w+ )?(?:this|that|it|there|website|site|article|report|study|paper|page|survey|analysis|data|image|photo)$/i;
const DETERMINED = /(?:^|\s)(?:an?|the|this|that|its|their|one|another|by|in|of|per) $/i;

/** Whether a sentence goes on behind a link: with a word in small letters. */
function goesOn(text: string, from: number): boolean {
  return /^[*_"”’]*,? \p{Ll}/u.test(text.slice(from, from + 8));
}

function cited(span: Span, ids: readonly string[]): TextEdit {
  return { span, newText: [...new Set(ids)].map(citationOf).join('') };
}

function behindWords(text: string, link: Link | undefined, id: string): TextEdit {
  const { span, words } = link ?? { span: { start: 0, end: 0 }, words: '' };
  const written = /^\[(.*)\](?:\(|\[)/s.exec(text.slice(span.start, span.end))?.[1] ?? words;
  return { span, newText: `${written}${[...written].some(isCjk) ? '' : ' '}${citationOf(id)}` };
}

type Made = { -readonly [K in keyof NewSource]: NewSource[K] };

/** Finds the source of a link by its address, or makes one. */
function sourceFinder(brief: Brief, defined: readonly { readonly source: NewSource }[]) {
  const declared = listedSources(brief);
  const byAddress = new Map<string, string>();
  for (const { id, url } of [...declared].reverse()) if (url !== undefined) byAddress.set(comparableUrl(url), id);
  const taken = new Set([...declared, ...defined.map(({ source }) => source)].map(({ id }) => id));
  const cited = brief.citations
    .filter(({ form }) => form !== 'inline-link')
    .flatMap(({ items }) => items.map(({ id }) => id));
  const numbers = [...taken, ...cited]
    .map((id) => id.replace(/^\^/, ''))
    .filter((id) => isNumber(id) && id.length <= 4);
  let highest = numbers.reduce((most, id) => Math.max(most, Number(id)), 0);
  const made = new Map<string, Made>();
  const newId = (wanted: string | undefined) => {
    if (wanted !== undefined && !taken.has(wanted)) highest = Math.max(highest, Number(wanted));
    const id = wanted !== undefined && !taken.has(wanted) ? wanted : String(++highest);
    taken.add(id);
    return id;
  };
  return {
    idOf: ({ url, words, id: wanted }: Link, isAlone: boolean): string => {
      const key = comparableUrl(url);
      const id = byAddress.get(key) ?? newId(wanted);
      byAddress.set(key, id);
      const title = isAlone ? titleOfWords(words) : titleInSentence(words);
      const before = made.get(id);
      if (before && before.title === undefined && title !== null) made.set(id, { id, title, url: cleanAddress(url) });
      else if (!before && !declared.some((source) => source.id === id)) {
        const site = siteOf(url);
        made.set(id, {
          id,
          ...(title !== null ? { title } : site !== null ? { publisher: site } : {}),
          url: cleanAddress(url),
        });
      }
      return id;
    },
    made: (): NewSource[] => [...made.values()],
  };
}
