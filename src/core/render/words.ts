/** The few words that the page adds to the brief's own, in the brief's language. */
import type { Verdict } from '../evidence/verdicts';
import { arabic } from './words/arabic';
import { chinese } from './words/chinese';
import { english } from './words/english';
import { french } from './words/french';
import { german } from './words/german';
import { hebrew } from './words/hebrew';
import { japanese } from './words/japanese';
import { korean } from './words/korean';
import { persian } from './words/persian';
import { spanish } from './words/spanish';
import { traditionalChinese } from './words/traditionalChinese';

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

const languages: ReadonlyMap<string, Words> = new Map([
  ['en', english],
  ['zh', chinese],
  ['de', german],
  ['fr', french],
  ['es', spanish],
  ['ja', japanese],
  ['ko', korean],
  ['ar', arabic],
  ['he', hebrew],
  ['iw', hebrew],
  ['fa', persian],
]);

/** The words for a language tag (BCP 47); English where we have none of its own. */
export function wordsFor(language: string): Words {
  if (/^zh[-_](?:.+[-_])?(?:hant|tw|hk|mo)\b/i.test(language)) return traditionalChinese;
  return languages.get(language.toLowerCase().split(/[-_]/)[0] ?? '') ?? english;
}
