import { digits, quoted } from '../../base/messages';
import type { Related } from '../../base/problem';
import { say } from '../../base/say';
import { figureFact, type NumberFact } from '../../brief/config/workspace';
import { matchNumber, readPassageNumbers } from '../../evidence/matching';
import { figureRule } from '../rule';

/** Most other places that are named. */
const MOST_NAMED = 5;

/** Reports two briefs that give the same number of a source differently: their readers wouldn't know which to believe. */
export const conflict = figureRule({
  code: 'figure/conflict',
  severity: 'warning',
  description: 'A key number that differs in another brief, although source and date are the same.',
  *check(figure, { brief, sources, elsewhere }) {
    const fact = elsewhere && figureFact(brief, figure, sources, '');
    if (!fact || !figure.id || figure.content?.kind !== 'value') return;
    const { span } = figure.content.value;
    const others = elsewhere(fact.id).filter((other) => contradicts(fact, other));
    const [first] = others;
    if (!first) return;
    yield {
      span,
      message: message(others.length, quoted(first.value), quoted(fact.id), quoted(fact.asOf)),
      related: others.slice(0, MOST_NAMED).map(
        ({ uri, range, value }): Related => ({
          message: say('{0} is here.', quoted(value)),
          span,
          elsewhere: { uri, range },
        }),
      ),
    };
  },
});

function message(briefs: number, value: string, id: string, asOf: string): string {
  const more = digits(briefs - 1);
  switch (briefs) {
    case 1:
      return say(
        'Another brief gives {0} for {1} as of {2}, and cites the same source. Correct the wrong one.',
        value,
        id,
        asOf,
      );
    case 2:
      return say(
        'Another brief gives {0} for {1} as of {2}, and 1 more disagrees. All cite the same source. Correct the wrong ones.',
        value,
        id,
        asOf,
      );
    default:
      return say(
        'Another brief gives {1} for {2} as of {3}, and {0} more disagree. All cite the same source. Correct the wrong ones.',
        more,
        value,
        id,
        asOf,
      );
  }
}

function contradicts(fact: NumberFact, other: NumberFact): boolean {
  return (
    fact.asOf === other.asOf &&
    fact.works.some((work) => other.works.includes(work)) &&
    comparable(fact.value) !== comparable(other.value) &&
    !supports(fact, other) &&
    !supports(other, fact)
  );
}

/** True if every number of one value is in the other, the same or rounded: 90% and 89.7%, 5亿美元 and $500 million. */
function supports(claimed: NumberFact, given: NumberFact): boolean {
  const { quantities } = readPassageNumbers(claimed.value, claimed.language);
  const passage = readPassageNumbers(given.value, given.language);
  return quantities.length > 0 && quantities.every((quantity) => matchNumber(quantity, passage) !== null);
}

function comparable(value: string): string {
  return value.normalize('NFKC').replace(/\s+/g, '').toLowerCase();
}
