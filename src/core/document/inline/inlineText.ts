/**
 * Inline text: CommonMark and GFM, with math and citations of ours. It gives the nodes that Lezer's own parsers do, which
 * look back at all that is open from each bracket and each mark, and ahead to the end from each beginning. Here everything
 * is looked at a fixed number of times, so that the work grows with the text.
 */
import type { Element, MarkdownConfig } from '@lezer/markdown';
import { once } from '../../base/once';
import { canStartCitation, readCitation } from '../citations';
import { mathEnd } from '../mathMarks';
import { createAddressReader } from './addresses';
import { createCodeReader } from './code';
import { delimiterAt, pairDelimiters } from './delimiters';
import { labelEnd, readTarget, skipSpace, type Target } from './links';
import { createTagReader } from './tags';
import type { Delimiter, Leaf, Link, Opening, Token } from './tokens';

export const CITATION = 'Citation';
export const MATH = 'Math';
/** A text that is too long, or has too many citations: one node, in which nothing is read. */
export const TOO_LONG = 'TooLong';
export const TOO_MANY = 'TooMany';

/** A paragraph, a heading, a cell of a table; in UTF-16 units. */
export const LONGEST_TEXT = 100_000;
export const MOST_CITATIONS = 1000;

/** Emphasis, links and images within each other: what is nested deeper is read as if its marks were not there. */
const DEEPEST = 100;

export const inlineText: MarkdownConfig = {
  defineNodes: [CITATION, MATH, TOO_LONG, TOO_MANY],
  parseInline: [
    {
      name: 'InlineText',
      before: 'Escape',
      parse(cx, _next, pos) {
        if (pos !== cx.offset) return -1;
        const unread = (name: string) => cx.addElement(cx.elt(name, cx.offset, cx.end));
        if (cx.text.length > LONGEST_TEXT) return unread(TOO_LONG);
        const tokens = tokensOf(cx.text, ALL_MEANT, MOST_CITATIONS);
        if (!tokens) return unread(TOO_MANY);
        const make: Make<Element> = (name, from, to, children) =>
          cx.elt(name, cx.offset + from, cx.offset + to, children);
        for (const element of elementsOf(tokens, make)) cx.addElement(element);
        return cx.end;
      },
    },
  ],
};

/** What of a text is what it looks like: that depends on the rest of its brief. */
export interface Meant {
  /** Whether what looks like a citation at a place is one; else it is text like any other. */
  isCitation(at: number): boolean;
  /**
   * Whether a link or an image without an address has one.
   *
   * @param label by which it is defined
   * @param at where its label starts, if that is not its text
   */
  isDefined(label: string, at: number | null): boolean;
}

/** As a text is read by itself, so that its tree depends on nothing else. */
const ALL_MEANT: Meant = { isCitation: () => true, isDefined: () => true };

/** Makes a node with its children. */
type Make<Node> = (name: string, from: number, to: number, children?: readonly Node[]) => Node;

/** The nodes of a text with known meanings. */
export function readInline<Node>(text: string, meant: Meant, make: Make<Node>): readonly Node[] {
  return elementsOf(tokensOf(text, meant, Infinity) ?? [], make);
}

/** A bracket that may still be closed, and how many runs of marks stood before it. */
interface OpenBracket {
  readonly opening: Opening;
  readonly isImage: boolean;
  readonly delimiters: number;
}

/** Null where there are too many citations. */
function tokensOf(text: string, meant: Meant, mostCitations: number): Token[] | null {
  const tokens: Token[] = [];
  const brackets: OpenBracket[] = [];
  /** The nodes that a link may still contain. Nodes before the bracket of an open link stay for later. */
  const delimiters: Delimiter[] = [];
  /** No link is within a link: of the brackets below this height only those of images can still be closed. */
  let linked = 0;
  // Most texts have none of these.
  const codeAt = once(() => createCodeReader(text));
  const tagAt = once(() => createTagReader(text));
  const addresses = once(() => createAddressReader(text));

  let citations = 0;

  for (let at = 0; at < text.length && citations <= mostCitations; ) at = tokenAt(at) ?? at + 1;
  if (citations > mostCitations) return null;
  pairDelimiters(delimiters);
  return tokens;

  /** Reads what stands at a place; gives its end, or null where it is a character and no more. */
  function tokenAt(at: number): number | null {
    const code = text.charCodeAt(at);
    if (code === 36) {
      const end = mathEnd(text, at);
      if (end >= 0) return leaf({ name: MATH, from: at, to: end });
    }
    if (code === 92) return backslash(at);
    if (code === 38) return reference(at);
    if (code === 96) return leaf(codeAt()(at));
    if (canStartCitation(text, at) && meant.isCitation(at)) {
      const found = readCitation(text, at);
      if (found) {
        citations++;
        return leaf({ name: CITATION, from: at, to: found.span.end });
      }
    }
    switch (code) {
      case 60:
        return leaf(tagAt()(at));
      case 42:
      case 95:
        return marks(at, code === 42 ? '*' : '_');
      case 126:
        return text[at + 1] === '~' && text[at + 2] !== '~' ? delimiter(delimiterAt(text, '~', at, at + 2)) : null;
      case 32:
        return hardBreak(at);
      case 91:
        return open(at, at + 1);
      case 33:
        return text[at + 1] === '[' ? open(at, at + 2) : null;
      case 93:
        return close(at);
    }
    if (!IN_ADDRESS[code] || WORD[text.charCodeAt(at - 1)]) return null;
    const end = addresses().endAt(at, brackets.length > 0);
    return end < 0 ? null : leaf({ name: 'URL', from: at, to: end });
  }

  function leaf(found: Leaf | null): number | null {
    if (found) tokens.push({ kind: 'leaf', leaf: found });
    return found?.to ?? null;
  }

  function backslash(at: number): number | null {
    const next = text[at + 1] ?? '';
    if (next === '\n') return leaf({ name: 'HardBreak', from: at, to: at + 2 });
    return ESCAPABLE.test(next) ? leaf({ name: 'Escape', from: at, to: at + 2 }) : null;
  }

  function reference(at: number): number | null {
    const found = REFERENCE.exec(text.slice(at, at + 31));
    return found && leaf({ name: 'Entity', from: at, to: at + found[0].length });
  }

  function marks(at: number, sign: '*' | '_'): number {
    let to = at + 1;
    while (text[to] === sign) to++;
    return delimiter(delimiterAt(text, sign, at, to));
  }

  function delimiter(found: Delimiter): number {
    tokens.push({ kind: 'delimiter', delimiter: found });
    delimiters.push(found);
    return found.to;
  }

  /** Two spaces or more before the end of a line. A run of spaces is looked at once, and not again from each of them. */
  function hardBreak(at: number): number | null {
    if (text[at - 1] === ' ') return null;
    let end = at + 1;
    while (text[end] === ' ') end++;
    return text[end] === '\n' && end >= at + 2 ? leaf({ name: 'HardBreak', from: at, to: end + 1 }) : null;
  }

  function open(from: number, to: number): number {
    const opening: Opening = { from, to, link: null };
    tokens.push({ kind: 'opening', opening });
    brackets.push({ opening, isImage: to - from > 1, delimiters: delimiters.length });
    return to;
  }

  function close(at: number): number | null {
    const bracket = brackets.pop();
    if (!bracket) return null;
    const { opening, isImage } = bracket;
    const isOpen = isImage || brackets.length >= linked;
    linked = Math.min(linked, brackets.length);
    if (!isOpen) return null;
    const isEmpty = skipSpace(text, opening.to) === at;
    if (isEmpty && text[at + 1] !== '(' && text[at + 1] !== '[') return null;
    const target = targetAfter(opening, at);
    if (target === 'none') return null;
    pairDelimiters(delimiters.splice(bracket.delimiters));
    const to = target?.end ?? at + 1;
    const mark: Leaf = { name: 'LinkMark', from: at, to: at + 1 };
    const name = isImage ? 'Image' : 'Link';
    const link: Link = { name, from: opening.from, to, tail: [mark, ...(target?.tail ?? [])] };
    opening.link = link;
    tokens.push({ kind: 'closing', link });
    if (!isImage) linked = brackets.length;
    return to;
  }

  /** What follows the text of a link; null where that is its label, and nothing does. */
  function targetAfter(opening: Opening, at: number): Target | 'none' {
    const target = readTarget(text, at + 1);
    if (meant === ALL_MEANT || (target && text[at + 1] === '(')) return target;
    const label = target ? text.slice(at + 2, target.end - 1) : '';
    if (label !== '') return meant.isDefined(label, at + 1) ? target : 'none';
    const isLabel = labelEnd(text, opening.to - 1) === at + 1;
    const words = isLabel ? text.slice(opening.to, at) : '';
    return words.trim() !== '' && meant.isDefined(words, target && at + 1) ? target : 'none';
  }
}

const ESCAPABLE = /[!-/:-@[-`{-~]/;
const REFERENCE = /^&(?:#\d+|#x[a-f\d]+|\w+);/i;

/** Which characters of ASCII a pattern matches, by their codes. */
const matching = (pattern: RegExp) =>
  Uint8Array.from({ length: 128 }, (_, code) => (pattern.test(String.fromCharCode(code)) ? 1 : 0));

/** In a word no address starts. */
const WORD = matching(/\w/);
/** Where an address may start. */
const IN_ADDRESS = matching(/[\w.+-]/);

/** A node whose end is not known yet. One that is too deep gives its children to the one around it. */
interface Frame<Node> {
  readonly children: Node[];
  readonly isKept: boolean;
}

function elementsOf<Node>(tokens: readonly Token[], element: Make<Node>): readonly Node[] {
  const top: Frame<Node> = { children: [], isKept: true };
  const frames: Frame<Node>[] = [];
  let frame = top;
  const add = ({ name, from, to, parts }: Leaf) => {
    if (frame.isKept)
      frame.children.push(
        element(
          name,
          from,
          to,
          parts?.map((part) => element(part.name, part.from, part.to)),
        ),
      );
  };
  const start = (mark: Leaf) => {
    frames.push(frame);
    frame = frames.length > DEEPEST ? { children: frame.children, isKept: true } : { children: [], isKept: true };
    if (frames.length <= DEEPEST) add(mark);
  };
  const end = (name: string, from: number, to: number, tail: readonly Leaf[]) => {
    const isKept = frames.length <= DEEPEST;
    if (isKept) for (const part of tail) add(part);
    const { children } = frame;
    frame = frames.pop() ?? top;
    if (isKept) frame.children.push(element(name, from, to, children));
  };
  for (const token of tokens) {
    if (token.kind === 'leaf') add(token.leaf);
    else if (token.kind === 'closing') end(token.link.name, token.link.from, token.link.to, token.link.tail);
    else if (token.kind === 'opening') {
      const { from, to, link } = token.opening;
      if (link) start({ name: 'LinkMark', from, to });
    } else {
      const { closed, opened } = token.delimiter;
      for (const { name, mark, from, innerTo, to } of closed) end(name, from, to, [{ name: mark, from: innerTo, to }]);
      for (const { mark, from, innerFrom } of opened.toReversed()) start({ name: mark, from, to: innerFrom });
    }
  }
  return top.children;
}
