import { say } from '../../core/base/say';
import { type ReaderQuestion, readerQuestion } from '../../core/editor';
import { CommandError } from '../commandError';
import { readTextFile } from '../io/readText';
import type { Answered } from './askQuestions';

/** A claim and a passage of a file of pairs. */
export interface Pair {
  readonly id: string;
  readonly question: ReaderQuestion;
}

/**
 * Reads a file with one JSON object a line: `id`, `claim`, `passage`, and `language`, which is `en` unless told.
 *
 * @throws CommandError that names the first line that is none
 */
export function readPairs(path: string): readonly Pair[] {
  const read = readTextFile(path);
  if ('error' in read) throw new CommandError(say('cannot read "{0}": {1}.', path, read.error));
  return read.text.split(/\r?\n/).flatMap((line, index) => {
    if (line.trim() === '') return [];
    const { id, claim, passage, language = 'en' } = fieldsOf(line);
    if (
      typeof id !== 'string' ||
      typeof claim !== 'string' ||
      typeof passage !== 'string' ||
      typeof language !== 'string'
    )
      throw new CommandError(
        say('line {0} of "{1}" is not a JSON object with the texts id, claim and passage.', index + 1, path),
      );
    return [{ id, question: readerQuestion(claim, [{ source: '1', text: passage, page: null, index: 0 }], language) }];
  });
}

function fieldsOf(line: string): Readonly<Record<string, unknown>> {
  try {
    const value: unknown = JSON.parse(line);
    return typeof value === 'object' && value !== null ? { ...value } : {};
  } catch {
    return {};
  }
}

/** Writes `{"id": …, "verdict": …}` for each pair, a line each. Without an answer, the verdict is `unclear`, and `why` says why. */
export function linesOfPairs(pairs: readonly Pair[], answers: readonly (Answered | undefined)[]): string {
  return pairs
    .map(({ id }, index) => {
      const outcome = answers[index]?.outcome ?? 'unasked';
      const said = typeof outcome === 'string' ? { verdict: 'unclear', why: outcome } : { verdict: outcome.verdict };
      return `${JSON.stringify({ id, ...said })}\n`;
    })
    .join('');
}
