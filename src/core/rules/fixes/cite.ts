import { derive } from '../../base/derive';
import { isNumber, plain, shown } from '../../base/messages';
import { say } from '../../base/say';
import type { Span, TextEdit } from '../../base/text';
import type { Brief, Source } from '../../brief/types';

/** Returns a citation of one source as written: `[3]`, `[@usgs-2024]`, `[@{odd key.}]`, `[^1]`. */
export function citationOf(id: string): string {
  if (isNumber(id) || id.startsWith('^')) return `[${id}]`;
  return PLAIN_KEY.test(id) ? `[@${id}]` : `[@{${id}}]`;
}

/** Matches a citation key of Pandoc that needs no braces. */
const PLAIN_KEY = /^[\p{L}\p{N}_](?:[\p{L}\p{N}\p{M}_]|[:.#$%&\-+?<>~/](?=[\p{L}\p{N}_]))*$/u;

/** Returns the name of a source for the title of a fix: `[3] "Mineral Commodity Summaries 2024"`. */
export function describeSource(source: Source | undefined, id: string): string {
  const name = source?.title?.value ?? source?.publisher?.value ?? source?.url?.value;
  return name ? say('{0} "{1}"', shown(id), plain(name)) : shown(id);
}

/**
 * Puts a mark, such as `[3]` or `[own]`, at the end of an insight or a sentence. Its place is as for most citations in this
 * brief: before or after the full stop, with or without a space. By default it is before the stop, with a space except after
 * a CJK character.
 */
export function citeEdit(brief: Brief, { span }: { readonly span: Span }, mark: string): TextEdit {
  const { text } = brief;
  const end = endOfWords(text, span.start, span.end);
  let core = end;
  while (core > span.start && CLOSERS.includes(text[core - 1] ?? ' ')) core--;
  const stop = core === end && STOPS.includes(text[end - 1] ?? ' ') && !belongsToWord(text, end);
  const habit = habitOf(brief);
  const at = stop && habit.beforeStop ? end - 1 : end;
  const spaced = isCjk(text.slice(Math.max(0, at - 2), at)) ? habit.spacedCjk : habit.spaced;
  const before = text[at - 1];
  // The space that a deleted citation left behind is there already; a backslash would escape the bracket.
  const lead = (spaced && before !== ' ') || before === '\\' ? ' ' : '';
  return { span: { start: at, end: at }, newText: lead + mark };
}

/**
 * Replaces some text by a mark, with spaces around it as in the rest of the brief. A space separates it from text that would
 * change its meaning: `![3]`, `[3](…)`, `[3]:` at the start of a line.
 */
export function citeInPlace(brief: Brief, { start, end }: Span, mark: string): TextEdit {
  const { text } = brief;
  const habit = habitOf(brief);
  const before = text[start - 1] ?? '\n';
  const after = text[end] ?? '\n';
  const isSpaced = isCjk(text.slice(Math.max(0, start - 2), start)) ? habit.spacedCjk : habit.spaced;
  const lead = (isSpaced && /[\p{L}\p{N}%)"”’]/u.test(before)) || '\\!'.includes(before) ? ' ' : '';
  const isBound =
    (/[\p{L}\p{N}]/u.test(after) && !isCjk(after)) || after === '(' || (after === ':' && /\s/.test(before));
  return { span: { start, end }, newText: `${lead}${mark}${isBound ? ' ' : ''}` };
}

const STOPS = '.!?;:。！？；：';
const CLOSERS = '"\'”’»」』）)]*_~';

/** Returns the end of a text without the white space and HTML comments after it. */
function endOfWords(text: string, start: number, from: number): number {
  let end = from;
  for (;;) {
    while (end > start && /\s/.test(text[end - 1] ?? '')) end--;
    if (!text.startsWith('-->', end - 3)) return end;
    // A comment that starts where this one ends comes after it.
    const open = text.lastIndexOf('<!--', end - '<!---->'.length);
    if (open < start) return end;
    end = open;
  }
}

/**
 * True if a stop belongs to an abbreviation (`the U.S.`, `etc.`, `Inc.`) or an ellipsis, and can't be separated from its
 * word.
 */
function belongsToWord(text: string, end: number): boolean {
  const word = /[\p{L}\p{N}.]+$/u.exec(text.slice(Math.max(0, end - 20), end))?.[0] ?? '';
  return /^(?:\p{L}\.){2,}$/u.test(word) || /\.\.$/.test(word) || /^(?:etc|al|Inc|Ltd|Co|Corp|No|approx)\.$/.test(word);
}

function isCjk(tail: string): boolean {
  return /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\u3000-\u303f\uff00-\uffef]$/u.test(tail);
}

interface Habit {
  readonly beforeStop: boolean;
  readonly spaced: boolean;
  readonly spacedCjk: boolean;
}

/** Returns how most citations of the brief are placed. */
const habitOf = derive((brief: Brief): Habit => {
  const { text } = brief;
  let beforeStop = 0;
  let spaced = 0;
  let spacedCjk = 0;
  for (const cluster of brief.clusters) {
    const first = cluster[0];
    const last = cluster.at(-1);
    if (!first || !last || (first.form !== 'numbered' && first.form !== 'keyed')) continue;
    const { start } = first.span;
    const isSpaced = text[start - 1] === ' ';
    const word = isSpaced ? start - 1 : start;
    const before = text[word - 1] ?? ' ';
    const isAtEnd = /^(?:\s|$)/.test(text.slice(last.span.end, last.span.end + 1));
    if (STOPS.includes(text[last.span.end] ?? ' ')) beforeStop++;
    else if (isAtEnd && '.!?。！？'.includes(before)) beforeStop--;
    if (isCjk(text.slice(Math.max(0, word - 2), word))) spacedCjk += isSpaced ? 1 : -1;
    else if (/\S/.test(before)) spaced += isSpaced ? 1 : -1;
  }
  // After "12%", a text in Chinese is spaced as after its own characters.
  return { beforeStop: beforeStop >= 0, spaced: spaced === 0 ? spacedCjk >= 0 : spaced > 0, spacedCjk: spacedCjk > 0 };
});
