/** Facts about one language, without the words of its pages. All but the tag may be left out. */
export interface Language {
  /** BCP 47, in lower case. */
  readonly tag: string;
  /** Name of the language in itself, shown to people who choose the language of their brief. */
  readonly name?: string;
  /** True if its characters touch what stands beside them. */
  readonly isCjk?: boolean;
  /** The language's most frequent words that aren't English words, too. They identify a text in this language. */
  readonly frequentWords?: string;
  /** Words that don't tell what a text is about, without marks. */
  readonly commonWords?: string;
  readonly headings?: Headings;
  readonly captions?: Captions;
  /** What stands in brackets where a source is missing, in lower case. */
  readonly gaps?: string;
  /** The months in order, with other spellings after `/`. `-` stands for a month that another language spells alike. */
  readonly months?: string;
  readonly numberWords?: NumberWords;
  /** The powers of ten of the words that scale a number. */
  readonly scales?: readonly (readonly [exponent: number, words: string])[];
  /** Word for the value that half of all lie above. */
  readonly median?: string;
  /** Phrases before a number that say how exact it is, separated by `|`. */
  readonly hedges?: Readonly<Partial<Record<Hedging, string>>>;
  /**
   * Words right before a date that make it a bound, or right behind it in a CJK language. Each list is a regular expression.
   * "Since 2019" is no bound: it names a start.
   */
  readonly dateBounds?: Readonly<Partial<Record<Bound, string>>>;
  /**
   * Words beside a stretch of time that counts from today, as regular expressions: before it "the last", behind it "ago".
   * `still` has words before it that say that it goes on: "has been".
   */
  readonly today?: { readonly before: string; readonly behind: string; readonly still: string };
  readonly directions?: Directions;
  readonly events?: Events;
  readonly frames?: FrameWords;
  readonly heads?: HeadWords;
  readonly operations?: Operations;
  readonly changes?: Changes;
  readonly denials?: Denials;
  readonly assurance?: Assurance;
  /** Verbs between a speaker and quoted words, separated by `|`. */
  readonly saying?: string;
  /**
   * Names of units in lower case, separated by `|`, by the sign of each unit: `kg`, `%`, `pp` for percentage points,
   * `basis point`, `per mille`, `times`.
   */
  readonly units?: Readonly<Record<string, string>>;
  readonly abbreviations?: Abbreviations;
  /** True if ordinals end in a full stop: `3. Mai`, `19. Jahrhundert`. */
  readonly ordinalsEndInStop?: boolean;
  readonly claims?: ClaimSigns;
  readonly sentences?: SentenceSigns;
}

/** What stands right beside a date and says what happened then. */
export interface Events {
  /** Text up to the date. A group has the word: "born in ". */
  readonly leading: RegExp;
  /** Text from the end of the date on: 去世. */
  readonly following?: RegExp;
  /** The words for the two ends of a life. */
  readonly life: readonly [birth: string, death: string];
}

/** Abbreviations whose full stop ends no sentence: patterns without it, separated by `|`, matched in their case. */
export interface Abbreviations {
  /** Abbreviations that a name or a word always follows. */
  readonly beforeWord?: string;
  /** Abbreviations that a number follows. Before anything else, they may end a sentence. */
  readonly beforeNumber?: string;
  /** Abbreviations that may end a sentence: they do if the next word often starts one. */
  readonly beforeEither?: string;
  /** Words that start a sentence and no name. */
  readonly sentenceStarts?: string;
}

/** Signs that a sentence states something checkable, or doesn't. `document/claims/claimSignals.ts` weighs them. */
export interface ClaimSigns {
  /** Weight of every sentence before any sign; 0 if absent. It is negative where we know many of a language's words. */
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

/** Signs that tell a sentence from a phrase. */
export interface SentenceSigns {
  /** Signs of a finite verb. A text stands for any of its words, whole. */
  readonly verb: string | RegExp;
  /** Words that may be a finite verb: a participle, a noun that is a verb as well. */
  readonly maybe?: RegExp;
  /** Fewest words of a sentence. Fewer are a phrase, even with a verb. Two CJK characters are a word. */
  readonly fewest: number;
  /** Number of words from which a text without a known verb may have an unknown one. */
  readonly long: number;
}

/** The words of headings, in lower case. Lists stand behind a `|`. */
export interface Headings {
  /** The sections that briefs usually have, in order, as they are written. */
  readonly names?: readonly string[];
  /** The heading of a new list of sources. */
  readonly ofSources?: string;
  /** Headings of a list of sources. */
  readonly sources?: string;
  /** Words that make a heading one about sources, anywhere in it. */
  readonly aboutSources?: string;
  readonly summary?: string;
  /** Headings of a summary, if no section stands before it. */
  readonly summaryAtTop?: string;
  /** Headings of sections in which nothing needs to be cited. */
  readonly exempt?: string;
  /** Headings of conclusions, outlooks and assessments. Like the two lists below, it is a regular expression. */
  readonly judges?: string;
  /** Headings of recommendations, steps and plans. */
  readonly advises?: string;
  /** Headings of methods, limits and status. */
  readonly tellsHow?: string;
  /** Words before the letter of an appendix. */
  readonly appendix?: string;
  /** Words before the number of a part. */
  readonly parts?: string;
  /** Words that join two parts of a heading. */
  readonly and?: string;
}

/** Words that start the lines around a figure or a table, as regular expressions. */
export interface Captions {
  /** Words before the number of a caption. */
  readonly figures?: string;
  /** The whole start of a caption with its number, in languages without spaces. */
  readonly numbered?: string;
  /** Words before the name of a source. */
  readonly sources?: string;
  /** Words before a note, or before the source of a picture. */
  readonly notes?: string;
}

/** Role of a number word. `part` is a denominator, and for "third" an ordinal as well. */
export type NumberWord = 'small' | 'hundred' | 'scale' | 'dozen' | 'half' | 'part' | 'article' | 'and' | 'point';

export interface NumberWords {
  /** Words in order: they count up from a number, or go with the numbers of a list. Spellings stand behind a `/`. */
  readonly rows: readonly (readonly [type: NumberWord, from: number | readonly number[], words: string])[];
  /** Set if words are written together: `dreihundertneun`. A word with more letters may be a number word if it has `sign`. */
  readonly compounds?: { readonly longerThan: number; readonly sign: RegExp };
}

/** Side of the stated value on which the number lies: "over 90", "at least 90", "under 90", "up to 90". */
export type Bound = 'moreThan' | 'atLeast' | 'lessThan' | 'atMost';

export const HEDGINGS = ['about', 'nearly', 'atLeast', 'atMost', 'moreThan', 'lessThan'] as const satisfies readonly (
  | Bound
  | 'about'
  | 'nearly'
)[];
/** Kind of inexactness. "Nearly" means "about", from below. */
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
  /** Words that compare an amount with what was expected. */
  readonly above?: string;
  readonly below?: string;
  /** Words right behind the amount, with a space between: "5% higher". */
  readonly upAfter?: string;
  readonly downAfter?: string;
  /** Words that say that an amount is a part of a whole. */
  readonly share?: string;
  /** Words right before a level that something came to (`to`), and before how much it changed (`by`): "fell to", "fell by". */
  readonly to?: string;
  readonly by?: string;
  /** Words right before how many times as much something is: 是上年的2.7倍, and not 2.7 times more. */
  readonly multiple?: string;
  /** Words that make the direction unclear: "not", "slower", "narrowed", "after". */
  readonly unclear: string;
}

/** Words that tell what the amounts of a text are of, each list a regular expression without groups that are counted. */
export interface FrameWords {
  /** Words between the statements about one amount and about the next: "while", "than". */
  readonly parts?: string;
  /** Words that don't tell what an amount measures: "came to", "total". */
  readonly empty: string;
  /** Words that mean no more than "is" before an amount: "came to". */
  readonly is?: string;
  /** Words that refer back within their sentence: "those", "their". */
  readonly those?: string;
  /** Words that refer to the sentence before: "another 46". */
  readonly another?: string;
  /** Words that assign the amounts of one list to the things of another, in order. */
  readonly respectively?: string;
  /** Words before the first thing of such a list: "ferries to A and B". */
  readonly leads?: string;
  /** Words that compare two things. */
  readonly compares?: string;
  /** Words for what is measured: "revenue", "exports". */
  readonly measures?: string;
  /** Words for another measure of the same thing: "value". */
  readonly bare?: string;
  /** Words for what isn't so yet, or is only thought to be: "will", "forecast", "estimated". */
  readonly expects?: string;
  readonly periods?: Readonly<Partial<Record<PeriodWord, string>>>;
}

/**
 * Words in the heads of rows and columns that tell about the numbers of their cells. Each list is a regular expression without
 * groups that are counted.
 */
export interface HeadWords {
  readonly total: string;
  /** Words for what is left of a whole. */
  readonly rest: string;
  readonly average: string;
  readonly change: string;
  readonly share: string;
  /** Words for numbers that aren't added up: rates, prices, ranks, years. */
  readonly rate: string;
}

/** Words that name how a number is worked out, each list a regular expression without groups that are counted. */
export interface Operations {
  readonly difference: string;
  readonly sum: string;
  /** Words for what is left of a whole. */
  readonly rest: string;
  /** Words for how many of one thing there are for one of another: "per". */
  readonly ratio: string;
  /** Words behind a change that lead to what it is a change from: "than". */
  readonly base: string;
  /** Words between a whole and a part of it: "of whom". */
  readonly part: string;
  readonly average: string;
  /** Words behind a number of times: "times as much". */
  readonly times: string;
  /** Words before what a share falls to: "per employee". In Chinese, the words name that thing itself. */
  readonly each: string;
  /** Words beside a rate by which money is converted: "to the dollar". */
  readonly rate: string;
}

/** Words for what something changed from and to, and words that say by how much it changed. */
export interface Changes {
  /** Words right before the numbers: "from 40 to 80". */
  readonly from: string;
  readonly to: string;
  readonly double: string;
  readonly triple: string;
  readonly quadruple: string;
  readonly half: string;
}

/** A period that has no date. The base of a comparison is one year, or one period, before. */
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
  /** Words that deny twice, or not for sure: "not only", 并非没有. */
  readonly unclear: string;
  /** Reach of a denial: the next word, the characters behind it, or its whole clause. */
  readonly reach: 'word' | 'pairs' | 'clause';
  /** Pairs of words, separated by `|`; one word of a pair denies the other: `approve reject`. */
  readonly opposites?: string;
}

/** Words that say how sure a statement is, and that one thing causes another; each list a regular expression without groups that are counted. */
export interface Assurance {
  readonly unlikely: string;
  readonly likely: string;
  readonly possible: string;
  /** Words for what is so by appearance or by what others say. */
  readonly seems: string;
  /** Words for what isn't so yet, or is worked out. */
  readonly expected: string;
  readonly causes: string;
  /** Words that may tell a cause, or only a time: "since", "as". */
  readonly mayCause: string;
  /** Words for one thing that goes with another: "associated with". */
  readonly links: string;
}
