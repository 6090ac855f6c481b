/** Tags of HTML as a text has them, and the elements that hide what is in them. */
import type { SpanIn, TextSpan, Whole } from '../../base/text';

/** A tag; what it says is untrusted. */
export interface HtmlTag {
  /** The name in lower case. */
  readonly name: string;
  readonly isClosing: boolean;
  /** Attributes by their names in lower case, with their values as written. The first of several with one name counts. */
  readonly attributes: ReadonlyMap<string, HtmlAttribute>;
}

export interface HtmlAttribute {
  readonly value: string;
  /** Offset of the value in the tag. */
  readonly at: number;
}

/** Elements that are whole with their first tag. */
export const VOID_ELEMENTS: ReadonlySet<string> = new Set(['br', 'hr', 'img', 'wbr', 'source', 'col']);

const NAME = /^<(\/?)([a-z][\w-]*)/i;
const ATTRIBUTE = /\s([a-z_:][\w.:-]*)(?:\s*=\s*("[^"]*"|'[^']*'|[^\s"'=<>`]+))?/gi;
/** The most attributes of a tag that are read. */
const MOST_ATTRIBUTES = 50;

/**
 * Reads a tag, from its `<` to its `>`.
 *
 * @returns null where it is a declaration or a section of character data
 */
export function readTag(written: string): HtmlTag | null {
  const [start, slash, name] = NAME.exec(written) ?? [];
  if (start === undefined || name === undefined) return null;
  const attributes = new Map<string, HtmlAttribute>();
  const named = slash === '' ? written.slice(start.length, -1).matchAll(ATTRIBUTE) : [];
  for (const { 0: all, 1: key = '', 2: quoted = '', index } of named) {
    if (attributes.size >= MOST_ATTRIBUTES) break;
    const isQuoted = /^["']/.test(quoted);
    const at = start.length + index + all.length - quoted.length + (isQuoted ? 1 : 0);
    const lower = key.toLowerCase();
    if (!attributes.has(lower)) attributes.set(lower, { value: isQuoted ? quoted.slice(1, -1) : quoted, at });
  }
  return { name: name.toLowerCase(), isClosing: slash === '/', attributes };
}

/** The span of an image's tag, and the span of its address. */
export interface HtmlImage {
  readonly span: TextSpan;
  readonly url: TextSpan;
}

/** The image that a tag shows, in the offsets of a text in which the tag starts at `at`; null where it shows none. */
export function imageIn(written: string, at: number): HtmlImage | null {
  const tag = /^<img[\s/]/i.test(written) ? readTag(written) : null;
  const src = tag && !hides(tag) ? tag.attributes.get('src') : undefined;
  if (!src) return null;
  const start = at + src.at;
  return { span: { start: at, end: at + written.length }, url: { start, end: start + src.value.length } };
}

const HIDES = /(?:^|;)\s*(?:display\s*:\s*none|visibility\s*:\s*hidden)\b/i;

/** True if the element with this tag is hidden, by the attribute `hidden` or by its style. */
export function hides({ attributes }: HtmlTag): boolean {
  return attributes.has('hidden') || HIDES.test(attributes.get('style')?.value ?? '');
}

/** Elements that may hide a text within a line. */
const HIDING = 'span|div|p|b|i|em|strong|small|s|del|ins|mark|sub|sup|a|u|font|code|cite|q|abbr';
/** An element that its tag {@link hides}, up to its end. One with an element of the same name inside doesn't match. */
const HIDDEN = new RegExp(
  String.raw`<(${HIDING})(?:\s[^<>]{0,300})?\s(?:hidden(?=[\s=>])|style\s*=\s*["'](?:[^"'<>]{0,200};)?\s*(?:display\s*:\s*none|visibility\s*:\s*hidden)\b)[^<>]{0,300}>(?:(?!<\/?\1[\s>])[\s\S]){0,5000}<\/\1\s*>`,
  'gi',
);
const MAY_HIDE = /<[a-z][^<>]*(?:hidden|display)/i;

/**
 * Replaces the parts of a text that elements in it hide, since these state nothing.
 *
 * @param text a text of a brief, such as a paragraph
 * @param write returns what stands for a hidden part: of the same length
 */
export function withoutHidden(text: string, write: (hidden: string) => string = blanks): string {
  return text.includes('<') && MAY_HIDE.test(text) ? text.replace(HIDDEN, write) : text;
}

/** Finds the parts of a text that elements in it hide. */
export function hiddenIn<W extends Whole = 'document'>(text: string): SpanIn<W>[] {
  if (!MAY_HIDE.test(text)) return [];
  return [...text.matchAll(HIDDEN)].map(({ 0: all, index }) => ({ start: index, end: index + all.length }));
}

const blanks = (hidden: string) => ' '.repeat(hidden.length);
