/** Finds places of a Markdown text that could do harm in a viewer, judged without knowing what stands around them. */
import createMarkdownIt from 'markdown-it';
import { safeUrl } from '../../base/safeUrl';
import { isEscaped } from '../../base/text';
import { safeDataImage } from '../safe/dataImage';

export type Suspect =
  /** `<` that a viewer could take for the start of a tag, a comment or an address. */
  | { readonly kind: 'tag'; readonly at: number }
  /** `]` before an address that the gate refuses. */
  | { readonly kind: 'link'; readonly at: number }
  /** `]` after the label of a footnote whose only word is such an address: some viewers take that for a link's address. */
  | { readonly kind: 'footnote'; readonly at: number; readonly end: number }
  /** A command of a formula that links or loads something, or that could define such a command. */
  | { readonly kind: 'command'; readonly at: number };

const { helpers, normalizeLink } = createMarkdownIt();

/** Returns the suspects of a text, by their places. The text has `\n` for its line breaks, and no NUL. */
export function suspectsIn(text: string): Suspect[] {
  return [...tags(text), ...addresses(text), ...commands(text)].sort((a, b) => a.at - b.at);
}

/**
 * True if an address must not be followed, as Markdown reads it or as it is written. An empty address leads nowhere, and a
 * image that stands in the text itself (`data:`) does nothing.
 */
export function isRefused(address: string): boolean {
  if (address === '' || safeDataImage(address) !== null) return false;
  return safeUrl(address) === null || safeUrl(normalizeLink(address)) === null;
}

/** A tag, whose names are read more widely than CommonMark does, as some viewers do; an address, or a mailbox. */
const TAG = /<(?:[!?]|\/?[a-z][\w:.-]*(?:[\s/>]|$)|[a-z][a-z0-9+.-]{1,31}:|[^\s<>@]{1,200}@)/gi;
/** CommonMark 0.31.2, 6.5. A tag that starts with another sign than a letter could be a comment too. */
const AUTOLINK = /<(?:([a-z][a-z0-9+.-]{1,31}:[^\p{Cc}\s<>]*)|([a-z][\w.!#$%&'*+/=?^`{|}~-]*@[a-z0-9.-]+))>/iuy;
/** Marks of lists and quotations before the first words of a line, up to this length. */
const LINE_START = /(?:^|\n)[^A-Za-z\n]*$/;
const MOST_BEFORE = 1000;

function* tags(text: string): Iterable<Suspect> {
  const nextEnd = next(text, />/g);
  const nextGap = next(text, /\n[ \t>]*\n/g);
  for (const { index: at } of text.matchAll(TAG)) {
    AUTOLINK.lastIndex = at;
    const [, address, mail] = AUTOLINK.exec(text) ?? [];
    const url = address ?? (mail === undefined ? null : `mailto:${mail}`);
    if ((url !== null && !isRefused(url)) || isEscaped(text, at) || isSeparator(text, at)) continue;
    if (nextEnd(at) < nextGap(at) || LINE_START.test(text.slice(Math.max(0, at - MOST_BEFORE), at)))
      yield { kind: 'tag', at };
  }
}

const SEPARATOR = /<!-- -->[ \t]*(?:\n|$)/y;

/** True for an empty comment on a line of its own, which keeps a list apart from what follows it. */
function isSeparator(text: string, at: number): boolean {
  SEPARATOR.lastIndex = at;
  if (!SEPARATOR.test(text)) return false;
  let start = at;
  while (/[ \t>]/.test(text[start - 1] ?? '')) start--;
  return start === 0 || text[start - 1] === '\n';
}

/** Returns a function that gives the offset of the next match from a place on; places must grow. */
function next(text: string, pattern: RegExp): (from: number) => number {
  let found = -1;
  return (from) => {
    if (found < from) {
      pattern.lastIndex = from;
      found = pattern.exec(text)?.index ?? Infinity;
    }
    return found;
  };
}

const LABEL_END = /\]([(:])[\s>]*/g;
/** Length of the longest address that is read as a whole, in UTF-16 units. If it is longer, only its start is judged. */
const MOST_ADDRESS = 4000;
const SAFE_START = /^<?(?:https?:\/\/[^\p{Cc}\s/?#@<>%\\&]+[/?#]|data:image\/(?:png|jpeg|gif|webp);base64,)/iu;

function* addresses(text: string): Iterable<Suspect> {
  const nextLine = next(text, /\n|$/g);
  for (const { 0: opening, 1: sign, index: at } of text.matchAll(LABEL_END)) {
    const start = at + opening.length;
    const most = sign === ':' ? nextLine(start) : text.length;
    const limit = Math.min(most, start + MOST_ADDRESS);
    const { ok, str, pos: end } = helpers.parseLinkDestination(text, start, limit);
    const isCut = limit < most && (!ok || end === limit);
    if (isCut ? SAFE_START.test(text.slice(start, start + 300)) : !ok || !isRefused(str)) continue;
    // Words after the address make a definition into text.
    if (sign === ':' && !isCut && !/^[ \t]*(?:$|[\n"'(])/.test(text.slice(end, end + 100))) continue;
    if (isEscaped(text, at)) continue;
    const isNote = sign === ':' && !isCut && /\[\^[^\s[\]^]{1,200}$/.test(text.slice(Math.max(0, at - 202), at));
    yield isNote ? { kind: 'footnote', at, end } : { kind: 'link', at };
  }
}

const COMMAND =
  /\\(?:href|url|includegraphics|html[A-Za-z]*|class|cssId|style|data|require|csname|catcode)(?![A-Za-z])|\^\^/g;

function* commands(text: string): Iterable<Suspect> {
  for (const { index: at } of text.matchAll(COMMAND)) yield { kind: 'command', at };
}
