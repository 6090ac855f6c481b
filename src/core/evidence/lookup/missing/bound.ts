import type { TextSpan } from '../../../base/text';
import { between } from '../../matching/readings';
import { type Amount, isLowerBound } from '../../numbers';
import { fold } from '../../numbers/fold';
import { readHedge } from '../../numbers/hedges';
import type { PassagePlace } from '../../verdicts';
import type { Cited } from '../cited';
import type { Differs } from '../differences';
import { sidesOf } from '../sides';
import type { Statement } from '../statements';

/** Finds a cited passage that has a number and bounds it from the other side: "more than 5%" and "at most 5%". */
export function boundOf(
  { quantity, span }: Statement['numbers'][number],
  statement: Statement,
  cited: Cited,
): (Differs & { readonly at: PassagePlace }) | null {
  if (quantity.kind === 'date' || !quantity.bound || quantity.low !== quantity.high) return null;
  const size = Math.abs(quantity.low);
  for (const { source, passage, facts } of cited.mayHold(quantity)) {
    for (const { amount } of between(facts.numbers().readings, size, size)) {
      if (amount.unit !== quantity.unit || !amount.bound || isLowerBound(amount.bound) === isLowerBound(quantity.bound))
        continue;
      const [claimed, found] = [withHedge(statement.text, quantity), withHedge(facts.passage.text, amount)];
      const otherwise = sidesOf('bound', statement, claimed, { source: source.id, passage, facts }, found, span);
      return { otherwise, at: otherwise.at, instead: () => null };
    }
  }
  return null;
}

/** Returns the span of a number with the words that bound it. */
function withHedge(text: string, { span: { start, end } }: Amount): TextSpan {
  return readHedge(fold(text), start, end).span;
}
