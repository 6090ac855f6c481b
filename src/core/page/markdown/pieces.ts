/** What inline text is made of before it becomes HTML. */
import type { Html } from '../html';

export type Piece =
  | TextPiece
  | { readonly kind: 'code'; readonly words: string }
  /** HTML of ours. Where it clings, it belongs to the word before it, and a line must not break between them. */
  | { readonly kind: 'ours'; readonly html: Html; readonly clings: boolean }
  | { readonly kind: 'image'; readonly html: Html; readonly alt: string }
  /** What may not stand in a paragraph. */
  | { readonly kind: 'block'; readonly html: Html }
  | OpenPiece
  | { readonly kind: 'close'; readonly tag: string }
  | { readonly kind: 'softbreak' }
  | { readonly kind: 'hardbreak' };

export interface TextPiece {
  readonly kind: 'text';
  words: string;
}

export interface OpenPiece {
  readonly kind: 'open';
  readonly tag: string;
  /** As they are written in the tag. */
  attributes: string;
  readonly isEmphasis: boolean;
}

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  '\0': '\uFFFD',
};

/** Escapes what Markdown says, as other renderers of it do. */
export function escapeWords(words: string): Html {
  return (/[&<>"\0]/.test(words) ? words.replace(/[&<>"\0]/g, (sign) => ENTITIES[sign] ?? sign) : words) as Html;
}

export function attribute(name: string, value: string | number | null | undefined): string {
  return value === null || value === undefined ? '' : ` ${name}="${escapeWords(String(value))}"`;
}

export function addWords(pieces: Piece[], words: string): void {
  if (words === '') return;
  const last = pieces.at(-1);
  if (last?.kind === 'text') last.words += words;
  else pieces.push({ kind: 'text', words });
}

/** The words of a text, without those of code and of our own markup in it. */
export function wordsOf(pieces: readonly Piece[]): string {
  let words = '';
  for (const piece of pieces) {
    if (piece.kind === 'text') words += piece.words;
    else if (piece.kind === 'softbreak') words += ' ';
  }
  return words;
}

const BLOCKS = new Set('div h2 h3 h4 h5 h6 ul ol li dl dt dd blockquote details summary'.split(' '));

/** Whether pieces hold what may not stand in a paragraph. */
export function holdBlocks(pieces: readonly Piece[]): boolean {
  return pieces.some((piece) => piece.kind === 'block' || (piece.kind === 'open' && BLOCKS.has(piece.tag)));
}
