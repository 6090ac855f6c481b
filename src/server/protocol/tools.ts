import type { Reading } from '../../core/editor/reading/types';
import type { Edit, OfDocument, OfVersions } from './common';

/** Requests of language models. */
export interface ToolRequests {
  /**
   * For a language model: the problems of an open document.
   */
  'brief/toolCheck': [
    OfDocument & {
      /** `error`, `warning`, `information` or `hint`: milder problems are left out. Without it, all problems are given. */
      readonly least?: string | undefined;
    },
    ToolAnswer | null,
  ];
  /** For a language model: the passages of its sources that support a claim. */
  'brief/toolEvidence': [OfDocument & { readonly claim: string }, ToolAnswer | null];
  /**
   * For a language model: the edit that cites a source for an insight, which is named by its words, its line, or both.
   */
  'brief/toolCite': [
    OfDocument & {
      readonly insight?: string | undefined;
      /** Counted from 1. */
      readonly line?: number | undefined;
      /** The id of the source; without it, the likeliest. */
      readonly source?: string | undefined;
    },
    ToolAnswer | null,
  ];
  /** For a language model: the differences between an open document and an earlier version. */
  'brief/toolCompare': [OfVersions, ToolAnswer | null];
  /** For a language model: what second readers said of an open document. It sends nothing. */
  'brief/toolReading': [OfDocument & { readonly readings: readonly Reading[] }, ToolAnswer | null];
}

/** The answer to each of the five requests for a language model. */
export type ToolAnswer =
  | {
      /** The version of the document that it is about, and that the edits are for. */
      readonly version: number;
      /** For the model: JSON on one line. */
      readonly text: string;
      /** Empty for a request that only reads. */
      readonly edits: readonly Edit[];
    }
  /** Sentences that say why there is no answer. */
  | { readonly refused: string };
