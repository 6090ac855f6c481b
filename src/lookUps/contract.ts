/** What can be looked up, and what is found. */
import type { SourceTexts } from '../core/document/types/source';

/** What a person has written of a source, where it is the name of one thing. */
export type Subject =
  | { readonly kind: 'doi'; readonly id: string }
  /** With its version, where one is named: `2401.12345v2`, `hep-th/9901001`. */
  | { readonly kind: 'arxiv'; readonly id: string }
  /** 13 digits. */
  | { readonly kind: 'isbn'; readonly id: string }
  | { readonly kind: 'pubmed'; readonly id: string }
  /** A web page, whose address passes the gate. */
  | { readonly kind: 'page'; readonly id: string };

/** What is found of a source. Its text is found beside it. */
export type FoundSource = Omit<SourceTexts, 'text'>;

export interface Found {
  readonly source: FoundSource;
  /** The text of a web page, as Markdown; null of everything else. */
  readonly text: string | null;
  /** Whether the page was longer than what was read of it. */
  readonly isCut: boolean;
}

/** A highlight or a note that the user made in Zotero. */
export interface ZoteroPassage {
  /** A `highlight` has words of the source, a `note` those of the user. */
  readonly kind: 'highlight' | 'note';
  readonly text: string;
  /** The page as the PDF names it. */
  readonly page?: string;
  /** The address that opens Zotero there. */
  readonly url?: string;
  /** What the user wrote on a highlight. */
  readonly comment: string;
}

/** What Zotero has of an item. */
export interface ZoteroContent {
  /** In the order of its attachments. */
  readonly passages: readonly ZoteroPassage[];
  /** The key of its PDF, if it has one. */
  readonly pdf: string | null;
  /** The text of an attachment, with a form feed at the end of each page if it has pages; null if Zotero has none, or not all of it. */
  readonly text: string | null;
  readonly isTextCut: boolean;
}

/** Why a server's answer is of no use. */
export type LookUpErrorKind =
  /** It does not know what was asked for. */
  | 'unknown'
  /** It has too much to do, or does not work. */
  | 'busy'
  /** It does not answer programs, or not us. */
  | 'refused'
  /** What it answered is nothing that we read. */
  | 'unreadable';

/** Without what is sent to nobody else: `host` is who was asked. */
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
