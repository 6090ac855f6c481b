import type { Verdict } from '../../evidence/verdicts';

/** The few words that the page adds to the brief's own, in one language. */
export interface Words {
  readonly sources: string;
  /** The name of the outline. */
  readonly contents: string;
  readonly noSource: string;
  readonly ownJudgement: string;
  readonly computed: string;
  /** Of a figure that the author made. */
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
  /** What the kinds of charts are called. */
  readonly charts: Readonly<Record<'bar' | 'line' | 'area' | 'point' | 'pie' | 'vega-lite', string>>;
  /** The data behind a chart, to be opened. */
  readonly data: string;
  /** Before the reason why a figure is not shown, with its space. */
  readonly notDrawn: string;
  readonly drawing: string;
  readonly image: string;
  readonly done: string;
  readonly toDo: string;
  readonly source: string;
  readonly back: string;
  readonly showSource: string;
  /** Of an image that the preview does not load; `{host}` stands for where it is. */
  readonly webImage: string;
  /** What a button does that loads all of them. */
  readonly loadWebImages: string;
  readonly goToSource: string;
  /** What the sources say to a number or a quotation. */
  readonly verdicts: Readonly<Record<Verdict, string>>;
  /** The filters and the view of the preview for those who review a brief. */
  readonly review: Readonly<Record<'name' | 'uncited' | 'notFound' | 'beside', string>>;
  readonly emptyTitle: string;
  readonly emptyHint: string;
  readonly alerts: Readonly<Record<'note' | 'tip' | 'important' | 'warning' | 'caution', string>>;
  /** Of a claim that is another one than that which was verified, or whose sources are. */
  readonly changedSince: string;
  verifiedBy(who: string, date: string): string;
  /** How many insights a person has verified. */
  verified(count: number): string;
  cited(cited: number, all: number): string;
  citedIn(places: number): string;
  passages(count: number): string;
  /** The evidence meter: how many numbers and quotations are found, then how many are not for each reason. */
  evidence(counts: Readonly<Record<Verdict, number>>): readonly string[];
  moreRows(count: number): string;
}
