/** Prints inline text from its nodes: those of the tree that is checked, with what the model knows of them. */
import type { SyntaxNode } from '@lezer/common';
import { firstWhere } from '../../base/ordered';
import { safeUrl } from '../../base/safeUrl';
import type { Span } from '../../base/text';
import { fragmentAnchor } from '../../brief/queries/anchors';
import { DEEPEST } from '../../document/blocks/tooDeep';
import type { Meant } from '../../document/inline/inlineText';
import { insideAngles, LONGEST_LABEL } from '../../document/inline/links';
import { CITATION, MATH, parseInline, TOO_LONG, TOO_MANY } from '../../document/markdown';
import { element, text as escaped, type Html, nothing } from '../html';
import { isolated } from '../isolated';
import { hostBeside } from '../safe/hosts';
import { renderFormula } from '../sections/formulas';
import { type BlockFacts, firstFrom, type LinkDefinition, type Replacement } from './facts';
import { comparableLabel, meantAddress, meantReference, meantText, plainAddress, shownAddress } from './meant';
import { addWords, attribute, type Piece } from './pieces';

/** Tags that an author may use, without attributes. */
export const TAGS = 'sub|sup|kbd|mark|b|i|em|strong|small|u|s|del|ins|q|abbr|cite';
const OPENING = new RegExp(`^<(${TAGS})>$`, 'i');
const ENDING = new RegExp(`^</(${TAGS})>$`, 'i');
const LINE_BREAK = /^<br ?\/?>$/i;

/** A rejected citation without signs of Markdown is text. */
const PLAIN = /^[(（]?[^[\]()<>!&\\~$\n*_`{}]*[)）]?$/;

/** The text of a paragraph, a heading or a cell. */
export interface InlineText {
  /** Without the marks of what it stands in: those are spaces. */
  readonly words: string;
  /** The node with its child nodes, and where the words start in that tree; null if they are not read yet. */
  readonly tree: { readonly leaf: SyntaxNode; readonly from: number } | null;
  /** Where its words start in the offsets of the replacements; null: these are not about it. */
  readonly at: number | null;
  readonly isCell: boolean;
}

export function piecesOf(text: InlineText, facts: BlockFacts): Piece[] {
  const read = text.tree && new InlinePrinter(text, text.tree, facts, false).print();
  if (read) return read;
  const meant = new InlinePrinter(text, text.tree ?? { leaf: NOTHING, from: 0 }, facts, true);
  const leaf = parseInline(text.words.replace(/\r/g, ' '), meant).topNode;
  return new InlinePrinter(text, { leaf, from: 0 }, facts, true).print() ?? [];
}

const NOTHING = parseInline('', { isCitation: () => false, isDefined: () => false }).topNode;

/** The tags among the nodes of one parent that end others, by their names. */
type TagEnds = ReadonlyMap<string, readonly number[]>;

/** Prints the text of one block once. Its places are those of the words. */
class InlinePrinter implements Meant {
  private readonly words: string;
  private readonly isCell: boolean;
  private readonly leaf: SyntaxNode;
  /** Where the words start in the offsets of the nodes. */
  private readonly shift: number;
  private readonly facts: BlockFacts;
  /** The nodes are those of what is meant; else there may be some that mean nothing. */
  private readonly isMeant: boolean;
  private readonly replacements: readonly Replacement[];
  /** Where the words start in the offsets of the replacements. */
  private readonly base: number;
  private pieces: Piece[] = [];
  private nextInsert: number;
  private depth = 0;
  /** Something means nothing: the text has to be read again. */
  private isUnsure = false;

  constructor(
    { words, at, isCell }: InlineText,
    { leaf, from }: NonNullable<InlineText['tree']>,
    facts: BlockFacts,
    isMeant: boolean,
  ) {
    this.words = words;
    this.isCell = isCell;
    this.leaf = leaf;
    this.shift = from;
    this.facts = facts;
    this.isMeant = isMeant;
    this.replacements = at === null ? [] : facts.replacements;
    this.base = at ?? 0;
    this.nextInsert = this.firstInsertFrom(this.base);
  }

  /** Null where the nodes say more than is meant. */
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

  /** What is printed instead of the text that starts at a place. */
  private insertAt(at: number): Replacement | null {
    if (this.replacements.length === 0) return null;
    const found = this.replacements[this.firstInsertFrom(this.base + at)];
    return found?.span.start === this.base + at ? found : null;
  }

  private definitionOf(label: string): LinkDefinition | undefined {
    return label.length > LONGEST_LABEL ? undefined : this.facts.references.get(comparableLabel(label));
  }

  /** The first replacement that starts from `at` to `last` and ends by `to`. */
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
  private walk(from: number, to: number, first: SyntaxNode | null, ends: TagEnds | null): void {
    let child = first;
    let tagEnds = ends;
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
          this.walk(span.start, span.end, child, tagEnds);
          this.ours(replacement.html);
          this.close('span');
        } else this.ours(replacement.html, replacement.clings === true);
        at = span.end;
        continue;
      }
      this.addText(at, next);
      if (!child || next >= to) return;
      if (child.name === 'HTMLTag') {
        tagEnds ??= this.endsFrom(child);
        at = this.printTag(child, to, tagEnds);
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

  /** Prints a node; gives the place to go on from. */
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
        addWords(this.pieces, meantReference(this.words.slice(from, to)));
        return to;
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

  /** In a cell, a bar is escaped whatever it stands in. */
  private inCell(part: string): string {
    return this.isCell ? part.replace(/\\\|/g, '|') : part;
  }

  private autolink(address: string): void {
    const isMail = /^[^:]*@/.test(address);
    const href = this.openLink(plainAddress(isMail ? `mailto:${address}` : address), null);
    addWords(this.pieces, shownAddress(address));
    this.closeLink(this.pieces.length - 1, href);
  }

  /** Where a link or an image leads; null where its label is not defined. */
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
    const href = address === null ? undefined : this.openLink(address, title);
    const start = this.pieces.length;
    this.walk(span.start, span.end, first.nextSibling, null);
    if (href !== undefined) this.closeLink(start, href);
    if (replacement) this.ours(replacement.html, replacement.clings === true);
    return to;
  }

  /** A refused link stays as text that says where it would have led. */
  private openLink(address: string, title: string | null): string | null {
    const href = safeUrl(address);
    if (href === null) {
      this.open('span', ` class="refused"${attribute('title', `${this.facts.words.leftOut} ${isolated(address)}`)}`);
      return null;
    }
    const isFragment = href.startsWith('#');
    const leads = attribute('href', isFragment ? `#${fragmentAnchor(href)}` : href);
    this.open('a', leads + (isFragment ? '' : ' rel="noopener noreferrer"') + attribute('title', title));
    return href;
  }

  /** @param start where the pieces of its words start */
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
      html: imageOrLink(target.href, alt, this.facts.loadsImages, target.title ?? undefined),
      alt,
    });
    return to;
  }

  /** The words of an image, in which nothing else is. */
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

  private printTag(node: SyntaxNode, limit: number, ends: TagEnds): number {
    const to = node.to - this.shift;
    const tag = this.words.slice(node.from - this.shift, to);
    if (LINE_BREAK.test(tag)) {
      this.ours(element('br', {}));
      return to;
    }
    const name = OPENING.exec(tag)?.[1]?.toLowerCase();
    const closings = name === undefined || this.depth >= DEEPEST ? undefined : ends.get(name);
    const end = closings?.[firstFrom(closings, to)];
    if (name === undefined || end === undefined || end + name.length + 3 > limit) {
      this.addText(node.from - this.shift, to);
      return to;
    }
    this.open(name, '');
    this.walk(to, end, node.nextSibling, ends);
    this.close(name);
    return end + name.length + 3;
  }

  private endsFrom(first: SyntaxNode): TagEnds {
    const found = new Map<string, number[]>();
    for (let node: SyntaxNode | null = first; node; node = node.nextSibling) {
      if (node.name !== 'HTMLTag') continue;
      const name = ENDING.exec(this.written(node))?.[1]?.toLowerCase();
      if (name === undefined) continue;
      const places = found.get(name);
      if (places) places.push(node.from - this.shift);
      else found.set(name, [node.from - this.shift]);
    }
    return found;
  }
}

interface LinkParts {
  readonly first: SyntaxNode;
  /** Its text. */
  readonly span: Span;
  readonly url: SyntaxNode | null;
  readonly title: SyntaxNode | null;
  readonly label: SyntaxNode | null;
  /** Brackets follow its text, in which an address may be. */
  readonly isAddressed: boolean;
}

/** The parts of a link or an image. */
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

/**
 * An image of the brief's own folder, for its host to load: the page itself loads nothing. One from the network is
 * shown as a link, in whose place a preview puts the image where its reader wants that.
 *
 * @param loads whether there is such a host; else the image's words stand for it
 */
export function imageOrLink(path: string, alt: string, loads: boolean, title?: string): Html {
  const url = safeUrl(path);
  const words = escaped(alt.trim() === '' ? path : alt);
  if (url === null) return element('span', { class: 'refused' }, words);
  if (/^(?:[a-z][a-z0-9+.-]*:|#)/i.test(url))
    return element(
      'a',
      { class: /^https:/i.test(url) ? 'web-image' : null, href: url, rel: 'noopener noreferrer', title },
      words,
    );
  return loads ? element('img', { 'data-src': url, alt, title }) : element('span', { class: 'image', title }, words);
}
