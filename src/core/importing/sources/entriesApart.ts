/** Puts entries of sources that stand together in one line or paragraph on lines of their own. */

import { isNumber } from '../../base/messages';
import { lineBreakOf, type Span, type TextEdit } from '../../base/text';
import { comparableUrl, siteOf } from '../../base/urls';
import { readEntryStart } from '../../brief/sources/sourceEntries';
import type { Brief, Section, SourceDeclaration } from '../../brief/types';
import { sectionEntries } from '../../rules/fixes/declareSource';
import { edited } from '../../rules/fixes/edited';
import { addressesIn, cleanAddress } from '../../rules/fixes/sources/addresses';
import type { Notes } from '../report';
import { newSourcesHeading } from './openList';

/** Breaks lines of sources sections before each further entry: `[1] One. https://… [2] Two. https://…`, `1. One … 2. Two …`. */
export function breakEntries(brief: Brief): Brief {
  const { text } = brief;
  const ends = sectionEntries(brief).flatMap(({ idSpan, span }, i, all): TextEdit[] => {
    const until = Math.min(span.end, all[i + 1]?.idSpan.start ?? span.end);
    const lineStart = brief.lines.startOf(brief.lines.lineAt(idSpan.start));
    const start = readEntryStart(text, lineStart);
    const isFirst = start?.idSpan.start === idSpan.start || /^[ \t]*\d{1,3}[.)]/.test(text.slice(lineStart, until));
    if (!isFirst || text.slice(lineStart, until).includes('|')) return [];
    const lead = /^[ \t]*(?:[-*+•][ \t]+)?(?=\[)/.exec(text.slice(lineStart, idSpan.start))?.[0];
    return furtherEntries(text, { start: idSpan.end, end: until }, lead !== undefined).map((at) => ({
      span: at,
      newText: `${lineBreakOf(text)}${lead ?? ''}`,
    }));
  });
  return edited(brief, ends);
}

/**
 * Returns the white space before entries that count on from the number before `start`. Each entry before such a place must be
 * whole.
 */
function furtherEntries(text: string, { start, end }: Span, inBrackets: boolean): Span[] {
  const found: Span[] = [];
  const first = /(\d{1,4})$/.exec(text.slice(0, start).slice(-4))?.[1];
  let number = Number(first);
  let from = start;
  const pattern = inBrackets
    ? /(?<![ \t])[ \t]+\[(\d{1,4})\](?=:?[ \t]+[^\s[(])/g
    : /(?<![ \t])[ \t]+(\d{1,3})[.)][ \t]+(?=[\p{Lu}\p{Lo}"“「《[]|https?:)/gu;
  for (const match of text.slice(start, end).matchAll(pattern)) {
    const at = start + match.index;
    if (Number(match[1]) !== number + 1 || !isWhole(text.slice(from, at))) continue;
    number++;
    const space = /^[ \t]+/.exec(match[0])?.[0].length ?? 0;
    found.push({ start: at, end: at + space });
    from = at + match[0].length;
  }
  return found;
}

/** True if words make a whole entry: they end in an address, or have a year and end as a sentence does. */
function isWhole(words: string): boolean {
  return (
    /(?:https?:\/\/|www\.|\b10\.\d{4})\S+[>)]?[.,;]?$/.test(words) || /(?:1[5-9]|20)\d\d[^.]{0,40}[.;。；]$/.test(words)
  );
}

/**
 * Writes the links at the end of an answer as entries: `[\[1\]](https://…) Title`, with the same address below. Further numbers
 * of the same page, `[\[1\]](…) [\[4\]](…) Title`, get an entry of their own only where the text cites them without an address.
 */
export function tidyLinkDump(brief: Brief, notes: Notes): Brief {
  const { text } = brief;
  const dumped = sectionEntries(brief).flatMap((entry) => dumpOf(brief, entry) ?? []);
  if (dumped.length < 2) return brief;
  const cited = new Set(
    brief.citations.flatMap(({ form, items }) => (form === 'inline-link' ? [] : items.map(({ id }) => id))),
  );
  const untitled: string[] = [];
  const newLine = lineBreakOf(text);
  const edits = dumped.map(({ span, ids, title, url }, i): TextEdit => {
    const next = dumped[i + 1];
    const joins = next !== undefined && text.slice(span.end, next.span.start).trim() === '';
    const site = siteOf(url);
    if (title === '' && site !== null) untitled.push(ids[0] ?? '');
    const name = title === '' ? (site ?? '') : title;
    const own = ids.filter((id, at) => at === 0 || cited.has(id));
    const lines = own.map((id) => `- [${id}] ${name}${name === '' || /[.!?。！？]$/.test(name) ? '' : '.'} ${url}`);
    return {
      span: { start: span.start, end: joins ? next.span.start : span.end },
      newText: lines.join(newLine) + (joins ? newLine : ''),
    };
  });
  const first = edits[0];
  const section = first && sectionAt(brief, first.span.start);
  if (first && section?.kind !== 'sources') {
    edits[0] = { ...first, newText: `${newSourcesHeading(brief)}${newLine}${newLine}${first.newText}` };
  }
  const tidy = edited(brief, edits);
  const known = new Set(tidy.sources.map(({ id }) => id));
  if (!dumped.every(({ ids: [id = ''] }) => known.has(id))) return brief;
  for (const id of untitled) notes.untitled.add(id);
  return tidy;
}

interface Dumped {
  readonly span: Span;
  readonly ids: readonly string[];
  readonly title: string;
  readonly url: string;
}

const NUMBERS = /^(?:\[\\?\[?\d{1,4}\\?\]?\]\([^()\s]{1,2000}(?:\([^()\s]{0,500}\)[^()\s]{0,500})?\)[ \t]*)+/;

function dumpOf(brief: Brief, { id, idSpan, span, url }: SourceDeclaration): Dumped | null {
  const { text, lines } = brief;
  const lineStart = lines.startOf(lines.lineAt(idSpan.start));
  const line = text.slice(lineStart, lines.endOf(lines.lineAt(idSpan.start)));
  const numbers = NUMBERS.exec(line)?.[0];
  if (numbers === undefined || !url || !isNumber(id) || text.slice(lineStart, span.end).includes('\n\n')) return null;
  const ids = [...numbers.matchAll(/\[\\?\[?(\d{1,4})\\?\]?\]\(/g)].map((match) => match[1] ?? '');
  const rest = text.slice(lineStart + numbers.length, Math.max(span.end, lineStart + numbers.length)).trim();
  const address = cleanAddress(url.value);
  const isAddress = (words: string) => {
    const [only] = addressesIn(words);
    return (
      only !== undefined &&
      words.replace(/^<|>$/g, '') === only.url &&
      comparableUrl(only.url) === comparableUrl(address)
    );
  };
  const words = rest
    .split(/\s+/)
    .filter((word) => !isAddress(word))
    .join(' ');
  const end = Math.max(span.end, lineStart + numbers.trimEnd().length);
  const below = /^\s*\n\s*\n?[ \t]*(<?https?:\/\/[^\s<>]+>?)[ \t]*(?=\n|\r|$)/.exec(text.slice(end, end + 2500));
  const taken = below?.[1] !== undefined && isAddress(below[1]) ? below[0].length : 0;
  return { span: { start: lineStart, end: end + taken }, ids, title: words, url: address };
}

function sectionAt({ sections }: Brief, at: number): Section | undefined {
  return sections.findLast(({ headingSpan, span }) => headingSpan.start <= at && at < span.end);
}
