import { once } from '../../base/once';
import { firstWhere } from '../../base/ordered';
import { say } from '../../base/say';
import { indexLines } from '../../base/text';
import { comparablePlace } from '../../base/urls';
import { type LayoutBlock, layoutOf } from '../../brief/blocks/layout';
import type { Brief } from '../../brief/types';
import { addressesIn, cleanAddress } from '../../rules/fixes/sources/addresses';
import {
  type CitationShape,
  type ImportReport,
  type ImportShape,
  MOST_EXAMPLES,
  type Notes,
  type Place,
  type Unplaced,
} from '.';
import { isSaidBy, lostWords } from './lostWords';

/**
 * Makes the report of an import, with the places of the input that it speaks of. It mentions all that was lost: each address of
 * the input belongs to a source of the brief, or is named here.
 *
 * @param input the text as it was given
 * @param leftOut addresses from the parts of a file that weren't text, if that file was turned into `input`; absent if `input`
 *   is what was given. No lines are reported for a file, because lines of `input` aren't lines of the file.
 */
export function makeReport(
  input: string,
  brief: Brief,
  notes: Notes,
  shape: ImportShape,
  leftOut?: readonly string[],
): ImportReport {
  const finder =
    leftOut === undefined
      ? () => placeFinder(input)
      : () =>
          (text: string): Place => ({ text });
  const place = finder();
  return {
    shape,
    citedBy: CITED_BY.filter((each) => notes.citedBy.has(each)),
    citations: brief.citations.length,
    sources: brief.sources.length,
    numbers: notes.numbers,
    links: { cited: notes.cited, made: [...notes.made] },
    numbered: notes.numbered,
    merged: notes.merged,
    shortened: notes.shortened,
    countsAgain: notes.countsAgain,
    removed: [...notes.removed].map(([kind, texts]) => {
      const places = texts.map(finder());
      return { kind, count: texts.length, examples: places.slice(0, MOST_EXAMPLES), places };
    }),
    withoutSource: [...notes.stubs].sort(byNumber).map(citationFinder(leftOut === undefined ? input : '')),
    lost: notes.lost.map(place),
    keptMarks: notes.keptMarks.map(finder()),
    lostWords: wordsLeftOut(input, brief, notes, leftOut === undefined),
    left: leftLinks(input, brief, notes, leftOut),
    untitled: [...notes.untitled],
  };
}

/** Returns the words that the brief lacks and that nothing else in the report mentions. */
function wordsLeftOut(input: string, brief: Brief, { said, named, merged }: Notes, hasLines: boolean): Place[] {
  const lines = indexLines(input);
  const placed = (text: string, at: number): Place =>
    hasLines && at >= 0 ? { text, line: lines.lineAt(at) + 1 } : { text };
  const from = new Map<string, number>();
  const into = new Map(merged.map((each) => [each.from, each.into]));
  const gone: Place[] = [];
  const accounted = [...said, ...merged.map(({ from }) => from)];
  const byId = new Map(brief.sources.map((source) => [source.id, source]));
  for (const { words, id } of named) {
    const source = byId.get(into.get(id) ?? id);
    const entries = source?.declarations.map(({ span }) => brief.content.slice(span.start, span.end)) ?? [];
    accounted.push(words);
    const at = input.indexOf(words, from.get(words) ?? 0);
    if (at >= 0) from.set(words, at + words.length);
    if (!isSaidBy(words, entries.join(' '))) gone.push(placed(words, at));
  }
  for (const { text, at } of lostWords(input, brief.text, accounted)) gone.push(placed(text, at));
  return gone.sort((a, b) => (a.line ?? 0) - (b.line ?? 0));
}

const CITED_BY: readonly CitationShape[] = [
  'links',
  'numbers',
  'raised numbers',
  'bare numbers',
  'footnotes',
  'keys',
  'names and years',
  'marks of an assistant',
];

/** Finds texts in the input one after the other. The same text again is searched for behind its last place. */
function placeFinder(input: string): (text: string) => Place {
  const lines = indexLines(input);
  const from = new Map<string, number>();
  return (text) => {
    const at = input.indexOf(text, from.get(text) ?? 0);
    if (at === -1) return { text };
    from.set(text, at + text.length);
    return { text, line: lines.lineAt(at) + 1 };
  };
}

/** Numbers in their order, before keys. */
function byNumber(a: string, b: string): number {
  return (Number(a) || Number.POSITIVE_INFINITY) - (Number(b) || Number.POSITIVE_INFINITY) || 0;
}

/** Finds `[4]` or `[@key]` with the line of the first place that cites it. */
function citationFinder(input: string): (id: string) => Place {
  const lines = indexLines(input);
  const first = new Map<string, number>();
  for (const { 1: number, 2: key, index } of input.matchAll(CITED)) {
    const id = number ?? key ?? '';
    if (!first.has(id)) first.set(id, index);
  }
  return (id) => {
    const at = first.get(id);
    const text = /^\d+$/.test(id) ? `[${id}]` : `[@${id}]`;
    return at === undefined ? { text } : { text, line: lines.lineAt(at) + 1 };
  };
}

/** Numbers and keys as citations have them; the numbers within a range are not written. */
const CITED = /(?<=[[【［,，;、^-] ?)(\d{1,4})(?=[\]】］,，;、-])|(?<=[@^])([\p{L}\p{N}_][^\s\]{};,]{0,200})/gu;

function leftLinks(
  input: string,
  brief: Brief,
  { removed }: Notes,
  leftOut: readonly string[] | undefined,
): Unplaced[] {
  const known = new Set(brief.sources.flatMap(({ url }) => (url ? [comparablePlace(url.value)] : [])));
  const lines = indexLines(input);
  const left: Unplaced[] = [];
  const gone = new Set([...removed.values()].flat().flatMap((text) => addressesIn(text).map(({ url }) => url)));
  const whyAt = once(() => reasons(brief));
  for (const { url, span } of addressesIn(input)) {
    const key = comparablePlace(url);
    if (known.has(key)) continue;
    known.add(key);
    const line = leftOut === undefined ? { line: lines.lineAt(span.start) + 1 } : {};
    left.push({ text: url, ...line, why: gone.has(url) ? say('in a removed line') : whyAt()(url) });
  }
  for (const url of leftOut ?? []) {
    const key = comparablePlace(url);
    if (!known.has(key))
      left.push({ text: url, why: say('in the navigation or a control of the page, which is left out') });
    known.add(key);
  }
  return left;
}

const BLOCKS: Readonly<Record<string, () => string>> = {
  heading: () => say('in a heading'),
  fence: () => say('in code'),
  code: () => say('in code'),
  html: () => say('in HTML'),
  comment: () => say('in a comment'),
};

/** Returns a function that says why an address in the brief isn't a source. */
function reasons(brief: Brief): (url: string) => string {
  const { text, frontMatter, sections, limits, links } = brief;
  const places = new Map<string, number>();
  for (const { url, span } of addressesIn(text)) if (!places.has(url)) places.set(url, span.start);
  return (url) => {
    const at = places.get(url) ?? places.get(cleanAddress(url));
    if (at === undefined) return say('written in another way in the brief');
    if (frontMatter && at < frontMatter.span.end) return say('in the front matter');
    if (limits.some(({ span }) => span.start <= at)) return say('after text over a size limit');
    const named = kindsAt(layoutOf(brief), at).find((kind) => Object.hasOwn(BLOCKS, kind));
    if (named !== undefined) return BLOCKS[named]?.() ?? '';
    if (/!\[[^\]\n]{0,500}\]\(<?$/.test(text.slice(Math.max(0, at - 510), at))) return say('an image');
    const link = links[lastBefore(links.length, (i) => links[i]?.span.start ?? 0, at)];
    if (link && at < link.span.end) return say('in a link, which counts as a citation');
    const section = sections[lastBefore(sections.length, (i) => sections[i]?.headingSpan.start ?? 0, at)];
    if (section?.kind === 'sources') return say("in the list of sources, but no source's first address");
    return text[at - 1] === '`' ? say('in code') : say('not in a readable link');
  };
}

/** The kinds of the blocks around a place, outermost first. */
function kindsAt(blocks: readonly LayoutBlock[], at: number): string[] {
  const kinds: string[] = [];
  for (let level = blocks; level.length > 0; ) {
    const some = level;
    const block = some[lastBefore(some.length, (i) => some[i]?.span.start ?? 0, at)];
    if (!block || block.span.end <= at) break;
    kinds.push(block.kind);
    level = block.children;
  }
  return kinds;
}

/** Returns the index of the last of some ordered places that isn't behind `at`; -1 if there is none. */
function lastBefore(count: number, placeOf: (index: number) => number, at: number): number {
  return firstWhere(count, (index) => placeOf(index) > at) - 1;
}
