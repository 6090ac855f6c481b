/** Problems of claims that a passage contradicts. */
import { plain, quoted, shown } from '../base/messages';
import type { Finding } from '../base/problem';
import { say } from '../base/say';
import { claimsWith } from '../evidence/claims';
import type { NumberEvidence, SaidOtherwise } from '../evidence/verdicts';
import { takeNumberFix } from './fixes/takeNumber';
import { passageShown } from './passageShown';
import type { RuleContext } from './rule';

/**
 * Finds numbers that a passage has, but about something else.
 *
 * @param kind kind of difference to find
 * @param message returns what the passage says, and what to do
 */
export function* numbersSaidOtherwise(
  context: RuleContext,
  kind: SaidOtherwise['kind'],
  message: (number: NumberEvidence, otherwise: SaidOtherwise) => string,
): Iterable<Finding> {
  for (const { parts, at, claim } of withNumbersOtherwise(context.brief))
    for (const { index, number, otherwise } of parts) {
      if (otherwise.kind !== kind) continue;
      yield {
        ...findingOf(context, at, otherwise, message(number, otherwise)),
        // Either the number or what it is about may be wrong, so no fix is preferred.
        fixes: () => {
          const here = claim();
          const placed = here?.evidence.numbers[index];
          const fix = here && placed ? takeNumberFix(context, here, placed) : null;
          return fix ? [fix] : [];
        },
      };
    }
}

/** A number about which a passage says something else than its claim. */
interface NumberOtherwise {
  /** Index among the numbers of the claim. */
  readonly index: number;
  readonly number: NumberEvidence;
  readonly otherwise: SaidOtherwise;
}

const withNumbersOtherwise = claimsWith(({ numbers }) =>
  numbers.flatMap((number, index): NumberOtherwise[] => {
    const { otherwise } = number;
    return otherwise ? [{ index, number, otherwise }] : [];
  }),
);

/** Finds words that a passage denies. */
export function* wordsSaidOtherwise(
  context: RuleContext,
  message: (otherwise: SaidOtherwise) => string,
): Iterable<Finding> {
  for (const { parts, at } of withDenials(context.brief))
    for (const { otherwise } of parts) yield findingOf(context, at, otherwise, message(otherwise));
}

const withDenials = claimsWith(({ denied }) => denied);

/** @param from offset in the document from which the spans of the evidence count */
export function findingOf(context: RuleContext, from: number, { span, at }: SaidOtherwise, message: string): Finding {
  return {
    span: { start: from + span.start, end: from + span.end },
    message,
    related: passageShown(context, at),
  };
}

/** Returns a message such as `Compare: [1] says "at most 5%", not "more than 5%".` */
export function notButSaid({ said, at, found }: SaidOtherwise): string {
  return say('Compare: {0} says {1}, not {2}.', shown(at.source), quoted(found), quoted(said));
}

/** Returns a message such as `Compare: [1] has 3.1 kg for "tent", and 2.4 kg for "stove".` */
export function twoReadings({ quantity, instead }: NumberEvidence, { said, at, found }: SaidOtherwise): string {
  return say(
    'Compare: {0} has {1} for {2}, and {3} for {4}.',
    shown(at.source),
    plain(instead()?.quantity.surface ?? ''),
    quoted(said),
    plain(quantity.surface),
    quoted(found),
  );
}
