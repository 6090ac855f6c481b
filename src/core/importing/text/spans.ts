import { firstWhere } from '../../base/ordered';
import { contains, type Span } from '../../base/text';

/** True if `span` is inside the last of the sorted spans that doesn't start after it. */
export function isIn(sorted: readonly Span[], span: Span): boolean {
  const next = firstWhere(sorted.length, (index) => (sorted[index]?.start ?? 0) > span.start);
  const before = sorted[next - 1];
  return before !== undefined && contains(before, span);
}
