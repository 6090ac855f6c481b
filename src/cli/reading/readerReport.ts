import pc from 'picocolors';
import type { LineIndex } from '../../core';
import { say } from '../../core/base/say';
import { clipped, type ReaderQuestion, type VerifiedAnswer } from '../../core/editor';
import { prettyProblem } from '../check/reports/prettyReport';
import { toJson } from '../io/terminal';
import type { Reader, ReaderOutcome } from './askQuestions';

/** A file whose claims were read. */
export interface ReadFile {
  readonly path: string;
  readonly text: string;
  readonly lines: LineIndex;
  readonly results: readonly { readonly question: ReaderQuestion; readonly outcome: ReaderOutcome | undefined }[];
}

export interface ReaderReport {
  readonly reader: Pick<Reader, 'model' | 'host'>;
  /** Day of the run, as ISO 8601. */
  readonly day: string;
  readonly files: readonly ReadFile[];
}

/** Longest words that a note quotes, in UTF-16 units. */
const LONGEST = 300;

/** Writes the notes for people, file by file, and a summary line. */
export function prettyReadings({ reader, day, files }: ReaderReport, colors: boolean): string {
  const paint = pc.createColors(colors);
  const notes = files.flatMap((file) =>
    file.results.flatMap(({ question, outcome }) => {
      const message = noteOf(question, outcome, reader.model, day);
      if (message === null || typeof outcome !== 'object') return [];
      const severity = outcome.kind === 'yes-no' ? ('hint' as const) : ('information' as const);
      const rule = `reader/${outcome.verdict}`;
      const problem = { rule, severity, message, span: question.span, related: [], fixable: false };
      return [`${prettyProblem(problem, file, paint)}\n`];
    }),
  );
  return `${notes.join('')}${summaryOf(countsOf(files))}\n`;
}

/** The object that `read --format json` prints. Its shape is public: it changes only by adding. */
export function jsonOfReadings({ reader, day, files }: ReaderReport): string {
  const written = files.map(({ path, lines, results }) => ({
    path,
    readings: results.map(({ question, outcome }) => ({
      range: lines.rangeOf(question.span),
      hash: question.hash,
      ...(typeof outcome === 'object' ? readingOf(question, outcome) : { verdict: null, why: outcome ?? 'unasked' }),
      message: noteOf(question, outcome, reader.model, day),
    })),
  }));
  return `${toJson({ version: 1, model: reader.model, host: reader.host, day, files: written, totals: countsOf(files) })}\n`;
}

function readingOf(question: ReaderQuestion, { kind, verdict, claimWords, passageWords, at }: VerifiedAnswer) {
  const passage = at && question.passages[at.passage];
  const place = passage ? { source: passage.source, page: passage.page } : null;
  return { answers: kind, verdict, claim: claimWords, passage: passageWords, at: place };
}

/**
 * Says how a reader differs, in words of the claim and the passage alone.
 *
 * @returns null if it does not differ, does not know, or gave no answer that counts
 */
function noteOf(
  { passages }: ReaderQuestion,
  outcome: ReaderOutcome | undefined,
  model: string,
  day: string,
): string | null {
  if (typeof outcome !== 'object' || outcome.verdict === 'supported' || outcome.verdict === 'unclear') return null;
  const { at, verdict, claimWords, passageWords } = outcome;
  const passage = passages[at?.passage ?? 0];
  const source = passage?.source ?? '';
  if (claimWords === null || passageWords === null)
    return say(
      'A second reader ({0}, {1}), which says only yes or no, does not find this in source {2}. Compare it with “{3}”.',
      model,
      day,
      source,
      quoted(passage?.text ?? ''),
    );
  return verdict === 'contradicted'
    ? say(
        'A second reader ({0}, {1}) reads this differently: the claim says “{2}”, source {3} says “{4}”.',
        model,
        day,
        quoted(claimWords),
        source,
        quoted(passageWords),
      )
    : say(
        'A second reader ({0}, {1}) does not find “{2}” in the passages. The nearest words, of source {3}, are “{4}”.',
        model,
        day,
        quoted(claimWords),
        source,
        quoted(passageWords),
      );
}

function quoted(words: string): string {
  return clipped(words.replace(/\s+/g, ' ').trim(), LONGEST);
}

function countsOf(files: readonly ReadFile[]) {
  const outcomes = files.flatMap(({ results }) => results.map(({ outcome }) => outcome));
  const count = (verdict: VerifiedAnswer['verdict']) =>
    outcomes.filter((outcome) => typeof outcome === 'object' && outcome.verdict === verdict).length;
  return {
    claims: outcomes.length,
    supported: count('supported'),
    contradicted: count('contradicted'),
    notStated: count('not-stated'),
    unclear: count('unclear'),
    noAnswer: outcomes.filter((outcome) => typeof outcome === 'string').length,
    unasked: outcomes.filter((outcome) => outcome === undefined).length,
  };
}

function summaryOf({
  claims,
  supported,
  contradicted,
  notStated,
  unclear,
  noAnswer,
  unasked,
}: ReturnType<typeof countsOf>): string {
  const asked = say(
    'Claims read: {0}. Supported: {1}. Different: {2}. Not found: {3}. Unclear: {4}. No answer that counts: {5}.',
    claims - unasked,
    supported,
    contradicted,
    notStated,
    unclear,
    noAnswer,
  );
  return unasked > 0 ? say('{0} {1}', asked, say('Not asked: {0}.', unasked)) : asked;
}
