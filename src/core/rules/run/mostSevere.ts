import { extentOf, gravityOf, type Problem, SEVERITIES } from '../../base/problem';
import { NONE } from '../../base/same';
import { type Characters, hashOf, type Span } from '../../base/text';

/** Into so many stretches of the same length a text is cut, a power of two. */
const STRETCHES = 256;
/** The length of the text that distinguishes a problem from others, in UTF-16 units. */
const MOST_HASHED = 40;

/**
 * The most severe of some problems, at most so many. If not all of one severity fit, they are spread over the text: each 256th
 * of it gives one, then another, until the list is full. Within each part, a hash of the problem's text decides. So an edit
 * far away changes hardly any of them. Ranks alone would shift.
 *
 * @param problems in document order
 * @returns in the same order
 */
export function mostSevere<T extends Pick<Problem, 'severity' | 'span' | 'about'>>(
  problems: readonly T[],
  most: number,
  text: Characters,
): readonly T[] {
  let room = most;
  for (const severity of SEVERITIES) {
    const all = problems.filter((problem) => problem.severity === severity);
    if (all.length > room) {
      const leftOut = new Set(allButSpread(all, room, text));
      const gravity = gravityOf(severity);
      return problems.filter((problem) => gravityOf(problem.severity) <= gravity && !leftOut.has(problem));
    }
    room -= all.length;
  }
  return problems;
}

/** All but so many of more problems, which are from all stretches of the text. */
function allButSpread<T extends Pick<Problem, 'span' | 'about'>>(
  problems: readonly T[],
  room: number,
  text: Characters,
): T[] {
  const stretches = Array.from({ length: STRETCHES }, (): T[] => []);
  for (const problem of problems)
    stretches[Math.floor((STRETCHES * problem.span.start) / (text.length + 1))]?.push(problem);
  const counts = new Int32Array(STRETCHES);
  let left = room;
  while (left > 0)
    for (const index of FAR_APART) {
      const count = counts[index] ?? 0;
      if (left === 0 || count >= (stretches[index]?.length ?? 0)) continue;
      counts[index] = count + 1;
      left--;
    }
  return stretches.flatMap((stretch, index) => lastByHash(stretch, counts[index] ?? 0, text));
}

/** All but the first so many. No hash is needed of a stretch that gives all. */
function lastByHash<T extends Pick<Problem, 'span' | 'about'>>(
  stretch: readonly T[],
  count: number,
  text: Characters,
): readonly T[] {
  if (count === stretch.length) return NONE;
  return stretch
    .map((problem) => ({ problem, hash: hashOf(startOf(text, extentOf(problem))) }))
    .sort((a, b) => a.hash - b.hash)
    .slice(count)
    .map(({ problem }) => problem);
}

/** The parts in an order whose every beginning is spread over all: by their reversed bits. */
const FAR_APART = Array.from({ length: STRETCHES }, (_, index) => {
  let reversed = 0;
  for (let bit = 1; bit < STRETCHES; bit *= 2) reversed = reversed * 2 + (index & bit ? 1 : 0);
  return reversed;
});

function startOf(text: Characters, { start, end }: Span): string {
  return text.slice(start, Math.min(end, start + MOST_HASHED));
}
