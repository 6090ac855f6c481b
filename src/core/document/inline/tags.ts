/** Inline syntax that starts with `<`: addresses in brackets, tags, comments and their like. */
import { createFinder, type Finder } from './finder';
import { type HtmlImage, imageIn } from './htmlTags';
import type { Leaf } from './tokens';

const SCHEME = /[a-z][-\w+.]+:/iy;
const MAIL =
  /[a-z\d.!#$%&'*+/=?^_`{|}~-]+@[a-z\d](?:[a-z\d-]{0,61}[a-z\d])?(?:\.[a-z\d](?:[a-z\d-]{0,61}[a-z\d])?)*>/iy;
const TAG =
  /^<(?:\/[a-z][\w-]*\s*>|[a-z][\w-]*(?:\s+[a-z:_][\w-.:]*(?:\s*=\s*(?:[^\s"'=<>`]+|'[^']*'|"[^"]*"))?)*\s*\/?>)/i;
/** A tag of more characters is text. */
const LONGEST_TAG = 10_000;

/** The tag that starts at a place; null where none does. */
export function tagAt(text: string, at: number): string | null {
  return TAG.exec(text.slice(at, at + LONGEST_TAG))?.[0] ?? null;
}

/** The images of a block of HTML, in its offsets. */
export function htmlImagesIn(html: string): HtmlImage[] {
  if (!/<img[\s/]/i.test(html)) return [];
  const read = createTagReader(html);
  const images: HtmlImage[] = [];
  for (let at = html.indexOf('<'); at >= 0; ) {
    const found = read(at);
    const image = found?.name === 'HTMLTag' ? imageIn(html.slice(at, found.to), at) : null;
    if (image) images.push(image);
    at = html.indexOf('<', found?.to ?? at + 1);
  }
  return images;
}

const ADDRESS_END = /[\s>]/g;
const COMMENT_END = /-->/g;
/** The start and the end of each kind, and the length of its closing mark. */
const KINDS = [
  { name: 'ProcessingInstruction', begins: /<\?/y, ends: /\?>/g, mark: 2 },
  { name: 'HTMLTag', begins: /<!\[CDATA\[/y, ends: /\]\]>/g, mark: 3 },
  { name: 'HTMLTag', begins: /<![A-Z]/y, ends: />/g, mark: 1 },
] as const;

/** Returns a function that reads the node at a `<`. It gives null where the `<` is only a sign. */
export function createTagReader(text: string): (at: number) => Leaf | null {
  const addressEnds = createFinder(text, ADDRESS_END);
  const commentEnds = createFinder(text, COMMENT_END);
  const ends = KINDS.map((kind): Finder => createFinder(text, kind.ends));

  return (at) => {
    const address = addressAt(at);
    if (address >= 0) {
      return {
        name: 'Autolink',
        from: at,
        to: address,
        parts: [
          { name: 'LinkMark', from: at, to: at + 1 },
          { name: 'URL', from: at + 1, to: address - 1 },
          { name: 'LinkMark', from: address - 1, to: address },
        ],
      };
    }
    if (text.startsWith('<!--', at)) return commentAt(at);
    for (const [index, { name, begins, mark }] of KINDS.entries()) {
      begins.lastIndex = at;
      const found = begins.exec(text);
      if (!found) continue;
      const to = (ends[index]?.next(at + found[0].length) ?? text.length) + mark;
      return to > text.length ? null : { name, from: at, to };
    }
    const tag = tagAt(text, at);
    return tag === null ? null : { name: 'HTMLTag', from: at, to: at + tag.length };
  };

  function addressAt(at: number): number {
    SCHEME.lastIndex = at + 1;
    if (SCHEME.test(text)) {
      const from = SCHEME.lastIndex;
      const end = addressEnds.next(from);
      return end > from && text[end] === '>' ? end + 1 : -1;
    }
    MAIL.lastIndex = at + 1;
    return MAIL.test(text) ? MAIL.lastIndex : -1;
  }

  function commentAt(at: number): Leaf | null {
    const short = /^<!---?>/.exec(text.slice(at, at + 6));
    const to = short ? at + short[0].length : commentEnds.next(at + 4) + 3;
    return to > text.length ? null : { name: 'Comment', from: at, to };
  }
}
