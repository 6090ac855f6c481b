import { lineBreakOf, type Span, type TextEdit } from '../../base/text';
import { type LayoutBlock, verbatimIn } from '../../brief/blocks/layout';
import type { Brief } from '../../brief/types';
import { lastStarting } from './lastStarting';

/** The spans in which white space at the end of a line means something. */
export interface Meaningful {
  /** Code, math, HTML, blocks of text in YAML: no character of them is touched. In document order. */
  readonly verbatim: readonly Span[];
  /** Paragraphs and headings: two spaces at the end of a line within them are a line break. In document order. */
  readonly texts: readonly Span[];
}

const FROZEN = new Set(['fence', 'code', 'math', 'html', 'comment', 'rule', 'definition']);

/** Finds the spans of the body with meaningful white space, and adds those of the front matter. */
export function meaningfulIn(brief: Brief, blocks: readonly LayoutBlock[], frontMatter: readonly Span[]): Meaningful {
  const frozen: Span[] = [];
  const texts: Span[] = [];
  const visit = ({ kind, span, children }: LayoutBlock) => {
    if (FROZEN.has(kind)) frozen.push(span);
    else if (kind === 'heading' || kind === 'paragraph') texts.push(span);
    for (const child of children) visit(child);
  };
  for (const block of blocks) visit(block);
  const verbatim = [...frontMatter, ...frozen, ...verbatimIn(brief)];
  return { verbatim: verbatim.sort((a, b) => a.start - b.start), texts };
}

/**
 * Removes white space at the ends of lines where nobody sees it. Line breaks of Markdown ("Hard line breaks" in CommonMark)
 * stay.
 */
export function trailingSpaceEdits({ text, lines }: Brief, { verbatim, texts }: Meaningful): TextEdit[] {
  const edits: TextEdit[] = [];
  const verbatimAt = lastStarting(verbatim);
  const textAt = lastStarting(texts);
  const limit = contentEnd(text);
  for (let line = 0; lines.endOf(line) <= limit && line < lines.count; line++) {
    const end = lines.endOf(line);
    let start = end;
    while (start > lines.startOf(line) && (text[start - 1] === ' ' || text[start - 1] === '\t')) start--;
    if (start === end || afterTaskBox(text, start) === end) continue;
    const frozen = verbatimAt(end);
    if (frozen && frozen.end > start) continue;
    const around = textAt(start);
    const within = around !== undefined && around.end > end;
    // "word\ ": without the space, the backslash would be a line break.
    if (within && (text.slice(start, end) !== ' ' || text[start - 1] === '\\')) continue;
    edits.push({ span: { start, end }, newText: '' });
  }
  return edits;
}

/** Ends the text with one line break and no blank line before it. Line breaks in unclosed code stay, as part of the code. */
export function finalLineBreakEdits({ text }: Brief, blocks: readonly LayoutBlock[]): TextEdit[] {
  const end = afterTaskBox(text, contentEnd(text));
  const last = deepestLast(blocks);
  if (end === 0 || (last && isOpen(text, last))) return [];
  const lineBreak = lineBreakOf(text);
  return text.slice(end) === lineBreak ? [] : [{ span: { start: end, end: text.length }, newText: lineBreak }];
}

/** Offset after the last character before `before` that isn't white space. */
export function contentEnd(text: string, before = text.length): number {
  let end = before;
  while (end > 0 && /[ \t\r\n]/.test(text[end - 1] ?? '')) end--;
  return end;
}

function deepestLast(blocks: readonly LayoutBlock[]): LayoutBlock | undefined {
  let last = blocks.at(-1);
  while (last && last.children.length > 0) last = last.children.at(-1);
  return last;
}

/** True if a block reaches the end of the text because nothing closes it. */
function isOpen(text: string, { kind, span }: LayoutBlock): boolean {
  if (kind === 'math') return true;
  if (kind !== 'fence') return false;
  const written = text.slice(span.start, span.end).trimEnd();
  const opening = /^(`{3,}|~{3,})/.exec(written)?.[1] ?? '';
  const closing = /[\r\n][ \t>]*(`{3,}|~{3,})$/.exec(written)?.[1] ?? '';
  return closing[0] !== opening[0] || closing.length < opening.length;
}

const BOX_ONLY = /(?:^|[\r\n])[ \t>]*(?:(?:[-+*]|\d{1,9}[.)])[ \t]+){1,9}\[[ xX]\]$/;

/**
 * Returns the end of a line's text, where `end` is its end without white space. The space after an empty task box, `- [ ] `,
 * belongs to the text: it makes the box.
 */
function afterTaskBox(text: string, end: number): number {
  if (text[end - 1] !== ']' || !BOX_ONLY.test(text.slice(Math.max(0, end - 100), end))) return end;
  let at = end;
  while (text[at] === ' ' || text[at] === '\t') at++;
  return at;
}
