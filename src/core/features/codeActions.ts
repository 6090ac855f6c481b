import type { Brief } from '../brief';
import { suppressHere } from '../checks';
import type { Fix, Problem } from '../problem';
import type { Span, TextEdit } from '../text';

/** A change that is offered for a problem. */
export interface CodeAction {
  readonly problem: Problem;
  readonly fix: Fix;
}

/**
 * What can be done about the problems that overlap or touch `span`: the fixes of each, the likeliest first, and
 * last to turn its rule off at this place.
 */
export function codeActions(brief: Brief, problems: readonly Problem[], span: Span): CodeAction[] {
  const here = problems.filter((problem) => problem.span.start <= span.end && span.start <= problem.span.end);
  const fixes = here.flatMap((problem) =>
    [...(problem.fixes?.() ?? [])]
      .sort((a, b) => Number(b.preferred ?? false) - Number(a.preferred ?? false))
      .map((fix) => ({ problem, fix })),
  );
  const suppressions = here.flatMap((problem) => {
    const fix = suppressHere(brief, problem);
    return fix ? [{ problem, fix }] : [];
  });
  return [...fixes, ...suppressions];
}

/**
 * The edits of all fixes that are right whatever the author meant, for "fix all", in document order. Of fixes that
 * would change one place only the first is taken: the next run finds what is left.
 */
export function safeEdits(problems: readonly Problem[]): TextEdit[] {
  const ordered = problems
    .flatMap((problem) => (problem.fixes?.().find((fix) => fix.safe)?.edits ?? []).map((edit) => ({ edit, problem })))
    .sort((a, b) => a.edit.span.start - b.edit.span.start || a.edit.span.end - b.edit.span.end);
  const left = new Set<Problem>();
  let last = ordered[0];
  for (const next of ordered) {
    if (left.has(next.problem)) continue;
    if (last && last.problem !== next.problem && next.edit.span.start <= last.edit.span.end) left.add(next.problem);
    else last = next;
  }
  return ordered.filter(({ problem }) => !left.has(problem)).map(({ edit }) => edit);
}
