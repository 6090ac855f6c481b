/** What we add to markdown-it's inline rules: our inserts, math, comments, and the few tags that are let through. */
import type { MarkdownIt, StateInline } from 'markdown-it';
import { derive } from '../../base/derive';
import { DEEPEST } from '../../syntax/blocks/tooDeep';
import { mathEnd } from '../../syntax/mathMarks';
import { element, type Html, nothing } from '../html';
import { renderFormula } from '../sections/formulas';
import { factsOf, firstFrom, type Insert, runOf } from './facts';

/** The type of the tokens whose content is HTML of ours. */
export const OURS = 'brief_html';

/** Tags that an author may use, without attributes. */
export const TAGS = 'sub|sup|kbd|mark|b|i|em|strong|small|u|s|del|ins|q|abbr|cite';
const OPENING = new RegExp(`^<(${TAGS})>`, 'i');
const ENDING = new RegExp(`-->|</(?:${TAGS})>`, 'gi');

export function addInlineRules(md: MarkdownIt): void {
  md.inline.ruler.at('text', plainText);
  md.inline.ruler.before('text', 'brief_insert', insert);
  md.inline.ruler.before('escape', 'brief_math', math);
  md.inline.ruler.before('escape', 'brief_backslash', backslash);
  md.inline.ruler.before('link', 'brief_labelled', labelled);
  md.inline.ruler.before('autolink', 'brief_comment', comment);
  md.inline.ruler.before('autolink', 'brief_tag', tag);
  md.helpers = { ...md.helpers, parseLinkLabel };
}

/** Puts an insert's markup in the place of its text. */
function insert(state: StateInline, silent: boolean): boolean {
  const found = runOf(state)?.byStart.get(state.pos);
  if (!found || found.span.end > state.posMax) return false;
  if (!silent && found.marks) pushMarked(state, found, found.marks);
  else if (!silent) pushInsert(state, found);
  state.pos = found.span.end;
  return true;
}

function pushInsert(state: StateInline, { html, clings }: Insert): void {
  const token = state.push(OURS, '', 0);
  token.content = html;
  token.meta = { clings: clings === true };
}

/** A stretch of the text that is marked; what stands in it is read as anywhere. */
function pushMarked(state: StateInline, insert: Insert, { title, verdict }: NonNullable<Insert['marks']>): void {
  const inserts = runOf(state)?.byStart;
  const attributes: Wrap[1] = [
    ['class', 'doubt'],
    ['title', title],
    ['data-verdict', verdict],
  ];
  // It starts at its own place, where it must not be found again.
  inserts?.delete(insert.span.start);
  within(state, insert.span, ['span', attributes], insert.html);
  inserts?.set(insert.span.start, insert);
}

/** `[text][1]`: the text, as a link where the label is one of a link, and the insert that stands for the label. */
function labelled(state: StateInline, silent: boolean): boolean {
  const run = runOf(state);
  if (!run || state.src.charCodeAt(state.pos) !== 91) return false;
  const start = state.pos + 1;
  const end = parseLinkLabel(state, state.pos, true);
  const found = end < 0 ? undefined : run.byStart.get(end + 1);
  if (!found || state.src.charCodeAt(end + 1) !== 91 || found.span.end > state.posMax) return false;
  if (!found.labels) {
    // What follows is a citation by itself, and must not be taken for a label.
    if (!silent) state.pending += '[';
    state.pos++;
    return true;
  }
  if (!silent) {
    const { href } = found.labels;
    within(state, { start, end }, href === null ? null : ['a', [['href', href]]]);
    pushInsert(state, found);
  }
  state.pos = found.span.end;
  return true;
}

/** Parses a part of the text, inside an element if one is named, which may end with HTML of ours. */
function within(state: StateInline, span: { start: number; end: number }, wrap: Wrap | null, last = nothing): void {
  const { posMax } = state;
  state.pos = span.start;
  state.posMax = span.end;
  if (wrap) {
    const [name, attrs] = wrap;
    state.push(name === 'a' ? 'link_open' : `${name}_open`, name, 1).attrs = attrs;
    state.md.inline.tokenize(state);
    if (last !== '') ours(state, last);
    state.push(name === 'a' ? 'link_close' : `${name}_close`, name, -1);
  } else state.md.inline.tokenize(state);
  state.posMax = posMax;
}

type Wrap = [name: string, attrs: [string, string][]];

/** Characters at which a rule of markdown-it's may start. */
const SIGNALS = new Set([...'\n!#$%&*+-:<=>@[\\]^_`{}~'].map((c) => c.charCodeAt(0)));

/** Takes plain text up to the next character that may mean something, or to the next insert. */
function plainText(state: StateInline, silent: boolean): boolean {
  const end = Math.min(state.posMax, nextInsert(state));
  let pos = state.pos;
  while (pos < end && !SIGNALS.has(state.src.charCodeAt(pos))) pos++;
  if (pos === state.pos) return false;
  if (!silent) state.pending += state.src.slice(state.pos, pos);
  state.pos = pos;
  return true;
}

function nextInsert(state: StateInline): number {
  const starts = runOf(state)?.starts ?? [];
  return starts[firstFrom(starts, state.pos)] ?? Infinity;
}

/** A backslash before an insert is one that escapes nothing: `\\¹`. */
function backslash(state: StateInline, silent: boolean): boolean {
  if (state.src.charCodeAt(state.pos) !== 92 || !runOf(state)?.byStart.has(state.pos + 1)) return false;
  if (!silent) state.pending += '\\';
  state.pos++;
  return true;
}

function math(state: StateInline, silent: boolean): boolean {
  if (state.src.charCodeAt(state.pos) !== 36) return false;
  const end = mathEnd(state.src, state.pos);
  if (end < 0 || end > state.posMax) return false;
  if (!silent) {
    ours(state, renderFormula(state.src.slice(state.pos, end), factsOf(state.env).writeFormula));
  }
  state.pos = end;
  return true;
}

function comment(state: StateInline, silent: boolean): boolean {
  if (!state.src.startsWith('<!--', state.pos)) return false;
  const end = endingsOf(state).next('-->', state.pos + 2);
  if (end < 0 || end + 3 > state.posMax) return false;
  if (!silent) ours(state, nothing);
  state.pos = end + 3;
  return true;
}

/** `<br>`, and an allowed tag with its end; whatever is not of a pair stays text, so that no tag is left open. */
function tag(state: StateInline, silent: boolean): boolean {
  if (state.src.charCodeAt(state.pos) !== 60 || state.level >= DEEPEST) return false;
  const ahead = state.src.slice(state.pos, Math.min(state.pos + 12, state.posMax));
  const lineBreak = /^<br ?\/?>/i.exec(ahead);
  if (lineBreak) {
    if (!silent) ours(state, element('br', {}));
    state.pos += lineBreak[0].length;
    return true;
  }
  const name = OPENING.exec(ahead)?.[1]?.toLowerCase();
  if (name === undefined) return false;
  const start = state.pos + name.length + 2;
  const end = endingsOf(state).next(`</${name}>`, start);
  const after = end + name.length + 3;
  if (end < 0 || after > state.posMax) return false;
  if (!silent) within(state, { start, end }, [name, []]);
  state.pos = after;
  return true;
}

interface Endings {
  /** The offset of the next such ending at `from` or after it, or -1. */
  next(ending: string, from: number): number;
}

/**
 * Where comments and tags end in a text: found in one go, so that a text of many beginnings is not searched for each. What
 * is in an insert ends nothing, such as the end of `<sup>1</sup>`.
 */
const endingsOf = derive((state: StateInline): Endings => {
  const places = new Map<string, number[]>();
  const { starts = [], byStart } = runOf(state) ?? {};
  let index = 0;
  let reach = 0;
  for (const match of state.src.matchAll(ENDING)) {
    for (let start = starts[index]; start !== undefined && start < match.index; start = starts[++index]) {
      const found = byStart?.get(start);
      if (found && !found.marks) reach = Math.max(reach, found.span.end);
    }
    if (match.index < reach) continue;
    const ending = match[0].toLowerCase();
    const list = places.get(ending);
    if (list) list.push(match.index);
    else places.set(ending, [match.index]);
  }
  return {
    next: (ending, from) => {
      const list = places.get(ending) ?? [];
      return list[firstFrom(list, from)] ?? -1;
    },
  };
});

function ours(state: StateInline, html: Html): void {
  state.push(OURS, '', 0).content = html;
}

type Labels = WeakMap<StateInline, Map<number, number>>;
const labelsOfLinks: Labels = new WeakMap();
/** These may have links in them. */
const labelsOfImages: Labels = new WeakMap();

/** Where the brackets end that start at a place, or -1: so that those around them need not look into them again. */
function knownLabels(labels: Labels, state: StateInline): Map<number, number> {
  const known = labels.get(state) ?? new Map<number, number>();
  labels.set(state, known);
  return known;
}

/**
 * The end of the brackets of a link that start at `start`. An insert counts as text, also one in brackets: a link may
 * have a citation in its words.
 *
 * @param disableNested undefined where the brackets are a label, which follows the words at once: markdown-it looks for it
 *   also behind `(` and what is no address, and would drop that
 */
export function parseLinkLabel(state: StateInline, start: number, disableNested?: boolean): number {
  if (disableNested === undefined && state.src[start - 1] !== ']') return -1;
  const known = knownLabels(disableNested ? labelsOfLinks : labelsOfImages, state);
  const found = known.get(start);
  if (found !== undefined && found < state.posMax) return found;
  const { pos: before } = state;
  const inserts = runOf(state)?.byStart;
  let depth = 1;
  let end = -1;
  state.pos = start + 1;
  while (state.pos < state.posMax) {
    const at = state.pos;
    const code = state.src.charCodeAt(at);
    if (code === 93 && --depth === 0) {
      end = at;
      break;
    }
    state.md.inline.skipToken(state);
    if (code !== 91 || inserts?.has(at)) continue;
    if (state.pos > at + 1) {
      if (disableNested) break;
      continue;
    }
    // What these brackets hold was looked at when they were taken for the start of a link or an image.
    const inner = known.get(at);
    if (inner === undefined || inner >= state.posMax) depth++;
    else if (inner < 0) break;
    else state.pos = inner + 1;
  }
  state.pos = before;
  known.set(start, end);
  return end;
}
