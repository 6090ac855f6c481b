/** The last step before tokens become HTML: lines, insights, the gate for links, and what typography asks for. */
import type { Env, MarkdownIt, StateCore, Token } from 'markdown-it';
import { DEEPEST } from '../../syntax/blocks/tooDeep';
import { fragmentAnchor } from '../anchors';
import { type Html, nothing } from '../html';
import { isolated } from '../isolated';
import { hostBeside } from '../safe/hosts';
import { safeUrl } from '../safe/safeUrl';
import { type BlockFacts, factsOf, type InsightMark } from './facts';
import { OURS } from './inlineRules';
import { emphasisOf, isCjk, otherDirection } from './scripts';
import { keepTogether } from './together';

export function addDecoration(md: MarkdownIt): void {
  md.core.ruler.push('brief_decorate', decorate);
}

function decorate(state: StateCore): void {
  const facts = factsOf(state.env);
  let headingId = facts.headingId;
  for (const [index, token] of state.tokens.entries()) {
    switch (token.type) {
      case 'heading_open':
      case 'heading_close':
        token.tag = `h${Math.min(6, Number(token.tag.slice(1)) + facts.headingShift)}`;
        markLine(token, facts);
        if (token.nesting === 1) markDirection(token, state.tokens[index + 1], facts);
        if (token.nesting === 1 && token.level === 0 && headingId !== null) {
          token.attrSet('id', headingId);
          headingId = null;
          addSuffix(state.tokens[index + 1], facts.headingSuffix, state);
        }
        break;
      case 'paragraph_open':
        markInsight(state.tokens, index, facts, state);
        break;
      case 'th_open':
      case 'td_open':
        alignByClass(token);
        break;
      case 'inline':
        token.children = finishInline(token.children ?? [], state);
        break;
    }
  }
}

function markLine(token: Token, { firstLine }: BlockFacts): void {
  if (token.map && firstLine !== null) token.attrSet('data-line', firstLine + token.map[0]);
}

/** A block that is all in the other direction, such as one in English in an Arabic brief, says so. */
function markDirection(open: Token, inline: Token | undefined, { direction }: BlockFacts): void {
  const other = otherDirection(wordsOf(inline?.children ?? []), direction);
  if (other !== null) open.attrSet('dir', other);
}

function wordsOf(tokens: readonly Token[]): string {
  return tokens
    .map((token) => (token.type === 'text' ? token.content : token.type === 'softbreak' ? ' ' : ''))
    .join('');
}

/** Gives a paragraph its line, and where it is an insight, its marks; the text of a tight item becomes an element. */
function markInsight(tokens: readonly Token[], index: number, facts: BlockFacts, state: StateCore): void {
  const open = tokens[index];
  const inline = tokens[index + 1];
  const close = tokens[index + 2];
  if (!open?.map) return;
  const mark = facts.insights.get(open.map[0]);
  if (!open.hidden) {
    markLine(open, facts);
    markDirection(open, inline, facts);
  }
  if (!mark || !inline || !close) return;
  if (open.hidden) {
    open.hidden = false;
    close.hidden = false;
    open.tag = 'div';
    close.tag = 'div';
    markLine(open, facts);
    markDirection(open, inline, facts);
  }
  applyMark(open, inline, mark, state);
}

function applyMark(open: Token, inline: Token, mark: InsightMark, state: StateCore): void {
  open.attrSet('class', mark.classes);
  addSuffix(inline, mark.suffix, state);
}

function addSuffix(inline: Token | undefined, suffix: Html, state: StateCore): void {
  if (inline && suffix !== '') inline.children = [...(inline.children ?? []), oursToken(state, suffix)];
}

/** Alignment of table cells as a class: the page's policy lets no style attribute through. */
function alignByClass(token: Token): void {
  const style = String(token.attrGet('style') ?? '');
  token.attrs = null;
  const side = /text-align:(left|center|right)/.exec(style)?.[1];
  if (side) token.attrSet('class', `align-${side}`);
}

function finishInline(children: Token[], state: StateCore): Token[] {
  const result: Token[] = [];
  const links: { readonly token: Token; readonly from: number; readonly href: string | null }[] = [];
  flattenEmphasis(children);
  markEmphasis(children);
  for (const [index, token] of children.entries()) {
    if (token.type === 'link_open') {
      links.push({ token, from: result.length, href: gate(token, factsOf(state.env)) });
    } else if (token.type === 'link_close') {
      const link = links.pop();
      if (link) token.tag = link.token.tag;
      result.push(token);
      const beside = link?.href ? hostBeside(shownWords(result.slice(link.from)), link.href) : nothing;
      if (beside !== nothing) result.push(oursToken(state, beside));
      continue;
    } else if (token.type === OURS && clings(token)) {
      const before = children[index - 1];
      if (before?.type === 'text') before.content = before.content.replace(/ $/, '\u00a0');
    } else if (token.type === 'softbreak' && betweenCjk(children, index)) {
      continue;
    }
    result.push(token);
  }
  return keepTogether(result, (token) => token.type === OURS && clings(token), state);
}

/** Emphasis that is nested too deep for a reader is left out: a browser would lose its way in it. */
function flattenEmphasis(children: readonly Token[]): void {
  let depth = 0;
  for (const token of children) {
    if (!EMPHASIS.test(token.type)) continue;
    if (token.nesting > 0) depth++;
    if (depth > DEEPEST) token.hidden = true;
    if (token.nesting < 0) depth--;
  }
}

const EMPHASIS = /^(?:em|strong|s)_/;

/** The first of these that some text in it asks for is that of an emphasis. */
const STYLES = ['em-marked', 'em-bolder'] as const;

/** Emphasis in a script without italics is marked in another way. */
function markEmphasis(children: readonly Token[]): void {
  const open: Token[] = [];
  /** Where each style was asked for last, by how many are open there; what stands in one stands in all around it. */
  const asked = new Map<string, number>();
  for (const token of children) {
    if (token.type === 'em_open') open.push(token);
    else if (token.type === 'text') {
      const style = emphasisOf(token.content);
      if (style !== null) asked.set(style, open.length);
    } else if (token.type === 'em_close') {
      const depth = open.length;
      const style = STYLES.find((one) => (asked.get(one) ?? 0) >= depth);
      const start = open.pop();
      if (style !== undefined) start?.attrSet('class', style);
      for (const [one, at] of asked) asked.set(one, Math.min(at, open.length));
    }
  }
}

function clings(token: Token): boolean {
  const { clings: does } = token.meta ?? {};
  return does === true;
}

function oursToken(state: StateCore, content: Html): Token {
  const token = new state.Token(OURS, '', 0);
  token.content = content;
  return token;
}

/** Lets a link lead where the gate allows it; a refused one stays as text that says where it would have led. */
function gate(link: Token, facts: BlockFacts): string | null {
  const written = String(link.attrGet('href') ?? '');
  const title = link.attrGet('title');
  const href = safeUrl(written);
  if (href === null) {
    link.tag = 'span';
    link.attrs = [
      ['class', 'refused'],
      ['title', `${facts.words.leftOut} ${isolated(written)}`],
    ];
    return null;
  }
  const fragment = href.startsWith('#');
  link.attrs = [['href', fragment ? `#${fragmentAnchor(href)}` : href]];
  if (!fragment) link.attrPush(['rel', 'noopener noreferrer']);
  if (title !== null) link.attrPush(['title', title]);
  return href;
}

/** The words of a link as they are seen, without those of our own markup in it. */
function shownWords(tokens: readonly Token[]): string {
  return tokens.map((token) => (token.type === 'text' || token.type === 'code_inline' ? token.content : '')).join('');
}

/** A line break between two CJK characters is no space (CSS Text 3, segment break transformation). */
function betweenCjk(children: readonly Token[], index: number): boolean {
  const before = children[index - 1];
  const after = children[index + 1];
  if (before?.type !== 'text' && before?.type !== OURS) return false;
  const start = after?.type === 'text' ? String.fromCodePoint(after.content.codePointAt(0) ?? 32) : '';
  const end = before.type === 'text' ? (before.content.at(-1) ?? '') : '。';
  return isCjk(start) && isCjk(end);
}

/** Where link definitions are gathered. */
export type References = NonNullable<Env['references']>;
