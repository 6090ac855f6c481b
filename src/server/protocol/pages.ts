import type { Position, Range } from '../../core/base/text';
import type { OutputFormat } from '../../core/page/exporting/outputs';
import type { OfDocument } from './common';

/** Requests for pages, exports and what they show. */
export interface PageRequests {
  /** The preview of an open document. */
  'brief/render': [
    {
      readonly uri: string;
      /** True shows claims beside what their sources say, instead of the body. */
      readonly review?: boolean;
      /**
       * The `id` of the page that the client shows; null if it shows none. A client that sends it, even null, gets `changes` and an
       * empty `html`.
       */
      readonly have?: string | null;
    },
    RenderResult | null,
  ];
  /** The chips, verdicts and tags of an open document, for a page that another program makes of its Markdown. */
  'brief/marks': [OfDocument, MarksResult | null];
  /** An open document as a file for others, with its charts drawn. */
  'brief/export': [
    OfDocument & {
      /** Without it, `html`. */
      readonly format?: ExportFormat;
      /**
       * For `html` and `pdf`: the style sheet to put into the file, `dist/webview/preview-style.css`. The server may be unable to
       * read it itself.
       */
      readonly style?: string;
      /** For `html` and `pdf`: true shows what the sources say, and how much is cited and found. */
      readonly evidence?: boolean;
      /** True keeps the comments of people in the file; `content` never has them. */
      readonly comments?: boolean;
    },
    ExportResult | null,
  ];
  /** The reason why the server's machine exports no PDF, in sentences for people; null if it does. */
  'brief/printTrouble': [object, string | null];
  /**
   * The original of what a brief cites, which stands outside the brief. Null also if nothing is cited there (any more).
   */
  'brief/original': [OriginalParams, OriginalResult | null];
  /** The card of a citation in a preview. Null where the text has no such citation any more. */
  'brief/card': [
    {
      readonly uri: string;
      /** The id of the card, which the page has in `data-card`. */
      readonly id: string;
    },
    CardResult | null,
  ];
}

export interface RenderResult {
  /** The version of the document that was rendered. */
  readonly version: number;
  readonly title: string;
  readonly language: string;
  /** The page's content, safe to put into the page's root element. */
  readonly html: string;
  /** The changes to the page that the client shows; only for a request with `have`. */
  readonly changes?: RenderChanges;
}

/** Changes that turn one page into another, part by part. */
export interface RenderChanges {
  /** The id of the new page. */
  readonly id: string;
  /** The id of the page that changes; null: an empty page, as the server doesn't know (any more) what the client shows. */
  readonly base: string | null;
  /** The `<article>` around all parts, without its content. */
  readonly frame: string;
  /** Replacements of parts, by their index in the old page. They are in the order of the page and don't overlap. */
  readonly splices: readonly RenderSplice[];
  /** Parts that stay but at another line: index of the first in the new page, their number, and the lines they move by. */
  readonly moves: readonly (readonly [from: number, count: number, lines: number])[];
}
export interface RenderSplice {
  readonly start: number;
  readonly removed: number;
  readonly parts: readonly RenderedPart[];
}
/**
 * A part of the page: its head, a block or a figure of the body, a note, a source, or a row of a review. The parts of a slot
 * follow each other. Parts of `head` stand in the article, all others in its `<div class="body">`: parts of `body` directly,
 * and parts of each other slot in one list, `<ol class="SLOT" role="list">`.
 */
export interface RenderedPart {
  readonly slot: 'head' | 'body' | 'notes' | 'sources' | 'review';
  /** The zero-based line of the text from which `data-line` and `data-at` in its HTML count. */
  readonly line: number;
  readonly html: string;
}

export interface MarksResult {
  /** The version of the document that the ranges are for. */
  readonly version: number;
  /** Marks in the order of the text. A mark contains others only if it keeps its text. */
  readonly marks: readonly RenderedMark[];
  /** The cards that chips open without a script, for the end of the page. */
  readonly cards: string;
}
export interface RenderedMark {
  /** The range in the text; empty if the mark adds a tag. */
  readonly range: Range;
  /** True if the text stays, between `opening` and `closing`. */
  readonly keeps: boolean;
  /** Safe HTML. Where a mark keeps its text, its elements end in `closing`. */
  readonly opening: string;
  readonly closing: string;
}

/**
 * - `content`: the content of the page with its images, without style and evidence;
 * - others: as `brief export` writes them. `html` is one page that loads nothing, `pdf` is printed by a browser of the server's
 *   machine.
 */
export type ExportFormat = OutputFormat | 'content';
export type ExportResult = {
  readonly version: number;
  /** The URIs of the files that were read for the brief. An export must not overwrite any of them. */
  readonly reads: readonly string[];
} & (
  | { readonly html: string }
  /** The file, for formats that are text and no HTML. */
  | { readonly text: string }
  /** The bytes of the file, for all others. */
  | { readonly base64: string }
  /** Sentences for people that say why there is no file, and what to do. */
  | { readonly error: string }
);

export interface OriginalParams {
  readonly textDocument: { readonly uri: string };
  /** A position in the text, a stretch of a passage (by its index in the source and offsets in its text), or a source. */
  readonly of:
    | { readonly position: Position }
    | { readonly source: string; readonly passage: number; readonly start: number; readonly end: number }
    | { readonly source: string };
}
export interface OriginalResult {
  /** The source as it is cited: `[3]`. */
  readonly citation: string;
  /** A web address, which leads to the words where these are known; null: it has none. */
  readonly url: string | null;
  /** Opens it in Zotero; null: nothing says that it is there. */
  readonly zotero: string | null;
  /** The passage in the local copy, and the words in it; null: it has none. */
  readonly copy: { readonly uri: string; readonly range: Range; readonly words: Range } | null;
}

export interface CardResult {
  readonly html: string;
}
