/** Prints inline text from the nodes of the checked tree, and from what the model knows about them. */
import type { SyntaxNode } from '@lezer/common';
import { firstWhere } from '../../base/ordered';
import type { Span } from '../../base/text';
import { DEEPEST } from '../../document/blocks/tooDeep';
import { type HtmlTag, hides, readTag, VOID_ELEMENTS } from '../../document/inline/htmlTags';
import type { Meant } from '../../document/inline/inlineText';
import { insideAngles, LONGEST_LABEL } from '../../document/inline/links';
import { CITATION, MATH, parseInline, TOO_LONG, TOO_MANY } from '../../document/markdown';
import { element, type Html, nothing } from '../html';
import { type AuthorElement, authorElement, givenBy, shownAttributes } from '../safe/authorTags';
import { hostBeside } from '../safe/hosts';
import { renderFormula } from '../sections/formulas';
import type { BlockFacts, LinkDefinition, Replacement } from './facts';
import { authorImage, HOLDS_LINK, headingIn, imageOrLink, linkTags, linkTo } from './links';
import { comparableLabel, meantAddress, meantText, plainAddress, shownAddress } from './meant';
import { addWords, attribute, type Piece } from './pieces';

/** Matches a rejected citation without Markdown characters, which can be printed as text. */
const PLAIN = /^[(（]?[^[\]()<>!&\\~$\n*_`{}]*[)）]?$/;

/** The text of a paragraph, a heading or a cell. */
export interface InlineText {
  /** The text, with spaces in place of the marks of the quotations around it. */
  readonly words: string;
  /** The node, and the start of the words in the offsets of its tree; null if the text isn't parsed yet. */
  readonly tree: { readonly leaf: SyntaxNode; readonly from: number } | null;
  /** Start of the words in the offsets of the replacements; null if those belong to another text. */
  readonly at: number | null;
  readonly isCell: boolean;
  /** True if blocks may be shown in it, such as an author's list. */
  readonly holdsBlocks: boolean;
}

export function piecesOf(text: InlineText, facts: BlockFacts): Piece[] {
  const read = text.tree && new InlinePrinter(text, text.tree, facts, false).print();
  if (read) return read;
  const meant = new InlinePrinter(text, text.tree ?? { leaf: NOTHING, from: 0 }, facts, true);
  const leaf = parseInline(text.words.replace(/\r/g, ' '), meant).topNode;
  return new InlinePrinter(text, { leaf, from: 0 }, facts, true).print() ?? [];
}

const NOTHING = parseInline('', { isCitation: () => false, isDefined: () => false }).topNode;

/** HTML elements among the children of one node, by the offset of their start tag. */
type Elements = ReadonlyMap<number, ElementPlace>;

/** Offsets of the end of an element's content, and of the text after the element. */
interface ElementPlace {
  readonly end: number;
  readonly next: number;
}

/** Prints the text of one block, once per instance. Offsets count from the start of the words. */
class InlinePrinter implements Meant {
  private readonly words: string;
  private readonly isCell: boolean;
  private readonly holdsBlocks: boolean;
  private readonly leaf: SyntaxNode;
  /** Start of the words in the offsets of the nodes. */
  private readonly shift: number;
  private readonly facts: BlockFacts;
  /** True if the parser knew the citations and labels of the brief. Otherwise some nodes may be wrong. */
  private readonly isMeant: boolean;
  private readonly replacements: readonly Replacement[];
  /** Start of the words in the offsets of the replacements. */
  private readonly base: number;
  private pieces: Piece[] = [];
  private nextInsert: number;
  private depth = 0;
  private inLink = false;
  /** The author's elements that are open, by their names in the page. */
  private readonly elements: string[] = [];
  /** True if a node turned out to be wrong: the text must be parsed again. */
  private isUnsure = false;

  constructor(
    { words, at, isCell, holdsBlocks }: InlineText,
    { leaf, from }: NonNullable<InlineText['tree']>,
    facts: BlockFacts,
    isMeant: boolean,
  ) {
    this.words = words;
    this.isCell = isCell;
    this.holdsBlocks = holdsBlocks;
    this.leaf = leaf;
    this.shift = from;
    this.facts = facts;
    this.isMeant = isMeant;
    this.replacements = at === null ? [] : facts.replacements;
    this.base = at ?? 0;
    this.nextInsert = this.firstInsertFrom(this.base);
  }

  /** Prints the text. Returns null if it must be parsed again, since a citation or link among the nodes isn't one. */
  print(): Piece[] | null {
    this.walk(0, this.words.length, this.leaf.firstChild, null);
    return this.isUnsure ? null : this.pieces;
  }

  isCitation(at: number): boolean {
    return this.insertAt(at) !== null;
  }

  isDefined(label: string, at: number | null): boolean {
    const replacement = at === null ? null : this.insertAt(at);
    return replacement ? replacement.labels !== undefined : this.definitionOf(label) !== undefined;
  }

  private firstInsertFrom(offset: number): number {
    return firstWhere(
      this.replacements.length,
      (index) => (this.replacements[index]?.span.start ?? Infinity) >= offset,
    );
  }

  /** Returns the replacement that starts exactly at an offset. */
  private insertAt(at: number): Replacement | null {
    if (this.replacements.length === 0) return null;
    const found = this.replacements[this.firstInsertFrom(this.base + at)];
    return found?.span.start === this.base + at ? found : null;
  }

  private definitionOf(label: string): LinkDefinition | undefined {
    return label.length > LONGEST_LABEL ? undefined : this.facts.references.get(comparableLabel(label));
  }

  /** Returns the first replacement that starts from `at` to `last` and ends by `to`. */
  private insertIn(
    at: number,
    last: number,
    to: number,
  ): { readonly replacement: Replacement; readonly span: Span } | null {
    for (; this.nextInsert < this.replacements.length; this.nextInsert++) {
      const replacement = this.replacements[this.nextInsert];
      if (!replacement) return null;
      const start = replacement.span.start - this.base;
      if (start > last || start >= to) return null;
      const end = replacement.span.end - this.base;
      if (start >= at && end <= to) return { replacement, span: { start, end } };
    }
    return null;
  }

  /** Prints a part of the words with its nodes, starting with `first`. */
  private walk(from: number, to: number, first: SyntaxNode | null, elements: Elements | null): void {
    let child = first;
    let known = elements;
    for (let at = from; ; ) {
      while (child && child.from - this.shift < at) child = child.nextSibling;
      const next = child ? Math.min(to, child.from - this.shift) : to;
      const found = this.insertIn(at, next, to);
      if (found) {
        const { replacement, span } = found;
        this.nextInsert++;
        this.addText(at, span.start);
        if (replacement.marks) {
          this.open(
            'span',
            ` class="doubt"${attribute('title', replacement.marks.title)}${attribute('data-verdict', replacement.marks.verdict)}`,
          );
          this.walk(span.start, span.end, child, known);
          this.ours(replacement.html);
          this.close('span');
        } else this.ours(replacement.html, replacement.clings === true);
        at = span.end;
        continue;
      }
      this.addText(at, next);
      if (!child || next >= to) return;
      if (child.name === 'HTMLTag') {
        known ??= this.elementsFrom(child);
        at = this.printTag(child, to, known);
      } else at = this.printNode(child);
    }
  }

  private addText(from: number, to: number): void {
    if (from >= to) return;
    const line = this.words.indexOf('\n', from);
    if (line < 0 || line >= to) addWords(this.pieces, this.words.slice(from, to));
    else this.addLines(this.words.slice(from, to));
  }

  private addLines(lines: string): void {
    for (const [index, line] of lines.split('\n').entries()) {
      if (index > 0) this.breakLine();
      addWords(this.pieces, index === 0 ? line : line.replace(/^[ \t]+/, ''));
    }
  }

  private breakLine(): void {
    const last = this.pieces.at(-1);
    const isHard = last?.kind === 'text' && last.words.endsWith('\\\r');
    if (isHard) last.words = last.words.slice(0, -2);
    else this.trimLast();
    this.pieces.push({ kind: isHard ? 'hardbreak' : 'softbreak' });
  }

  private hardBreak(from: number, to: number): number {
    // The parser takes the CR of a line end for a space.
    const isSoft = /^ ?\r/.test(this.words.slice(from, to));
    this.trimLast();
    this.pieces.push({ kind: isSoft ? 'softbreak' : 'hardbreak' });
    let at = to;
    while (this.words[at] === ' ' || this.words[at] === '\t') at++;
    return at;
  }

  /** Takes off the spaces before a line break. */
  private trimLast(): void {
    const last = this.pieces.at(-1);
    if (last?.kind !== 'text' || !/[ \t\r]$/.test(last.words)) return;
    last.words = trimmedEnd(last.words);
    if (last.words === '') this.pieces.pop();
  }

  private ours(html: Html, clings = false): void {
    this.pieces.push({ kind: 'ours', html, clings });
  }

  private open(tag: string, attributes: string, isEmphasis = false): void {
    this.pieces.push({ kind: 'open', tag, attributes, isEmphasis });
    this.depth++;
  }

  private close(tag: string): void {
    this.pieces.push({ kind: 'close', tag });
    this.depth--;
  }

  private written(node: { readonly from: number; readonly to: number }): string {
    return this.words.slice(node.from - this.shift, node.to - this.shift);
  }

  /** Prints a node. Returns the offset to go on from. */
  private printNode(node: SyntaxNode): number {
    const from = node.from - this.shift;
    const to = node.to - this.shift;
    switch (node.name) {
      case 'Emphasis':
        return this.emphasis(node, 'em');
      case 'StrongEmphasis':
        return this.emphasis(node, 'strong');
      case 'Strikethrough':
        return this.emphasis(node, 's');
      case 'InlineCode':
        this.pieces.push({ kind: 'code', words: this.codeOf(node) });
        return to;
      case MATH:
        this.ours(renderFormula(this.inCell(this.words.slice(from, to)).replace(/\r/g, ''), this.facts.writeFormula));
        return to;
      case 'Comment':
        this.ours(nothing);
        return to;
      case 'HardBreak':
        return this.hardBreak(from, to);
      case 'Escape': {
        // Before a replacement, a backslash escapes nothing.
        if (this.insertAt(from + 1)) addWords(this.pieces, '\\');
        else addWords(this.pieces, this.words.slice(from + 1, to));
        return this.insertAt(from + 1) ? from + 1 : to;
      }
      case 'Entity':
      case 'URL':
        addWords(this.pieces, meantText(this.words.slice(from, to)));
        return to;
      case 'Autolink':
        this.autolink(this.words.slice(from + 1, to - 1));
        return to;
      case 'Link':
        return this.link(node);
      case 'Image':
        return this.image(node);
      case CITATION:
        if (!this.isMeant && !PLAIN.test(this.words.slice(from, to))) this.isUnsure = true;
        this.addText(from, to);
        return to;
      case TOO_LONG:
      case TOO_MANY:
        addWords(this.pieces, this.words.slice(from, to).replace(/\r/g, ''));
        return to;
      default:
        if (node.name.endsWith('Mark')) return to;
        this.addText(from, to);
        return to;
    }
  }

  private emphasis(node: SyntaxNode, tag: string): number {
    const first = node.firstChild;
    const last = node.lastChild;
    if (!first || !last) return node.to - this.shift;
    this.open(tag, '', tag === 'em');
    this.walk(first.to - this.shift, last.from - this.shift, first.nextSibling, null);
    this.close(tag);
    return node.to - this.shift;
  }

  private codeOf(node: SyntaxNode): string {
    const first = node.firstChild;
    const last = node.lastChild;
    if (!first || !last) return '';
    const code = this.inCell(this.words.slice(first.to - this.shift, last.from - this.shift)).replace(
      /\r?\n[ \t]*/g,
      ' ',
    );
    const isPadded = code.startsWith(' ') && code.endsWith(' ') && /[^ ]/.test(code);
    return isPadded ? code.slice(1, -1) : code;
  }

  /** Unescapes the bars in a table cell, where even code and formulas escape them. */
  private inCell(part: string): string {
    return this.isCell ? part.replace(/\\\|/g, '|') : part;
  }

  private autolink(address: string): void {
    const isMail = /^[^:]*@/.test(address);
    const { tag, attributes, href } = linkTags(plainAddress(isMail ? `mailto:${address}` : address), null, this.facts);
    this.open(tag, href === null ? attributes : `${attributes} class="address"`);
    addWords(this.pieces, shownAddress(address));
    this.closeLink(this.pieces.length - 1, href);
  }

  /** Returns the target of a link or an image; null if its label isn't defined. */
  private targetOf(parts: LinkParts): LinkDefinition | null {
    const { span, url, title, label, isAddressed } = parts;
    if (!isAddressed) {
      const named = label ? this.written(label).slice(1, -1) : '';
      return this.definitionOf(named === '' ? this.words.slice(span.start, span.end) : named) ?? null;
    }
    const inside = url && insideAngles(this.words, { start: url.from - this.shift, end: url.to - this.shift });
    return {
      href: inside ? meantAddress(this.words.slice(inside.start, inside.end)) : '',
      title: title && titleOf(this.written(title)),
    };
  }

  private link(node: SyntaxNode): number {
    const to = node.to - this.shift;
    const parts = partsOf(node, this.shift);
    if (!parts) return to;
    const { first, span, label } = parts;
    const replacement = label && this.insertAt(label.from - this.shift);
    const target = replacement ? null : this.targetOf(parts);
    if (replacement ? !replacement.labels : !target) {
      this.isUnsure = true;
      return to;
    }
    const [address, title] = replacement
      ? [replacement.labels?.href ?? null, null]
      : [target?.href ?? null, target?.title ?? null];
    // Links don't nest, not even in a link of the author's own HTML.
    const href = address === null || this.inLink ? undefined : this.openLink(address, title);
    const start = this.pieces.length;
    this.walk(span.start, span.end, first.nextSibling, null);
    if (href !== undefined) this.closeLink(start, href);
    if (replacement) this.ours(replacement.html, replacement.clings === true);
    return to;
  }

  /** Opens a link. A refused one becomes text whose title names the address. Returns the `href`; null if refused. */
  private openLink(address: string, title: string | null): string | null {
    const { tag, attributes, href } = linkTags(address, title, this.facts);
    this.open(tag, attributes);
    return href;
  }

  /** @param start index of the first piece of the link's words */
  private closeLink(start: number, href: string | null): void {
    let shown = '';
    for (const piece of href === null ? [] : this.pieces.slice(start))
      if (piece.kind === 'text' || piece.kind === 'code') shown += piece.words;
    this.close(href === null ? 'span' : 'a');
    const beside = href === null ? nothing : hostBeside(shown, href);
    if (beside !== nothing) this.ours(beside);
  }

  private image(node: SyntaxNode): number {
    const to = node.to - this.shift;
    const parts = partsOf(node, this.shift);
    const target = parts && this.targetOf(parts);
    if (!parts || !target) {
      this.isUnsure = true;
      return to;
    }
    const alt = this.altOf(parts.span, parts.first.nextSibling);
    this.pieces.push({
      kind: 'image',
      html: imageOrLink(target.href, alt, this.facts, { title: target.title ?? undefined }),
      alt,
    });
    return to;
  }

  /** Returns an image's alternative text: plain words, without replacements. */
  private altOf(span: Span, first: SyntaxNode | null): string {
    const { pieces, nextInsert } = this;
    this.pieces = [];
    this.nextInsert = this.replacements.length;
    const alts: string[] = [];
    this.walk(span.start, span.end, first, null);
    for (const piece of this.pieces) {
      if (piece.kind === 'text' || piece.kind === 'code') alts.push(piece.words);
      else if (piece.kind === 'softbreak' || piece.kind === 'hardbreak') alts.push('\n');
      else if (piece.kind === 'image') alts.push(piece.alt);
    }
    this.pieces = pieces;
    this.nextInsert = nextInsert;
    return alts.join('');
  }

  /** Prints the element that a tag starts; any other tag is text. Returns the offset to go on from. */
  private printTag(node: SyntaxNode, limit: number, elements: Elements): number {
    const to = node.to - this.shift;
    const tag = readTag(this.words.slice(node.from - this.shift, to));
    if (tag && this.printVoid(tag)) return to;
    const meant = tag && this.elementOf(tag);
    const place = elements.get(node.from - this.shift);
    if (!tag || !meant || !place || this.depth >= DEEPEST || place.next > limit) {
      this.addText(node.from - this.shift, to);
      return to;
    }
    if (hides(tag)) return place.next;
    if (meant.name === 'a') this.printLink(tag, node, place, elements);
    else {
      this.open(meant.name, shownAttributes(tag, meant));
      this.elements.push(meant.name);
      this.walk(to, place.end, node.nextSibling, elements);
      this.elements.pop();
      this.close(meant.name);
    }
    return place.next;
  }

  private printVoid(tag: HtmlTag): boolean {
    const { name } = tag;
    if (tag.isClosing || !VOID_ELEMENTS.has(name) || (name === 'hr' && !this.holdsBlocks)) return false;
    if (hides(tag)) return true;
    if (name === 'br') this.ours(element('br', {}));
    else if (name === 'hr') this.pieces.push({ kind: 'block', html: element('hr', {}) });
    else if (name === 'img')
      this.pieces.push({ kind: 'image', html: authorImage(tag, this.facts), alt: givenBy(tag, 'alt') ?? '' });
    return true;
  }

  /** Returns the element that the page shows for an author's one; null if its tags are text. */
  private elementOf({ name, isClosing }: HtmlTag): AuthorElement | null {
    const meant = isClosing ? null : authorElement(name);
    if (!meant?.isBlock) return meant;
    if (!this.holdsBlocks || IN_TABLES.has(meant.name)) return null;
    const parents = PARENTS[meant.name];
    if (parents && !parents.includes(this.elements.at(-1) ?? '')) return { name: 'div', isBlock: true };
    const level = /^h([1-6])$/.exec(meant.name)?.[1];
    if (level !== undefined) return { name: headingIn(level, this.facts), isBlock: true };
    return meant.name === 'p' || meant.name === 'pre' ? { name: 'div', isBlock: true } : meant;
  }

  /** Prints a link of the author's HTML. If its words contain a link or a button, the address follows them as a link. */
  private printLink(tag: HtmlTag, node: SyntaxNode, { end }: ElementPlace, elements: Elements): void {
    const { pieces, inLink } = this;
    const address = givenBy(tag, 'href');
    this.pieces = [];
    this.inLink = true;
    this.walk(node.to - this.shift, end, node.nextSibling, elements);
    const words = this.pieces;
    this.pieces = pieces;
    this.inLink = inLink;
    const link =
      address === null || inLink ? null : linkTags(plainAddress(address.trim()), givenBy(tag, 'title'), this.facts);
    const isApart = link?.href != null && words.some(holdsLink);
    const isLinked = link !== null && !isApart && words.length > 0;
    if (isLinked) this.open(link.tag, link.attributes);
    const start = this.pieces.length;
    this.pieces.push(...words);
    if (isLinked) this.closeLink(start, link.href);
    else if (isApart && link.href !== null) {
      addWords(this.pieces, ' ');
      this.ours(linkTo(link.href));
    }
  }

  /** Pairs the tags among siblings: an end tag closes the nearest open start tag with its name. */
  private elementsFrom(first: SyntaxNode): Elements {
    const found = new Map<number, ElementPlace>();
    const open: { readonly name: string; readonly at: number }[] = [];
    const counts = new Map<string, number>();
    const take = () => {
      const last = open.pop();
      if (last) counts.set(last.name, (counts.get(last.name) ?? 1) - 1);
      return last;
    };
    for (let node: SyntaxNode | null = first; node; node = node.nextSibling) {
      const tag = node.name === 'HTMLTag' ? readTag(this.written(node)) : null;
      if (!tag || !authorElement(tag.name)) continue;
      const { name, isClosing } = tag;
      const at = node.from - this.shift;
      if (!isClosing) {
        // These elements need no end tag.
        if (ENDED_BY_NEXT.has(name) && open.at(-1)?.name === name) found.set(take()?.at ?? at, { end: at, next: at });
        open.push({ name, at });
        counts.set(name, (counts.get(name) ?? 0) + 1);
      } else if ((counts.get(name) ?? 0) > 0) {
        for (let last = take(); last; last = take()) {
          const isIt = last.name === name;
          if (isIt) found.set(last.at, { end: at, next: node.to - this.shift });
          else if (ENDED_BY_NEXT.has(last.name)) found.set(last.at, { end: at, next: at });
          if (isIt) break;
        }
      }
    }
    return found;
  }
}

/** Elements of tables, which are shown only in a block of HTML. */
const IN_TABLES = new Set(['table', 'caption', 'thead', 'tbody', 'tfoot', 'tr', 'td', 'th']);
const PARENTS: Readonly<Record<string, readonly string[]>> = {
  li: ['ul', 'ol'],
  dt: ['dl'],
  dd: ['dl'],
  summary: ['details'],
};
const ENDED_BY_NEXT = new Set(['li', 'p', 'dt', 'dd']);

function holdsLink(piece: Piece): boolean {
  if (piece.kind === 'open') return piece.tag === 'a' || piece.tag === 'details';
  return (piece.kind === 'ours' || piece.kind === 'image') && HOLDS_LINK.test(piece.html);
}

interface LinkParts {
  readonly first: SyntaxNode;
  /** Span of the link's text. */
  readonly span: Span;
  readonly url: SyntaxNode | null;
  readonly title: SyntaxNode | null;
  readonly label: SyntaxNode | null;
  /** True if parentheses follow the text, with or without an address. */
  readonly isAddressed: boolean;
}

/** Returns the parts of a link or an image. */
function partsOf(node: SyntaxNode, shift: number): LinkParts | null {
  const first = node.firstChild;
  let last = first?.nextSibling ?? null;
  while (last && last.name !== 'LinkMark') last = last.nextSibling;
  if (!first || !last) return null;
  const parts = new Map<string, SyntaxNode>();
  for (let part = last.nextSibling; part; part = part.nextSibling) parts.set(part.name, part);
  return {
    first,
    span: { start: first.to - shift, end: last.from - shift },
    url: parts.get('URL') ?? null,
    title: parts.get('LinkTitle') ?? null,
    label: parts.get('LinkLabel') ?? null,
    isAddressed: parts.has('LinkMark'),
  };
}

function titleOf(written: string): string {
  return meantText(written.slice(1, -1));
}

function trimmedEnd(words: string): string {
  let end = words.length;
  while (words[end - 1] === ' ' || words[end - 1] === '\t' || words[end - 1] === '\r') end--;
  return words.slice(0, end);
}
