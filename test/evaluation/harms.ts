/**
 * What an import and `check --fix` change in a document that they should not: words, numbers and addresses that are lost, gained
 * or moved, and citations that lead elsewhere. Documents are compared as streams of words and of what is cited there, so that
 * nothing of the import itself is trusted but its report.
 */
import { diffArrays } from 'diff';
import { type Brief, checkBrief, parseBrief } from '../../src/core';
import type { Span } from '../../src/core/base/text';
import { sourceOf } from '../../src/core/brief/queries/citedSources';
import { fixAll } from '../../src/core/editor';
import { importWithReport } from '../../src/core/importing/importText';
import { titleOfWords } from '../../src/core/rules/fixes/sources/addresses';

export interface Harms {
  /** Words and numbers that the result lacks, and that the report doesn't mention. */
  readonly lost: readonly string[];
  /** The same, mentioned by the report. */
  readonly told: readonly string[];
  /** Words and numbers of the text that are new, titles and headings of lists left out. */
  readonly gained: readonly string[];
  /** Numbers of the text that stand in another place. */
  readonly moved: readonly string[];
  /** Addresses that the result lacks, and that the report doesn't mention. */
  readonly lostAddresses: readonly string[];
  readonly gainedAddresses: readonly string[];
  /** Places where something else is cited, as `words before: before → after`. */
  readonly elsewhere: readonly string[];
  /** Places that led to no source and cite one now. */
  readonly citesNow: readonly string[];
  /** True if a second run changes something. */
  readonly isUnstable: boolean;
}

/** Imports a document, fixes what is safe, and compares. */
export function harmsOf(text: string): Harms {
  const { text: imported, report } = importWithReport(text);
  const after = fixed(imported);
  const isUnstable = fixed(importWithReport(after).text) !== after;
  return { ...changesBetween(text, after, JSON.stringify(report)), isUnstable };
}

/** Compares two texts. @param said what was reported of the changes */
export function changesBetween(text: string, after: string, said: string): Omit<Harms, 'isUnstable'> {
  const [before, result] = [parseBrief(seen(text)), parseBrief(after)];
  const [old, now] = [streamOf(before), streamOf(result)];
  const body = diffArrays([...old.body], [...now.body]);
  const inSources = labelsInSources(before, result);
  const gone = minus(old.words, now.words).filter((word) => !inSources.has(word));
  const urls = [...after.matchAll(ADDRESS)].join(' ').toLowerCase();
  // A title may be the address of its page, and numbers without brackets may be citations.
  const isTold = (word: string) =>
    said.includes(word) ||
    urls.includes(word.toLowerCase()) ||
    (/^\d{1,3}$/.test(word) && said.includes('bare numbers'));
  const goneUrls = minus(urlsOf(text), urlsOf(after));
  const removed = body.flatMap((change) => (change.removed ? change.value : []));
  const added = body.flatMap((change) => (change.added ? change.value : []));
  return {
    lost: gone.filter((word) => !isTold(word)),
    told: gone.filter(isTold),
    gained: minus(now.words, old.words).filter((word) => added.includes(word)),
    moved: both(removed, added).filter((word) => /^\d/.test(word)),
    lostAddresses: goneUrls.filter((url) => !said.includes(url)),
    gainedAddresses: minus(urlsOf(after), urlsOf(text)),
    ...placesIn(body),
  };
}

/** The words of links that became citations, as far as the entry of the page that they lead to has them. */
function labelsInSources(before: Brief, after: Brief): ReadonlySet<string> {
  const entries = new Map<string, string>();
  for (const { url, declarations } of after.sources)
    if (url) {
      const written = declarations.flatMap(({ span, uri }) => (uri ? [] : [after.text.slice(span.start, span.end)]));
      entries.set(markOf(url.value), written.join('\n'));
    }
  const words = before.links.flatMap(({ text, url }) => {
    const entry = wordsIn(entries.get(markOf(url.value)) ?? '');
    return wordsIn(text).filter((word) => entry.includes(word));
  });
  return new Set(words);
}

function wordsIn(text: string): string[] {
  return [...blank(text).matchAll(WORD)].map(([word]) => word);
}

function fixed(text: string): string {
  return fixAll(parseBrief(text), (brief) => checkBrief(brief)).brief.text;
}

/** The text without what no reader sees. */
function seen(text: string): string {
  return text.replace(
    /<span style="display: ?none">.*?<\/span>|(?<![^\n])[\u200B\u2060\uFEFF]+[ \t]*|[\u200B\u2060\uFEFF]/g,
    '',
  );
}

interface Stream {
  /** All words, those of sources and front matter included. */
  readonly words: readonly string[];
  /** Words of the body, with `→address` where something is cited. */
  readonly body: readonly string[];
}

const WORD =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]|\d+|(?:(?![\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}])[\p{L}\p{M}])+/gu;
const NO_WORDS =
  /\\?\[\\?\[?\^?\d{1,4}(?:\s?[,;–-]\s?\d{1,4}){0,30}\\?\]?\\?\]|https?:\/\/[^\s<>"|\])）】」]+|<\/?[a-z][^<>]*>|&\w+;/gi;
const ADDRESS = /https?:\/\/[^\s<>"|\])）】」]+/gi;

function streamOf(brief: Brief): Stream {
  const { text, frontMatter, citations, links, slips, sources, sections, title } = brief;
  const cited = [
    ...citations.map(({ form, span, items, url }) => ({
      span,
      marks: [
        ...(form === 'author-year' || form === 'narrative' ? [text.slice(span.start, span.end)] : []),
        ...(url ? [markOf(url.value)] : items.map(({ id }) => markOf(addressOf(brief, id)))),
      ],
    })),
    // Words such as "here", or an address, name nothing.
    ...links.map(({ span, text: words, url }) => ({
      span,
      marks: [...(titleOfWords(words) === null ? [] : [words]), markOf(url.value)],
    })),
    ...slips.filter(({ kind }) => kind === 'artifact').map(({ span }) => ({ span, marks: ['→mark'] })),
  ].sort((a, b) => a.span.start - b.span.start);
  const declared = sources.flatMap(({ declarations }) =>
    declarations.flatMap(({ declaredIn, span, idSpan, uri }) =>
      uri === undefined && declaredIn !== 'inline' ? [{ span, idSpan }] : [],
    ),
  );
  const lists = sections.filter(({ kind }) => kind === 'sources').map(({ span }) => span);
  const outside: Span[] = [...lists, ...declared.map(({ span }) => span)];
  if (frontMatter) outside.push(frontMatter.span);
  if (title) outside.push(title.span);
  const isOutside = ({ start }: Span) => outside.some((span) => span.start <= start && start < span.end);
  const body: string[] = [];
  const words: string[] = [];
  let from = 0;
  const take = (until: number) => {
    for (const { 0: word, index } of blank(text.slice(from, until)).matchAll(WORD)) {
      const at = from + index;
      if (declared.some(({ idSpan }) => idSpan.start <= at && at < idSpan.end)) continue;
      words.push(word);
      if (!isOutside({ start: at, end: at })) body.push(word);
    }
    from = Math.max(from, until);
  };
  for (const { span, marks } of cited) {
    if (span.start < from) continue;
    take(span.start);
    from = span.end;
    for (const mark of marks) {
      const some = mark.startsWith('→') ? [mark] : [...blank(mark).matchAll(WORD)].map(([word]) => word);
      if (some.every((word) => /^\d{1,3}$/.test(word))) continue;
      if (!mark.startsWith('→')) words.push(...some);
      if (isOutside(span)) continue;
      // Citations that stand together are one: their order says nothing.
      const together = mark.startsWith('→') && body.at(-1)?.startsWith('→') ? (body.pop() ?? '').split(' ') : [];
      body.push(...(together.length > 0 ? [[...new Set([...together, mark])].sort().join(' ')] : some));
    }
  }
  take(text.length);
  return { words, body };
}

function blank(text: string): string {
  return text.replace(NO_WORDS, (found) => ' '.repeat(found.length));
}

function addressOf(brief: Brief, id: string): string {
  const source = sourceOf(brief, id);
  return source?.url?.value ?? source?.doi?.value ?? (source?.title?.value ? 'title' : 'nothing');
}

/** Writes an address without what only tells where its reader came from. */
function markOf(address: string): string {
  const plain = address
    .replace(/\\(?=[!-/:-@[-`{-~])/g, '')
    .replace(/&amp;/g, '&')
    .replace(/^https?:\/\/(?:www\.)?/i, '')
    .replace(/:~:.*$/, '')
    .replace(/[\];"`]+$/, '')
    .replace(/(?<=[?&])utm_[^#&]*&?/g, '')
    .replace(/[?&]$|[?&](?=#)/, '')
    .replace(/[?&]$/, '');
  return `→${plain.replace(/#$/, '').replace(/\/$/, '')}`;
}

function urlsOf(text: string): string[] {
  const written = [...text.matchAll(ADDRESS)].map(([url]) => url.replace(/(?:[.,;:*_\\]|\\#|\)(?!.*\())+$/, ''));
  return [...new Set(written.map((url) => markOf(url).slice(1)))];
}

/** The words that stand more often in one list than in another. */
function minus(some: readonly string[], others: readonly string[]): string[] {
  const left = new Map<string, number>();
  for (const word of others) left.set(word, (left.get(word) ?? 0) + 1);
  return some.filter((word) => {
    const count = left.get(word) ?? 0;
    left.set(word, count - 1);
    return count <= 0;
  });
}

function both(some: readonly string[], others: readonly string[]): string[] {
  const gone = minus(some, others);
  return minus(some, gone);
}

/** More words than this gone with a citation are no change of the citation alone. */
const MOST_WORDS = 3;

type Change = ReturnType<typeof diffArrays<string>>[number];

function placesIn(body: readonly Change[]): Pick<Harms, 'elsewhere' | 'citesNow'> {
  const elsewhere: string[] = [];
  const citesNow: string[] = [];
  let words: readonly string[] = [];
  body.forEach((change, i) => {
    if (!change.added && !change.removed) {
      words = change.value;
      return;
    }
    const before = body[i - 1];
    if (change.added && before?.removed) return;
    const next = body[i + 1];
    const [was, is] = change.removed ? [change, next?.added ? next : undefined] : [undefined, change];
    const cites = (one: typeof was) =>
      [...new Set((one?.value ?? []).flatMap((word) => (word.startsWith('→') ? word.split(' ') : [])))].filter(
        // What a mark led to is lost already.
        (word) => word !== '→mark',
      );
    const [old, now] = [cites(was), cites(is)];
    const gone = minus(old, now);
    const come = minus(now, old);
    const place = `${words.slice(-6).join(' ')}: ${gone.join(' ') || '-'} ⇒ ${come.join(' ') || '-'}`;
    // Lines that became entries of a list took their addresses along.
    const isMoved = (was?.value.filter((word) => !word.startsWith('→')).length ?? 0) > MOST_WORDS * gone.length;
    if (isMoved) return;
    if (gone.some((word) => word !== '→nothing')) elsewhere.push(place);
    else if (gone.length + come.length > 0) citesNow.push(place);
  });
  return { elsewhere, citesNow };
}

/** True if a document was harmed and the report doesn't say so. */
export function isHarmed({ lost, lostAddresses, elsewhere, moved, isUnstable }: Harms): boolean {
  return isUnstable || [lost, lostAddresses, elsewhere, moved].some((some) => some.length > 0);
}

/** The harms in lines for a terminal. */
export function harmLines(harms: Harms): string[] {
  const named: readonly [string, readonly string[]][] = [
    ['lost', harms.lost],
    ['lost and reported', harms.told],
    ['gained', harms.gained],
    ['moved', harms.moved],
    ['addresses lost', harms.lostAddresses],
    ['addresses gained', harms.gainedAddresses],
  ];
  return [
    ...named.flatMap(([name, some]) => (some.length === 0 ? [] : [`${name} (${some.length}): ${some.join(' · ')}`])),
    ...harms.elsewhere.map((place) => `leads elsewhere: ${place}`),
    ...harms.citesNow.map((place) => `cites now: ${place}`),
    ...(harms.isUnstable ? ['a second run changes it'] : []),
  ];
}
