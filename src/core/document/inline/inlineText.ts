/**
 * Inline text: CommonMark and GFM, with math and citations of ours. It gives the nodes that Lezer's own parsers do, which
 * look back at all that is open from each bracket and each mark, and ahead to the end from each beginning. Here everything
 * is looked at a fixed number of times, so that the work grows with the text.
 */
import type { Element, MarkdownConfig } from '@lezer/markdown';
import { canStartCitation, mayStartCitation, readCitation } from '../citations';
import { mathEnd, texEnd } from '../mathMarks';
import { AddressReader, mayHaveAddresses } from './addresses';
import { createCodeReader } from './code';
import { delimiterAt, pairDelimiters } from './delimiters';
import { labelEnd, readTarget, skipSpace, type Target } from './links';
import { createTagReader } from './tags';
import { createThreadReader, UNCLOSED_COMMENT } from './threadComments';
import type { Delimiter, Leaf, Link, Opening, Token } from './tokens';

export const CITATION = 'Citation';
export const MATH = 'Math';
/** A text that is too long, or has too many citations: one node, in which nothing is read. */
export const TOO_LONG = 'TooLong';
export const TOO_MANY = 'TooMany';

/** The longest paragraph, heading or cell of a table that is read, in UTF-16 units. */
export const LONGEST_TEXT = 100_000;
export const MOST_CITATIONS = 1000;

/** The deepest emphasis, links and images within each other. Marks of deeper ones are read as if they were not there. */
const DEEPEST = 100;

export const inlineText: MarkdownConfig = {
  defineNodes: [CITATION, MATH, TOO_LONG, TOO_MANY, UNCLOSED_COMMENT],
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

/** Decisions that depend on the rest of a brief: whether a part of a text is what it looks like. */
export interface Meant {
  /** True if what looks like a citation at an offset is one; else it is plain text. */
  isCitation(at: number): boolean;
  /**
   * True if a link or an image without an address is defined somewhere.
   *
   * @param label by which it is defined
   * @param at offset of the brackets with its label, or null if it has none
   */
  isDefined(label: string, at: number | null): boolean;
}

/** Takes all citations and links as what they look like, so that a text's tree depends on nothing else. */
const ALL_MEANT: Meant = { isCitation: () => true, isDefined: () => true };

/** Makes a node with its children. */
type Make<Node> = (name: string, from: number, to: number, children?: readonly Node[]) => Node;

/** Returns the nodes of a text, in which `meant` decides about citations and links. */
export function readInline<Node>(text: string, meant: Meant, make: Make<Node>): readonly Node[] {
  return elementsOf(tokensOf(text, meant, Infinity) ?? [], make);
}

/** Returns the nodes of a text by itself. Null if it is too long, or has too many citations. */
export function readAlone<Node>(text: string, make: Make<Node>): readonly Node[] | null {
  const tokens = text.length > LONGEST_TEXT ? null : tokensOf(text, ALL_MEANT, MOST_CITATIONS);
  return tokens && elementsOf(tokens, make);
}

/** A bracket that may still be closed, and how many runs of marks stood before it. */
interface OpenBracket {
  readonly opening: Opening;
  readonly isImage: boolean;
  readonly delimiters: number;
}

/** Returns the tokens of a text, or null if it has too many citations. */
function tokensOf(text: string, meant: Meant, mostCitations: number): Token[] | null {
  return new TokenReader(text, meant).read(mostCitations);
}

/** Reads the tokens of one text. Methods return the end of what they read, or null for a plain character. */
class TokenReader {
  private readonly source: string;
  private readonly meant: Meant;
  private readonly tokens: Token[] = [];
  private readonly brackets: OpenBracket[] = [];
  /** Runs of marks that aren't paired yet. A link pairs the runs inside it; runs before its bracket stay for later. */
  private readonly delimiters: Delimiter[] = [];
  /** Number of outermost open brackets that only images can still close, since no link is within a link. */
  private linked = 0;
  private citations = 0;
  // Most texts have none of these.
  private readCode: ReturnType<typeof createCodeReader> | null = null;
  private readTag: ReturnType<typeof createTagReader> | null = null;
  private readThread: ReturnType<typeof createThreadReader> | null = null;
  private addresses: AddressReader | null = null;
  private readonly mayHaveAddresses: boolean;

  constructor(source: string, meant: Meant) {
    this.source = source;
    this.meant = meant;
    this.mayHaveAddresses = mayHaveAddresses(source);
  }

  read(mostCitations: number): Token[] | null {
    const { length } = this.source;
    for (let at = 0; at < length && this.citations <= mostCitations; )
      at = (this.isPlain(at) ? null : this.tokenAt(at)) ?? at + 1;
    if (this.citations > mostCitations) return null;
    pairDelimiters(this.delimiters);
    return this.tokens;
  }

  /** True if a plain character stands at an offset, as at most offsets. */
  private isPlain(at: number): boolean {
    const { source } = this;
    const code = source.charCodeAt(at);
    if (code === 32) return source.charCodeAt(at + 1) !== 32;
    if (code >= STARTS.length) return !mayStartCitation(code);
    const starts = STARTS[code];
    if (starts !== IN_ADDRESSES) return starts === NOWHERE;
    return !this.mayHaveAddresses || (at > 0 && WORD[source.charCodeAt(at - 1)] === 1);
  }

  private tokenAt(at: number): number | null {
    const { source } = this;
    const code = source.charCodeAt(at);
    if (code === 36) {
      const end = mathEnd(source, at);
      if (end >= 0) return this.leaf({ name: MATH, from: at, to: end });
    }
    if (code === 92) return this.backslash(at);
    if (code === 38) return this.reference(at);
    if (code === 96) return this.code(at);
    if (code === 123 && source.startsWith('{>>', at)) return this.thread(at);
    if (canStartCitation(source, at) && this.meant.isCitation(at)) {
      const found = readCitation(source, at);
      if (found) {
        this.citations++;
        return this.leaf({ name: CITATION, from: at, to: found.span.end });
      }
    }
    switch (code) {
      case 60:
        return this.tag(at);
      case 42:
      case 95:
        return this.marks(at, code === 42 ? '*' : '_');
      case 126:
        return this.struck(at);
      case 32:
        return this.hardBreak(at);
      case 91:
        return this.open(at, at + 1);
      case 33:
        return source[at + 1] === '[' ? this.open(at, at + 2) : null;
      case 93:
        return this.close(at);
    }
    return IN_ADDRESS[code] && !WORD[source.charCodeAt(at - 1)] ? this.address(at) : null;
  }

  private leaf(found: Leaf | null): number | null {
    if (found) this.tokens.push({ kind: 'leaf', leaf: found });
    return found?.to ?? null;
  }

  private code(at: number): number | null {
    this.readCode ??= createCodeReader(this.source);
    return this.leaf(this.readCode(at));
  }

  private tag(at: number): number | null {
    this.readTag ??= createTagReader(this.source);
    return this.leaf(this.readTag(at));
  }

  private thread(at: number): number | null {
    this.readThread ??= createThreadReader(this.source);
    return this.leaf(this.readThread(at));
  }

  private address(at: number): number | null {
    this.addresses ??= new AddressReader(this.source);
    const end = this.addresses.endAt(at, this.brackets.length > 0);
    return end < 0 ? null : this.leaf({ name: 'URL', from: at, to: end });
  }

  private backslash(at: number): number | null {
    const next = this.source[at + 1] ?? '';
    if (next === '\n') return this.leaf({ name: 'HardBreak', from: at, to: at + 2 });
    if (next === '(' || next === '[') {
      const end = texEnd(this.source, at);
      if (end >= 0 && !this.isInLink()) return this.leaf({ name: MATH, from: at, to: end });
    }
    return ESCAPABLE.test(next) ? this.leaf({ name: 'Escape', from: at, to: at + 2 }) : null;
  }

  /** True if the innermost open bracket is that of a link. Its text has no formulas in brackets: `[\[1\]](https://…)`. */
  private isInLink(): boolean {
    const open = this.brackets.at(-1);
    const end = open ? labelEnd(this.source, open.opening.to - 1) : -1;
    return end >= 0 && /[([]/.test(this.source[end] ?? '');
  }

  private reference(at: number): number | null {
    const found = REFERENCE.exec(this.source.slice(at, at + 31));
    return found && this.leaf({ name: 'Entity', from: at, to: at + found[0].length });
  }

  private marks(at: number, sign: '*' | '_'): number {
    let to = at + 1;
    while (this.source[to] === sign) to++;
    return this.delimiter(delimiterAt(this.source, sign, at, to));
  }

  private struck(at: number): number | null {
    const isTwo = this.source[at + 1] === '~' && this.source[at + 2] !== '~';
    return isTwo ? this.delimiter(delimiterAt(this.source, '~', at, at + 2)) : null;
  }

  private delimiter(found: Delimiter): number {
    this.tokens.push({ kind: 'delimiter', delimiter: found });
    this.delimiters.push(found);
    return found.to;
  }

  /** Two spaces or more before the end of a line. A run of spaces is looked at once, and not again from each of them. */
  private hardBreak(at: number): number | null {
    const { source } = this;
    if (source[at - 1] === ' ') return null;
    let end = at + 1;
    while (source[end] === ' ') end++;
    return source[end] === '\n' && end >= at + 2 ? this.leaf({ name: 'HardBreak', from: at, to: end + 1 }) : null;
  }

  private open(from: number, to: number): number {
    const opening: Opening = { from, to, link: null };
    this.tokens.push({ kind: 'opening', opening });
    this.brackets.push({ opening, isImage: to - from > 1, delimiters: this.delimiters.length });
    return to;
  }

  private close(at: number): number | null {
    const { source, brackets } = this;
    const bracket = brackets.pop();
    if (!bracket) return null;
    const { opening, isImage } = bracket;
    const isOpen = isImage || brackets.length >= this.linked;
    this.linked = Math.min(this.linked, brackets.length);
    if (!isOpen) return null;
    const isEmpty = skipSpace(source, opening.to) === at;
    if (isEmpty && source[at + 1] !== '(' && source[at + 1] !== '[') return null;
    const target = this.targetAfter(opening, at);
    if (target === 'none') return null;
    pairDelimiters(this.delimiters.splice(bracket.delimiters));
    const to = target?.end ?? at + 1;
    const mark: Leaf = { name: 'LinkMark', from: at, to: at + 1 };
    const name = isImage ? 'Image' : 'Link';
    const link: Link = { name, from: opening.from, to, tail: [mark, ...(target?.tail ?? [])] };
    opening.link = link;
    this.tokens.push({ kind: 'closing', link });
    if (!isImage) this.linked = brackets.length;
    return to;
  }

  /**
   * Returns the target behind the text of a link. Null if the text is its label, and nothing follows; `none` if it is no link.
   */
  private targetAfter(opening: Opening, at: number): Target | 'none' {
    const { source, meant } = this;
    const target = readTarget(source, at + 1);
    if (meant === ALL_MEANT || (target && source[at + 1] === '(')) return target;
    const label = target ? source.slice(at + 2, target.end - 1) : '';
    if (label !== '') return meant.isDefined(label, at + 1) ? target : 'none';
    const isLabel = labelEnd(source, opening.to - 1) === at + 1;
    const words = isLabel ? source.slice(opening.to, at) : '';
    return words.trim() !== '' && meant.isDefined(words, target && at + 1) ? target : 'none';
  }
}

const ESCAPABLE = /[!-/:-@[-`{-~]/;
const REFERENCE = /^&(?:#\d+|#x[a-f\d]+|\w+);/i;

/** Returns a table of the ASCII characters that a pattern matches, by their codes. */
const matching = (pattern: RegExp) =>
  Uint8Array.from({ length: 128 }, (_, code) => (pattern.test(String.fromCharCode(code)) ? 1 : 0));

/** Characters of words. No address starts right behind one. */
const WORD = matching(/\w/);
/** Characters that an address may start with. */
const IN_ADDRESS = matching(/[\w.+-]/);

/** Kinds of ASCII characters, by what they may start: nothing, addresses alone, or any token. */
const NOWHERE = 0;
const IN_ADDRESSES = 1;
const ANYWHERE = 2;
const STARTS = IN_ADDRESS.map((inAddress, code) =>
  /[$\\&`<*_~![\]]/.test(String.fromCharCode(code)) || mayStartCitation(code)
    ? ANYWHERE
    : inAddress === 1
      ? IN_ADDRESSES
      : NOWHERE,
);

/** A node whose end isn't known yet. A node that is too deep gives its children to the one around it. */
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
