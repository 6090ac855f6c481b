/** Walks the tree of the body once, in document order, and gathers what the model is made of. */
import type { SyntaxNode, Tree } from '@lezer/common';
import type { SourceDeclaration } from '../brief';
import { childrenOf, FOOTNOTE, footnoteLabel } from '../syntax/markdown';
import { blockKind, isAlert, isFigureFence, leadsOn, nextInk } from './blockKinds';
import { type BodyBuilder, createBodyBuilder } from './bodyBuilder';
import { isCaption } from './captions';
import type { BodyReading, InsightDraft, Surroundings, TableDraft } from './drafts';
import { plainHeading } from './outline';
import { readDefinition, readFigureFence, readSourceList, readTable } from './readParts';
import { isSourcesLine } from './sectionWords';
import { readEntries, readEntriesAfterLabel, skipBlank, trimEnd } from './sourceEntries';

/** Blocks nested deeper than this are not read. */
const DEEPEST = 100;

/**
 * @param text the whole document
 * @param base where the body starts
 * @param tree the tree of the body, in offsets from `base`
 * @param frontMatterTitle a heading that repeats it is the title too
 * @param exempt further headings that start an exempt section
 */
export function readBody(
  text: string,
  base: number,
  tree: Tree,
  frontMatterTitle: string | null,
  exempt: readonly string[],
): BodyReading {
  const builder = createBodyBuilder(text, base, exempt);
  walk(builder, childrenOf(tree.topNode), {
    item: null,
    leadIn: null,
    quoted: false,
    footnote: null,
    depth: 0,
    frontMatterTitle,
  });
  return { ...builder.reading, sections: builder.outline.sections() };
}

/** Walks siblings, keeping in mind the text that leads into what follows. */
function walk(builder: BodyBuilder, nodes: readonly SyntaxNode[], around: Surroundings): void {
  const { spanOf, reading, outline } = builder;
  const first = nodes[0];
  if (around.depth > DEEPEST && first) {
    reading.tooDeep.push(spanOf(first));
    return;
  }
  const top = around.depth === 0;
  let before: InsightDraft | null = null;
  let tableBefore: TableDraft | null = null;
  nodes.forEach((node, i) => {
    if (node.name === 'CommentBlock') {
      builder.addComment(spanOf(node), before ?? around.item);
      if (top) builder.addBlock(node, 'html');
      return;
    }
    if (top && node.name === 'Paragraph' && outline.currentKind() !== 'sources') openSourcesSection(builder, node);
    const next = nextInk(nodes, i);
    const leadIn: InsightDraft | null = before?.leadsInto ? before : around.leadIn;
    const tables = reading.tables.length;
    const draft = walkOne(builder, node, { ...around, leadIn }, before);
    if (draft) {
      draft.leadsInto = leadsInto(builder, draft, next);
      if (tableBefore && isCaption(builder.slice(node))) tableBefore.neighbors.push(draft);
    }
    // Lists parted only by our comments are one list: what leads into the first leads into all.
    const listGoesOn = node.name.endsWith('List') && next?.name.endsWith('List');
    if (!listGoesOn) before = draft;
    tableBefore = reading.tables.length > tables ? (reading.tables.at(-1) ?? null) : null;
    if (top) builder.addBlock(node, blockKind(node, builder.slice(node)));
  });
}

/** Reads one block; gives its insight if it is a paragraph of the author's. */
function walkOne(
  builder: BodyBuilder,
  node: SyntaxNode,
  around: Surroundings,
  before: InsightDraft | null,
): InsightDraft | null {
  const inner = { ...around, depth: around.depth + 1 };
  if (/^(?:ATX|Setext)Heading/.test(node.name)) readHeading(builder, node, around);
  else if (node.name === 'Paragraph') return readParagraph(builder, node, around);
  else if (node.name.endsWith('List')) readList(builder, node, around);
  else if (node.name === 'Blockquote') {
    const alert = isAlert(builder.slice(node));
    walk(builder, childrenOf(node), { ...inner, quoted: around.quoted || !alert });
  } else if (node.name === 'Table') readTable(builder, node, around, before);
  else if (node.name === FOOTNOTE) readFootnote(builder, node, inner);
  else if (node.name === 'LinkReference') readDefinition(builder, node);
  else if (node.name === 'FencedCode' && isFigureFence(node, builder.slice(node))) readFigureFence(builder, node);
  return null;
}

function readHeading(builder: BodyBuilder, node: SyntaxNode, around: Surroundings): void {
  const { text, spanOf, reading, outline } = builder;
  builder.addLeaf(node, {});
  if (around.depth > 0) return;
  const level = Number(node.name.at(-1)) || 1;
  const span = headingText(builder, node);
  const heading = plainHeading(text.slice(span.start, span.end));
  const { frontMatterTitle } = around;
  if (level === 1 && !reading.titleHeading && (frontMatterTitle === null || frontMatterTitle === heading)) {
    reading.titleHeading = { text: heading, span };
    return;
  }
  outline.open(heading, level, span, spanOf(node).start);
}

/** The span of a heading's words, without `#` marks and underlines. */
function headingText({ text, spanOf }: BodyBuilder, node: SyntaxNode) {
  let { start, end } = spanOf(node);
  for (const mark of node.getChildren('HeaderMark')) {
    const at = spanOf(mark);
    if (at.start <= start) start = at.end;
    else end = Math.min(end, at.start);
  }
  while (start < end && /\s/.test(text[start] ?? '')) start++;
  return { start, end: trimEnd(text, start, end) };
}

/** A bold-only line or a line `Sources:` starts a sources section, as a heading with these words does. */
function openSourcesSection({ text, spanOf, outline }: BodyBuilder, node: SyntaxNode): void {
  const { start, end } = spanOf(node);
  const lineBreak = text.indexOf('\n', start);
  const lineEnd = trimEnd(text, start, lineBreak < 0 ? end : Math.min(lineBreak, end));
  const line = text.slice(start, lineEnd);
  if (line.length > 80 || !isSourcesLine(line)) return;
  const heading = plainHeading(line).replace(/\s*[:：]\s*$/, '');
  outline.open(heading, Math.min(outline.level() + 1, 6), { start, end: lineEnd }, start, 'sources');
}

function readParagraph(builder: BodyBuilder, node: SyntaxNode, around: Surroundings): InsightDraft | null {
  const span = builder.spanOf(node);
  if (builder.outline.currentKind() === 'sources' && !around.footnote) {
    addEntries(builder, node, readEntries(builder.text, span));
    return null;
  }
  if (around.quoted || around.footnote) {
    builder.addLeaf(node, { footnote: around.footnote });
    return null;
  }
  const labelled = readEntriesAfterLabel(builder.text, span);
  if (labelled.length > 0) {
    addEntries(builder, node, labelled);
    return null;
  }
  const alert = /^\[![A-Za-z]+\][ \t]*\r?\n?(?:[ \t]*>)?[ \t]*/.exec(builder.text.slice(span.start, span.start + 60));
  const start = Math.min(span.end, span.start + (alert?.[0].length ?? 0));
  const draft = builder.addDraft({
    kind: 'paragraph',
    span: { start, end: span.end },
    parent: around.item,
    leadIn: around.leadIn,
    task: false,
  });
  draft.leaves.push(builder.addLeaf(node, { draft }));
  return draft;
}

function addEntries(builder: BodyBuilder, node: SyntaxNode, entries: readonly SourceDeclaration[]): void {
  builder.reading.entries.push(...entries);
  builder.addLeaf(node, { entryContent: new Map(entries.map((entry) => [entry.span.start, entry.idSpan.end])) });
}

function readList(builder: BodyBuilder, list: SyntaxNode, around: Surroundings): void {
  if (builder.outline.currentKind() === 'sources' && !around.footnote) readSourceList(builder, list);
  else for (const item of list.getChildren('ListItem')) readItem(builder, item, around);
}

/** An item's own text is its paragraphs before any other block; a nested item is an insight of its own. */
function readItem(builder: BodyBuilder, item: SyntaxNode, around: Surroundings): void {
  const children = childrenOf(item).filter((child) => child.name !== 'ListMark');
  const ownCount = children.findIndex((child) => child.name !== 'Paragraph' && child.name !== 'Task');
  const own = ownCount < 0 ? children : children.slice(0, ownCount);
  const rest = children.slice(own.length);
  const first = own[0];
  const last = own.at(-1);
  const inner = { ...around, depth: around.depth + 1 };
  if (!first || !last || around.quoted || around.footnote) {
    for (const paragraph of own) builder.addLeaf(paragraph, { footnote: around.footnote });
    walk(builder, rest, inner);
    return;
  }
  const marker = first.getChild('TaskMarker');
  const start = marker ? skipBlank(builder.text, builder.spanOf(marker).end) : builder.spanOf(first).start;
  const draft = builder.addDraft({
    kind: 'item',
    span: { start, end: builder.spanOf(last).end },
    parent: around.item,
    leadIn: around.leadIn,
    task: marker !== null,
  });
  for (const paragraph of own) draft.leaves.push(builder.addLeaf(paragraph, { draft }));
  draft.leadsInto = leadsInto(builder, draft, nextInk(rest, -1));
  walk(builder, rest, { ...inner, item: draft, leadIn: draft.leadsInto ? draft : around.leadIn });
}

function readFootnote(builder: BodyBuilder, node: SyntaxNode, inner: Surroundings): void {
  const { text, spanOf, reading } = builder;
  const whole = spanOf(node);
  const found = footnoteLabel(text, whole.start);
  if (!found) return;
  const span = { start: whole.start, end: trimEnd(text, whole.start, whole.end) };
  const footnote = {
    label: `^${found.label}`,
    idSpan: { start: span.start + 1, end: span.start + 2 + found.label.length },
    span,
    content: { start: Math.min(found.contentStart, span.end), end: span.end },
  };
  reading.footnotes.push(footnote);
  walk(builder, childrenOf(node), { ...inner, footnote, item: null, leadIn: null });
}

/** Whether a text ends with a colon, citations after it aside, and a list, table, code or figure follows. */
function leadsInto({ text, reading }: BodyBuilder, draft: InsightDraft, next: SyntaxNode | null): boolean {
  if (!next || !leadsOn(next)) return false;
  const leaf = reading.leaves.findLast((candidate) => candidate.draft === draft);
  let end = draft.span.end;
  for (const mark of leaf?.facts.marks.toReversed() ?? []) {
    const markEnd = (leaf?.start ?? 0) + mark.span.end;
    if (text.slice(markEnd, end).trim() !== '') break;
    end = (leaf?.start ?? 0) + mark.span.start;
  }
  return /[:：][*_\s]*$/.test(text.slice(Math.max(draft.span.start, end - 20), end));
}
