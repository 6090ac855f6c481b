/**
 * Entries of a sources section: each line that starts with `[n]`, `[n]:` or `n.` (or `[@key]`) begins one, also
 * inside one paragraph. An entry's first link or URL is its URL, its text without that its title.
 */

import type { Local, LocalSpan } from '../../base/text';
import { hasAddress, isPlainHeading } from '../../document/blocks/plainHeadings';
import { toPlainDigits } from '../../document/citations/numbers';
import { superscriptNumber } from '../../document/citations/superscripts';
import { wordCount } from '../../document/claims';
import { trimEnd } from '../../document/moved';
import { isSourcesLine } from '../needs/sectionWords';
import type { Field, SourceDeclaration } from '../types';
import { type ReferenceFields, referenceFields } from './referenceFields';

/** The start of an entry: its id, the id's span, and the offset of its text. */
export interface EntryStart {
  readonly id: string;
  readonly idSpan: LocalSpan;
  readonly contentStart: number;
  /** The URL of an entry that starts with `[1](https://…)`. */
  readonly url?: Local<Field>;
}

const ANCHOR = String.raw`(?:<a\s[^<>]{1,80}>(?:</a>)?[ \t]*)?`;
const MARKER = String.raw`[ \t]*(?:[-*+•][ \t]+|\d{1,9}[.)][ \t]+(?=\\?[[［【]))?${ANCHOR}`;
const NUMBER = '[0-9０-９]{1,4}';
const STRONG = String.raw`(?:\*\*|__)?`;
/** Forms of an entry's start; the first group is the id, the second, where there is one, a URL. */
const STARTS: readonly RegExp[] = [
  new RegExp(String.raw`${MARKER}\[{1,2}\\?\[?(${NUMBER})\\?\]{1,3}\(\s*<?([^\s<>()]{1,2000})>?\s*\)[:：.]?`, 'dy'),
  new RegExp(String.raw`${MARKER}${STRONG}\\?[[［【]{1,2}(${NUMBER})\\?[\]］】]{1,2}${STRONG}[:：.]?${STRONG}`, 'dy'),
  new RegExp(String.raw`${MARKER}\[@\{?([^\s\]{};,]{1,200})\}?\][:：]?`, 'dy'),
  new RegExp(String.raw`${MARKER}@([\p{L}\p{N}_]\S{0,200}?)[:：](?=\s)`, 'dyu'),
  new RegExp(String.raw`${MARKER}${STRONG}\\?\[([A-Z]{1,4}-?\d{1,3})\\?\]${STRONG}[:：.]?(?=\s)`, 'dy'),
  new RegExp(String.raw`[ \t]*${ANCHOR}${STRONG}[(（]?(${NUMBER})\\?(?:[.)、．]|[:：](?=\s))(?!\d)${STRONG}`, 'dy'),
  /[ \t]*(\d{1,3})[ \t]+(?=\p{Lu}|\p{Script=Han}|["“「《])/duy,
  new RegExp(String.raw`${MARKER}<sup>\s*(${NUMBER})\s*</sup>[:：.]?`, 'diy'),
];
/** `①` to `⑳`. */
const CIRCLED = new RegExp(`${MARKER}([①-⑳])`, 'y');
const FIRST_CIRCLED = '①'.charCodeAt(0) - 1;
const SUPERSCRIPT = new RegExp(`${MARKER}([⁰¹²³⁴⁵⁶⁷⁸⁹]{1,3})`, 'y');

/**
 * Reads the start of an entry in a line.
 *
 * @param lineStart the offset of the line's first character
 * @returns null if the line doesn't begin an entry
 */
export function readEntryStart(text: string, lineStart: number): EntryStart | null {
  for (const pattern of STARTS) {
    pattern.lastIndex = lineStart;
    const match = pattern.exec(text);
    if (!match?.[1]) continue;
    const idStart = match.indices?.[1]?.[0] ?? lineStart;
    const contentStart = lineStart + match[0].length;
    const urlStart = match.indices?.[2]?.[0] ?? lineStart;
    return {
      id: toPlainDigits(match[1]),
      idSpan: { start: idStart, end: idStart + match[1].length },
      contentStart,
      ...(match[2] ? { url: { value: match[2], span: { start: urlStart, end: urlStart + match[2].length } } } : {}),
    };
  }
  CIRCLED.lastIndex = lineStart;
  SUPERSCRIPT.lastIndex = lineStart;
  const match = CIRCLED.exec(text) ?? SUPERSCRIPT.exec(text);
  if (!match?.[1]) return null;
  const idStart = lineStart + match[0].length - match[1].length;
  const circled = match[1].charCodeAt(0) - FIRST_CIRCLED;
  const id = circled >= 1 && circled <= 20 ? String(circled) : superscriptNumber(match[1]);
  return { id, idSpan: { start: idStart, end: idStart + match[1].length }, contentStart: lineStart + match[0].length };
}

/**
 * Reads the lines of a paragraph in a sources section.
 *
 * @returns its entries; lines before the first one belong to no entry
 */
export function readEntries(text: string, span: LocalSpan): Local<SourceDeclaration>[] {
  const starts: { at: number; start: EntryStart }[] = [];
  for (let at = span.start; at < span.end; ) {
    const start = readEntryStart(text, at);
    const first = starts[0]?.start;
    const counts = start && (isMarked(text, start) || goesOn(start, starts.at(-1)?.start, first));
    if (counts && start.contentStart <= span.end) starts.push({ at: skipBlank(text, at), start });
    const next = text.indexOf('\n', at);
    at = next < 0 ? span.end : next + 1;
  }
  return starts.map(({ at, start }, i) => {
    const end = starts[i + 1]?.at ?? span.end;
    const entry = readEntry(text, start, { start: at, end: trimEnd(text, at, end) });
    const numbers = numbersBehind(text, start, end);
    return numbers.length > 0 ? { ...entry, numbers: [entry.id, ...numbers] } : entry;
  });

  /** A number without brackets may be a year or a page of a wrapped entry. It counts if it continues the numbers before it. */
  function goesOn(start: EntryStart, preceding: EntryStart | undefined, first: EntryStart | undefined): boolean {
    const id = Number(start.id);
    if (!preceding || !first) return !YEAR.test(start.id);
    const most = isBare(text, first) ? MOST_LEFT_OUT : 0;
    return id > Number(preceding.id) && id <= Number(preceding.id) + 1 + most;
  }
}

/** Returns the further numbers of an entry that starts with several links to one page: `[1](https://…#one) [3](https://…#two) Title`. */
function numbersBehind(text: string, first: EntryStart, end: number): string[] {
  const numbers: string[] = [];
  for (let last = first; last.url; ) {
    const at = skipBlank(text, last.contentStart);
    const start = at < end ? readEntryStart(text, at) : null;
    if (!start?.url || start.contentStart > end) break;
    numbers.push(start.id);
    last = start;
  }
  return numbers;
}

/** A year at the start of a wrapped line, rather than the number of an entry. */
export const YEAR = /^(?:1[5-9]|20)\d\d$/;

/** Most numbers that a list may leave out in one place, as it names only the works that were cited. */
const MOST_LEFT_OUT = 20;

/** True for `[3] …` and `(3) …`, but not for a year: `(2019) Oslo Press.` */
function isMarked(text: string, start: EntryStart): boolean {
  return !isBare(text, start) && !(YEAR.test(start.id) && /[(（]/.test(text[start.idSpan.start - 1] ?? ''));
}

/** True for `3. …`, and not for `[3] …` or `(3) …`. */
function isBare(text: string, { idSpan, id }: EntryStart): boolean {
  return (
    /^\d+$/.test(id) &&
    !/[[［【(（>@]/.test(text[idSpan.start - 1] ?? '') &&
    !/[⁰¹²³⁴-⁹]/.test(text[idSpan.start] ?? '')
  );
}

/**
 * Reads a paragraph that names its sources after the word: `Sources: [1] One, https://…; [2] Two, https://…`.
 *
 * @returns its entries; an empty list if it only cites, as in `Source: [1], [2]`
 */
export function readEntriesAfterLabel(text: string, span: LocalSpan): Local<SourceDeclaration>[] {
  const paragraph = text.slice(span.start, span.end);
  const links = readLinksAfterLabel(text, paragraph, span.start);
  if (links.length > 0) return links;
  const label = /^([^[\]:：\n]{1,40}[:：][*_]{0,3})[ \t]*(?=\[\d{1,3}\])/.exec(paragraph);
  if (!label?.[1] || !isSourcesLine(label[1])) return [];
  const marks = [...paragraph.matchAll(/(?<=[\s;；])\[(\d{1,3})\]:?(?![([])/g)];
  const ends = marks.map((_, i) => marks[i + 1]?.index ?? paragraph.length);
  if (!marks.every((mark, i) => URL_TEXT.test(paragraph.slice(mark.index, ends[i])))) return [];
  return marks.map((mark, i) => {
    const at = span.start + mark.index;
    const idSpan = { start: at + 1, end: at + 1 + (mark[1] ?? '').length };
    const start = { id: mark[1] ?? '', idSpan, contentStart: at + mark[0].length };
    const end = trimEnd(text, at, span.start + (ends[i] ?? paragraph.length));
    return readEntry(text, start, { start: at, end });
  });
}

const NUMBERED_LINK = String.raw`\[\d{1,3}\]\([^\s()]{1,2000}(?:\([^\s()]{0,500}\)[^\s()]{0,500})?\)`;
/** A line of linked numbers and nothing else behind the word for sources: `Citations: [1](https://…) [2](https://…)`. */
const NUMBERED_LINKS = new RegExp(
  String.raw`^([^[\]:：\n]{1,40}[:：][*_]{0,3})\s*${NUMBERED_LINK}(?:[\s|,;·•、；，]{0,3}${NUMBERED_LINK}){1,99}[.。]?\s*$`,
);

/** Reads such a line if it counts from 1. Other links with numbers only cite. */
function readLinksAfterLabel(text: string, paragraph: string, at: number): Local<SourceDeclaration>[] {
  const label = NUMBERED_LINKS.exec(paragraph)?.[1];
  if (label === undefined || !isSourcesLine(label)) return [];
  const links = [...paragraph.matchAll(new RegExp(NUMBERED_LINK, 'g'))].flatMap(({ 0: link, index }) => {
    const start = readEntryStart(text, at + index);
    return start ? [{ start, span: { start: at + index, end: at + index + link.length } }] : [];
  });
  const counts = links.every(({ start }, i) => start.id === String(i + 1));
  return counts ? links.map(({ start, span }) => readEntry(text, start, span)) : [];
}

const LINK =
  /\[((?:[^[\]\n\\]|\\.){1,500})\]\(\s*<?([^\s<>()]{1,2000}(?:\([^\s<>()]{0,500}\)[^\s<>()]{0,500})?)>?(?:\s+"[^"\n]{0,300}")?\s*\)/;
const LINKS = new RegExp(LINK.source, 'g');
const LINK_FORM = String.raw`\[(?:[^[\]\n\\]|\\.){1,500}\]\([^\s<>()]{1,2000}\)`;

/** A line of links and nothing else behind the word for sources, with signs between the links. */
const LINKS_BEHIND = new RegExp(
  String.raw`^([^[\]:：\n]{1,40}[:：][*_]{0,3})[ \t]*(${LINK_FORM}(?:\s*[|,;·•、；，]\s*${LINK_FORM}){1,40})[.。]?\s*$`,
);

/** Reads the works of a paragraph that is one line of links: `Sources: [One](https://…) | [Two](https://…)`. */
export function readWorksAfterLabel(text: string, span: LocalSpan): Local<SourceDeclaration>[] {
  const [, label = '', links = ''] = LINKS_BEHIND.exec(text.slice(span.start, span.end)) ?? [];
  if (links === '' || !isSourcesLine(label)) return [];
  const from = text.indexOf(links, span.start + label.length);
  return [...links.matchAll(LINKS)].flatMap(({ 0: link, index }) => {
    const work = { start: from + index, end: from + index + link.length };
    return readWork(text, work, work) ?? [];
  });
}

/**
 * Reads a work that a list of sources names without a number. An address, a DOI or the form of a printed reference tells
 * it from a label or a remark.
 *
 * @param content the span of its text, without the marker of an item
 * @returns null if the text doesn't name a work
 */
export function readWork(text: string, content: LocalSpan, span: LocalSpan): Local<SourceDeclaration> | null {
  const reference = readReference(text, content);
  const { url, doi } = reference;
  // A link to another part of the same work, such as its next chapter.
  if (url && !ADDRESS_START.test(url.value)) return null;
  if (!url && !doi && !isPrintedReference(text.slice(content.start, span.end))) return null;
  const id = url?.value ?? doi?.value ?? text.slice(content.start, content.end).replace(/\s+/g, ' ');
  const idSpan = { start: content.start, end: content.start };
  return {
    ...{ id, idSpan, span, declaredIn: 'section', quotes: [] },
    ...reference,
  };
}

/** Numbers at the end of an entry, if it doesn't start with one: `[3]`, `[1], [2].` */
export const NUMBERS_BEHIND = /(?<![\d\]])\s(?:\[\d{1,3}\][,;]?\s?){1,20}\.?$/;

/** True for an author and a year, a title in quotation or title marks with a year, or an ISBN. */
function isPrintedReference(text: string): boolean {
  if (/\bISBN\b|《[^》\n]{1,100}》|[「『][^」』\n]{2,100}[」』]/.test(text)) return true;
  if (isProse(text) || LABELLED_LINES.test(text)) return false;
  if (!/(?<!\d)(?:1[5-9]|20)\d\d(?!\d)|\(n\.d\.\)|\(o\.J\.\)/.test(text)) return false;
  return /^[^\p{L}]{0,4}\p{L}[^\n]{0,300}[,.(（“"*_]/u.test(text) && text.trim().length >= 20;
}

/** Lines about the document, each behind a label: `**Written on**: 3 May 2024`. */
const LABELLED_LINES = /^(?:\s*\*\*[^*\n\d]{1,30}(?:\*\*\s?[:：]|[:：]\s?\*\*)[^\n]*(?:\n|$)){2,9}$/;

/** Fewest words of a sentence that is longer than most titles. */
const LONG_SENTENCE = 12;

/** True if a text has several long sentences, as one has that describes data and methods. */
function isProse(text: string): boolean {
  const sentences = text.split(/(?<=\p{Ll}{3}[)”"*_]{0,3}|[%)])[.!?]\s+(?=[*_(“"]*\p{Lu})/u);
  return sentences.filter((sentence) => wordCount(sentence) >= LONG_SENTENCE).length > 1;
}

/** The share of the lines of a paragraph that have addresses, if each line is a work. */
const MOST_LINES = 0.8;

/**
 * Reads the works of a paragraph in a sources section in which no line begins with a number. If almost each line has an
 * address, each is a work; else the whole paragraph is one. A first line that heads them is none.
 */
export function readWorks(text: string, span: LocalSpan): Local<SourceDeclaration>[] {
  const lines: LocalSpan[] = [];
  for (let at = span.start; at < span.end; ) {
    const next = text.indexOf('\n', at);
    const end = next < 0 || next > span.end ? span.end : next;
    const line = { start: skipBlank(text, at), end: trimEnd(text, at, end) };
    const words = text.slice(line.start, line.end);
    if (words !== '' && !(lines.length === 0 && isPlainHeading(words))) lines.push(line);
    at = end + 1;
  }
  const addressed = lines.filter(({ start, end }) => hasAddress(text.slice(start, end))).length;
  const whole = { start: lines[0]?.start ?? span.start, end: trimEnd(text, span.start, span.end) };
  const works = lines.length > 1 && addressed >= lines.length * MOST_LINES ? lines : [whole];
  return works.flatMap((work) => readWork(text, work, work) ?? []);
}

/** The number of an entry once more, on a line of its own, as pages that number their notes twice have it: `1. 1`. */
const REPEATED = /^[ \t]*(\d{1,4})[.)]?[ \t]*\n\s*/;
const FARTHEST_REPEATED = 40;

/** Reads one entry whose start is known. `span` is the whole entry. */
export function readEntry(text: string, start: EntryStart, span: LocalSpan): Local<SourceDeclaration> {
  const { id, idSpan, url } = start;
  const repeated = REPEATED.exec(text.slice(start.contentStart, start.contentStart + FARTHEST_REPEATED));
  const skipped = repeated?.[1] === id ? repeated[0].length : 0;
  const content = { start: Math.min(start.contentStart + skipped, span.end), end: span.end };
  return {
    ...{ id, idSpan, span, declaredIn: 'section', quotes: [] },
    ...readReference(text, content),
    ...(url ? { url } : {}),
  };
}

/** Signs around an address, by the first. */
const CLOSING: Readonly<Record<string, string>> = { '<': '>', '`': '`' };
/** A sign for a link that is left out, with the mark that joined it to the words before. */
const LEFT_OUT = '\uFFFC';
const JOINT_BEFORE = /[,;，；、|·–—]\s*(?=\uFFFC)/g;
/** Labels of links that only say what a link is. */
const NO_TITLE = /^(?:link|url|pdf|source|链接|来源|\\?\[?\d{1,3}\\?\]?)$/i;
const ADDRESS_START = /^(?:https?:\/\/|www\.|doi:)/i;
const URL_TEXT = /<?((?:https?:\/\/|(?<![\p{L}\p{N}.-])www\.)[^\s<>"`，。；、）】」』\u2060]{1,2000})>?/iu;
/** An address, a DOI or a link, and nothing else. */
export const ADDRESS_ALONE =
  /^(?:[<`]?(?:https?:\/\/|www\.|doi:|10\.\d{4,9}\/)[^\s<>]+>?|\[[^[\]\n]*\]\([^\s()]+\))[.。]?$/i;
const DOI_TEXT = /\b(?:doi:\s*)?(10\.\d{4,9}\/[^\s"<>，。；]{1,300})/i;

/** Reads a reference (an entry or a footnote): its address, its DOI, its fields and its further links. */
export function readReference(
  text: string,
  span: LocalSpan,
): Local<ReferenceFields & { url?: Field; doi?: Field } & Pick<SourceDeclaration, 'besides'>> {
  const content = text.slice(span.start, span.end);
  const at = (index: number, length: number): LocalSpan => ({
    start: span.start + index,
    end: span.start + index + length,
  });
  const link = LINK.exec(content);
  const bare = URL_TEXT.exec(content);
  let url: Local<Field> | undefined;
  // Parts that are taken out leave blanks, so that the rest keeps its place.
  let rest = content;
  const takeOut = (start: number, end: number) => {
    rest = rest.slice(0, start) + ' '.repeat(end - start) + rest.slice(end);
  };
  // A page that was copied from a site leads to itself, and shows the address: `[https://site.org/one](/one)`.
  const isLed = link?.[2] !== undefined && (!bare || ADDRESS_START.test(link[2]) || !link[1]?.includes(bare[0]));
  if (isLed && link?.[1] && link[2] && (!bare || link.index <= bare.index)) {
    const [whole, label, target] = link;
    const labelEnd = link.index + 1 + label.length;
    const index = content.indexOf(target, labelEnd + 2);
    url = { value: target, span: at(index, target.length) };
    takeOut(link.index, isTitle(label) ? link.index + 1 : labelEnd);
    takeOut(labelEnd, link.index + whole.length);
  } else if (bare?.[1]) {
    const value = trimUrl(bare[1]);
    const index = bare.index + bare[0].indexOf(bare[1]);
    url = { value, span: at(index, value.length) };
    const closing = CLOSING[content[index - 1] ?? ''];
    const isClosed = closing !== undefined && content.startsWith(closing, index + value.length);
    takeOut(isClosed ? index - 1 : bare.index, index + value.length + (isClosed ? 1 : 0));
  }
  const doi = DOI_TEXT.exec(rest);
  let doiField: Local<Field> | undefined;
  if (doi?.[1]) {
    const value = trimUrl(doi[1]);
    const index = doi.index + doi[0].indexOf(doi[1]);
    doiField = { value, span: at(index, value.length) };
    takeOut(doi.index, index + value.length);
  }
  const block = rest.split(NEXT_BLOCK, 1)[0] ?? '';
  const { words, besides } = withoutLinks(cleanTitle(block) ? block : rest, content, url?.value, at);
  return {
    ...referenceFields(words, cleanTitle, at),
    ...(url ? { url } : {}),
    ...(doiField ? { doi: doiField } : {}),
    ...(besides.length > 0 ? { besides } : {}),
  };
}

function isTitle(label: string): boolean {
  return !NO_TITLE.test(label.trim()) && !URL_TEXT.test(label);
}

/**
 * Replaces the links of a text with their labels, and collects the links with another address. Links whose label is a
 * number stay: they cite the same work.
 *
 * @param content the text as it was written, without blanks for parts that were taken out
 */
function withoutLinks(
  text: string,
  content: string,
  address: string | undefined,
  at: (index: number, length: number) => LocalSpan,
): { readonly words: string; readonly besides: readonly Local<Field>[] } {
  const besides: Local<Field>[] = [];
  const words = text.replace(LINKS, (whole: string, label: string, _target: string, index: number) => {
    if (text[index - 1] === '!' || /^\s*(?:\\?\[)?\d{1,3}(?:\\?\])?\s*$/.test(label)) return whole;
    const value = content.slice(index, index + whole.length);
    if (LINK.exec(value)?.[2] !== address) besides.push({ value, span: at(index, value.length) });
    if (!isTitle(label)) return LEFT_OUT.repeat(whole.length);
    return ` ${label}${' '.repeat(whole.length - label.length - 1)}`;
  });
  const joined = words.replace(JOINT_BEFORE, (joint) => ' '.repeat(joint.length)).replaceAll(LEFT_OUT, ' ');
  return { words: joined, besides };
}

/** The end of an entry's first paragraph. */
const NEXT_BLOCK = /\n[ \t]*(?:\n|[-*+][ \t])/;

/** Marks of emphasis; an underscore within a word isn't one (CommonMark 0.31.2, 6.2). */
export const EMPHASIS =
  /(?<!\\)(?:[*`]{1,3}(?=\S)|(?<=\S)[*`]{1,3}|(?<![\p{L}\p{N}_])_{1,3}(?=\S)|(?<=[^\s_])_{1,3}(?![\p{L}\p{N}_]))/gu;

/** Cleans a title of marks of emphasis, quotation marks around the whole, and signs that joined it to the URL. */
function cleanTitle(text: string): string {
  const marked = text
    .replace(/<!--(?:(?!<!--)[\s\S])*?-->/g, '')
    .replace(/<\/?[a-z][^<>]{0,200}>/gi, ' ')
    // Further numbers that cite the same work.
    .replace(/\[(?:\\?\[)?\d{1,3}(?:\\?\])?\]\([^\s()]{0,2000}\)/g, ' ')
    .replace(/^\s*\[\[(.{1,300}?)\]\](?!\])/, '$1');
  return (
    (/[*`_]/.test(marked) ? marked.replace(EMPHASIS, '') : marked)
      .replace(/\\([!-/:-@[-`{-~])/g, '$1')
      // A backslash at the end breaks the line.
      .replace(/\\\s*$/, '')
      .replace(/\(\s*\)|（\s*）|\[\s*\]|<\s*>/g, '')
      .replace(/\s+(?=[,，.。;；:：\s])/g, '')
      .replace(/\s+/g, ' ')
      .replace(/^[\s:：,，;；.。\-–—|]+/, '')
      .replace(/(?<![\s:：,，;；.。\-–—|·↩])[\s:：,，;；.。\-–—|·↩]+$/, '')
      .replace(/^[“"「『](.*)[”"」』]$/, '$1')
      .trim()
  );
}

/** Cuts a URL in running text before the punctuation of its sentence, and before a bracket that it doesn't open. */
export function trimUrl(url: string): string {
  let end = url.length;
  for (; end > 0; end--) {
    const last = url[end - 1] ?? '';
    if (/[.,;:!?'"*_\]]/.test(last)) continue;
    if (last === ')' && count(url, '(', end) < count(url, ')', end)) continue;
    break;
  }
  return url.slice(0, end);
}

function count(text: string, sign: string, end: number): number {
  let found = 0;
  for (let i = 0; i < end; i++) if (text[i] === sign) found++;
  return found;
}

/** Returns the offset of the first character from `at` on that is neither a space nor a tab. */
export function skipBlank(text: string, at: number): number {
  let i = at;
  while (text[i] === ' ' || text[i] === '\t') i++;
  return i;
}
