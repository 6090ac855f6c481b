import type { Characters, Span } from '../../base/text';
import { namesOf } from './keys';
import { isDash, keyAt, type Line, lineAt } from './lines';

/** The spans of a text's front matter and of its parts. */
export interface Fences {
  /** The opening `---`. */
  readonly opening: Span;
  /** Span from the opening fence to the end of the closing one, or to the start of the body if none closes it. */
  readonly span: Span;
  readonly yaml: Span;
  readonly closed: boolean;
}

const KNOWN = namesOf('front matter');

/**
 * Finds the front matter: a first line `---`, then a `key:` (comments and blank lines may come before it), then
 * a line `---` or `...`. Null if there is none: `---` may also be a thematic break of the body. A half-typed first key
 * is allowed if the fence is closed and another known key follows.
 *
 * If the closing fence is missing, the front matter ends before the first line that cannot be YAML of ours: after a
 * blank line, a heading, prose, an unknown key, or a list item outside a list. So the body stays. This needs a known key.
 */
export function findFences(text: string): Fences | null {
  if (!mayHaveFrontMatter(text)) return null;
  const from = startOf(text);
  const first = lineAt(text, from, text.length);
  if (text.slice(first.start, first.end).trimEnd() !== '---') return null;
  const { fence, bodyAt, startsBlank, startsWithKey, hasKnownKey } = scanLines(text, first.next);
  const isFrontMatter = startsWithKey ? fence !== null || hasKnownKey : fence !== null && hasKnownKey && !startsBlank;
  if (!isFrontMatter) return null;
  const end = fence?.start ?? bodyAt ?? text.length;
  return {
    opening: { start: from, end: from + 3 },
    span: { start: from, end: fence?.end ?? end },
    yaml: { start: first.next, end },
    closed: fence !== null,
  };
}

/** True if a text begins with `---`, as front matter does. A byte order mark may come before it. */
export function mayHaveFrontMatter(text: Characters): boolean {
  const from = startOf(text);
  return text.slice(from, from + 3) === '---';
}

/** Returns the offset of the first character behind a byte order mark: 0 or 1. */
function startOf(text: Characters): number {
  return text.charCodeAt(0) === 0xfeff ? 1 : 0;
}

/** Marks that authors type for `---`: fewer or more than three hyphens, spaces before and between, dashes of all kinds. */
const NEARLY_A_FENCE = /^(?:[-\u2010-\u2015\u2212][ \t]*){0,80}[-\u2010-\u2015\u2212]$/;
/** The start of a text whose opening fence may be misspelt or missing. */
const MAY_MISS_A_FENCE = /^\uFEFF?\s*(?:[-\u2010-\u2015\u2212]|["']?([a-z-]+)["']?[ \t]*:|$)/;
const FIRST_CHARACTERS = 200;
/** The fewest known keys of front matter, so that a first line isn't taken for one by chance. */
const FEWEST_KEYS = 2;
/** The most blank lines that are skipped before the fence or the first key. */
const MOST_BLANK_LINES = 20;

/**
 * Finds the opening fence that is misspelt or missing in a text without front matter. Its first line, or one after blank lines,
 * is nearly `---`, and a known key follows (two of them behind a single hyphen). Or a known key stands there, and others
 * follow. A line `---` or `...` closes it.
 *
 * @param end the offset up to which the text is read
 * @returns the span from the start of the text, a byte order mark left out, to the end of the line that is nearly a fence, or
 *   to the line of the first key. Null if the author intended no front matter
 */
export function misspeltFence(content: Characters, end: number): Span | null {
  const start = MAY_MISS_A_FENCE.exec(content.slice(0, FIRST_CHARACTERS));
  if (!start || (start[1] !== undefined && !KNOWN.has(start[1]))) return null;
  const text = content.slice(0, end);
  const from = startOf(text);
  let line = lineAt(text, from, text.length);
  for (let blank = 0; line.kind === 'blank' && blank < MOST_BLANK_LINES; blank++)
    line = lineAt(text, line.next, text.length);
  if (isKnownKey(text, line)) {
    const { fence } = scanLines(text, line.start);
    return fence && hasKeys(text, line, fence) ? { start: from, end: line.start } : null;
  }
  const written = text.slice(line.start, Math.min(line.end, line.start + 100));
  const isFence = line.start === from && written.trimEnd() === '---';
  if (isFence || !NEARLY_A_FENCE.test(written.trim())) return null;
  const first = lineAt(text, line.next, text.length);
  if (first.kind !== 'text' || keyAt(text, first.start, first.end) === null) return null;
  const { fence, hasKnownKey } = scanLines(text, line.next);
  // A single hyphen may well be the mark of an item.
  const isMeant = fence && (written.trim() === '-' ? hasKeys(text, first, fence) : hasKnownKey);
  return isMeant ? { start: from, end: line.end } : null;
}

function isKnownKey(text: string, { kind, indent, start, end }: Line): boolean {
  return kind === 'text' && indent === 0 && KNOWN.has(keyAt(text, start, end)?.name ?? '');
}

/** True if there are enough known keys from one line up to another. */
function hasKeys(text: string, from: Line, { start: end }: Line): boolean {
  let keys = 0;
  for (let line = from; line.start < end && keys < FEWEST_KEYS; line = lineAt(text, line.next, text.length))
    if (isKnownKey(text, line)) keys++;
  return keys === FEWEST_KEYS;
}

interface Scan {
  /** The line that closes the front matter. */
  fence: Line | null;
  /** The offset where the body starts if no line closes the front matter. */
  bodyAt: number | null;
  /** True if the first line except comments is a `key:`. An unknown key counts only without spaces. */
  startsWithKey: boolean;
  /** True if a blank line comes first. */
  startsBlank: boolean;
  hasKnownKey: boolean;
}

/** Kinds of lines seen since one that looks like the start of a body. */
interface Suspicion {
  heading: boolean;
  prose: boolean;
  content: boolean;
}

/**
 * Goes through the lines up to the closing fence. A comment looks like a heading, and a typing error looks like prose. So
 * lines that look like a body still belong to the front matter if a known key or a `- id:` follows. A `---` after a heading
 * with content, or after prose and a blank line, is a thematic break of the body.
 */
function scanLines(text: string, from: number): Scan {
  const scan: Scan = { fence: null, bodyAt: null, startsWithKey: false, startsBlank: false, hasKnownKey: false };
  let suspicion: Suspicion | null = null;
  let suspectedAt = -1;
  let seenText = false;
  let openList = false;
  let previous: Line | null = null;
  let afterBlank = false;
  for (let at = from; at < text.length; ) {
    const line = lineAt(text, at, text.length);
    at = line.next;
    if (previous) afterBlank = previous.kind === 'blank';
    const afterSuspect = previous !== null && previous.start === suspectedAt;
    previous = line;
    if (line.kind === 'blank') {
      scan.startsBlank ||= line.start === from;
      continue;
    }
    if (isFence(text, line)) {
      const breaks = suspicion?.content && (suspicion.heading || (suspicion.prose && afterBlank));
      if (!breaks) scan.fence = line;
      return scan;
    }
    const isText = line.kind === 'text';
    const key = isText && line.indent === 0 ? keyAt(text, line.start, line.end) : null;
    const known = key !== null && KNOWN.has(key.name);
    if (isText && !seenText) scan.startsWithKey = key !== null && (known || !/\s/.test(key.name));
    seenText ||= isText;
    scan.hasKnownKey ||= known;
    const item = isText && isDash(text, line);
    if (known || (item && startsWithId(text, line)) || (afterSuspect && line.indent > 0)) {
      if (!suspicion?.content) scan.bodyAt = null;
      suspicion = null;
    } else if (line.indent === 0) {
      const heading = !isText && afterBlank && isHeading(text, line);
      const foreign = heading || (isText && !isCloser(text, line) && !(item && openList));
      if (suspicion === null && afterBlank && foreign) {
        suspicion = { heading: false, prose: false, content: false };
        suspectedAt = line.start;
        scan.bodyAt ??= line.start;
      }
      if (suspicion !== null) {
        suspicion.heading ||= heading;
        suspicion.content ||= isText;
        suspicion.prose ||= isText && key === null && isProse(text, line);
      }
    }
    if (key !== null) openList = key.valueAt >= line.end || text[key.valueAt] === '#';
  }
  return scan;
}

function isFence(text: string, line: Line): boolean {
  if (!text.startsWith('---', line.start) && !text.startsWith('...', line.start)) return false;
  for (let at = line.start + 3; at < line.end; at++) if (text[at] !== ' ' && text[at] !== '\t') return false;
  return true;
}

function isHeading(text: string, line: Line): boolean {
  return /^#{1,6}[ \t]/.test(text.slice(line.start, Math.min(line.end, line.start + 8)));
}

/** `]` and `}` may close, at the start of a line, what a line above opened. */
function isCloser(text: string, line: Line): boolean {
  return text[line.start] === ']' || text[line.start] === '}';
}

function startsWithId(text: string, line: Line): boolean {
  return /^[ \t]*-[ \t]+["']?id["']?[ \t]*:/.test(text.slice(line.start, Math.min(line.end, line.start + 60)));
}

/** A single short word may be a key that is being typed. */
function isProse(text: string, line: Line): boolean {
  return line.end - line.start > 20 || /\S\s+\S/.test(text.slice(line.start, line.end));
}
