/** The words that a page adds to the words of its brief, and helpers that several languages share. */

/** The few words that the page adds to the brief's own, in one language. */
export interface Words {
  readonly sources: string;
  /** The name of the outline. */
  readonly contents: string;
  readonly noSource: string;
  readonly ownJudgement: string;
  readonly computed: string;
  /** Label of a figure that the author made. */
  readonly ownWork: string;
  readonly sourceNeeded: string;
  readonly asOf: string;
  readonly figure: string;
  readonly updated: string;
  readonly keyNumbers: string;
  readonly notCited: string;
  readonly unknownSource: string;
  readonly unknownFigure: string;
  readonly unreadable: string;
  /** At the end of what is read of a brief that is too long. */
  readonly tooLong: string;
  /** Before the name of a figure's data file, with its space. */
  readonly dataIn: string;
  readonly leftOut: string;
  readonly notes: string;
  readonly table: string;
  readonly formula: string;
  /** Reason why the code of a diagram stands in its place, and what to do. */
  readonly undrawn: string;
  /** Names of the kinds of charts. */
  readonly charts: Readonly<Record<'bar' | 'line' | 'area' | 'point' | 'pie' | 'vega-lite', string>>;
  /** The data behind a chart, to be opened. */
  readonly data: string;
  /** Before the reason why a figure is not shown, with its space. */
  readonly notDrawn: string;
  readonly drawing: string;
  readonly image: string;
  readonly source: string;
  /** A numbered passage of a source. */
  readonly passage: string;
  /** Before the name of the one text that a brief sums up. */
  readonly summaryOf: string;
  readonly back: string;
  readonly showSource: string;
  /** Label of an image that the preview doesn't load; `{host}` stands for where it is. */
  readonly webImage: string;
  /** Label of the button that loads all of these images. */
  readonly loadWebImages: string;
  readonly goToSource: string;
  /** Words for what the sources say about a number or a quotation. */
  readonly verdicts: Readonly<Record<keyof Counts | 'numberFound', string>>;
  /** Words for the comments of people: their name, open ones, settled ones and unsigned ones. */
  readonly comments: Readonly<Record<'name' | 'open' | 'resolved' | 'unsigned', string>>;
  /** The filters and the view of the preview for those who review a brief. */
  readonly review: Readonly<Record<'name' | 'uncited' | 'doubt' | 'beside' | 'othersHidden' | 'showAll', string>>;
  readonly emptyTitle: string;
  readonly emptyHint: string;
  readonly alerts: Readonly<Record<'note' | 'tip' | 'important' | 'warning' | 'caution', string>>;
  /** Label of a claim that has changed since it was verified, or whose sources have. */
  readonly changedSince: string;
  verifiedBy(who: string, date: string): string;
  /** Says how many insights a person has verified. */
  verified(count: number): string;
  cited(cited: number, all: number): string;
  citedIn(places: number): string;
  passages(count: number): string;
  /** The evidence meter: how many of the checked numbers and quotations are found, then how many are not for each reason. */
  evidence(counts: Counts): readonly string[];
  /** Says how many numbers and quotations can't be checked. */
  uncheckable(count: number): string;
  /** Says how many sources there are, and how many of them have a text. */
  texts(sources: number, texts: number): string;
  /** Advice for an author who wants more to be checked. */
  readonly addTexts: string;
  moreRows(count: number): string;
  readonly chartSentences: ChartSentences;
}

/** Words and phrases about the numbers of a chart, in one language. */
export interface ChartSentences {
  /** Says what is drawn: `output by year`. */
  of(y: string, x: string): string;
  /** Writes a number with what it is for: `120 (2018)`. */
  at(value: string, place: string): string;
  /** Writes the first and the last number, or the least and the greatest. */
  fromTo(first: string, last: string): string;
  lowest(value: string): string;
  highest(value: string): string;
  /** Says how many numbers are left out. */
  more(count: number): string;
  readonly comma: string;
  readonly semicolon: string;
  readonly colon: string;
  readonly stop: string;
}

/** Counts of numbers and quotations by their verdict. */
export type Counts = Readonly<Record<'found' | 'differs' | 'notFound' | 'elsewhere' | 'uncheckable', number>>;

/** Adds up all that could be checked. */
export const total = ({ found, differs, notFound, elsewhere }: Counts): number =>
  found + differs + notFound + elsewhere;

/** Writes a part of the meter, as a list; empty if it counts nothing. */
export const some = (number: number, write: (number: number) => string): string[] =>
  number === 0 ? [] : [write(number)];

/** Writes a number with what it is for, as most languages do. */
export const withinParentheses = (value: string, place: string): string => `${value} (${place})`;
export const withinWideParentheses = (value: string, place: string): string => `${value}（${place}）`;
