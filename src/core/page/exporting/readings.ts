/**
 * Reads a Markdown text as a viewer does: which parts it shows as they are written, and which tags of the page stand in pairs.
 */
import type { StateBlock, Token } from 'markdown-it';
import { firstWhere } from '../../base/ordered';
import { indexLines, type Span, type TextEdit } from '../../base/text';
import { readTag, VOID_ELEMENTS } from '../../document/inline/htmlTags';
import { LONGEST_TEXT } from '../../document/inline/inlineText';
import { createTagReader } from '../../document/inline/tags';
import { harmlessTag } from '../safe/authorTags';
import { type Dialect, type Kind, parserOf, type ReadEnv, TAG } from './dialects';
import { mapCell, mapLines } from './sourceLines';

/** Stretches of the text by their kind. */
export interface Reading extends Readonly<Record<Kind | 'tag', readonly Span[]>> {
  /** Tags that stay in HTML, where a backslash before a tag means nothing. */
  readonly htmlTags: readonly Span[];
  /** Offsets of the signs in HTML that start a tag which doesn't stay, however a browser reads on from there. */
  readonly strays: readonly number[];
  /** Edits that add blank lines between texts that must not become one paragraph. */
  readonly gaps: readonly TextEdit[];
}

type Stretches = ReturnType<typeof mapLines>;

/**
 * Reads a text as a viewer of a dialect would, if it knew only the page's tags and followed no refused address.
 *
 * @param text with `\n` for its line breaks
 * @param places only lines with one of these are looked into; in order
 */
export function readMarkdown(text: string, places: readonly number[], dialect: Dialect): Reading {
  const lines = indexLines(text);
  const md = parserOf(dialect);
  const found: Record<Kind | 'tag', Span[]> = { verbatim: [], comment: [], formula: [], tag: [] };
  const gaps: TextEdit[] = [];
  const strays: number[] = [];
  const htmlTags: Span[] = [];
  let stretches: Stretches = [];

  /** @param words offset of the first words of the line, after the marks of the blocks that it stands in */
  const gapAfter = (line: number, words: number): void => {
    const end = lines.startOf(line + 1);
    if (line + 1 >= lines.count || text.slice(end, lines.endOf(line + 1)).trim() === '') return;
    const before = text
      .slice(lines.startOf(line), words)
      .replace(/[^\s>]/g, ' ')
      .trimEnd();
    gaps.push({ span: { start: end, end }, newText: `${before}\n` });
  };
  const env: ReadEnv = {
    references: {},
    inRun: (kind, start, end) => {
      found[kind].push(...inText({ start, end }, stretches));
    },
    inLines: (kind, from, to) => {
      const span = { start: lines.startOf(from), end: lines.endOf(to - 1) };
      if (kind !== 'html') found[kind].push(span);
      else {
        const html = htmlIn(text, span);
        found.tag.push(...html.tags);
        found.comment.push(...html.comments);
        strays.push(...html.strays);
        htmlTags.push(...html.tags);
      }
    },
    refusedDefinition: ({ bMarks, tShift }: StateBlock, from, to) => {
      const words = (bMarks[from] ?? 0) + (tShift[from] ?? 0);
      // A footnote stays a footnote.
      if (!text.startsWith('[^', words)) gapAfter(to - 1, to - 1 === from ? words : (bMarks[to - 1] ?? 0));
    },
  };
  const isWanted = (from: number, to: number): boolean => {
    const first = places[firstWhere(places.length, (i) => (places[i] ?? 0) >= lines.startOf(from))] ?? Infinity;
    return first <= lines.endOf(to - 1);
  };
  const lineAt = (line: number) => ({
    start: lines.startOf(line),
    text: text.slice(lines.startOf(line), lines.endOf(line)),
  });
  /** @param line at which a paragraph starts; null for what is on one line */
  const readRun = (content: string, line: number | null): void => {
    if (content.length > LONGEST_TEXT) return;
    const tokens: Token[] = [];
    md.inline.parse(content, md, env, tokens);
    const opening = line === null ? null : openingHtml(tokens, content);
    if (line !== null && opening?.kind === 'alone') gapAfter(line, stretches[0]?.source ?? 0);
    else if (opening) tokens.shift();
    for (const { start, end } of pairsOf(tokens)) found.tag.push(...inText({ start, end }, stretches));
  };

  const tokens: Token[] = [];
  md.block.parse(text, md, env, tokens);
  let row = 0;
  let column = 0;
  for (const { type, map, content } of tokens) {
    const [from = 0, to = 0] = map ?? [];
    if (type === 'tr_open') [row, column] = [from, 0];
    else if (type === 'fence' || type === 'code_block') env.inLines('verbatim', from, to);
    else if (type === 'inline' && map && isWanted(from, to)) {
      stretches = mapLines(content, (line) => lineAt(from + line));
      readRun(content, from);
    } else if (type === 'inline' && !map && isWanted(row, row + 1)) {
      const cell = mapCell(content, lineAt(row), column);
      column = cell.end;
      stretches = cell.stretches;
      readRun(content, null);
    }
  }
  return { ...found, gaps, strays, htmlTags };
}

/** Finds the tags that stay in HTML that isn't Markdown, its comments, and all other signs that start a tag. */
function htmlIn(text: string, { start, end }: Span) {
  const html = text.slice(start, end);
  const read = createTagReader(html);
  const tags: Span[] = [];
  const comments: Span[] = [];
  const strays: number[] = [];
  for (let at = html.indexOf('<'); at >= 0; ) {
    const found = read(at);
    const tag = found?.name === 'HTMLTag' ? readTag(html.slice(at, found.to)) : null;
    const isTag = tag !== null && harmlessTag(tag) !== null;
    const span = { start: start + at, end: start + (found?.to ?? at) };
    if (isTag) tags.push(span);
    else if (found?.name === 'Comment') comments.push(span);
    else if (/[a-z/!?]/i.test(html[at + 1] ?? '')) strays.push(start + at);
    at = html.indexOf('<', found && (isTag || found.name === 'Comment') ? found.to : at + 1);
  }
  return { tags, comments, strays };
}

/** Returns a stretch of a run as a span of the text; empty if the text doesn't have it. */
function inText({ start, end }: Span, stretches: Stretches): Span[] {
  const endOf = (index: number) => (stretches[index]?.content ?? 0) + (stretches[index]?.length ?? 0);
  const holding = (at: number) => stretches[firstWhere(stretches.length, (index) => endOf(index) > at)];
  const [first, last] = [holding(start), holding(end - 1)];
  if (!first || !last || first.content > start || last.content > end - 1) return [];
  return [{ start: start + first.source - first.content, end: end + last.source - last.content }];
}

/** A tag and its span in its run. */
interface Tag extends Span {
  readonly name: string;
  readonly kind: 'opening' | 'closing' | 'alone';
}

function tagOf(token: Token | undefined): Tag | null {
  if (token?.type !== TAG) return null;
  const start = Number(token.meta?.['start']);
  const { name = '', isClosing } = readTag(token.content) ?? {};
  const kind = VOID_ELEMENTS.has(name) ? 'alone' : isClosing ? 'closing' : 'opening';
  return { start, end: start + token.content.length, name, kind };
}

/**
 * Returns the tag that a text starts with, if it is alone on its line. In other viewers, it may start HTML that goes on to a
 * blank line.
 */
function openingHtml([first]: readonly Token[], content: string): Tag | null {
  const tag = tagOf(first);
  return tag?.start === 0 && content.slice(tag.end).split('\n', 1)[0]?.trim() === '' ? tag : null;
}

const ENDED_BY_NEXT = new Set(['li', 'dt', 'dd']);

/** Returns the start tags and end tags that stand in pairs within the same parent, and the tags that need no end. */
function pairsOf(tokens: readonly Token[]): Tag[] {
  const pairs: Tag[] = [];
  /** Open tags; null for an open token that isn't a tag. */
  const open: (Tag | null)[] = [];
  for (const token of tokens) {
    const tag = tagOf(token);
    // Items need no end of their own.
    for (let item = open.at(-1); tag && item && tag.kind !== 'alone'; item = open.at(-1)) {
      const isEnded = tag.kind === 'closing' ? tag.name !== item.name : tag.name === item.name;
      if (!isEnded || !ENDED_BY_NEXT.has(item.name)) break;
      pairs.push(item);
      open.pop();
    }
    const last = open.at(-1);
    if (tag?.kind === 'alone') pairs.push(tag);
    else if (tag?.kind === 'opening' || token.nesting > 0) open.push(tag);
    else if (tag && last?.name === tag.name) {
      pairs.push(last, tag);
      open.pop();
    } else if (token.nesting < 0) while (open.length > 0 && open.pop() !== null);
  }
  return pairs;
}
