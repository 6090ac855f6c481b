/** Says in our words why YAML was not read, where, and what to do; and quotes the value where that mends it. */

import type { FrontMatterError } from '../../base/problem';
import { say } from '../../base/say';
import type { Span, TextSpan } from '../../base/text';
import { inside, trimEnd } from '../moved';
import { endOfValue, keyAt } from './lines';
import { composeYaml, isRefusal, MAX_DEPTH, type Refusal } from './yaml/yamlSource';

/**
 * Explains why `source` was refused.
 *
 * @param offset where `source` starts in the document; the result's spans are in the document.
 */
export function explainRefusal(source: string, refusal: Refusal, offset: number): FrontMatterError {
  const place = placeOf(source, refusal.start);
  const { line, value } = place;
  const newText = mending(source, refusal, place);
  const quote = value !== null && newText !== null ? { span: shift(value, offset), newText } : undefined;
  if (value !== null && quote && refusal.code !== 'BAD_DQ_ESCAPE') {
    const written = source.slice(value.start, value.end);
    const message = isOpenQuote(refusal, written) ? messageOf(source, refusal, line) : mustBeQuoted(written);
    return { span: shift(value, offset), message, quote };
  }
  const wholeLine = refusal.reason === 'over-indented';
  const at = wholeLine ? line.start : Math.min(Math.max(refusal.start, line.start), line.end);
  const span = at < line.end ? { start: at, end: line.end } : line;
  return { span: shift(span, offset), message: messageOf(source, refusal, line), ...(quote ? { quote } : {}) };
}

/** Explains a value that YAML reads otherwise than it looks, and that quotes mend. */
export function explainValue(source: string, value: TextSpan, offset: number): FrontMatterError {
  const end = trimEnd(source, value.start, value.end);
  // YAML reads a value that goes on over lines with a space for each line break.
  const written = source.slice(value.start, end).replace(/[ \t]*\r?\n\s*/g, ' ');
  const span = shift({ start: value.start, end }, offset);
  return { span, message: mustBeQuoted(written), quote: { span, newText: quoteText(written) } };
}

/** A YAML scalar in quotes that stands for `text`, which is one line. */
export function quoteText(text: string): string {
  if (/["\\]/.test(text) && !text.includes("'") && ![...text].some(isControl)) return `'${text}'`;
  let result = '';
  for (const character of text) {
    if (character === '"' || character === '\\') result += `\\${character}`;
    else if (isControl(character)) result += `\\x${character.charCodeAt(0).toString(16).padStart(2, '0')}`;
    else result += character;
  }
  return `"${result}"`;
}

/** A control character of C0 or C1 other than the tab, which YAML allows in quotes. */
function isControl(character: string): boolean {
  const code = character.charCodeAt(0);
  return (code < 0x20 && code !== 9) || (code >= 0x7f && code <= 0x9f);
}

/** True if quotes around `written`, a map where a text is expected, make it the text that it looks like. */
export function isQuotable(written: string): boolean {
  return !/[\r\n]/.test(written) && !/^["'[{]/.test(written);
}

/** Says that a value must be in quotes, and why. */
export function mustBeQuoted(value: string): string {
  const first = value[0] ?? '';
  if (insideQuotes(value) !== null)
    return say('Quotes inside this value end it. Escape them, or put other quotes around the value.');
  if (first === '*') return say('Put the value in quotes: YAML reads a value that starts with "*" as an alias.');
  if (first === '&') return say('Put the value in quotes: YAML reads a value that starts with "&" as an anchor.');
  if (first === '!') return say('Put the value in quotes: YAML reads a value that starts with "!" as a tag.');
  if (first === '#') return say('Put the value in quotes: YAML reads what follows "#" as a comment.');
  if (first === '>' || first === '|') {
    return say('Put the value in quotes: after "{0}", YAML expects the text on the lines below.', first);
  }
  if (first === '"') return say('Put the value in quotes, since text follows the closing quote.');
  if (first === "'") return say('Put the value in quotes: a value that starts with "\'" must end with it.');
  if (first === '[' || first === '{') return say('Put the value in quotes, since text follows the closing bracket.');
  if (/^[@`%,\]}]/.test(value) || /^[-?](?:\s|$)/.test(value)) {
    return say('Put the value in quotes: no YAML value may start with "{0}".', first);
  }
  return say('Put the value in quotes, since it contains ": ".');
}

function messageOf(source: string, refusal: Refusal, line: TextSpan): string {
  const written = source.slice(line.start, line.end);
  switch (refusal.reason) {
    case 'alias':
      return say('Aliases (*name) are not read in briefs: write the value out.');
    case 'anchor':
      return say('Anchors (&name) are not read in briefs: remove the anchor.');
    case 'tag':
      return say('Tags (!name) are not read in briefs: remove the tag.');
    case 'complex-key':
      return complexKey();
    case 'depth':
      return say('This is nested more than {0} levels deep, and is not read.', MAX_DEPTH);
    case 'several-documents':
      return say('Only one YAML document is read here: remove "---" and what follows it.');
    case 'open-quote':
      return say('This quote is not closed: add {0} at the end of the value.', source[refusal.start] ?? '');
    case 'open-bracket':
      return say(
        'This bracket is not closed: add {0}, or check the brackets inside it.',
        source[refusal.start] === '{' ? '}' : ']',
      );
    case 'over-indented':
      return say('This line is indented too far: align it with the key above.');
  }
  if (indentationHasTab(source, line)) return say('Indent with spaces: YAML does not allow tabs here.');
  switch (refusal.code) {
    case 'BAD_DQ_ESCAPE':
      return say('This is not an escape in double quotes. Write \\\\ for a backslash, or use single quotes.');
    case 'BAD_INDENT':
    case 'TAB_AS_INDENT':
      return say('Align this line with the keys above.');
    case 'BLOCK_AS_IMPLICIT_KEY':
    case 'BLOCK_IN_FLOW':
      return say('Start this on a line of its own, indented below its key.');
    case 'MULTILINE_IMPLICIT_KEY':
    case 'MISSING_CHAR':
      if (/^(?:- +)?[\w-]+:[^\s/]/.test(written)) return say('Put a space after the colon.');
      if (keyAt(source, line.start, line.end) === null)
        return say('This line is not a key: value pair. Add a colon and a space.');
      return say('Align this line with the keys above.');
    default:
      if (/^(?:- +)?[[{]/.test(written) && refusal.code === 'IMPOSSIBLE') return complexKey();
      if (isEntry(source.slice(refusal.start, line.end))) return say('Start this list on the line below its key.');
      return say('This is not valid YAML. Check quotes, colons and indentation.');
  }
}

function complexKey(): string {
  return say('A key must be a plain text: write it as key: value.');
}

interface Place {
  /** The line without the white space around it. */
  readonly line: TextSpan;
  /** The value after the line's `- ` and `key: `; in a flow list or map, the one item. */
  readonly value: TextSpan | null;
  /** The columns before the key, or before the `-` of an item. Lines that are indented more belong to the value. */
  readonly column: number;
}

function placeOf(source: string, at: number): Place {
  const visible = nearestVisible(source, at);
  const lineStart = lineStartOf(source, visible);
  const newline = source.indexOf('\n', visible);
  const limit = newline < 0 ? source.length : newline;
  const start = skipSpace(source, lineStart, limit);
  const line = { start, end: trimEnd(source, start, limit) };
  let dash = start;
  let valueAt = start;
  while (source[valueAt] === '-' && /[ \t]/.test(source[valueAt + 1] ?? '')) {
    dash = valueAt;
    valueAt = skipSpace(source, valueAt + 1, line.end);
  }
  const key = keyAt(source, valueAt, line.end);
  const column = (key === null ? dash : valueAt) - lineStart;
  if (key === null && valueAt === start) return { line, value: null, column };
  const from = key?.valueAt ?? valueAt;
  const first = source[from] ?? '';
  const item = (first === '[' || first === '{') && at > from ? flowItemAt(source, at, line.end) : null;
  if (item !== null) return { line, value: item, column };
  const value = { start: from, end: first === '#' ? line.end : endOfValue(source, from, line.end) };
  return { line, value: value.end > value.start && at <= value.end ? value : null, column };
}

/** The next character of the line from `at` on that is not white space, or else the last one before. */
function nearestVisible(source: string, at: number): number {
  let next = at;
  while (next < source.length && source[next] !== '\n' && /\s/.test(source[next] ?? '')) next++;
  if (next < source.length && source[next] !== '\n') return next;
  while (next > 0 && /\s/.test(source[next] ?? ' ')) next--;
  return next;
}

function flowItemAt(source: string, at: number, limit: number): TextSpan | null {
  if (!/[*&!@`%]/.test(source[at] ?? '')) return null;
  let end = at;
  while (end < limit && !/[,\]}]/.test(source[end] ?? '')) end++;
  return { start: at, end: trimEnd(source, at, end) };
}

/**
 * Returns the value in quotes, if that mends its line: the rest of the source is then fine, or fails at a line that doesn't
 * belong to the value. Null where quotes don't help: for a list that isn't closed, a tag of YAML's own (`!!str`), or an entry.
 */
function mending(source: string, refusal: Refusal, { value, column }: Place): string | null {
  if (value === null || refusal.reason === 'over-indented' || refusal.reason === 'depth') return null;
  const written = source.slice(value.start, value.end);
  if (/^[[{]/.test(written) && !/[\]}][^\]}]+$/.test(written)) return null;
  const inside = insideQuotes(written);
  if ((refusal.code === 'BAD_DQ_ESCAPE' && inside === null) || isEntry(written) || written.startsWith('!!'))
    return null;
  const quoted = isOpenQuote(refusal, written) ? written + written[0] : quoteText(inside ?? written);
  const mended = source.slice(0, value.start) + quoted + source.slice(value.end);
  const composed = composeYaml(mended);
  if (!isRefusal(composed)) return quoted;
  const next = lineStartOf(mended, composed.start);
  const isBelow = next > value.start + quoted.length;
  return isBelow && skipSpace(mended, next, mended.length) - next <= column ? quoted : null;
}

/**
 * The text between the quotes around a value with unescaped quotes or backslashes: `"The "old" mine"`.
 * Null if the outer quotes belong to the text (`"Ore" and "tin"`), or are missing.
 */
function insideQuotes(written: string): string | null {
  const [, quote, inside = ''] = /^(["'])(.*)\1$/s.exec(written) ?? [];
  if (quote === undefined) return null;
  const isDouble = quote === '"';
  const said = isDouble ? inside : inside.replaceAll("''", "'");
  const first = (isDouble ? /(?<!\\)"/ : /(?<!\p{L})'|'(?!\p{L})/u).exec(said);
  const opens = !first || /(?:^|[\s([{])$/.test(said.slice(0, first.index));
  if (!opens) return null;
  return isDouble ? said.replace(/\\(["\\])/g, '$1') : said;
}

/** True if the quote at the end was forgotten, and the one at the start is no apostrophe (`'Tis`, `'90s`). */
function isOpenQuote({ reason }: Refusal, written: string): boolean {
  return (
    reason === 'open-quote' && /^["']/.test(written) && !/^'(?:t(?:is|was|il)\b|em\b|n\b|cause\b|\d\d)/i.test(written)
  );
}

function lineStartOf(source: string, at: number): number {
  return at > 0 ? source.lastIndexOf('\n', at - 1) + 1 : 0;
}

function skipSpace(source: string, from: number, limit: number): number {
  let at = from;
  while (at < limit && /[ \t]/.test(source[at] ?? '')) at++;
  return at;
}

/** True for the start of an entry, `- id: 1`, where a value is expected. */
function isEntry(written: string): boolean {
  return /^-[ \t]+[\w-]+:(?:\s|$)/.test(written);
}

function indentationHasTab(source: string, line: TextSpan): boolean {
  for (let at = line.start - 1; at >= 0 && source[at] !== '\n'; at--) if (source[at] === '\t') return true;
  return false;
}

function shift(span: TextSpan, offset: number): Span {
  return inside(span, { start: offset });
}
