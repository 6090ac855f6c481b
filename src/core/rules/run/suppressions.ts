import { firstWhere } from '../../base/ordered';
import type { Problem } from '../../base/problem';
import type { Span } from '../../base/text';
import type { Brief, Suppression } from '../../brief/types';
import { unusedSuppression } from '../brief/unusedSuppression';
import type { UnusedSuppression } from '../rule';

/** The suppressions of a brief, and the problems that each has suppressed. */
export interface Suppressions {
  /** Records that a rule wasn't run, or failed. Then nobody knows what a comment would have suppressed. */
  skipped(code: string): void;
  /** Returns true if a comment turns this problem off, and records that it did. */
  suppress(problem: Pick<Problem, 'rule' | 'span'>): boolean;
  /** Returns the comments, and the codes of comments, that suppressed nothing. `known` are the codes of all rules. */
  unused(known: readonly string[]): UnusedSuppression[];
}

/** Stands for all rules. No rule has this code. */
const ALL = '';

export function suppressionsOf(brief: Brief): Suppressions {
  const inOrder = [...(brief.frontMatter?.suppressions ?? []), ...brief.suppressions].sort(
    (a, b) => a.covers.start - b.covers.start || b.covers.end - a.covers.end,
  );
  const byCode = new Map<string, Suppression[]>();
  for (const suppression of inOrder) {
    const codes = suppression.codes.length === 0 ? [ALL] : suppression.codes.map((code) => code.value);
    for (const code of new Set(codes)) {
      const list = byCode.get(code);
      if (list) list.push(suppression);
      else byCode.set(code, [suppression]);
    }
  }
  const lookups = new Map([...byCode].map(([code, list]) => [code, coverLookup(list)]));
  const skipped = new Set<string>();
  const used = new Map(inOrder.map((suppression) => [suppression, new Set<string>()]));
  return {
    skipped: (code) => void skipped.add(code),
    suppress: ({ rule, span }) => {
      if (lookups.size === 0) return false;
      const suppression = lookups.get(rule)?.(span) ?? lookups.get(ALL)?.(span);
      if (!suppression) return false;
      // A comment can't suppress a problem about itself.
      if (rule === unusedSuppression.code && overlaps(suppression.span, span)) return false;
      used.get(suppression)?.add(rule);
      return true;
    },
    unused: (known) => {
      const isIdle = (code: string, met: ReadonlySet<string>) =>
        !met.has(code) && code !== unusedSuppression.code && !skipped.has(code);
      return [...used].flatMap(([suppression, met]): UnusedSuppression[] => {
        if (suppression.codes.length === 0) return met.size === 0 ? [{ suppression, code: null }] : [];
        const idle = suppression.codes.filter(({ value }) => isIdle(value, met));
        // A comment whose codes are all unused is reported once. But a code that no rule has is always named.
        const unknown = idle.filter(({ value }) => !known.includes(value));
        if (idle.length === suppression.codes.length && unknown.length === 0) return [{ suppression, code: null }];
        return idle.map((code) => ({ suppression, code }));
      });
    },
  };
}

/**
 * Returns a function that finds the suppression around the start of a span. Among suppressions that start before it, the one
 * with the furthest end counts. So a comment within a larger one suppresses nothing, and is reported as unused.
 */
function coverLookup(inOrder: readonly Suppression[]): (span: Span) => Suppression | undefined {
  const furthest: Suppression[] = [];
  for (const suppression of inOrder) {
    const before = furthest.at(-1);
    furthest.push(before && before.covers.end >= suppression.covers.end ? before : suppression);
  }
  return (span) => {
    const after = firstWhere(inOrder.length, (index) => (inOrder[index]?.covers.start ?? 0) > span.start);
    const candidate = furthest[after - 1];
    return candidate && reaches(candidate.covers, span) ? candidate : undefined;
  };
}

/** True if a stretch that starts before a span includes its start. An empty span may be at the stretch's end. */
function reaches(covers: Span, span: Span): boolean {
  return span.start < covers.end || (span.start === covers.end && span.start === span.end);
}

function overlaps(a: Span, b: Span): boolean {
  return a.start < b.end && b.start < a.end;
}
