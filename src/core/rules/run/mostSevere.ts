import { extentOf, type Problem, SEVERITIES } from '../../base/problem';
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
): T[] {
  const kept = new Set<T>();
  for (const severity of SEVERITIES) {
    const all = problems.filter((problem) => problem.severity === severity);
    const room = most - kept.size;
    for (const problem of all.length <= room ? all : spread(all, room, text)) kept.add(problem);
  }
  return problems.filter((problem) => kept.has(problem));
}

/** So many of more problems, from all stretches of the text. */
function spread<T extends Pick<Problem, 'span' | 'about'>>(
  problems: readonly T[],
  room: number,
  text: Characters,
): T[] {
  const stretches = Array.from({ length: STRETCHES }, (): { problem: T; hash: number }[] => []);
  for (const problem of problems) {
    const stretch = Math.floor((STRETCHES * problem.span.start) / (text.length + 1));
    stretches[stretch]?.push({ problem, hash: hashOf(startOf(text, extentOf(problem))) });
  }
  for (const stretch of stretches) stretch.sort((a, b) => a.hash - b.hash);
  const taken: T[] = [];
  for (let round = 0; taken.length < room; round++)
    for (const index of FAR_APART) {
      const next = stretches[index]?.[round];
      if (next && taken.length < room) taken.push(next.problem);
    }
  return taken;
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
