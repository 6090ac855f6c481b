import { say } from '../../base/say';
import type { ReaderOutcome, VerifiedAnswer } from './types';

/** Counts of claims by outcome. The shape is public (docs/command-line.md): it changes only by adding. */
export interface ReaderCounts {
  readonly claims: number;
  readonly supported: number;
  readonly contradicted: number;
  readonly notStated: number;
  readonly unclear: number;
  /** Answers that do not count, and claims for which none came. */
  readonly noAnswer: number;
  /** Claims that were not asked about. */
  readonly unasked: number;
}

/** @param outcomes undefined for a claim that was not asked about */
export function readerCounts(outcomes: readonly (ReaderOutcome | undefined)[]): ReaderCounts {
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

/** Says the counts in a line. */
export function readerSummary({
  claims,
  supported,
  contradicted,
  notStated,
  unclear,
  noAnswer,
  unasked,
}: ReaderCounts): string {
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
