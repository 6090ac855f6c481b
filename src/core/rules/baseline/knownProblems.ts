import { firstWhere } from '../../base/ordered';
import { extentOf, type Problem } from '../../base/problem';
import { detached } from '../../base/same';
import { sha256Base64 } from '../../base/sha256';
import type { Span } from '../../base/text';
import type { KnownProblems } from '../../brief/config/config';
import type { Brief, Insight } from '../../brief/types';

/** The properties of a problem that a baseline uses. */
export type Placed = Pick<Problem, 'rule' | 'span' | 'about'>;

/** The problems of one file, compared with its baseline. */
export interface Compared<P extends Placed> {
  /** Problems that aren't in the baseline, in their order. */
  readonly others: P[];
  /** Number of problems that are in the baseline. */
  readonly known: number;
  /** Number of problems in the baseline that are gone. */
  readonly stale: number;
  /** Counts of all problems of the file, by their keys. */
  readonly found: KnownProblems;
}

/**
 * Compares the problems of a file with its baseline. Among problems with the same key, the first ones are known.
 *
 * @param problems of one file, in document order
 * @param digests earlier digests, by their texts; kept by callers that compare a text again and again
 */
export function compareWith<P extends Placed>(
  known: KnownProblems,
  brief: Brief,
  problems: readonly P[],
  digests = new Map<string, string>(),
): Compared<P> {
  const found = new Map<string, number>();
  const keyOf = createKeys(brief, digests);
  const others = problems.filter((problem) => {
    const key = keyOf(problem);
    const count = (found.get(key) ?? 0) + 1;
    found.set(key, count);
    return count > (known.get(key) ?? 0);
  });
  return { others, known: problems.length - others.length, stale: staleOf(known, found), found };
}

/** Counts the known problems that are gone. */
function staleOf(known: KnownProblems, found: KnownProblems): number {
  let stale = 0;
  for (const [key, count] of known) stale += Math.max(0, count - (found.get(key) ?? 0));
  return stale;
}

/**
 * Returns a function for the key of a problem. The key stays the same if lines are added above, the paragraph gets other
 * line breaks, or its citations change. It includes the text of the problem and of the insight around it; outside insights,
 * of the line.
 */
function createKeys(brief: Brief, digests: Map<string, string>): (problem: Placed) => string {
  const { lines } = brief;
  const contexts = new Map<number, string>();
  const digestOf = (text: string) => {
    const digest = digests.get(text) ?? sha256Base64(text);
    digests.set(detached(text), digest);
    return digest;
  };
  // 96 bits, in letters that need no escape. The lengths tell `ab`, `c` from `a`, `bc`.
  const fingerprintOf = (marked: string, context: string) =>
    digestOf(`[${lengthInUtf8(marked)},${context.length}]${marked}${context}`)
      .slice(0, 16)
      .replaceAll('+', '-')
      .replaceAll('/', '_');
  return (problem) => {
    const span = extentOf(problem);
    const insight = insightAt(brief.insights, span.start);
    const line = lines.lineAt(span.start);
    const around = insight?.span ?? { start: lines.startOf(line), end: lines.endOf(line) };
    const citations = insight?.citations.map((citation) => citation.span) ?? [];
    const context = contexts.get(around.start) ?? digestOf(wordsOf(brief.text, around, citations));
    contexts.set(around.start, context);
    const isAll = span.start <= around.start && span.end >= around.end;
    const marked = isAll ? '' : wordsOf(brief.text, span, []);
    return `${problem.rule} ${fingerprintOf(marked, context)}`;
  };
}

/** Returns the length in bytes; a lone surrogate counts as U+FFFD. */
function lengthInUtf8(text: string): number {
  let length = 0;
  for (const char of text) {
    const code = char.codePointAt(0) ?? 0;
    length += code < 0x80 ? 1 : code < 0x800 ? 2 : code < 0x10000 ? 3 : 4;
  }
  return length;
}

/** Returns the text of a span without some spans in it, with each run of white space as one space. */
function wordsOf(text: string, { start, end }: Span, without: readonly Span[]): string {
  let words = '';
  let at = start;
  for (const left of without) {
    words += text.slice(at, Math.max(at, left.start));
    at = Math.max(at, left.end);
  }
  return (words + text.slice(at, Math.max(at, end))).replace(/\s+/g, ' ').trim();
}

/** Returns the insight around an offset. The insights must be sorted and must not overlap. */
function insightAt(insights: readonly Insight[], offset: number): Insight | null {
  const found = insights[firstWhere(insights.length, (index) => (insights[index]?.span.end ?? 0) >= offset)];
  return found && found.span.start <= offset ? found : null;
}
