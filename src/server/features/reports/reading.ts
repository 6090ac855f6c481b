import type { Related } from '../../../core';
import type { PlacedNote } from '../../../core/editor';
import { toTextEdits } from '../../diagnostics/toLsp';
import type { OpenDocument } from '../../documents/document';
import { invalid, isRange, readTextDocument } from '../../messages/readParams';
import { createTurns } from '../../messages/turns';
import { rangeElsewhere } from '../../moves/rangeElsewhere';
import { part } from '../../part';
import {
  READER_NOTES_REQUEST,
  READER_QUESTIONS_REQUEST,
  READER_REPORT_REQUEST,
  type ReaderNote,
  type ReaderNotesResult,
  type ReaderQuestionsResult,
  type ReaderReportResult,
  type Reading,
} from '../../protocol';
import type { Feature, FeatureHost } from '../feature';

/**
 * Writes what a second reader is asked, and tells what of its answers can be proved. The client asks the model: the server makes
 * no requests.
 */
export const reading: Feature = {
  register: (host) => {
    about(host, READER_QUESTIONS_REQUEST, questionsIn);
    about(host, READER_NOTES_REQUEST, notesIn);
    about(host, READER_REPORT_REQUEST, reportOn);
  },
};

/** Answers about a document, once all texts of its sources are read. */
function about(
  { connection, answer, session, documentOf }: FeatureHost,
  method: string,
  work: (document: OpenDocument, params: unknown) => Promise<object>,
): void {
  connection.onRequest<object | null, void>(
    method,
    answer(method, async (params: unknown) => {
      const { uri } = readTextDocument(method, params);
      await session().whole(uri);
      const document = await documentOf(uri);
      return document ? work(document, params) : null;
    }),
  );
}

async function questionsIn(document: OpenDocument, params: unknown): Promise<ReaderQuestionsResult> {
  const { READER_VERSION, readerKindOf, readerPrompt, readerQuestions, readerScope, tokensOf } = await import(
    '../../../core/editor'
  );
  const range = part(params, 'range');
  if (!isRange(range)) throw invalid(READER_QUESTIONS_REQUEST, 'range must be a range');
  const kind = readerKindOf(textIn(READER_QUESTIONS_REQUEST, params, 'model'));
  const { version, positions } = document;
  const brief = document.brief();
  const place = positions.spanOf(range);
  const questions = readerQuestions(brief).map((question) => {
    const prompt = readerPrompt(kind, question);
    const { hash, language, span } = question;
    return {
      ...{ hash, language, prompt, range: positions.rangeOf(span) },
      ...{ scope: readerScope(brief, place, question), tokens: tokensOf([prompt]) },
    };
  });
  return { version, kind, prompts: READER_VERSION, questions };
}

async function notesIn(document: OpenDocument, params: unknown): Promise<ReaderNotesResult> {
  const readings = readingsIn(READER_NOTES_REQUEST, params);
  const { eachReaderQuestion, placedNotes } = await import('../../../core/editor');
  const { version } = document;
  const brief = document.brief();
  const notes: ReaderNote[] = [];
  // The notes are worked out while somebody writes.
  const turn = createTurns();
  if (readings.length > 0)
    for (const question of eachReaderQuestion(brief)) {
      await turn();
      notes.push(...placedNotes(brief, question, readings).map((note) => noteFor(document, note)));
    }
  return { version, notes };
}

function noteFor(
  document: OpenDocument,
  { hash, code, severity, message, span, related, edits }: PlacedNote,
): ReaderNote {
  const { positions } = document;
  return {
    ...{ hash, code, message, isHint: severity === 'hint', range: positions.rangeOf(span) },
    passage: related[0] ? placeFor(document, related[0]) : null,
    edits: toTextEdits(positions, edits),
  };
}

function placeFor({ uri, positions }: OpenDocument, { elsewhere, span, message }: Related) {
  const place = elsewhere
    ? { uri: elsewhere.uri, range: rangeElsewhere(elsewhere.range, positions) }
    : { uri, range: positions.rangeOf(span) };
  return { ...place, message };
}

async function reportOn(document: OpenDocument, params: unknown): Promise<ReaderReportResult> {
  const { NO_REPLIES, readerQuestions, readingReport, verifyAnswer } = await import('../../../core/editor');
  const [model, host, day] = (['model', 'host', 'day'] as const).map((name) =>
    textIn(READER_REPORT_REQUEST, params, name),
  );
  const asked = part(params, 'asked');
  if (!Array.isArray(asked)) throw invalid(READER_REPORT_REQUEST, 'asked must be a list of hashes');
  const wanted = new Set<unknown>(asked);
  const readings = readingsIn(READER_REPORT_REQUEST, params);
  const failed = part(params, 'failed');
  const brief = document.brief();
  const results = readerQuestions(brief)
    .filter(({ hash }) => wanted.has(hash))
    .map((question) => {
      const read = readings.find(({ hash }) => hash === question.hash);
      const why = NO_REPLIES.find((each) => each === part(failed, question.hash));
      const outcome = read ? verifyAnswer(read.kind, question, read.answer) : why;
      return { question, outcome, day: read?.day ?? '' };
    });
  const { text, summary } = readingReport(brief, { model: model ?? '', host: host ?? '', day: day ?? '' }, results);
  return { text, summary };
}

/** @throws ResponseError if a text is none */
function textIn(method: string, params: unknown, name: string): string {
  const value = part(params, name);
  if (typeof value === 'string') return value;
  throw invalid(method, `${name} must be a text`);
}

/** @throws ResponseError if the answers have another form */
export function readingsIn(method: string, params: unknown): readonly Reading[] {
  const readings = part(params, 'readings');
  if (Array.isArray(readings) && readings.every(isReading)) return readings;
  throw invalid(method, 'readings must be a list of answers');
}

function isReading(value: unknown): value is Reading {
  const kind = part(value, 'kind');
  const texts = ['hash', 'model', 'day', 'answer'].every((name) => typeof part(value, name) === 'string');
  return texts && (kind === 'quotes' || kind === 'yes-no');
}
