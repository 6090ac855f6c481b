/** Cites a source for an insight that an assistant names. */

import { shown } from '../../base/messages';
import { applyEdits, indexLines, type Span, type TextEdit, touches } from '../../base/text';
import type { Brief, Insight } from '../../brief/types';
import { plainText } from '../../document/claims';
import { citationOf } from '../../rules/fixes/cite';
import { citationChoices, type LikelyChoice, type SourceChoice } from '../editing/citationChoices';
import { clipped, count, list, type Place, placeIn, quote, type ReportedEdit } from './texts';

/** The insight to cite for: by its words, by its line, or by both where the words stand in several places. */
export interface WantedCitation {
  /** The insight, a sentence of it or some words of one; citations and marks in it do not count. */
  readonly insight?: string | undefined;
  /** The number of the line, counted from 1. */
  readonly line?: number | undefined;
  /** The id of the source; without one, the likeliest. */
  readonly source?: string | undefined;
}

export type CiteOutcome =
  | { readonly edits: readonly TextEdit[]; readonly report: CiteReport }
  /** Sentences that say why nothing is changed, and what to do. */
  | { readonly refused: string };

export interface CiteReport extends Place {
  readonly source: string;
  /** The citation as it is written: `[3]`. */
  readonly citation: string;
  /** The words that are cited. */
  readonly claim: string;
  /** Words, names and numbers that the source shares with the claim; empty if it was chosen for other reasons. */
  readonly why: readonly string[];
  readonly edits: readonly ReportedEdit[];
  /** The line of the citation as it is after the edit. */
  readonly after: string;
}

/** The most UTF-16 units of a claim, and of a line. */
const LONGEST = 1000;

/**
 * Makes the edit that cites a source at the end of a sentence, as the command *Add Citation* does.
 *
 * @returns the edit for this version of the text, or why there is none
 */
export function citeInsight(brief: Brief, wanted: WantedCitation): CiteOutcome {
  const at = placeOf(brief, wanted);
  if (typeof at === 'string') return { refused: at };
  const choices = citationChoices(brief, at);
  if (!choices) return { refused: `Nothing takes a citation on ${lineOf(brief, at)}: ${WHAT_TAKES_ONE}` };
  const choice = chosenFrom(choices, wanted.source);
  if (typeof choice === 'string') return { refused: choice };
  const { id, citation, edits } = choice;
  if (edits.length === 0) return { refused: `${citation} is cited there already, on ${lineOf(brief, at)}.` };
  const start = Math.min(...edits.map(({ span }) => span.start));
  const text = applyEdits(brief.text, edits);
  return {
    edits,
    report: {
      source: id,
      citation: citationOf(id),
      claim: clipped(choices.claim, LONGEST),
      why: 'why' in choice ? choice.why : [],
      ...placeIn(brief, { start, end: start }),
      edits: edits.map(({ span, newText }) => ({
        range: brief.lines.rangeOf(span),
        oldText: brief.content.slice(span.start, span.end),
        newText,
      })),
      after: clipped(lineAround(text, start), LONGEST),
    },
  };
}

const WHAT_TAKES_ONE = 'name a line with a list item or a paragraph, or the words of one.';

function chosenFrom(
  { likely, others }: { readonly likely: readonly LikelyChoice[]; readonly others: readonly SourceChoice[] },
  source: string | undefined,
): SourceChoice | LikelyChoice | string {
  const all = [...likely, ...others];
  if (all.length === 0) return 'The brief declares no source. Declare one first.';
  if (source === undefined)
    return likely[0] ?? `No source shares anything with this insight. Name the one to cite: ${idsOf(all)}.`;
  // An id may be written as in a citation.
  const id = /^\[@?\{?(.+?)\}?\]$/.exec(source)?.[1] ?? source;
  return (
    all.find((each) => each.id === source || each.id === id) ?? `No source is ${shown(id)}: there is ${idsOf(all)}.`
  );
}

function idsOf(choices: readonly SourceChoice[]): string {
  return list(
    choices.map(({ id, title }) => (title === '' ? shown(id) : `${shown(id)} ${quote(title)}`)),
    8,
  );
}

/** The span at whose end the citation goes, or a sentence that says why there is none. */
function placeOf(brief: Brief, { insight, line }: WantedCitation): Span | string {
  if (line !== undefined && line > brief.lines.count)
    return `There is no line ${line}: the last is ${brief.lines.count}.`;
  if (insight === undefined) {
    if (line === undefined) return 'Name the insight, by its words or by its line.';
    const end = brief.lines.endOf(line - 1);
    return { start: end, end };
  }
  const found = line === undefined ? spansOf(brief, insight) : spansOf(brief, insight).filter(isOn(brief, line));
  const [first] = found;
  if (!first) {
    const where = line === undefined ? '' : ` on line ${line}`;
    return `No insight has these words${where}: ${quote(insight)}. Give them as they stand in the brief.`;
  }
  if (found.length === 1) return first;
  const lines = found.map((span) => String(lineNumber(brief, span)));
  return `${count(found.length, 'insight')} have these words: ${quote(insight)}. Name the line, too: ${list(lines, 10, 'or')}.`;
}

/** Returns the insights and sentences that have exactly the wanted words, else those that contain them. */
function spansOf({ insights }: Brief, wanted: string): readonly Span[] {
  const words = wordsOf(wanted);
  if (words === '') return [];
  const same = insights.flatMap((insight) => spansIn(insight, (text) => text === words));
  return same.length > 0 ? same : insights.flatMap((insight) => spansIn(insight, (text) => text.includes(words)));
}

/** The first sentence of an insight that fits, or all of it. */
function spansIn({ text, span, sentences }: Insight, fits: (words: string) => boolean): Span[] {
  const sentence = sentences.find((each) => fits(wordsOf(each.text)));
  if (sentence) return [sentence.span];
  return fits(wordsOf(text)) ? [span] : [];
}

/** Returns a text as it is compared: without citations, marks, and punctuation at its end. */
function wordsOf(text: string): string {
  return plainText(text)
    .replace(/\s+/g, ' ')
    .replace(/[\s.!?;:。！？；：]+$/, '')
    .trim();
}

function isOn({ lines }: Brief, line: number): (span: Span) => boolean {
  const own = { start: lines.startOf(line - 1), end: lines.endOf(line - 1) };
  return (span) => touches(own, span.start) || touches(span, own.start);
}

function lineNumber({ lines }: Brief, { start }: Span): number {
  return lines.lineAt(start) + 1;
}

/** A line with its words, for a sentence. */
function lineOf({ text, lines }: Brief, { end }: Span): string {
  const line = lines.lineAt(end);
  const words = text.slice(lines.startOf(line), lines.endOf(line)).trim();
  return `line ${line + 1} (${words === '' ? 'empty' : quote(words)})`;
}

function lineAround(text: string, at: number): string {
  const lines = indexLines(text);
  const line = lines.lineAt(at);
  return text.slice(lines.startOf(line), lines.endOf(line));
}
