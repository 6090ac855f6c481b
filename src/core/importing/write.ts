import { stringify } from 'yaml';
import type { Header, Piece } from './draft';

/** Writes a brief: front matter where there is anything to put in it, and the pieces parted by blank lines. */
export function writeBrief(header: Header, pieces: readonly Piece[]): string {
  const front = writeFrontMatter(header);
  let body = '';
  let before: Piece | null = null;
  const markers: { indent: number; column: number }[] = [];
  for (const piece of pieces) {
    const sameList = piece.kind === 'item' && before?.kind === 'item' && isSameList(piece.marker, before.marker, piece);
    if (!sameList) markers.length = 0;
    if (body !== '') body += sameList ? '\n' : '\n\n';
    body += piece.kind === 'item' ? writeItem(piece, markers) : writeBlock(piece);
    before = piece;
  }
  if (front === '') return body === '' ? '' : `${body}\n`;
  return body === '' ? front : `${front}\n${body}\n`;
}

/** A list of bullets and one of numbers are two lists, unless one is nested in the other. */
function isSameList(marker: string, before: string, piece: { readonly indent: number }): boolean {
  return (marker === '-') === (before === '-') || piece.indent > 0;
}

function writeFrontMatter(header: Header): string {
  const { title, subtitle, publisher, url, authors, published, updated, tags } = header;
  const fields: [string, string | readonly string[] | undefined][] = [
    ['title', title],
    ['subtitle', subtitle],
    ['publisher', publisher],
    ['authors', authors],
    ['published', published],
    ['updated', updated],
    ['url', url],
    ['tags', tags],
  ];
  const lines = fields
    .filter(([, value]) => value !== undefined && value.length > 0)
    .map(([key, value]) => `${key}: ${yamlOf(value)}\n`);
  return lines.length === 0 ? '' : `---\n${lines.join('')}---\n`;
}

/** One line of YAML, with quotes where the plain text would mean something else. */
function yamlOf(value: string | readonly string[] | undefined): string {
  const options = { lineWidth: 0, blockQuote: false, collectionStyle: 'flow', flowCollectionPadding: false } as const;
  return stringify(value, options).trimEnd();
}

function writeBlock(piece: Exclude<Piece, { kind: 'item' }>): string {
  if (piece.kind === 'heading') return `${'#'.repeat(levelOf(piece.text) + (piece.isNested ? 1 : 0))} ${piece.text}`;
  return piece.kind === 'verbatim' ? piece.lines.join('\n') : piece.text;
}

/** Sections are of level 2; "2.1 Supply" is of level 3. */
function levelOf(heading: string): number {
  const number = /^\d{1,3}((?:\.\d{1,3}){1,4})\s/.exec(heading);
  return 2 + (number?.[1]?.split('.').length ?? 1) - 1;
}

/**
 * Writes an item below the marker that it is nested in.
 *
 * @param open the items that are open, outermost first: how far each was indented, and where its text starts now.
 */
function writeItem(piece: Piece & { kind: 'item' }, open: { indent: number; column: number }[]): string {
  while (open.length > 0 && (open.at(-1)?.indent ?? 0) >= piece.indent) open.pop();
  const column = open.at(-1)?.column ?? 0;
  open.push({ indent: piece.indent, column: column + piece.marker.length + 1 });
  return [`${' '.repeat(column)}${piece.marker} ${piece.text}`, ...(piece.below ?? [])].join('\n');
}
