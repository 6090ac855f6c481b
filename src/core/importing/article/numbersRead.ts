/** What an import found out of the numbers of a report. */

/** How well the numbers of a brief fit the passages that they cite. */
export interface Fit {
  /** How many numbers and quotations of claims stand in a passage that these cite. */
  readonly found: number;
  /** How many stand in another passage. */
  readonly elsewhere: number;
  /** How many stand in none. */
  readonly notFound: number;
}

/** What numbers of a report cite, and what told so. */
export type NumbersRead = { readonly title: string } & (
  | {
      readonly cite: 'passages';
      /** `named`: its top names one text, and it lists no sources. `given`: somebody gave that text. */
      readonly why: 'named' | 'given';
      /** How many passages the article has, and how the numbers fit them; null without its text. */
      readonly passages: number | null;
      readonly fit: Fit | null;
    }
  | {
      readonly cite: 'sources';
      /**
       * `listed`: a list declares them. `beyond`: one is higher than the last passage. `misfit`: facts stand in other passages.
       * `none`: there are none, or other citations beside them.
       */
      readonly why: 'listed' | 'beyond' | 'misfit' | 'none';
      readonly passages: number;
      readonly fit: Fit | null;
    }
);
