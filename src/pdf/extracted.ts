import type { DocumentSource } from '../formats/trusted';

/** Result of reading a PDF. */
export type ExtractedPdf =
  | {
      /** Text for people and for evidence: paragraphs on one line each, pages parted by form feeds. */
      readonly text: string;
      readonly pages: number;
      /** Fields from the document's metadata, as far as its text bears them out. */
      readonly source: DocumentSource;
    }
  /** Reason why nothing was read, as a clause, with what to do. */
  | { readonly error: string };

/** A piece of text as it stands on its page, in points from the upper left corner of the page as it is read. */
export interface Piece {
  readonly text: string;
  readonly left: number;
  readonly right: number;
  /** Position of the line that the letters stand on; it grows downwards. */
  readonly base: number;
  /** Size of the letters. */
  readonly size: number;
  readonly font: string;
}

export interface Page {
  readonly width: number;
  readonly height: number;
  readonly pieces: readonly Piece[];
}
