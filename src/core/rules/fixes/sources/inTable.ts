/** New rows of a table of sources. */

import type { Span } from '../../../base/text';
import type { Brief, Section, SourceDeclaration } from '../../../brief/types';
import type { NewSource } from './newSource';
import { wordsLike } from './sourceInWords';

/** A table of sources, and the places in its rows. */
export interface SourceTable {
  /** The offset after its last row; without rows, after the line below its header. */
  readonly end: number;
  /** The row that is the model for new ones. */
  readonly like: string;
  /** The entry of this row; absent if the row is the header. */
  readonly entry?: SourceDeclaration;
  /** Indexes of the columns for titles and for addresses; the same if titles are links. */
  readonly title: number;
  readonly url: number;
}

/** Returns the table whose last row is an entry of a sources section; null if the entry is in no table. */
export function tableOfEntry(brief: Brief, entry: SourceDeclaration): SourceTable | null {
  const { lines } = brief;
  const line = lines.lineAt(entry.idSpan.start);
  const like = lineOf(brief, line);
  if (!like.includes('|') || !ID.test(cellsOf(like)[0] ?? '')) return null;
  let rule = line - 1;
  while (rule > 0 && !isRule(lineOf(brief, rule)) && lineOf(brief, rule).includes('|')) rule--;
  if (rule <= 0 || !isRule(lineOf(brief, rule))) return null;
  const header = cellsOf(lineOf(brief, rule - 1));
  const urlAt = entry.url ? columnAt(brief, line, entry.url.span) : -1;
  return { end: lines.endOf(line), like, entry, ...columnsOf(header, urlAt) };
}

/** Returns the table without rows below the heading of a sources section; null if it has no column for numbers. */
export function emptyTable(brief: Brief, { headingSpan }: Section): SourceTable | null {
  const { lines } = brief;
  let line = lines.lineAt(headingSpan.end) + 1;
  while (line < lines.count && lineOf(brief, line).trim() === '') line++;
  if (line + 1 >= lines.count || !isRule(lineOf(brief, line + 1))) return null;
  const like = lineOf(brief, line);
  const header = cellsOf(like);
  return NUMBER.test(header[0] ?? '') ? { end: lines.endOf(line + 1), like, ...columnsOf(header, -1) } : null;
}

/** Returns a row for a source, without a line break. */
export function rowOf(brief: Brief, { like, entry, title, url }: SourceTable, source: NewSource): string {
  const [first = '', ...others] = cellsOf(like);
  const cells = [entry ? first.replace(entry.id, source.id) : source.id, ...others.map(() => '')];
  const { url: address = '', ...named } = source;
  const words = wordsLike(brief, entry ? [entry] : [], title === url ? source : named);
  cells[title] = escaped(words.trim());
  if (title !== url) cells[url] = escaped(address);
  const margin = /^[ \t>]*/.exec(like)?.[0] ?? '';
  const isOpen = like.startsWith('|', margin.length);
  const isClosed = /(?<!\\)\|[ \t]*$/.test(like);
  return `${margin}${isOpen ? '| ' : ''}${cells.join(' | ')}${isClosed ? ' |' : ''}`;
}

function escaped(cell: string): string {
  return cell.replace(/(?<!\\)\|/g, '\\|');
}

/** Matches the first cell of an entry (`brief/blocks/readParts.ts`). */
const ID = /^\[?\d{1,4}\]?[.)]?$/;
const NUMBER = /^(?:#|№|n[o°º]?\.?|nr\.?|id|num(?:ber|éro|ero)?|ref\.?|编号|編號|序号|序號|号|番号|번호)$/i;
const TITLE =
  /title|source|reference|work|name|titel|quelle|titre|título|fuente|fonte|来源|來源|标题|標題|名称|名稱|文献|文獻|资料|資料|出典|タイトル|출처/i;
const ADDRESS = /ur[il]|link|address|adress|doi|website|enlace|lien|网址|網址|链接|鏈接|連結|地址|リンク/i;

/** @param urlAt index of the column with the address in another row; -1 if unknown */
function columnsOf(header: readonly string[], urlAt: number): { readonly title: number; readonly url: number } {
  const address = urlAt >= 0 ? urlAt : header.findIndex((cell, i) => i > 0 && ADDRESS.test(cell));
  const isFree = (i: number) => i > 0 && i !== address;
  const named = header.findIndex((cell, i) => isFree(i) && TITLE.test(cell));
  const free = named >= 0 ? named : header.findIndex((_, i) => isFree(i));
  const title = free >= 0 ? free : Math.max(address, 1);
  return { title, url: address >= 0 ? address : title };
}

/** Returns the cells of a row, without the space around them. */
function cellsOf(row: string): string[] {
  return row
    .replace(/^[ \t>]*\|?/, '')
    .replace(/(?<!\\)\|[ \t]*$/, '')
    .split(/(?<!\\)\|/)
    .map((cell) => cell.trim());
}

/** True for the line below a header: `| --- | :-: |`. */
function isRule(line: string): boolean {
  return /^[ \t>]*\|?(?:[ \t]*:?-+:?[ \t]*\|)+[ \t]*(?::?-+:?[ \t]*)?$/.test(line);
}

/** Returns the index of the cell around a span. */
function columnAt(brief: Brief, line: number, { start }: Span): number {
  const before = brief.content.slice(brief.lines.startOf(line), start).replace(/^[ \t>]*\|/, '');
  return before.split(/(?<!\\)\|/).length - 1;
}

function lineOf({ text, lines }: Brief, line: number): string {
  return text.slice(lines.startOf(line), lines.endOf(line));
}
