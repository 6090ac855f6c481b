/**
 * Shows the HTML of an author on a page: reads it into elements that nest and end, and writes it again. Every browser reads the
 * result in the same way, and it closes all that it opens.
 */
import { DEEPEST } from '../../document/blocks/tooDeep';
import { type HtmlTag, hides, readTag, VOID_ELEMENTS } from '../../document/inline/htmlTags';
import { createTagReader } from '../../document/inline/tags';
import type { Html } from '../html';
import { type AuthorElement, authorElement, givenBy, meantHtml, shownAttributes } from '../safe/authorTags';
import { hostBeside } from '../safe/hosts';
import type { HtmlFacts } from './facts';
import { authorImage, HOLDS_LINK, headingIn, linkTags, linkTo } from './links';
import { plainAddress } from './meant';
import { attribute, escapeWords } from './pieces';

/** A part of a text: HTML of the author's, or markup that was already rendered from the Markdown between. */
export type AuthorPart = { readonly html: string } | { readonly shown: string };

/** Length of the longest HTML that is read, in UTF-16 units. Longer HTML is shown as it is written. */
const LONGEST_HTML = 100_000;

type Token = { readonly words: string } | { readonly tag: HtmlTag; readonly written: string };

/** Yields the tags of an author's HTML and the words between them. Comments are left out. */
function* tokensOf(html: string): Iterable<Token> {
  const read = createTagReader(html);
  let from = 0;
  for (let at = html.indexOf('<'); at >= 0; at = html.indexOf('<', at)) {
    const found = read(at);
    const tag = found?.name === 'HTMLTag' ? readTag(html.slice(at, found.to)) : null;
    if (!found || (!tag && found.name !== 'Comment')) {
      at++;
      continue;
    }
    if (at > from) yield { words: html.slice(from, at) };
    if (tag) yield { tag, written: html.slice(at, found.to) };
    from = found.to;
    at = from;
  }
  if (from < html.length) yield { words: html.slice(from) };
}

interface Element {
  readonly tag: HtmlTag;
  readonly is: AuthorElement;
  readonly children: Child[];
  /** True if Markdown stands in the element. */
  holdsMarkdown: boolean;
}

/** Markup that is whole; `isBlock` tells whether it may stand in a paragraph. */
interface Leaf {
  readonly html: string;
  readonly isBlock: boolean;
  readonly isBlank?: boolean;
}

type Child = Element | Leaf;

/** Parts of a table, with the elements that they may stand in. */
const TABLE_PARTS: Readonly<Record<string, readonly string[]>> = {
  caption: ['table'],
  thead: ['table'],
  tbody: ['table'],
  tfoot: ['table'],
  tr: ['table', 'thead', 'tbody', 'tfoot'],
  td: ['tr'],
  th: ['tr'],
};
/** Elements in which only some parts of a table may stand. All else comes before the table. */
const TABLE_ONLY = new Set(['table', 'thead', 'tbody', 'tfoot', 'tr']);
/** Open elements that the start of an element ends (`ended`), up to the nearest element that holds such elements (`within`). */
const ENDS: Readonly<Record<string, { readonly ended: readonly string[]; readonly within: readonly string[] }>> = {
  li: { ended: ['li'], within: ['ul', 'ol'] },
  dt: { ended: ['dt', 'dd'], within: ['dl'] },
  dd: { ended: ['dt', 'dd'], within: ['dl'] },
  rt: { ended: ['rt', 'rp'], within: ['ruby'] },
  rp: { ended: ['rt', 'rp'], within: ['ruby'] },
  td: { ended: ['td', 'th'], within: ['tr', 'table'] },
  th: { ended: ['td', 'th'], within: ['tr', 'table'] },
  tr: { ended: ['tr'], within: ['table'] },
  thead: { ended: ['thead', 'tbody', 'tfoot', 'caption'], within: ['table'] },
  tbody: { ended: ['thead', 'tbody', 'tfoot', 'caption'], within: ['table'] },
  tfoot: { ended: ['thead', 'tbody', 'tfoot', 'caption'], within: ['table'] },
};
/** Parents of other elements that need one. Elsewhere, such an element is shown as `else`. */
const PARENTS: Readonly<Record<string, { readonly parents: readonly string[]; readonly else: AuthorElement }>> = {
  li: { parents: ['ul', 'ol'], else: { name: 'div', isBlock: true } },
  dt: { parents: ['dl'], else: { name: 'div', isBlock: true } },
  dd: { parents: ['dl'], else: { name: 'div', isBlock: true } },
  summary: { parents: ['details'], else: { name: 'div', isBlock: true } },
  rt: { parents: ['ruby'], else: { name: 'span', isBlock: false } },
  rp: { parents: ['ruby'], else: { name: 'span', isBlock: false } },
};
/** Elements that an end tag in them doesn't reach out of, unless it ends a table or a part of one. */
const SCOPES = new Set(['table', 'td', 'th', 'caption']);

class TreeReader {
  private readonly facts: HtmlFacts;
  private readonly top: Child[] = [];
  private readonly open: Element[] = [];

  constructor(facts: HtmlFacts) {
    this.facts = facts;
  }

  read(parts: readonly AuthorPart[]): readonly Child[] {
    for (const part of parts) {
      if ('shown' in part) this.addMarkdown(part.shown);
      else if (part.html.length > LONGEST_HTML) this.addWords(part.html);
      else for (const token of tokensOf(part.html)) this.addToken(token);
    }
    this.endTo(0);
    return this.top;
  }

  private addMarkdown(html: string): void {
    if (html === '') return;
    for (const each of this.open) each.holdsMarkdown = true;
    this.attach({ html, isBlock: true });
  }

  private addWords(words: string): void {
    this.attach({ html: escapeWords(meantHtml(words)), isBlock: false, isBlank: words.trim() === '' });
  }

  private addToken(token: Token): void {
    if ('words' in token) {
      this.addWords(token.words);
      return;
    }
    const { tag, written } = token;
    const is = authorElement(tag.name);
    if (VOID_ELEMENTS.has(tag.name)) this.addVoid(tag);
    else if (!is) this.attach({ html: escapeWords(written), isBlock: false });
    else if (tag.isClosing) this.end(tag.name, is);
    else this.start(tag, is, written);
  }

  private addVoid(tag: HtmlTag): void {
    if (tag.isClosing || hides(tag)) return;
    if (tag.name === 'br') this.attach({ html: '<br>', isBlock: false });
    else if (tag.name === 'hr') this.attach({ html: '<hr>', isBlock: true });
    else if (tag.name === 'img') this.attach({ html: authorImage(tag, this.facts), isBlock: false });
  }

  private start(tag: HtmlTag, meant: AuthorElement, written: string): void {
    const { name } = meant;
    const ends = ENDS[name];
    if (ends) this.endIn(ends);
    else if (meant.isBlock && this.open.at(-1)?.tag.name === 'p' && name === 'p') this.endTo(this.open.length - 1);
    const parent = this.open.at(-1)?.is.name ?? '';
    const table = TABLE_PARTS[name];
    if (this.open.length >= DEEPEST || (table && !table.includes(parent))) {
      this.attach({ html: escapeWords(written), isBlock: false });
      return;
    }
    const place = PARENTS[name];
    const is = place && !place.parents.includes(parent) ? place.else : meant;
    this.open.push({ tag, is, children: [], holdsMarkdown: false });
  }

  private endIn({ ended, within }: { readonly ended: readonly string[]; readonly within: readonly string[] }): void {
    for (let at = this.open.length - 1; at >= 0; at--) {
      const name = this.open[at]?.is.name ?? '';
      if (within.includes(name)) return;
      if (ended.includes(name)) {
        this.endTo(at);
        return;
      }
    }
  }

  /** Ends the element that an end tag names. An end without a start means nothing. */
  private end(written: string, is: AuthorElement): void {
    for (let at = this.open.length - 1; at >= 0; at--) {
      const each = this.open[at];
      if (each?.tag.name === written) {
        this.endTo(at, written);
        return;
      }
      if (SCOPES.has(each?.is.name ?? '') && !(is.name in TABLE_PARTS) && is.name !== 'table') return;
    }
  }

  /** Ends the open elements from an index on. @param written the end tag of the outermost one, if there is one */
  private endTo(count: number, written?: string): void {
    while (this.open.length > count) {
      const last = this.open.pop();
      if (!last) return;
      const isEnded = this.open.length === count && written !== undefined;
      // Only an element with an end tag and without Markdown is hidden, because Markdown is checked as shown text.
      if (hides(last.tag) && isEnded && !last.holdsMarkdown) continue;
      this.attach(last);
    }
  }

  private attach(child: Child): void {
    let at = this.open.length - 1;
    const isPart = 'is' in child && child.is.name in TABLE_PARTS;
    if (!isPart) {
      if ('isBlank' in child && child.isBlank && TABLE_ONLY.has(this.open[at]?.is.name ?? '')) return;
      while (at >= 0 && TABLE_ONLY.has(this.open[at]?.is.name ?? '')) at--;
    }
    (this.open[at]?.children ?? this.top).push(child);
  }
}

interface Around {
  readonly inLink: boolean;
}

/**
 * Writes HTML of an author's with the markup that stands between its parts.
 *
 * @param line the value of `data-line` for the whole, if any
 */
export function writeAuthorHtml(parts: readonly AuthorPart[], facts: HtmlFacts, line: number | null): Html {
  const children = new TreeReader(facts).read(parts);
  const html = children.map((child) => write(child, facts, { inLink: false })).join('');
  if (!/<(?:img|hr|a|span class="image)|<(?:math|svg)/.test(html) && html.replace(/<[^<>]*>/g, '').trim() === '')
    return '' as Html;
  const tag = children.some(isBlock) ? 'div' : 'p';
  return `<${tag}${attribute('class', 'written')}${attribute('data-line', line)}>${html.trim()}</${tag}>` as Html;
}

function isBlock(child: Child): boolean {
  return 'is' in child ? child.is.isBlock || child.children.some(isBlock) : child.isBlock;
}

function write(child: Child, facts: HtmlFacts, around: Around): string {
  if (!('is' in child)) return child.html;
  const { tag, is, children } = child;
  const inside = (more: Partial<Around> = {}) =>
    children.map((each) => write(each, facts, { ...around, ...more })).join('');
  const attributes = shownAttributes(tag, is);
  switch (is.name) {
    case 'a':
      return writeLink(child, inside({ inLink: true }), facts, around);
    case 'table':
      return writeTable(child, facts, around, attributes);
    case 'p':
      return wrapped(children.some(isBlock) ? 'div' : 'p', attributes, inside());
    case 'pre':
      return children.some(isBlock)
        ? wrapped('div', attributes, inside())
        : `<div class="code">${wrapped('pre', ' tabindex="0"', inside())}</div>`;
  }
  const level = /^h([1-6])$/.exec(is.name)?.[1];
  if (level === undefined) return wrapped(is.name, attributes, inside());
  // No heading holds another.
  return wrapped(children.some(isBlock) ? 'div' : headingIn(level, facts), attributes, inside());
}

function wrapped(name: string, attributes: string, html: string): string {
  return `<${name}${attributes}>${html}</${name}>`;
}

/**
 * Writes a link. No link holds another link or a button: content with one of them is shown with the address of the link behind
 * it.
 */
function writeLink({ tag, holdsMarkdown }: Element, html: string, facts: HtmlFacts, { inLink }: Around): string {
  const href = givenBy(tag, 'href');
  if (href === null || inLink) return html;
  const link = linkTags(plainAddress(href.trim()), givenBy(tag, 'title'), facts);
  if (link.href !== null && (holdsMarkdown || HOLDS_LINK.test(html))) return `${html} ${linkTo(link.href)}`;
  const words = html.replace(/<[^<>]*>/g, '').replaceAll('&amp;', '&');
  const beside = link.href === null || words.trim() === '' ? '' : hostBeside(words, link.href);
  return html.trim() === '' ? html : wrapped(link.tag, link.attributes, html) + beside;
}

/** Writes a table with its rows in groups, in a frame that scrolls. */
function writeTable({ children }: Element, facts: HtmlFacts, around: Around, attributes: string): string {
  let html = '';
  let isOpen = false;
  const endRows = () => {
    if (isOpen) html += '</tbody>';
    isOpen = false;
  };
  let captions = '';
  for (const child of children) {
    const name = 'is' in child ? child.is.name : '';
    if (name === 'caption') captions ||= write(child, facts, around);
    else if (name === 'tr') {
      if (!isOpen) html += '<tbody>';
      isOpen = true;
      html += write(child, facts, around);
    } else {
      endRows();
      html += write(child, facts, around);
    }
  }
  endRows();
  const label = escapeWords(facts.words.table);
  return `<div class="scroller" role="region" tabindex="0" aria-label="${label}"><table${attributes}>${captions}${html}</table></div>`;
}

// ── Elements that begin in one block and end in another ─────────────────────────────────────────────────────

/** Most blocks that an element spans. An element of more blocks ends where its first block ends. */
const MOST_BLOCKS = 2000;

/**
 * Finds the blocks that belong together, because an element of HTML begins in one and ends in another.
 *
 * @param htmls the HTML of each block; null for Markdown
 * @returns for the index of each first block the index behind its last; blocks that stand alone are left out
 */
export function groupsOf(htmls: readonly (string | null)[]): ReadonlyMap<number, number> {
  const groups = new Map<number, number>();
  if (htmls.filter((html) => html !== null).length < 2) return groups;
  const open: { readonly name: string; readonly block: number }[] = [];
  const counts = new Map<string, number>();
  const count = (name: string, by: number) => counts.set(name, (counts.get(name) ?? 0) + by);
  const pairs: [number, number][] = [];
  for (const [block, html] of htmls.entries()) {
    if (html === null || html.length > LONGEST_HTML) continue;
    for (const token of tokensOf(html)) {
      if ('words' in token || !authorElement(token.tag.name)?.isBlock) continue;
      const { name, isClosing } = token.tag;
      if (!isClosing) {
        open.push({ name, block });
        count(name, 1);
        continue;
      }
      // An end without a start is skipped.
      if ((counts.get(name) ?? 0) === 0) continue;
      for (let last = open.pop(); last; last = open.pop()) {
        count(last.name, -1);
        if (last.name !== name) continue;
        if (last.block < block && block - last.block <= MOST_BLOCKS) pairs.push([last.block, block]);
        break;
      }
    }
  }
  let end = -1;
  let start = -1;
  for (const [first, last] of pairs.sort((a, b) => a[0] - b[0])) {
    if (first > end) {
      start = first;
      end = last;
    } else end = Math.max(end, last);
    groups.set(start, end + 1);
  }
  return groups;
}
