import { say } from '../../core/base/say';
import { type ReaderOutcome, type ReaderQuestion, readerPrompt, verifyAnswer } from '../../core/editor';
import type { KeptReadings, KnownReader } from '../../files/kept/answers';
import { askAll, askPatiently, askReader, ReaderError, type ReaderReply } from '../../reader';
import { showProgress } from '../check/progress';
import { CommandError } from '../commandError';
import { askNetwork } from '../io/askNetwork';

/** Model that is asked, and how. */
export interface Reader extends KnownReader {
  readonly host: string;
  readonly key: string;
  readonly timeoutMs: number;
  readonly atOnce: number;
}

/** The outcome of a question, and the day of the answer as ISO 8601. */
export interface Answered {
  readonly outcome: ReaderOutcome;
  readonly day: string;
}

/**
 * Asks a model, and verifies what it says. Answers are kept as they come, so that a run that is stopped loses none.
 *
 * @param day today, as ISO 8601
 * @returns what came of each question; undefined for those that were not asked before the signal was given
 * @throws CommandError if the model cannot be asked at all
 */
export async function askQuestions(
  questions: readonly ReaderQuestion[],
  reader: Reader,
  kept: KeptReadings,
  day: string,
  signal: AbortSignal,
): Promise<readonly (Answered | undefined)[]> {
  const { kind, atOnce, host } = reader;
  const answers = questions.map((question): Answered | undefined => {
    const reading = kept.by(reader, question);
    return reading && { outcome: verifyAnswer(kind, question, reading.answer), day: reading.day };
  });
  const left = questions.flatMap((question, index) => (answers[index] === undefined ? [{ question, index }] : []));
  const progress = showProgress();
  let done = 0;
  const onReply = (at: number, reply: ReaderReply) => {
    const asked = left[at];
    if (!asked) return;
    const { question, index } = asked;
    progress.at(done++, left.length, question.claim);
    if ('answer' in reply) kept.keep(reader, question, reply.answer, day);
    answers[index] = { outcome: 'answer' in reply ? verifyAnswer(kind, question, reply.answer) : reply.failed, day };
  };
  const way = { ...reader, request: askNetwork };
  try {
    await askAll(
      left.map(({ question }) => readerPrompt(kind, question)),
      {
        ...{ atOnce, signal, onReply },
        ask: (prompt, turns, ended) => askPatiently(() => askReader(prompt, way, ended), turns),
      },
    );
    return answers;
  } catch (error) {
    if (error instanceof ReaderError) throw new CommandError(refusedWith(host, error.status));
    // An error of the network says what is wrong, and what to do.
    throw error instanceof Error && 'kind' in error ? new CommandError(error.message) : error;
  } finally {
    kept.write();
    progress.clear();
  }
}

function refusedWith(host: string, status: number): string {
  return status >= 300 && status < 400
    ? say('{0} redirects ({1}), which is not followed. Give the address that it leads to.', host, status)
    : say('{0} answers {1}. Check --url, --model and BRIEF_READER_KEY.', host, status);
}
