/** Types for what an import finds out about the numbers of a report. */

/** Counts that show how well the numbers of a brief fit the passages that they cite. */
export interface Fit {
  /** Count of numbers and quotations that stand in a passage that the claim cites. */
  readonly found: number;
  /** Count of numbers and quotations that stand in another passage. */
  readonly elsewhere: number;
  /** Count of numbers and quotations that stand in no passage. */
  readonly notFound: number;
}

/** Meaning of a report's numbers, passages or sources, and the reason for it. */
export type NumbersRead = { readonly title: string } & (
  | {
      readonly cite: 'passages';
      /** `named`: its top names one text, and it lists no sources. `given`: somebody gave that text. */
      readonly why: 'named' | 'given';
      /** Count of passages in the article, and how the numbers fit them; null without its text. */
      readonly passages: number | null;
      readonly fit: Fit | null;
    }
  | {
      readonly cite: 'sources';
      /**
       * `listed`: a list declares them. `beyond`: a number is higher than the last passage. `misfit`: facts stand in other
       * passages. `none`: the report has no such numbers, or other citations beside them.
       */
      readonly why: 'listed' | 'beyond' | 'misfit' | 'none';
      readonly passages: number;
      readonly fit: Fit | null;
    }
);
