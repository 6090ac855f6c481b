import type { Span } from '../../base/text';

/**
 * Finds the last of some spans that starts before an offset. The spans come in document order, and the offsets must grow
 * from call to call, so that all calls together look at each span once.
 */
export function lastStarting(spans: readonly Span[]): (offset: number) => Span | undefined {
  let next = 0;
  return (offset) => {
    while ((spans[next]?.start ?? Number.POSITIVE_INFINITY) < offset) next++;
    return spans[next - 1];
  };
}
