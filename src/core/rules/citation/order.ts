import { isNumber, listed, shown } from '../../base/messages';
import type { Finding } from '../../base/problem';
import { say } from '../../base/say';
import { namesSeveral, sortItems } from '../fixes/items';
import { clusterRule } from '../rule';

/** Numbers in one place are read more easily in order. */
export const order = clusterRule({
  code: 'citation/order',
  severity: 'hint',
  description: 'Numbered citations in one place that are not in ascending order.',
  where: namesSeveral,
  *check(cluster, { brief }): Iterable<Finding> {
    const items = cluster.flatMap(({ items }) => items);
    if (!items.every((item) => isNumber(item.id))) return;
    const numbers = items.map((item) => Number(item.id));
    const first = cluster[0];
    const last = cluster.at(-1);
    if (!first || !last || numbers.every((number, i) => i === 0 || (numbers[i - 1] ?? 0) <= number)) return;
    const sorted = [...numbers].sort((a, b) => a - b).map((number) => shown(String(number)));
    yield {
      span: { start: first.span.start, end: last.span.end },
      message: say('These citations are out of order. Write {0}.', listed(sorted, 6)),
      fixes: () => {
        const edits = sortItems(brief.text, cluster);
        return edits ? [{ title: say('Sort the citations'), edits, preferred: true, safe: true }] : [];
      },
    };
  },
});
