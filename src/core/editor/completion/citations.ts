/** Sources after `[`, `[@` and `@`. */

import { derive } from '../../base/derive';
import { isNumber } from '../../base/messages';
import { say } from '../../base/say';
import type { Span } from '../../base/text';
import { forSearch, searchTextOf } from '../../brief/searchText';
import type { Brief, Source } from '../../brief/types';
import { citationOf } from '../../rules/fixes/cite';
import { type Bracket, closingOf, openBracket } from './bracket';
import { type Completion, type CompletionRequest, type Completions, NOTHING } from './completion';
import { mentionedFigures } from './figures';
import { describe, filterTextOf, oneLine } from './sourceItems';
import { citedBeside, claimTextAt, sourcesInOrder } from './sourcesInOrder';

/** More sources than these are shown only once a word that they have is typed. */
const MOST_SHOWN = 200;

/**
 * Returns the sources and marks for an offset of inline text, in a bracket or in running text.
 *
 * @param leaf the paragraph, heading or cell that holds the offset
 */
export function citationsAt(brief: Brief, leaf: Span, offset: number, request: CompletionRequest): Completions {
  const { text } = brief;
  const bracket = openBracket(text, leaf.start, offset);
  if (bracket) {
    if (isSomethingElse(brief, bracket, leaf, request.asked)) return NOTHING;
    return inBracket(brief, leaf, offset, bracket, request.addsSources === true);
  }
  const mention = mentionAt(text, leaf.start, offset);
  return mention ? inRunningText(brief, leaf, offset, mention) : NOTHING;
}

/** Returns the bracket around an offset, if nothing is written in it yet; else null. */
export function emptyBracketIn(brief: Brief, leaf: Span, offset: number): Span | null {
  const bracket = openBracket(brief.text, leaf.start, offset);
  if (!bracket || isSomethingElse(brief, bracket, leaf, false)) return null;
  const { opening, start, wants, wordEnd, alone, closes, closedAt } = bracket;
  const isEmpty =
    opening === '[' && wants === 'anything' && alone && brief.text.slice(start + 1, wordEnd).trim() === '';
  if (!isEmpty || (closes && closedAt === null)) return null;
  return { start, end: closedAt ?? offset };
}

/** True if the bracket is likely a box to tick, or the number of an entry in a list of sources. */
function isSomethingElse(brief: Brief, { start, opening }: Bracket, leaf: Span, asked: boolean): boolean {
  if (opening !== '[') return false;
  const before = brief.content.slice(brief.lines.startOf(brief.lines.lineAt(start)), start);
  if (!asked && /^[ \t>]*(?:[-*+]|\d{1,9}[.)])[ \t]+$/.test(before)) return true;
  const section = brief.sections.findLast(({ span }) => span.start <= start && start <= span.end);
  return section?.kind === 'sources' && (start === leaf.start || /^[ \t]*(?:[-*+][ \t]+)?$/.test(before));
}

function inBracket(brief: Brief, leaf: Span, offset: number, bracket: Bracket, addsSources: boolean): Completions {
  const { wants, wordStart, wordEnd, closedAt, closes, others } = bracket;
  const typed = brief.content.slice(wordStart, offset);
  const spans = {
    insert: { start: wordStart, end: closedAt ?? offset },
    replace: { start: wordStart, end: closedAt ?? wordEnd },
  };
  const closing = closedAt !== null || !closes ? closingOf(bracket.opening) : '';
  const lead = bracket.space ? ' ' : '';
  if (wants === 'figure') return { items: mentionedFigures(brief, spans, closing), incomplete: false };
  const taken = new Set(others);
  const isWanted = ({ id }: Source) => !taken.has(id) && (wants === 'anything' || fits(id, bracket));
  const sources = sourcesInOrder(brief, claimTextAt(brief, leaf, offset), offset, citedBeside(brief, offset));
  const { shown, incomplete } = limit(sources, isWanted, typed.replace(/^[@^{]+/, ''));
  const whole = wants === 'anything' && bracket.opening !== '[' && prefersPlain(brief);
  const start = typed.startsWith('@') ? '@' : '';
  const items = shown.map((source): Completion => {
    const inner = citationOf(source.id).slice(1, -1);
    const item = { ...describe(source), label: oneLine(`[${inner}]`, 80) };
    // A full-width bracket holds numbers only, and becomes a plain one where the brief has those.
    if (wants === 'anything' && bracket.opening !== '[' && (whole || !isNumber(source.id))) {
      const from = (span: Span) => ({ start: bracket.start, end: span.end });
      const newText = closing === '' ? `[${inner}` : `[${inner}]`;
      const filterText = filterTextOf(source, bracket.opening);
      return { ...item, filterText, newText, insert: from(spans.insert), replace: from(spans.replace) };
    }
    const filterText = filterTextOf(source, source.id.startsWith('^') ? '' : start);
    return { ...item, filterText, newText: lead + inner + closing, ...spans };
  });
  const figures = wants === 'key' && typed === '@' && bracket.alone ? mentionedFigures(brief, spans, closing) : [];
  const marks = wants === 'anything' && bracket.opening === '[' ? marksFor(typed, spans, closing) : [];
  // Typed digits look for a source that is there.
  const added = addsSources && marks.length > 0 && bracket.alone ? [newSource({ start: wordStart, end: offset })] : [];
  return { items: [...items, ...figures, ...marks, ...added], incomplete };
}

/** Leaves the bracket empty: the command that follows cites its source there. */
function newSource(typed: Span): Completion {
  return {
    kind: 'new source',
    label: say('New source…'),
    detail: say('Added and cited here'),
    newText: '',
    insert: typed,
    replace: typed,
  };
}

function fits(id: string, { wants, alone }: Bracket): boolean {
  if (wants === 'footnote') return id.startsWith('^');
  if (wants === 'number') return isNumber(id);
  // A number may replace a lone `@`: a brief with numbers would have one there.
  return !id.startsWith('^') && (!isNumber(id) || (wants === 'key' && alone));
}

function marksFor(typed: string, spans: Pick<Completion, 'insert' | 'replace'>, closing: string): Completion[] {
  if (/^\d/.test(typed)) return [];
  return [
    {
      kind: 'mark',
      label: '[own]',
      detail: say('Your own judgement'),
      documentation: say("Marks the author's own judgement. Readers see it as such, and it never counts as uncited."),
      filterText: 'own judgement',
      newText: `own${closing}`,
      ...spans,
    },
    {
      kind: 'mark',
      label: '[?]',
      detail: say('A source is needed'),
      documentation: say('Marks a gap. It is reported until you replace it with a citation.'),
      filterText: '? needed',
      newText: `?${closing}`,
      ...spans,
    },
  ];
}

/** True unless full-width brackets outnumber plain ones. */
const prefersPlain = derive(({ citations }: Brief) => {
  let wide = 0;
  for (const { form } of citations) {
    if (form === 'full-width') wide++;
    else if (form === 'numbered') wide--;
  }
  return wide <= 0;
});

interface Mention {
  /** Offset of the `@`. */
  readonly start: number;
  readonly typed: string;
}

/**
 * Finds the `@` of running text that an offset is behind. After a Latin, Cyrillic or Greek letter, a digit or a part of an
 * address it belongs to an e-mail address, as in the citation grammar.
 */
function mentionAt(text: string, from: number, offset: number): Mention | null {
  const before = text.slice(Math.max(from, offset - 210), offset);
  const match = MENTION.exec(before);
  if (!match?.[1]) return null;
  const start = offset - match[1].length;
  const previous = start > from ? (text[start - 1] ?? '') : '';
  if (/[\p{Script=Latin}\p{Script=Cyrillic}\p{Script=Greek}\p{N}_./:@#+\\-]/u.test(previous)) return null;
  return { start, typed: match[1].slice(1) };
}

const MENTION = /(@(?:\{[^\s{}]*|[\p{L}\p{N}_][\p{L}\p{N}\p{M}_:.#$%&+?<>~-]*)?)$/u;

function inRunningText(brief: Brief, leaf: Span, offset: number, { start, typed }: Mention): Completions {
  const { text } = brief;
  const behind = /^[\p{Script=Latin}\p{N}_-]*\}?/u.exec(text.slice(offset, offset + 210))?.[0] ?? '';
  // A brace that closes the key right there is taken in.
  const inserted = typed.startsWith('{') && behind === '}' ? offset + 1 : offset;
  const spans = { insert: { start, end: inserted }, replace: { start, end: offset + behind.length } };
  if (typed.startsWith('fig:')) return { items: mentionedFigures(brief, spans), incomplete: false };
  const sources = sourcesInOrder(brief, claimTextAt(brief, leaf, offset), offset, citedBeside(brief, offset));
  const { shown, incomplete } = limit(sources, () => true, typed.replace('{', ''));
  const next = text.slice(spans.replace.end, spans.replace.end + 1);
  const items = shown.map((source): Completion => {
    const newText = narrative(source.id, next);
    const filterText = filterTextOf(source, typed.startsWith('{') ? '@{' : '@');
    return { ...describe(source), label: oneLine(narrative(source.id, ''), 80), filterText, newText, ...spans };
  });
  return { items: [...items, ...(typed === '' ? mentionedFigures(brief, spans) : [])], incomplete };
}

/** `@usgs-2024`; with braces where the key would not end there, and a bracket where there is no such form. */
function narrative(id: string, next: string): string {
  const bracketed = citationOf(id);
  if (!bracketed.startsWith('[@')) return bracketed;
  const key = bracketed.slice(1, -1);
  return /[\p{L}\p{N}_]/u.test(next) && !key.startsWith('@{') ? `@{${id}}` : key;
}

/**
 * Returns the wanted sources. If there are very many, returns the first ones that a word finds, so that not all are looked
 * through.
 */
function limit(
  sources: readonly Source[],
  isWanted: (source: Source) => boolean,
  word: string,
): { shown: readonly Source[]; incomplete: boolean } {
  const wanted = forSearch(word);
  const few: Source[] = [];
  const byId: Source[] = [];
  const found: Source[] = [];
  for (const source of sources) {
    if (!isWanted(source)) continue;
    if (few.length <= MOST_SHOWN) few.push(source);
    // Sources whose ids start with the word must be among them, or they could not be cited by their ids.
    if (word !== '' && source.id.startsWith(word)) byId.push(source);
    else if (found.length < MOST_SHOWN && searchTextOf(source).includes(wanted)) found.push(source);
    if (few.length > MOST_SHOWN && byId.length + (word === '' ? found.length : 0) >= MOST_SHOWN) break;
  }
  if (few.length <= MOST_SHOWN) return { shown: few, incomplete: false };
  return { shown: [...byId, ...found].slice(0, MOST_SHOWN), incomplete: true };
}
