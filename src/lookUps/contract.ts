/** Things that can be looked up, and results. */
import type { SourceTexts } from '../core/document/types/source';

/** Name of one thing, as a person has written it for a source. */
export type Subject =
  | { readonly kind: 'doi'; readonly id: string }
  /** Id with its version, where one is named: `2401.12345v2`, `hep-th/9901001`. */
  | { readonly kind: 'arxiv'; readonly id: string }
  /** 13 digits. */
  | { readonly kind: 'isbn'; readonly id: string }
  | { readonly kind: 'pubmed'; readonly id: string }
  /** A web page, whose address passes the gate. */
  | { readonly kind: 'page'; readonly id: string };

/** Fields that are found of a source. Its text is kept beside them. */
export type FoundSource = Omit<SourceTexts, 'text'>;

export interface Found {
  readonly source: FoundSource;
  /** Text of a web page, as Markdown; null for everything else. */
  readonly text: string | null;
  /** True if the page was longer than the part that was read. */
  readonly isCut: boolean;
}

/** A highlight or a note that the user made in Zotero. */
export interface ZoteroPassage {
  /** A `highlight` has words of the source, a `note` those of the user. */
  readonly kind: 'highlight' | 'note';
  readonly text: string;
  /** Page number as the PDF names it. */
  readonly page?: string;
  /** Address that opens Zotero there. */
  readonly url?: string;
  /** Comment that the user wrote on a highlight. */
  readonly comment: string;
}

/** Highlights, notes and text that Zotero has of an item. */
export interface ZoteroContent {
  /** Highlights and notes, in the order of the item's attachments. */
  readonly passages: readonly ZoteroPassage[];
  /** The key of its PDF, if it has one. */
  readonly pdf: string | null;
  /**
   * Text of an attachment, with a form feed at the end of each page if it has pages; null if Zotero has none, or only a part.
   */
  readonly text: string | null;
  readonly isTextCut: boolean;
}

/** Reason why a server's answer is of no use. */
export type LookUpErrorKind =
  /** The server doesn't know the subject. */
  | 'unknown'
  /** The server has too much to do, or doesn't work. */
  | 'busy'
  /** The server doesn't answer programs, or not us. */
  | 'refused'
  /** The answer is nothing that we can read. */
  | 'unreadable';

/** Error of a look-up, without data that only the server gets. `host` is the server that was asked. */
export class LookUpError extends Error {
  readonly kind: LookUpErrorKind;
  readonly host: string;

  constructor(kind: LookUpErrorKind, host: string, message: string) {
    super(message);
    this.name = 'LookUpError';
    this.kind = kind;
    this.host = host;
  }
}
