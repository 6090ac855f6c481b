import type { Range } from '../../core/base/text';
import type { SourceTexts } from '../../core/document/types/source';
import type { PasteChoice } from '../../core/editor/editing/pasteUrl';
import type { Edit, NewSourceFile, OfDocument } from './common';

/** Requests that turn what others wrote into a brief, or into parts of one. */
export interface ImportRequests {
  /** A report turned into a brief, a pasted text or a file with its name. */
  'brief/import': [ImportParams, ImportResult];
  /** The article that a brief sums up, as the copy that its source is to name. */
  'brief/articleText': [
    OfDocument & {
      /**
       * The path of the copy to be made, relative to the brief: `sources/article.txt`, or with a number, `sources/article-2.txt`.
       */
      readonly path: string;
      /** The name of the article's file, without folders. */
      readonly name: string;
      readonly base64: string;
    },
    ArticleTextResult | null,
  ];
  /** The document of a source as the text of its local copy. */
  'brief/extract': [
    {
      /** The name of the file, without folders. */
      readonly name: string;
      readonly base64: string;
    },
    ExtractResult,
  ];
  /** Rich text as Markdown. */
  'brief/markdown': [{ readonly html: string }, MarkdownResult];
  /** The ways to paste an address, or several lines behind a key of the front matter, into an open document. */
  'brief/pasteUrl': [
    OfDocument & {
      /** The selection; an empty range is the cursor. */
      readonly range: Range;
      /** The address, or the lines. */
      readonly url: string;
    },
    PasteUrlResult | null,
  ];
}

export type ImportParams = { readonly text: string } | { readonly name: string; readonly base64: string };
/** A brief that an import made. */
export interface ImportedText {
  readonly text: string;
  /** The title of the brief, on one line; empty if it has none. */
  readonly title: string;
  /** Sentences that say what the import did. */
  readonly summary: string;
  /** The full report of the import, as Markdown. */
  readonly report: string;
  /** The title of the one article whose passages the numbers cite, if its text is missing; null otherwise. */
  readonly article: string | null;
  /** True if the numbers cite sources that nothing is known about. They may cite passages of one article instead. */
  readonly mayCitePassages: boolean;
}
export type ImportResult =
  /** The other summaries of a text that holds several, in their order. */
  | (ImportedText & { readonly others: readonly ImportedText[] })
  /** A clause that says why the text can't be imported. */
  | { readonly error: string };

export type ArticleTextResult =
  | {
      readonly version: number;
      readonly edits: readonly Edit[];
      /** The text of the copy. */
      readonly text: string;
      readonly passages: number;
      /** Counts of the numbers and quotations that stand in the passage they cite, in another one, or nowhere. */
      readonly fit: { readonly found: number; readonly elsewhere: number; readonly notFound: number };
      /**
       * Set if the text shows that the numbers cite sources, not its passages. Either a number is higher than the last passage
       * (`beyond`), or facts stand in other passages (`misfit`). These edits make the numbers cite sources; the copy is then of
       * no use.
       */
      readonly misfit?: { readonly why: 'beyond' | 'misfit'; readonly edits: readonly Edit[] };
    }
  /** The numbers of the brief cite no passages. */
  | { readonly version: number; readonly none: true }
  /** A clause that says why the article can't be read. */
  | { readonly error: string };

export type ExtractResult =
  | {
      readonly text: string;
      /** The extension that the copy takes. */
      readonly extension: '.txt' | '.md';
      /** The number of pages that the text marks; null if it marks no pages. */
      readonly pages: number | null;
      /** Details of the source that the document states, as far as its text bears them out. */
      readonly source: SourceTexts;
    }
  /** A clause that says why the file can't be read, and what to do. */
  | { readonly error: string };

export interface MarkdownResult {
  /** Null where nothing in it is more than plain text. */
  readonly markdown: string | null;
}

export interface PasteUrlResult {
  /** The version of the document that all edits are for. */
  readonly version: number;
  readonly choices: readonly UrlPaste[];
}
export interface UrlPaste extends Omit<PasteChoice, 'edits' | 'file'> {
  readonly edits: readonly Edit[];
  /** The file to create in the library, if the folder of briefs has one. The edits then cite the source. */
  readonly file?: NewSourceFile;
}
