/** Verifies what a language model answers: the model proposes, the engine decides what of it can be shown. */
import * as z from 'zod/mini';
import { once } from '../../base/once';
import { matchNumber, readPassageNumbers } from '../../evidence/matching';
import { findNumbers } from '../../evidence/numbers';
import { matchQuotation } from '../../evidence/quotations';
import { readWords } from '../../evidence/quotations/words';
import type { NoAnswer, ReaderKind, ReaderQuestion, ReaderVerdict, ReadPassage, VerifiedAnswer } from './types';

/** Fewest words of a passage that prove anything. Each CJK character counts as one. */
const LEAST_WORDS = 2;
/** Longest stretch of a passage that counts as quoted, in UTF-16 units: with an ellipsis, two words could span all of it. */
const LONGEST_WORDS = 600;
/** Longest answer that is read, in UTF-16 units. */
const LONGEST_ANSWER = 20_000;

/**
 * Verifies an answer. It counts only if it fits the schema, if its words stand in a passage and in the claim, and if the passages
 * have the numbers that they are said to support. White space, case, dashes, quotation marks and ellipses may differ.
 *
 * @param answer the model's words, as they came
 * @returns what may be shown, in words of the claim and the passage alone; or why the answer is none
 */
export function verifyAnswer(kind: ReaderKind, question: ReaderQuestion, answer: string): VerifiedAnswer | NoAnswer {
  if (kind === 'yes-no') return verifyYesNo(question, answer);
  const read = readAnswer(answer);
  if (!read) return 'form';
  const place = findWords(read.words, question.passages);
  if (!place) return 'words';
  const { passage, start, end } = place;
  const passageWords = question.passages[passage]?.text.slice(start, end) ?? '';
  const inClaim = matchQuotation(read.claim, question.claim, true);
  if (inClaim?.kind !== 'found') return 'claim';
  const claimWords = question.claim.slice(inClaim.start, inClaim.end);
  if (read.verdict === 'supported' && !haveNumbers(question)) return 'numbers';
  if (read.verdict === 'contradicted' && isSaid(claimWords, passageWords)) return 'same';
  return { kind, verdict: read.verdict, claimWords, passageWords, at: place };
}

/** A yes counts only if the passages have the numbers of the claim. A no has nothing that could be verified: it counts less. */
function verifyYesNo(question: ReaderQuestion, answer: string): VerifiedAnswer | NoAnswer {
  const word = /^\W*(yes|no)\b\W*$/i.exec(answer.slice(0, LONGEST_ANSWER))?.[1]?.toLowerCase();
  if (word === undefined) return 'form';
  if (word === 'yes' && !haveNumbers(question)) return 'numbers';
  const verdict = word === 'yes' ? 'supported' : 'not-stated';
  return { kind: 'yes-no', verdict, claimWords: null, passageWords: null, at: null };
}

const VERDICTS = ['supported', 'contradicted', 'not-stated', 'unclear'] as const satisfies readonly ReaderVerdict[];
/** Made for the first answer: most programs never read one. */
const schema = once(() => z.strictObject({ verdict: z.enum(VERDICTS), words: z.string(), claim: z.string() }));

/** Reads the JSON of an answer, which many models put into a block of code. */
function readAnswer(answer: string): z.infer<ReturnType<typeof schema>> | null {
  if (answer.length > LONGEST_ANSWER) return null;
  const bare = answer.trim().replace(/^```(?:json)?\s*\n?([\s\S]*?)\n?\s*```$/, '$1');
  try {
    return schema().safeParse(JSON.parse(bare)).data ?? null;
  } catch {
    return null;
  }
}

/** Finds quoted words in the passages, the first that has them. */
function findWords(words: string, passages: readonly ReadPassage[]): VerifiedAnswer['at'] {
  for (const [passage, { text }] of passages.entries()) {
    const match = matchQuotation(words, text, true);
    if (match?.kind !== 'found' || match.end - match.start > LONGEST_WORDS) continue;
    const { start, end } = match;
    if (readWords(text.slice(start, end)).forms.length >= LEAST_WORDS) return { passage, start, end };
  }
  return null;
}

/** True if the passage has the words of the claim just as they are. */
function isSaid(claimWords: string, passageWords: string): boolean {
  return matchQuotation(claimWords, passageWords, true)?.kind === 'found';
}

/** True if each number of the claim that is worth looking up stands in a passage. */
function haveNumbers({ claim, passages, language }: ReaderQuestion): boolean {
  const numbers = findNumbers(claim, language).filter(({ checkable }) => checkable);
  const held = passages.map(({ text }) => readPassageNumbers(text, language));
  return numbers.every((number) => held.some((passage) => matchNumber(number, passage) !== null));
}
