import type { DocumentSource } from '../formats/trusted';

/** What is read from a PDF. */
export type ExtractedPdf =
  | {
      /** Its text for people and for evidence: paragraphs on one line each, pages parted by form feeds. */
      readonly text: string;
      readonly pages: number;
      /** What the document says of itself, as far as its text bears it out. */
      readonly source: DocumentSource;
    }
  /** Why nothing was read, as a clause, with what to do. */
  | { readonly error: string };

/** A piece of text as it stands on its page, in points from the upper left corner of the page as it is read. */
export interface Piece {
  readonly text: string;
  readonly left: number;
  readonly right: number;
  /** Of the line that the letters stand on; it grows downwards. */
  readonly base: number;
  /** Of the letters. */
  readonly size: number;
  readonly font: string;
}

export interface Page {
  readonly width: number;
  readonly height: number;
  readonly pieces: readonly Piece[];
}
