/** Reads blocks that declare something: tables, link definitions, figures, lists of sources. */
import type { SyntaxNode } from '@lezer/common';
import type { Local, LocalSpan } from '../../base/text';
import { parseFigureEntry } from '../../document/frontMatter';
import { insideAngles } from '../../document/inline/links';
import { asLocal, trimEnd } from '../../document/moved';
import { childrenOf } from '../../document/parseTree';
import { isCaption } from '../needs/captions';
import {
  NUMBERS_BEHIND,
  readEntry,
  readEntryStart,
  readReference,
  readWork,
  skipBlank,
  YEAR,
} from '../sources/sourceEntries';
import type { Field } from '../types';
import type { BodyBuilder } from './bodyBuilder';
import type { FieldsBlock, InsightDraft, Surroundings, TableDraft } from './drafts';
import { type FieldLine, fieldLines, readFields, readHead } from './entryParts';

/** A table is an unnamed figure; the text that leads into it and its caption may carry its citations. */
export function readTable(
  builder: BodyBuilder,
  node: SyntaxNode,
  around: Surroundings,
  preceding: InsightDraft | null,
): void {
  const { spanOf, text, inSources, reading } = builder;
  const rows = [...node.getChildren('TableHeader'), ...node.getChildren('TableRow')];
  if (inSources && around.footnote === null) {
    for (const row of rows) readSourceRow(builder, row);
    const fields = readFields(text, fieldRows(builder, node), spanOf(node));
    if (fields) reading.fields.push(fields);
    return;
  }
  const caption = preceding && isCaption(text.slice(preceding.span.start, preceding.span.end)) ? preceding : null;
  const table: TableDraft = {
    span: spanOf(node),
    rows: rows.map((row) => cellsOf(row, builder)),
    neighbors: [around.leadIn, caption].filter((draft) => draft !== null),
    computedAt: [],
  };
  for (const row of rows)
    for (const cell of row.getChildren('TableCell')) if (!builder.isUnread(cell)) builder.addLeaf(cell, { table });
  if (!around.quoted && around.footnote === null) reading.tables.push(table);
}

/** The rows of a table with a name and a value in each, below its head; null for any other table. */
function fieldRows({ spanOf }: BodyBuilder, table: SyntaxNode): FieldLine[] | null {
  const rows = table.getChildren('TableRow').map((row) => row.getChildren('TableCell').map(spanOf));
  const fields = rows.flatMap(([name, value, ...more]) =>
    name && value && more.length === 0 ? [{ line: { start: name.start, end: value.end }, value }] : [],
  );
  return fields.length === rows.length ? fields : null;
}

/** The cells of a row in their columns; one that is empty has no node. */
function cellsOf(row: SyntaxNode, { spanOf, text }: BodyBuilder): Local<Field>[] {
  const cells: Local<Field>[] = [];
  let column = 0;
  for (const child of childrenOf(row)) {
    if (child.name === 'TableCell') {
      const { start } = spanOf(child);
      while (cells.length < column) cells.push({ value: '', span: { start, end: start } });
      const whole = spanOf(child);
      const span = { start: whole.start, end: trimEnd(text, whole.start, whole.end) };
      cells.push({ value: text.slice(span.start, span.end), span });
    } else if (child.name === 'TableDelimiter' && child.from > row.from) column++;
  }
  return cells;
}

/**
 * A row of a table in a sources section. With a number in its first cell, `[1]`, `1` or `1.`, it is an entry; without, it
 * names a work where it has an address.
 */
function readSourceRow(builder: BodyBuilder, row: SyntaxNode): void {
  const { spanOf, text, reading } = builder;
  const cells = row.getChildren('TableCell');
  const first = cells[0] && spanOf(cells[0]);
  const number = first && /^\[?([0-9]{1,4})\]?[.)]?$/.exec(text.slice(first.start, first.end));
  const entryContent = new Map<number, number>();
  if (first && number?.[1]) {
    const start = first.start + number[0].indexOf(number[1]);
    const idSpan = { start, end: start + number[1].length };
    const span = { start: first.start, end: spanOf(cells.at(-1) ?? row).end };
    const entry = readEntry(text, { id: number[1], idSpan, contentStart: first.end }, span);
    reading.entries.push({ ...entry, ...titleInCells(builder, cells.slice(1)) });
    entryContent.set(first.start, idSpan.end);
  } else if (first && row.name === 'TableRow') {
    const span = { start: first.start, end: spanOf(cells.at(-1) ?? row).end };
    const work = readWork(text, span, span);
    if (work?.url || work?.doi) reading.works.push({ ...work, ...titleInCells(builder, cells) });
  }
  for (const cell of cells) if (!builder.isUnread(cell)) builder.addLeaf(cell, { entryContent });
}

/** The first cell of a row with words: what the other cells say of a work is not part of its title. */
function titleInCells({ spanOf, text }: BodyBuilder, cells: readonly SyntaxNode[]): { readonly title?: Local<Field> } {
  for (const cell of cells) {
    const { title } = readReference(text, spanOf(cell));
    if (title && /\p{L}/u.test(title.value)) return { title };
  }
  return {};
}

/** `[label]: url "title"` */
export function readDefinition({ spanOf, text, reading }: BodyBuilder, node: SyntaxNode): void {
  const label = node.getChild('LinkLabel');
  const url = node.getChild('URL');
  if (!label || !url) return;
  const title = node.getChild('LinkTitle');
  const titleSpan = title && { start: spanOf(title).start + 1, end: spanOf(title).end - 1 };
  const whole = insideAngles(text, spanOf(url));
  // `url:https://…`, as Manubot has it.
  const lead = /^url:(?=https?:)/i.exec(text.slice(whole.start, whole.end))?.[0].length ?? 0;
  const address = { start: whole.start + lead, end: whole.end };
  const { start, end } = spanOf(label);
  const idSpan = { start: start + 1, end: end - 1 };
  reading.definitions.push({
    label: text.slice(idSpan.start, idSpan.end),
    idSpan,
    span: spanOf(node),
    url: address,
    target: text.slice(address.start, address.end),
    title: titleSpan && { value: text.slice(titleSpan.start, titleSpan.end), span: titleSpan },
  });
}

/** A fenced block with the info word `figure` holds the YAML of one figure. */
export function readFigureFence({ spanOf, text, reading }: BodyBuilder, node: SyntaxNode): void {
  const content = node.getChild('CodeText');
  const info = node.getChild('CodeInfo');
  const empty = info ? spanOf(info).end : spanOf(node).end;
  const yaml = content ? spanOf(content) : { start: empty, end: empty };
  const { start, end } = spanOf(node);
  const read = parseFigureEntry(text.slice(yaml.start, yaml.end), yaml.start, { start, end });
  const { figure, errors, unknownKeys } = asLocal(read);
  reading.figures.push(figure);
  for (const error of errors) reading.figureErrors.push(error);
  for (const key of unknownKeys) reading.figureUnknownKeys.push(key);
}

/** The numbers behind an item, as in `- Smith (2020). Ore. [3]`. */
interface NumbersBehind {
  readonly numbers: readonly string[];
  /** It has one, and no other item has it. */
  readonly isOwn: boolean;
}

/** @returns null where not all items have a number behind them */
function numbersBehind(items: readonly string[]): readonly NumbersBehind[] | null {
  const found = items.flatMap((item) => {
    const numbers = NUMBERS_BEHIND.exec(item)?.[0].match(/\d+/g);
    return numbers ? [numbers] : [];
  });
  if (items.length < 2 || found.length < items.length) return null;
  const holders = new Map<string, number>();
  for (const numbers of found)
    for (const number of new Set(numbers)) holders.set(number, (holders.get(number) ?? 0) + 1);
  return found.map((numbers) => ({ numbers, isOwn: numbers.length === 1 && holders.get(numbers[0] ?? '') === 1 }));
}

/** True for an item of an ordered list that is the rest of the item before: its "number" is a year, `1968. Oslo Press.` */
function isWrapped(typed: readonly number[], index: number): boolean {
  const number = typed[index] ?? 0;
  return YEAR.test(String(number)) && (typed[index - 1] ?? 0) < number - 1;
}

/** The spans of the items of a list, each without its mark and the lists in it. */
function ownTexts({ itemsOf, spanOf, text }: BodyBuilder, list: SyntaxNode): LocalSpan[] {
  return itemsOf(list).map((item) => {
    const mark = item.getChild('ListMark');
    const { start, end } = spanOf(item);
    const nested = item.getChild('BulletList') ?? item.getChild('OrderedList');
    const from = mark ? skipBlank(text, spanOf(mark).end) : start;
    return { start: from, end: trimEnd(text, from, nested ? spanOf(nested).start : end) };
  });
}

/** Reads the items of a list as fields of one source. @param items the spans of their own texts */
function fieldsIn(
  { text }: BodyBuilder,
  items: readonly LocalSpan[],
  { start, end }: LocalSpan,
): Local<FieldsBlock> | null {
  return readFields(text, fieldLines(text, items), { start, end: trimEnd(text, start, end) });
}

/** An item over its fields stands below all headings and bold lines. */
const ITEM_LEVEL = 8;

/**
 * A list in a sources section. An item that starts with `[n]` or `[@key]` is an entry; in an ordered list the id is
 * the typed number, or the shown one where typed numbers repeat.
 */
export function readSourceList(builder: BodyBuilder, list: SyntaxNode): void {
  const { spanOf, text, reading } = builder;
  const items = builder.itemsOf(list);
  const ordered = list.name === 'OrderedList';
  const typed = items.map((item) => Number.parseInt(text.slice(spanOf(item).start, spanOf(item).start + 10), 10));
  const repeats = new Set(typed).size < typed.length;
  const owns = ownTexts(builder, list);
  const fields = fieldsIn(builder, owns, spanOf(list));
  if (fields) reading.fields.push(fields);
  const behind = ordered ? null : numbersBehind(owns.map(({ start, end }) => text.slice(start, end)));
  items.forEach((item, i) => {
    const whole = spanOf(item);
    let last = i;
    while (ordered && isWrapped(typed, last + 1)) last++;
    const span = { start: whole.start, end: trimEnd(text, whole.start, spanOf(items[last] ?? item).end) };
    const mark = item.getChild('ListMark');
    const own = owns[i] ?? span;
    const contentStart = own.start;
    const entryContent = new Map<number, number>();
    const start = /^\d/.test(text.slice(contentStart, contentStart + 1)) ? null : readEntryStart(text, contentStart);
    const said = behind ? { ...own, end: own.start + text.slice(own.start, own.end).search(NUMBERS_BEHIND) } : own;
    const work = ordered ? null : readWork(text, said, { start: span.start, end: own.end });
    const nested = item.getChild('BulletList');
    const below = nested && fieldsIn(builder, ownTexts(builder, nested), spanOf(nested));
    if (start && start.contentStart <= span.end) {
      reading.entries.push(readEntry(text, start, span));
      entryContent.set(contentStart, start.idSpan.end);
    } else if (ordered && mark && !isWrapped(typed, i)) {
      const shown = (typed[0] ?? 1) + i;
      const own = repeats ? shown : (typed[i] ?? shown);
      const idSpan = { start: spanOf(mark).start, end: spanOf(mark).end - 1 };
      const entry = readEntry(text, { id: String(own), idSpan, contentStart }, span);
      reading.entries.push(typed[i] === shown ? entry : { ...entry, shownNumber: shown });
    } else if (below && !work?.url && !work?.doi) {
      reading.heads.push(readHead(text, own, { start: span.start, end: own.end }, ITEM_LEVEL));
    } else if (work) {
      const { numbers = [], isOwn = false } = behind?.[i] ?? {};
      const [id] = numbers;
      if (id && isOwn) {
        const idStart = own.start + text.slice(own.start, own.end).lastIndexOf('[') + 1;
        reading.entries.push({ ...work, id, idSpan: { start: idStart, end: idStart + id.length } });
      } else reading.works.push(id ? { ...work, numbers } : work);
      if (behind) entryContent.set(contentStart, own.end);
    }
    for (const child of childrenOf(item)) {
      if (builder.isUnread(child)) continue;
      if (child.name === 'Paragraph' || child.name === 'Task') builder.addLeaf(child, { entryContent });
      // `58. 4. Title`: the title begins with a number, and to Markdown it is a list.
      else if (ordered && child.name === 'OrderedList' && spanOf(child).start === contentStart) {
        for (const part of builder.itemsOf(child).flatMap(childrenOf)) {
          if (part.name === 'Paragraph') builder.addLeaf(part, { entryContent });
          else if (part.name.endsWith('List')) readSourceList(builder, part);
        }
      } else if (child.name.endsWith('List')) readSourceList(builder, child);
    }
  });
}
