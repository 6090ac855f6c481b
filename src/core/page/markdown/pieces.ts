/** The pieces of inline text before they become HTML. */
import type { Html } from '../html';

export type Piece =
  | TextPiece
  | { readonly kind: 'code'; readonly words: string }
  /** Our own HTML. If it clings, no line may break between it and the word before. */
  | { readonly kind: 'ours'; readonly html: Html; readonly clings: boolean }
  | { readonly kind: 'image'; readonly html: Html; readonly alt: string }
  /** Markup that may not be inside a paragraph. */
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
  /** Attributes as written in the tag: escaped, each after a space. */
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

/** Escapes text for HTML, as other Markdown renderers do. */
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

/** Returns the words of a text, without code and without our own markup. */
export function wordsOf(pieces: readonly Piece[]): string {
  let words = '';
  for (const piece of pieces) {
    if (piece.kind === 'text') words += piece.words;
    else if (piece.kind === 'softbreak') words += ' ';
  }
  return words;
}

/** Returns the words of a text as somebody reads them out: with code and the words of images. */
export function spokenWords(pieces: readonly Piece[]): string {
  const words = pieces.map((piece) =>
    piece.kind === 'text' || piece.kind === 'code' ? piece.words : piece.kind === 'image' ? piece.alt : ' ',
  );
  return words.join('').replace(/\s+/g, ' ').trim();
}

const BLOCKS = new Set('div h2 h3 h4 h5 h6 ul ol li dl dt dd blockquote details summary'.split(' '));

/** True if some piece may not be inside a paragraph. */
export function holdBlocks(pieces: readonly Piece[]): boolean {
  return pieces.some((piece) => piece.kind === 'block' || (piece.kind === 'open' && BLOCKS.has(piece.tag)));
}
