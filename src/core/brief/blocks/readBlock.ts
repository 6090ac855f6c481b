/** Walks one top-level block, in document order, and gathers what the model is made of. */
import type { SyntaxNode } from '@lezer/common';
import { kept } from '../../base/same';
import type { Local, LocalSpan } from '../../base/text';
import { htmlImagesIn } from '../../document/inline/tags';
import { FOOTNOTE, footnoteLabel, MATH_BLOCK, QUOTE } from '../../document/markdown';
import { inside, trimEnd } from '../../document/moved';
import { childrenOf } from '../../document/parseTree';
import { isCaption } from '../needs/captions';
import { footnoteSource } from '../sources/footnotes';
import {
  readEntries,
  readEntriesAfterLabel,
  readWorks,
  readWorksAfterLabel,
  skipBlank,
} from '../sources/sourceEntries';
import type { SourceDeclaration } from '../types';
import { headingLevel, headingText, isAlert, isFigureFence, leadsOn, nextInk } from './blockKinds';
import { type BodyBuilder, createBodyBuilder } from './bodyBuilder';
import { type BlockReading, type InsightDraft, type Leaf, OUTSIDE, type Surroundings, type TableDraft } from './drafts';
import { fieldLines, linesIn, readFields, readHead } from './entryParts';
import { readDefinition, readFigureFence, readSourceList, readTable } from './readParts';

/**
 * Reads a top-level block. The result depends on nothing but the arguments.
 *
 * @param text the text of `node`, as the Markdown parser had it
 * @param inSources true in a sources section, where paragraphs and lists are entries
 */
export function readBlock(node: SyntaxNode, text: string, inSources: boolean): BlockReading {
  const builder = createBodyBuilder(text, node.from, inSources);
  const around: Surroundings = { item: null, leadIn: OUTSIDE, quoted: false, footnote: null };
  const { reading } = builder;
  let paragraph: InsightDraft | null = null;
  if (node.name === 'CommentBlock') builder.addComment(builder.spanOf(node), null);
  else paragraph = walkOne(builder, node, around, null);
  const inline = inlineSources(reading.leaves);
  const own = paragraph ? text.slice(paragraph.span.start, paragraph.span.end) : '';
  const ofNext = paragraph !== null && isCaption(own);
  // A copy has no spare room, as a list that grew has.
  for (const draft of reading.drafts) draft.leaves = draft.leaves.slice();
  return {
    drafts: kept(reading.drafts),
    leaves: kept(reading.leaves),
    tables: kept(reading.tables),
    footnotes: kept(reading.footnotes),
    definitions: kept(reading.definitions),
    entries: kept(reading.entries),
    works: kept(reading.works),
    heads: kept(reading.heads),
    fields: kept(reading.fields),
    inline: kept(inline),
    figures: kept(reading.figures),
    figureErrors: kept(reading.figureErrors),
    figureUnknownKeys: kept(reading.figureUnknownKeys),
    comments: kept(reading.comments),
    threads: kept(reading.threads),
    formulaBlocks: kept(reading.formulaBlocks),
    htmlImages: kept(reading.htmlImages),
    unread: kept(reading.unread),
    declares: inline.length > 0 || DECLARING.some((list) => reading[list].length > 0),
    citesInBrackets: reading.leaves.some(citesInBrackets),
    citesGlued: reading.leaves.some(citesGlued),
    citesByYear: reading.leaves.some(citesByYear),
    citesByLink: reading.leaves.some(citesByLink),
    paragraph,
    endsWithColon: paragraph !== null && endsWithColon(builder, paragraph),
    isCaption: {
      ofNext,
      ofPrevious: own === text ? ofNext : paragraph !== null && isCaption(text),
    },
  };
}

/** The lists of all but texts and tables. */
const DECLARING = [
  ...(['footnotes', 'definitions', 'entries', 'works', 'heads', 'fields'] as const),
  ...(['figures', 'figureErrors', 'figureUnknownKeys', 'comments', 'threads', 'unread'] as const),
];

/** Walks siblings, keeping in mind the text that leads into what follows. */
function walk(builder: BodyBuilder, nodes: readonly SyntaxNode[], around: Surroundings): void {
  const { spanOf, reading } = builder;
  let before: InsightDraft | null = null;
  let tableBefore: TableDraft | null = null;
  nodes.forEach((node, i) => {
    if (node.name === 'CommentBlock') {
      builder.addComment(spanOf(node), before ?? around.item);
      return;
    }
    const next = nextInk(nodes, i);
    const leadIn: Surroundings['leadIn'] = before?.leadsInto ? before : around.leadIn;
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
  });
}

/** Reads one block; returns its insight if it is a paragraph of the author's, else null. */
function walkOne(
  builder: BodyBuilder,
  node: SyntaxNode,
  around: Surroundings,
  preceding: InsightDraft | null,
): InsightDraft | null {
  if (builder.isUnread(node)) return null;
  if (node.name === 'Paragraph') return readParagraph(builder, node, around);
  if (/^(?:ATX|Setext)Heading/.test(node.name)) readHeading(builder, node);
  else if (node.name.endsWith('List')) readList(builder, node, around);
  else if (node.name === QUOTE) {
    const alert = isAlert(builder.slice(node));
    walk(builder, childrenOf(node), { ...around, quoted: around.quoted || !alert });
  } else if (node.name === 'Table') readTable(builder, node, around, preceding);
  else if (node.name === FOOTNOTE) readFootnote(builder, node, around);
  else if (node.name === 'LinkReference') readDefinition(builder, node);
  else if (node.name === 'FencedCode' && isFigureFence(node, builder.slice(node))) readFigureFence(builder, node);
  else if (node.name === MATH_BLOCK) builder.reading.formulaBlocks.push(builder.spanOf(node));
  else if (node.name === 'HTMLBlock') {
    const whole = builder.spanOf(node);
    for (const { span, url } of htmlImagesIn(builder.slice(node)))
      builder.reading.htmlImages.push({ span: inside(span, whole), url: inside(url, whole) });
  }
  return null;
}

/** A number in brackets that opens a heading numbers it, `## [1] Costs`, and cites nothing. */
function readHeading(builder: BodyBuilder, node: SyntaxNode): void {
  const { text, inSources, reading } = builder;
  const span = builder.spanOf(node);
  const number = /^#{1,6}[ \t]+(?=\[)\[\d{1,3}\](?=[ \t]+\S)/.exec(text.slice(span.start, span.start + 20))?.[0];
  const head = inSources && span.start === 0 ? readHead(text, headingText(node, text), span, headingLevel(node)) : null;
  const end = head?.isMarked ? head.idSpan.end : span.start + (number?.length ?? 0);
  builder.addLeaf(node, { entryContent: end > span.start ? new Map([[span.start, end]]) : null });
  if (head) reading.heads.push(head);
}

function readParagraph(builder: BodyBuilder, node: SyntaxNode, around: Surroundings): InsightDraft | null {
  const span = builder.spanOf(node);
  if (builder.inSources && around.footnote === null) {
    const entries = readEntries(builder.text, span);
    // Lines before the first entry may be the rest of the entry before.
    const works = readWorks(builder.text, { start: span.start, end: entries[0]?.span.start ?? span.end });
    const isWhole = entries.length === 0;
    builder.reading.works.push(...works.filter(({ url, doi }) => isWhole || url || doi));
    readParagraphParts(builder, span);
    addEntries(builder, node, entries);
    return null;
  }
  // A paragraph of nothing but comments of threads says nothing itself.
  if (around.quoted || around.footnote !== null || isBlank(builder, node)) {
    builder.addLeaf(node, { footnote: around.footnote });
    return null;
  }
  const labelled = readEntriesAfterLabel(builder.text, span);
  if (labelled.length > 0) {
    addEntries(builder, node, labelled);
    return null;
  }
  builder.reading.works.push(...readWorksAfterLabel(builder.text, span));
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

/** A bold line may be the title of an entry, and a paragraph its fields. */
function readParagraphParts({ text, reading }: BodyBuilder, span: LocalSpan): void {
  const lines = linesIn(text, span);
  const fields = readFields(text, fieldLines(text, lines), {
    start: span.start,
    end: trimEnd(text, span.start, span.end),
  });
  if (fields) reading.fields.push(fields);
  const [first] = lines;
  if (lines.length === 1 && first && BOLD.test(text.slice(first.start, first.end)))
    reading.heads.push(readHead(text, first, first, BOLD_LEVEL));
}

const BOLD = /^(?:\*\*|__)(?=\S)[^*_]+(?:\*\*|__)$/;
/** A bold line stands below the headings of all levels. */
const BOLD_LEVEL = 7;

function addEntries(builder: BodyBuilder, node: SyntaxNode, entries: readonly Local<SourceDeclaration>[]): void {
  for (const entry of entries) builder.reading.entries.push(entry);
  builder.addLeaf(node, { entryContent: new Map(entries.map((entry) => [entry.span.start, entry.idSpan.end])) });
}

function readList(builder: BodyBuilder, list: SyntaxNode, around: Surroundings): void {
  if (builder.inSources && around.footnote === null) readSourceList(builder, list);
  else for (const item of builder.itemsOf(list)) readItem(builder, item, around);
}

function isBlank({ slice }: BodyBuilder, node: SyntaxNode): boolean {
  return slice(node).trim() === '';
}

/** An item's own text is its paragraphs before any other block; a nested item is an insight of its own. */
function readItem(builder: BodyBuilder, item: SyntaxNode, around: Surroundings): void {
  const own: SyntaxNode[] = [];
  const rest: SyntaxNode[] = [];
  for (let child = item.firstChild; child; child = child.nextSibling) {
    const { name } = child;
    if (name === 'ListMark') continue;
    if (rest.length === 0 && (name === 'Paragraph' || name === 'Task')) own.push(child);
    else rest.push(child);
  }
  const read = own.filter((paragraph) => !builder.isUnread(paragraph));
  const first = own[0];
  const last = own.at(-1);
  const isUntold = !first || !last || own.every((paragraph) => isBlank(builder, paragraph));
  if (isUntold || read.length < own.length || around.quoted || around.footnote !== null) {
    for (const paragraph of read) builder.addLeaf(paragraph, { footnote: around.footnote });
    walk(builder, rest, around);
    return;
  }
  const marker = first.name === 'Task' ? first.getChild('TaskMarker') : null;
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
  if (rest.length > 0) walk(builder, rest, { ...around, item: draft, leadIn: draft.leadsInto ? draft : around.leadIn });
}

function readFootnote(builder: BodyBuilder, node: SyntaxNode, around: Surroundings): void {
  const { text, spanOf, reading } = builder;
  const whole = spanOf(node);
  const found = footnoteLabel(text, whole.start);
  if (!found) return;
  const span = { start: whole.start, end: trimEnd(text, whole.start, whole.end) };
  const place = {
    label: `^${found.label}`,
    idSpan: { start: span.start + 1, end: span.start + 2 + found.label.length },
    span,
  };
  const index = reading.footnotes.length;
  const firstLeaf = reading.leaves.length;
  reading.footnotes.push({ ...place, source: null, cited: [] });
  walk(builder, childrenOf(node), { ...around, footnote: index, item: null, leadIn: null });
  // The text of a footnote within it isn't its own.
  const end = reading.footnotes[index + 1]?.span.start ?? span.end;
  const source = footnoteSource(text, place, { start: Math.min(found.contentStart, end), end });
  reading.footnotes[index] = { ...place, source, cited: idsCitedIn(reading.leaves.slice(firstLeaf), index) };
}

function citesInBrackets({ facts, entryContent }: Leaf): boolean {
  if (entryContent) return false;
  return facts.marks.some(
    (mark) =>
      mark.kind === 'citation' &&
      (mark.form === 'numbered' || mark.form === 'keyed') &&
      // `[[1]]` is in brackets, whether it cites or links to a page.
      (!mark.ifDeclared || (mark.plain !== undefined && mark.items.length === 1)),
  );
}

function citesGlued({ facts, entryContent }: Leaf): boolean {
  return !entryContent && facts.marks.some((mark) => mark.kind === 'citation' && mark.bare === 'glued');
}

function citesByYear({ facts }: Leaf): boolean {
  return facts.marks.some((mark) => mark.kind === 'citation' && mark.form === 'author-year');
}

function citesByLink({ facts }: Leaf): boolean {
  return facts.marks.some((mark) => mark.kind === 'citation' && mark.form === 'inline-link');
}

function idsCitedIn(leaves: readonly Leaf[], footnote: number): string[] {
  const ids = new Set<string>();
  for (const { facts, footnote: holder } of leaves) {
    if (holder !== footnote) continue;
    for (const mark of facts.marks) {
      if (mark.kind === 'citation' && mark.form !== 'footnote' && !mark.ifDeclared)
        for (const item of mark.items) ids.add(item.id);
    }
  }
  return [...ids];
}

/** `[1](https://…)` declares 1. */
function inlineSources(leaves: readonly Leaf[]): Local<SourceDeclaration>[] {
  const found: Local<SourceDeclaration>[] = [];
  for (const leaf of leaves) {
    for (const mark of leaf.facts.marks) {
      const item = mark.kind === 'citation' && mark.url ? mark.items[0] : undefined;
      if (mark.kind !== 'citation' || !mark.url || !item || mark.ifDeclared) continue;
      found.push({
        id: item.id,
        idSpan: inside(item.span, leaf),
        span: inside(mark.span, leaf),
        declaredIn: 'inline',
        authors: [],
        quotes: [],
        url: { value: mark.url.value, span: inside(mark.url.span, leaf) },
      });
    }
  }
  return found;
}

/** True if a text ends with a colon, citations after it aside, and a list, table, code or figure follows. */
function leadsInto(builder: BodyBuilder, draft: InsightDraft, next: SyntaxNode | null): boolean {
  return next !== null && leadsOn(next) && endsWithColon(builder, draft);
}

function endsWithColon({ text, reading }: BodyBuilder, draft: InsightDraft): boolean {
  const leaf = reading.leaves.findLast((candidate) => candidate.draft === draft);
  let end = draft.span.end;
  for (const mark of leaf?.facts.marks.toReversed() ?? []) {
    const markEnd = (leaf?.start ?? 0) + mark.span.end;
    if (text.slice(markEnd, end).trim() !== '') break;
    end = (leaf?.start ?? 0) + mark.span.start;
  }
  return /[:：][*_\s]*$/.test(text.slice(Math.max(draft.span.start, end - 20), end));
}
