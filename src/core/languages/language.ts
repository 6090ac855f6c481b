/** What the engine knows of one language, the words of its pages aside. All but the tag may be left out. */
export interface Language {
  /** BCP 47, in lower case. */
  readonly tag: string;
  /** What it calls itself, where it is offered to those who name the language of their brief. */
  readonly name?: string;
  /** Its most frequent words that are no words of English besides, by which a text in it is told. */
  readonly frequentWords?: string;
  /** Words that tell nothing about what a text is about, without marks. */
  readonly commonWords?: string;
  readonly headings?: Headings;
  /** The months in order; spellings stand behind a `/`, and `-` for one that another language spells alike. */
  readonly months?: string;
  readonly numberWords?: NumberWords;
  /** The powers of ten of the words that scale a number. */
  readonly scales?: readonly (readonly [exponent: number, words: string])[];
  /** What is said before a number of how it is meant; phrases stand behind a `|`. */
  readonly hedges?: Readonly<Partial<Record<Hedging, string>>>;
}

/** The words of headings, in lower case. Lists stand behind a `|`. */
export interface Headings {
  /** The sections that briefs usually have, in order, as they are written. */
  readonly names?: readonly string[];
  /** Heads a list of sources that is written anew. */
  readonly ofSources?: string;
  /** Head a list of sources. */
  readonly sources?: string;
  /** Are about sources, anywhere in a heading. */
  readonly aboutSources?: string;
  readonly summary?: string;
  /** Head a summary if no section stands before it. */
  readonly summaryAtTop?: string;
  /** Head sections in which nothing need be cited. */
  readonly exempt?: string;
  /** Stands before the letter of an appendix. */
  readonly appendix?: string;
  /** Stand before the number of a part. */
  readonly parts?: string;
  /** Joins two parts of a heading. */
  readonly and?: string;
}

/** What a number word contributes. `part` is a denominator, and for "third" an ordinal as well. */
export type NumberWord = 'small' | 'hundred' | 'scale' | 'dozen' | 'half' | 'part' | 'article' | 'and' | 'point';

export interface NumberWords {
  /** Words in order: they count up from a number, or go with the numbers of a list. Spellings stand behind a `/`. */
  readonly rows: readonly (readonly [type: NumberWord, from: number | readonly number[], words: string])[];
  /** Words are written together: `dreihundertneun`. A word that is longer than so many letters may be one if this is in it. */
  readonly compounds?: { readonly longerThan: number; readonly sign: RegExp };
}

/** Which side of the stated value is meant: "over 90", "at least 90", "under 90", "up to 90". */
export type Bound = 'moreThan' | 'atLeast' | 'lessThan' | 'atMost';

export const HEDGINGS = ['about', 'nearly', 'atLeast', 'atMost', 'moreThan', 'lessThan'] as const satisfies readonly (
  | Bound
  | 'about'
  | 'nearly'
)[];
/** "Nearly" is about, and from below. */
export type Hedging = (typeof HEDGINGS)[number];

export const TENS: readonly number[] = [20, 30, 40, 50, 60, 70, 80, 90];
export const HUNDREDS: readonly number[] = [200, 300, 400, 500, 600, 700, 800, 900];
