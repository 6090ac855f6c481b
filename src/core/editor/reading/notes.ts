/** Words for what a second reader says, made of words of the claim and the passage alone. */
import { withEscapes } from '../../base/messages';
import { say } from '../../base/say';
import { clipped } from '../assistant/texts';
import type { ReaderOutcome, ReaderQuestion, ReadPassage } from './types';

/** A note about a claim. */
export interface ReaderNote {
  /** `reader/` and the verdict. */
  readonly code: string;
  /** A yes or a no counts less. */
  readonly severity: 'information' | 'hint';
  readonly message: string;
}

/** A reader, and the day of its answer. */
export interface ReaderName {
  readonly model: string;
  /** ISO 8601. */
  readonly day: string;
}

/** Longest words that a note quotes, in UTF-16 units. */
const LONGEST = 300;

/** Returns how a reader differs; null if it does not differ, does not know, or gave no answer that counts. */
export function readerNote(
  question: ReaderQuestion,
  outcome: ReaderOutcome | undefined,
  { model, day }: ReaderName,
): ReaderNote | null {
  if (typeof outcome !== 'object' || outcome.verdict === 'supported' || outcome.verdict === 'unclear') return null;
  const { kind, verdict, claimWords, passageWords } = outcome;
  const passage = decidingPassage(question, outcome);
  const source = withEscapes(passage?.source ?? '');
  const by = withEscapes(model);
  const code = `reader/${verdict}`;
  if (kind === 'yes-no' || claimWords === null || passageWords === null) {
    const message = say(
      'A second reader ({0}, {1}), which says only yes or no, does not find this in source {2}. Compare it with “{3}”.',
      by,
      day,
      source,
      quotedWords(passage?.text ?? ''),
    );
    return { code, severity: 'hint', message };
  }
  const [inClaim, inPassage] = [quotedWords(claimWords), quotedWords(passageWords)];
  const message =
    verdict === 'contradicted'
      ? say(
          'A second reader ({0}, {1}) reads this differently: the claim says “{2}”, source {3} says “{4}”.',
          by,
          day,
          inClaim,
          source,
          inPassage,
        )
      : say(
          'A second reader ({0}, {1}) does not find “{2}” in the passages. The nearest words, of source {3}, are “{4}”.',
          by,
          day,
          inClaim,
          source,
          inPassage,
        );
  return { code, severity: 'information', message };
}

/** Returns the passage whose words decide; of a reader that quotes nothing, the likeliest. */
export function decidingPassage(
  { passages }: ReaderQuestion,
  outcome: Extract<ReaderOutcome, object>,
): ReadPassage | undefined {
  return passages[outcome.at?.passage ?? 0];
}

/** Puts words on one line, shortens them, and escapes what could change how they look. */
function quotedWords(words: string): string {
  return withEscapes(clipped(words.replace(/\s+/g, ' ').trim(), LONGEST));
}
