import type { Position, Range } from '../../core/base/text';
import type { SourceTexts } from '../../core/document/types/source';
import type {
  CitationChoices,
  LikelyChoice,
  SourceChoice,
  SuggestedChoice,
} from '../../core/editor/editing/citationChoices';
import type { UncitedStatement as Uncited } from '../../core/editor/overview/uncitedStatements';
import type { Edit, NewSourceFile, OfDocument } from './common';

/** Requests that cite, and that find what must be cited. */
export interface CitingRequests {
  /** The sources that can be cited at a place of an open document. */
  'brief/candidates': [
    OfDocument & {
      /** The selection; an empty range is the cursor. */
      readonly range: Range;
      /**
       * Words that a source must have, each in its id, title, publisher, date or authors, or in its likeliest passage. `others`
       * then has the first 300 sources with these words; without a search, it has all.
       */
      readonly search?: string;
    },
    CandidatesResult | null,
  ];
  /** The statements of an open document that need a source and have none. */
  'brief/uncitedStatements': [
    OfDocument & {
      /** True also looks for the likeliest sources of each statement. The default is false. */
      readonly suggest?: boolean;
    },
    UncitedStatementsResult | null,
  ];
  /**
   * The next or the previous claim without a citation from a position of an open document. The claims are those that
   * `brief/status` counts as not cited. After the last one comes the first, and before the first one the last.
   */
  'brief/uncited': [UncitedParams, UncitedResult | null];
  /** An open document with its sources sorted by first use and its numbered ones renumbered. */
  'brief/renumber': [OfDocument, RenumberResult | null];
  /** A new source for an open document. */
  'brief/addSource': [
    OfDocument & {
      /** The address or the title of the source. Not read where `source` has a title, an address or a DOI. */
      readonly written: string;
      /** Other details that are known about the source. */
      readonly source?: SourceTexts;
      /**
       * The selection; an empty range is the cursor. A source is cited in an empty bracket there, a library's source in any
       * insight.
       */
      readonly range?: Range;
    },
    AddSourceResult | null,
  ];
}

export interface CandidatesResult {
  /** The version of the document that all edits are for. */
  readonly version: number;
  /** Null if there is no insight. */
  readonly offer: CitationOffer | null;
}
export interface CitationOffer extends Pick<CitationChoices, 'claim' | 'more'> {
  readonly likely: readonly LikelySource[];
  /** All other sources, in the order of the brief; with a search, the sources that it found. */
  readonly others: readonly CitableSource[];
  /** Null where the brief has no place for one. */
  readonly newSource: NewSource | null;
}
export interface CitableSource extends Omit<SourceChoice, 'edits'> {
  /** Edits that cite the source; empty if the citation stands there already. */
  readonly edits: readonly Edit[];
}
export interface LikelySource extends CitableSource, Pick<LikelyChoice, 'passage' | 'why'> {}

/** A source that a claim may rest on, by its best passage. */
export interface SuggestedSource extends LikelySource, Pick<SuggestedChoice, 'score'> {
  /** The place of the passage: in the local copy, or where a quote or a title is written; null if it isn't known. */
  readonly at: { readonly uri: string; readonly range: Range } | null;
}
export interface NewSource {
  readonly citation: string;
  /** Declares the source and cites it. */
  readonly edits: readonly Edit[];
  /** What to select in the text after these edits: the place behind its citation, or the words that stand for its title. */
  readonly title: Range;
  /** The file to create in the library, if the folder of briefs has one. The edits then cite the source. */
  readonly file?: NewSourceFile;
}

export interface UncitedStatementsResult {
  /** The version of the document that all ranges and edits are for. */
  readonly version: number;
  /** The number of such statements in the document. */
  readonly total: number;
  /** At most 1,000 statements, in descending order of their need for a source; equal ones in document order. */
  readonly statements: readonly UncitedStatement[];
  /** The score from which on a source is right so often that it may be cited without a look. */
  readonly sure: number;
  /** True if an import of the document (`brief/import`) would find sources that it doesn't declare. */
  readonly imports: boolean;
}
export interface UncitedStatement extends Pick<Uncited, 'text' | 'section'> {
  readonly range: Range;
  /** Its likeliest source, with edits that cite it; null if none is likely. Only for a request with `suggest`. */
  readonly likely?: LikelySource | null;
  /** The sources that it may rest on, the likeliest first, at most five. Only for a request with `suggest`. */
  readonly suggested?: readonly SuggestedSource[];
}

export interface UncitedParams {
  readonly textDocument: { readonly uri: string };
  /** The position of the cursor. A claim that starts there isn't the next one. */
  readonly position: Position;
  readonly direction: 'next' | 'previous';
}
export interface UncitedResult {
  /** The version of the document that it is about. */
  readonly version: number;
  /** Null if there is none. */
  readonly claim: {
    readonly range: Range;
    /** The number of the claim, counted from 1 (`number`), and the number of all such claims (`of`). */
    readonly number: number;
    readonly of: number;
  } | null;
}

export interface RenumberResult {
  /** The version of the document that the edits are for. */
  readonly version: number;
  /** `done`, or why there are no edits: all is in order, no source has a number, or the text would get another meaning. */
  readonly outcome: 'done' | 'in order' | 'no numbers' | 'not possible';
  /** The number of sources and footnotes that get another number. The others only move. */
  readonly renumbered: number;
  readonly edits: readonly Edit[];
}

export type AddSourceResult =
  | { readonly kind: 'added'; readonly version: number; readonly source: NewSource }
  /** A source with this address or DOI is there already, in the brief or in the file `uri` of its library. */
  | {
      readonly kind: 'known';
      readonly citation: string;
      readonly range: Range;
      readonly uri?: string;
      /** Edits that cite it, if the cursor is in an empty bracket. */
      readonly cite?: { readonly version: number; readonly edits: readonly Edit[] };
    }
  /** The brief has no place for one. */
  | { readonly kind: 'no place' };
