/** What the engine knows of one language, the words of its pages aside. All but the tag may be left out. */
export interface Language {
  /** BCP 47, in lower case. */
  readonly tag: string;
  /** What it calls itself, where it is offered to those who name the language of their brief. */
  readonly name?: string;
  /** Written in characters that touch what stands beside them. */
  readonly isCjk?: boolean;
  /** Its most frequent words that are not English words too. They identify a text in this language. */
  readonly frequentWords?: string;
  /** Words that tell nothing about what a text is about, without marks. */
  readonly commonWords?: string;
  readonly headings?: Headings;
  /** The months in order, with other spellings after `/`. `-` stands for a month that another language spells alike. */
  readonly months?: string;
  readonly numberWords?: NumberWords;
  /** The powers of ten of the words that scale a number. */
  readonly scales?: readonly (readonly [exponent: number, words: string])[];
  /** Phrases before a number that say how exact it is, separated by `|`. */
  readonly hedges?: Readonly<Partial<Record<Hedging, string>>>;
  readonly directions?: Directions;
  readonly frames?: FrameWords;
  readonly heads?: HeadWords;
  readonly operations?: Operations;
  readonly changes?: Changes;
  readonly denials?: Denials;
  readonly assurance?: Assurance;
  /** Verbs between a speaker and what is quoted, behind a `|` each. */
  readonly saying?: string;
  /**
   * The names of units in lower case, behind a `|` each, by what they are written as: `kg`, `%`, `pp` for percentage points,
   * `basis point`, `per mille`, `times`.
   */
  readonly units?: Readonly<Record<string, string>>;
  readonly abbreviations?: Abbreviations;
  /** `3. Mai`, `19. Jahrhundert` */
  readonly ordinalsEndInStop?: boolean;
  readonly claims?: ClaimSigns;
  readonly sentences?: SentenceSigns;
}

/** Where a full stop ends no sentence: patterns without that full stop, behind a `|` each, which are matched as they are written. */
export interface Abbreviations {
  /** A name or a word always follows. */
  readonly beforeWord?: string;
  /** A number follows; before anything else they may end a sentence. */
  readonly beforeNumber?: string;
  /** Abbreviations that may end a sentence: they do if the next word often starts one. */
  readonly beforeEither?: string;
  /** Words that start a sentence, and no name. */
  readonly sentenceStarts?: string;
}

/** By what a sentence is known to state something checkable, or not to. `document/claims/claimSignals.ts` weighs it. */
export interface ClaimSigns {
  /** What speaks for every sentence, before any sign. Where we know few of a language's words, less does; without this, 0. */
  readonly prior?: number;
  /** A text stands for any of its words, whole, in upper or lower case. */
  readonly signs: Readonly<Partial<Record<ClaimSign, string | RegExp>>>;
}

export type ClaimSign =
  | 'number'
  | 'amount'
  | 'year'
  | 'number in words'
  | 'name'
  | 'acronym'
  | 'happened'
  | 'passive'
  | 'goes on'
  | 'change'
  | 'comparison'
  | 'quantifier'
  | 'attribution'
  | 'cause or kind'
  | 'does'
  | 'state'
  | 'time'
  | 'question'
  | 'asks'
  | 'instruction'
  | 'how to'
  | 'opinion'
  | 'author’s judgement'
  | 'intention'
  | 'duty'
  | 'future'
  | 'hedge'
  | 'condition'
  | 'definition'
  | 'transition'
  | 'leaves it open'
  | 'praise or blame'
  | 'first person'
  | 'we'
  | 'you'
  | 'pronoun first'
  | 'conjunction first';

/** What distinguishes a sentence from a phrase. */
export interface SentenceSigns {
  /** Shows a finite verb. A text stands for any of its words, whole. */
  readonly verb: string | RegExp;
  /** May be one: a participle, a noun that is a verb as well. */
  readonly maybe?: RegExp;
  /** Fewer words than these are a phrase, a verb or not. Two CJK characters are a word. */
  readonly fewest: number;
  /** A text of so many words without a known verb may have an unknown one. */
  readonly long: number;
}

/** The words of headings, in lower case. Lists stand behind a `|`. */
export interface Headings {
  /** The sections that briefs usually have, in order, as they are written. */
  readonly names?: readonly string[];
  /** The heading of a new list of sources. */
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

/**
 * Words that say which way an amount goes, each list a regular expression without groups that are counted. A word of one list is
 * no other's.
 */
export interface Directions {
  readonly up: string;
  readonly down: string;
  readonly same?: string;
  readonly surplus?: string;
  readonly deficit?: string;
  readonly profit?: string;
  readonly loss?: string;
  /** Of what was expected. */
  readonly above?: string;
  readonly below?: string;
  /** Right behind the amount, with a space between: "5% higher". */
  readonly upAfter?: string;
  readonly downAfter?: string;
  /** Say that an amount is a part of a whole. */
  readonly share?: string;
  /** Stand right before what something came to, and before how much it changed: "fell to", "fell by". */
  readonly to?: string;
  readonly by?: string;
  /** Stand right before how many times as much something is: 是上年的2.7倍, and not 2.7 times more. */
  readonly multiple?: string;
  /** What makes it unclear which way it goes: "not", "slower", "narrowed", "after". */
  readonly unclear: string;
}

/** Words that tell what the amounts of a text are of, each list a regular expression without groups that are counted. */
export interface FrameWords {
  /** Part what is said of one amount from what is said of the next: "while", "than". */
  readonly parts?: string;
  /** Tell nothing of what an amount is of: "came to", "total". */
  readonly empty: string;
  /** Say no more than "is" of an amount: "came to". */
  readonly is?: string;
  /** Speak of what stands before them in their sentence: "those", "their". */
  readonly those?: string;
  /** Speak of the sentence before: "another 46". */
  readonly another?: string;
  /** Give the amounts of a list to the things of another, in order. */
  readonly respectively?: string;
  /** Lead to the first thing of such a list: "ferries to A and B". */
  readonly leads?: string;
  /** Hold two things against each other. */
  readonly compares?: string;
  /** Say what is measured: "revenue", "exports". */
  readonly measures?: string;
  /** Say that the same thing is measured otherwise: "value". */
  readonly bare?: string;
  /** Say that something is not so yet, or only thought to be: "will", "forecast", "estimated". */
  readonly expects?: string;
  readonly periods?: Readonly<Partial<Record<PeriodWord, string>>>;
}

/**
 * What the heads of rows and columns say of the numbers of their cells, each list a regular expression without groups that are
 * counted.
 */
export interface HeadWords {
  readonly total: string;
  /** What is left of a whole. */
  readonly rest: string;
  readonly average: string;
  readonly change: string;
  readonly share: string;
  /** What is not added up: rates, prices, ranks, years. */
  readonly rate: string;
}

/** Words that name how a number is worked out, each list a regular expression without groups that are counted. */
export interface Operations {
  readonly difference: string;
  readonly sum: string;
  /** What is left of a whole. */
  readonly rest: string;
  /** How many of one come on one of the other. */
  readonly ratio: string;
  /** Behind a change: what it is a change from. */
  readonly base: string;
  /** Between a whole and a part of it: "of whom". */
  readonly part: string;
  readonly average: string;
  /** With how many times: "times as much". */
  readonly times: string;
  /** Before what a share falls to: "per employee". In Chinese the word itself is named. */
  readonly each: string;
  /** Beside a rate by which money is converted: "to the dollar". */
  readonly rate: string;
}

/** How a language says what something changed from and to, and by how much in a word. */
export interface Changes {
  /** Right before the numbers: "from 40 to 80". */
  readonly from: string;
  readonly to: string;
  readonly double: string;
  readonly triple: string;
  readonly quadruple: string;
  readonly half: string;
}

/** A stretch of time that no date tells. The base of a comparison is one year, or one period, before. */
export type PeriodWord =
  | 'part H1'
  | 'part H2'
  | 'part whole'
  | 'year last'
  | 'year this'
  | 'year next'
  | 'base year'
  | 'base period';

/** Words that deny, each list a regular expression without groups that are counted. */
export interface Denials {
  readonly denies: string;
  /** Deny twice, or not for sure: "not only", 并非没有. */
  readonly unclear: string;
  /** What a denial denies: the next word, the characters behind it, or its whole clause. */
  readonly reach: 'word' | 'pairs' | 'clause';
  /** Pairs of words of which one denies the other, behind a `|` each: `approve reject`. */
  readonly opposites?: string;
}

/** Words that say how sure a statement is, and that one thing causes another; each list a regular expression without groups that are counted. */
export interface Assurance {
  readonly unlikely: string;
  readonly likely: string;
  readonly possible: string;
  /** It is so by appearance or by what others say. */
  readonly seems: string;
  /** It is not so yet, or worked out. */
  readonly expected: string;
  readonly causes: string;
  /** May tell a cause, or only when: "since", "as". */
  readonly mayCause: string;
  /** One thing goes with another: "associated with". */
  readonly links: string;
}
