/** Figures in plain Markdown: a key number in words, data as a table, an image as an image. */

import { safeUrl } from '../../base/safeUrl';
import { dataOf } from '../../brief/figures/data';
import type { Cell, Figure, FigureContent } from '../../brief/types';
import { formatDate, formatValue } from '../formats';
import type { Page } from '../page';
import { escapeMarkdown, linked } from './escape';
import type { Notes } from './notes';

/** More rows than this are not a table to read. */
const MOST_ROWS = 1000;

/** A figure with its number, title, caption and sources, in paragraphs. */
export function writeFigure(figure: Figure, page: Page, notes: Notes): string {
  if (figure.content?.kind === 'value') return writeKeyNumber(figure, page, notes);
  const number = page.placement.numbers.get(figure);
  const name = number === undefined ? '' : `${page.words.figure} ${number}`;
  const title = figure.title ? notes.inText(figure.title.value).trim() : '';
  const head = [name, title].filter((part) => part !== '').join('. ');
  const caption = figure.caption ? notes.inText(figure.caption.value).trim() : '';
  const foot = [caption, asOf(figure, page)].filter((part) => part !== '').join(' · ') + sourcesOf(figure, page, notes);
  return [head === '' ? '' : `**${head}**`, writeContent(figure, figure.content, page), foot.trim()]
    .filter((part) => part !== '')
    .join('\n\n');
}

/** `**90%** China's share of refining (as of 2024)[^1]` */
export function writeKeyNumber(figure: Figure, page: Page, notes: Notes): string {
  const { content } = figure;
  const value = content?.kind === 'value' ? formatValue(content.value.value, content.unit?.value) : '';
  const label = notes.inText(figure.title?.value ?? figure.caption?.value ?? figure.id?.value ?? '').trim();
  const date = asOf(figure, page);
  return `**${escapeMarkdown(value)}** ${label}${date === '' ? '' : ` (${date})`}${sourcesOf(figure, page, notes)}`;
}

function writeContent(figure: Figure, content: FigureContent | null, page: Page): string {
  const { words } = page;
  const alt = figure.alt?.value;
  switch (content?.kind) {
    case 'image':
      return `${safeUrl(content.path.value) === null ? '' : '!'}${linked(escapeMarkdown(alt ?? figure.caption?.value ?? words.image), content.path.value)}`;
    case 'data': {
      const data = dataOf(content, figure.span, page.brief);
      if (data === null) return 'path' in content.data ? words.dataIn + escapeMarkdown(content.data.path.value) : '';
      if ('message' in data) return words.notDrawn + escapeMarkdown(data.message);
      return writeTable(data.columns, data.rows, page);
    }
    case 'vega-lite':
      return escapeMarkdown(alt ?? words.charts['vega-lite']);
    case undefined:
      return words.unreadable;
    default:
      return '';
  }
}

function writeTable(
  columns: readonly string[],
  rows: readonly Readonly<Record<string, Cell>>[],
  { words }: Page,
): string {
  const shown = rows.slice(0, MOST_ROWS);
  const isNumeric = (name: string) => shown.every((row) => typeof (row[name] ?? 0) === 'number');
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`;
  const lines = [
    line(columns.map(escapeMarkdown)),
    line(columns.map((name) => (isNumeric(name) ? '--:' : '---'))),
    ...shown.map((row) => line(columns.map((name) => escapeMarkdown(String(row[name] ?? ''))))),
  ];
  const left = rows.length - shown.length;
  return lines.join('\n') + (left > 0 ? `\n\n${words.moreRows(left)}` : '');
}

function asOf({ asOf: date }: Figure, { brief, words }: Page): string {
  return date ? `${words.asOf} ${escapeMarkdown(formatDate(date.value, brief.language) ?? date.value)}` : '';
}

function sourcesOf(figure: Figure, page: Page, notes: Notes): string {
  const marks = figure.cites.map(({ value }) => notes.mark([{ id: value }]) ?? '').join('');
  if (marks !== '') return marks;
  return figure.own ? ` (${page.words.ownWork})` : '';
}
