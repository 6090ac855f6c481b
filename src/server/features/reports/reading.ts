import type { Related } from '../../../core';
import type { PlacedNote } from '../../../core/editor';
import { toTextEdits } from '../../diagnostics/toLsp';
import type { OpenDocument } from '../../documents/document';
import { invalid, isRange, type Located, readLocated } from '../../messages/readParams';
import { createTurns } from '../../messages/turns';
import { rangeElsewhere } from '../../moves/rangeElsewhere';
import { part } from '../../part';
import type { ReaderNote, ReaderNotesResult, ReaderQuestionsResult, ReaderReportResult, Reading } from '../../protocol';
import type { Feature } from '../feature';

/**
 * Writes what a second reader is asked, and tells what of its answers can be proved. The client asks the model: the server makes
 * no requests.
 */
export const reading: Feature = {
  register: ({ onWholeDocument }) => {
    onWholeDocument('brief/readerQuestions', readLocated, questionsIn);
    onWholeDocument('brief/readerNotes', readReadings, notesIn);
    onWholeDocument('brief/readerReport', readReadings, reportOn);
  },
};

async function questionsIn(document: OpenDocument, { params }: Located): Promise<ReaderQuestionsResult> {
  const { READER_VERSION, readerKindOf, readerPrompt, readerQuestions, readerScope, tokensOf } = await import(
    '../../../core/editor'
  );
  const range = part(params, 'range');
  if (!isRange(range)) throw invalid('brief/readerQuestions', 'range must be a range');
  const kind = readerKindOf(textIn('brief/readerQuestions', params, 'model'));
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

async function notesIn(document: OpenDocument, { readings }: Readings): Promise<ReaderNotesResult> {
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

async function reportOn(document: OpenDocument, { params, readings }: Readings): Promise<ReaderReportResult> {
  const { NO_REPLIES, readerQuestions, readingReport, verifyAnswer } = await import('../../../core/editor');
  const [model, host, day] = (['model', 'host', 'day'] as const).map((name) =>
    textIn('brief/readerReport', params, name),
  );
  const asked = part(params, 'asked');
  if (!Array.isArray(asked)) throw invalid('brief/readerReport', 'asked must be a list of hashes');
  const wanted = new Set<unknown>(asked);
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
export function readReadings(method: string, params: unknown): Readings {
  const readings: unknown = part(params, 'readings');
  if (!Array.isArray(readings) || !readings.every(isReading))
    throw invalid(method, 'readings must be a list of answers');
  return { ...readLocated(method, params), readings };
}

interface Readings extends Located {
  readonly readings: readonly Reading[];
}

function isReading(value: unknown): value is Reading {
  const kind = part(value, 'kind');
  const texts = ['hash', 'model', 'day', 'answer'].every((name) => typeof part(value, name) === 'string');
  return texts && (kind === 'quotes' || kind === 'yes-no');
}
