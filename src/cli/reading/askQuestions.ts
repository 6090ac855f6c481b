import { say } from '../../core/base/say';
import {
  type NoAnswer,
  type ReaderKind,
  type ReaderQuestion,
  readerPrompt,
  type VerifiedAnswer,
  verifyAnswer,
} from '../../core/editor';
import { askAll, ReaderError, type ReaderReply } from '../../reader';
import { showProgress } from '../check/progress';
import { CommandError } from '../commandError';
import { askNetwork } from '../io/askNetwork';
import type { ReaderCache } from './readerCache';

/** Model that is asked, and how. */
export interface Reader {
  readonly url: string;
  readonly host: string;
  readonly model: string;
  readonly kind: ReaderKind;
  readonly key: string;
  readonly timeoutMs: number;
  readonly atOnce: number;
}

/** What came of a question: what may be shown, or why there is no answer. */
export type ReaderOutcome = VerifiedAnswer | NoAnswer | Extract<ReaderReply, { failed: string }>['failed'];

/**
 * Asks a model, and verifies what it says. Answers are kept as they come, so that a run that is stopped loses none.
 *
 * @returns what came of each question; undefined for those that were not asked before the signal was given
 * @throws CommandError if the model cannot be asked at all
 */
export async function askQuestions(
  questions: readonly ReaderQuestion[],
  { host, kind, ...way }: Reader,
  cache: ReaderCache,
  signal: AbortSignal,
): Promise<readonly (ReaderOutcome | undefined)[]> {
  const outcomes = questions.map((question): ReaderOutcome | undefined => {
    const answer = cache.answerTo(question);
    return answer === undefined ? undefined : verifyAnswer(kind, question, answer);
  });
  const left = questions.flatMap((question, index) => (outcomes[index] === undefined ? [{ question, index }] : []));
  const progress = showProgress();
  let done = 0;
  const onReply = (at: number, reply: ReaderReply) => {
    const asked = left[at];
    if (!asked) return;
    const { question, index } = asked;
    progress.at(done++, left.length, question.claim);
    if ('answer' in reply) cache.keep(question, reply.answer);
    outcomes[index] = 'answer' in reply ? verifyAnswer(kind, question, reply.answer) : reply.failed;
  };
  const prompts = left.map(({ question }) => readerPrompt(kind, question));
  try {
    await askAll(prompts, { ...way, request: askNetwork, signal, onReply });
    return outcomes;
  } catch (error) {
    if (error instanceof ReaderError) throw new CommandError(refusedWith(host, error.status));
    // An error of the network says what is wrong, and what to do.
    throw error instanceof Error && 'kind' in error ? new CommandError(error.message) : error;
  } finally {
    cache.write();
    progress.clear();
  }
}

function refusedWith(host: string, status: number): string {
  return status >= 300 && status < 400
    ? say('{0} redirects ({1}), which is not followed. Give the address that it leads to.', host, status)
    : say('{0} answers {1}. Check --url, --model and BRIEF_READER_KEY.', host, status);
}
