import pc from 'picocolors';
import type { LineIndex } from '../../core';
import { type ReaderQuestion, readerCounts, readerNote, readerSummary, type VerifiedAnswer } from '../../core/editor';
import { prettyProblem } from '../check/reports/prettyReport';
import { toJson } from '../io/terminal';
import type { Answered, Reader } from './askQuestions';

/** A file whose claims were read. */
export interface ReadFile {
  readonly path: string;
  readonly text: string;
  readonly lines: LineIndex;
  readonly results: readonly { readonly question: ReaderQuestion; readonly answered: Answered | undefined }[];
}

export interface ReaderReport {
  readonly reader: Pick<Reader, 'model' | 'host'>;
  /** Day of the run, as ISO 8601. */
  readonly day: string;
  readonly files: readonly ReadFile[];
}

/** Writes the notes for people, file by file, and a summary line. */
export function prettyReadings({ reader, files }: ReaderReport, colors: boolean): string {
  const paint = pc.createColors(colors);
  const notes = files.flatMap((file) =>
    file.results.flatMap(({ question, answered }) => {
      const note = answered && readerNote(question, answered.outcome, { model: reader.model, day: answered.day });
      if (!note) return [];
      const { code: rule, severity, message } = note;
      const problem = { rule, severity, message, span: question.span, related: [], fixable: false };
      return [`${prettyProblem(problem, file, paint)}\n`];
    }),
  );
  return `${notes.join('')}${readerSummary(countsOf(files))}\n`;
}

/** The object that `read --format json` prints. Its shape is public: it changes only by adding. */
export function jsonOfReadings({ reader, day, files }: ReaderReport): string {
  const written = files.map(({ path, lines, results }) => ({
    path,
    readings: results.map(({ question, answered }) => {
      const { outcome = 'unasked', day: asked = null } = answered ?? {};
      const note = answered && readerNote(question, answered.outcome, { model: reader.model, day: answered.day });
      return {
        ...{ range: lines.rangeOf(question.span), hash: question.hash, day: asked },
        ...(typeof outcome === 'object' ? readingOf(question, outcome) : { verdict: null, why: outcome }),
        message: note?.message ?? null,
      };
    }),
  }));
  return `${toJson({ version: 1, model: reader.model, host: reader.host, day, files: written, totals: countsOf(files) })}\n`;
}

function readingOf(question: ReaderQuestion, { kind, verdict, claimWords, passageWords, at }: VerifiedAnswer) {
  const passage = at && question.passages[at.passage];
  const place = passage ? { source: passage.source, page: passage.page } : null;
  return { answers: kind, verdict, claim: claimWords, passage: passageWords, at: place };
}

function countsOf(files: readonly ReadFile[]) {
  return readerCounts(files.flatMap(({ results }) => results.map(({ answered }) => answered?.outcome)));
}
