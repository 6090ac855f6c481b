import { firstWhere } from '../../base/ordered';
import { contains, type Span } from '../../base/text';

/** Whether the last of some spans, in order of their starts, that starts before the end of `span` holds it. */
export function isIn(sorted: readonly Span[], span: Span): boolean {
  const next = firstWhere(sorted.length, (index) => (sorted[index]?.start ?? 0) > span.start);
  const before = sorted[next - 1];
  return before !== undefined && contains(before, span);
}
