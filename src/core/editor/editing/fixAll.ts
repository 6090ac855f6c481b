import type { Fix, Problem } from '../../base/problem';
import { applyEdits, type TextEdit } from '../../base/text';
import { parseChanged } from '../../brief/parseBrief';
import type { Brief } from '../../brief/types';
import { joinEdits } from './joinEdits';

/** Chooses the fix of a problem to apply; undefined: none. */
export type Choice = (problem: Problem) => Fix | undefined;

/** A brief after many fixes. */
export interface FixedAll {
  readonly brief: Brief;
  /** Edits from the original text to the text of `brief`, in document order. */
  readonly edits: readonly TextEdit[];
  /** The problems that are left. */
  readonly problems: readonly Problem[];
  /** Number of problems that were fixed. */
  readonly fixed: number;
}

/** Rounds that are always allowed, as many as in ESLint: a fix may uncover a problem that another one can fix. */
const LEAST_ROUNDS = 10;
/** Maximum number of rounds if there are many problems: each round applies only one of several fixes at one place. */
const MOST_ROUNDS = 100;

/** The fix that is right whatever the author meant. */
export const safeFix: Choice = (problem) => problem.fixes?.().find((fix) => fix.safe);

/** The fix that follows from the text alone, for users who ask to fix all problems of a rule. */
export const certainFix: Choice = (problem) => problem.fixes?.().find((fix) => fix.safe || fix.certain);

/**
 * Applies fixes until there are none left. Fixes that lead in a circle end at the maximum number of rounds.
 *
 * @param check finds the problems of each version, the first included
 */
export function fixAll(brief: Brief, check: (brief: Brief) => readonly Problem[], choice: Choice = safeFix): FixedAll {
  const rounds: (readonly TextEdit[])[] = [];
  let current = brief;
  let problems = check(brief);
  let fixed = 0;
  const most = Math.min(MOST_ROUNDS, Math.max(LEAST_ROUNDS, problems.length));
  while (rounds.length < most) {
    const chosen = compatible(problems, choice);
    if (chosen.edits.length === 0) break;
    rounds.push(chosen.edits);
    fixed += chosen.problems;
    current = parseChanged(current, applyEdits(current.text, chosen.edits));
    problems = check(current);
  }
  return { brief: current, edits: joinEdits(brief.content.length, rounds), problems, fixed };
}

/** The edits of fixes that can be applied together, in document order. */
interface Compatible {
  readonly edits: readonly TextEdit[];
  /** Number of problems that the edits fix. */
  readonly problems: number;
}

/** Selects fixes that can be applied together. Only the first of several fixes at one place is taken in a round. */
export function compatible(problems: readonly Problem[], choice: Choice): Compatible {
  /** Fixes by their edits. A fix that several problems share, such as the entries of one list, is there once. */
  const fixes = new Map<readonly TextEdit[], { readonly edits: readonly TextEdit[]; problems: number }>();
  for (const problem of problems) {
    const edits = choice(problem)?.edits ?? [];
    if (edits.length === 0) continue;
    const same = fixes.get(edits);
    if (same) same.problems++;
    else fixes.set(edits, { edits, problems: 1 });
  }
  const ordered = [...fixes.values()]
    .flatMap((fix) => fix.edits.map((edit) => ({ edit, fix })))
    .sort((a, b) => a.edit.span.start - b.edit.span.start || a.edit.span.end - b.edit.span.end);
  const left = new Set<unknown>();
  let last = ordered[0];
  for (const next of ordered) {
    if (left.has(next.fix)) continue;
    if (last && last.fix !== next.fix && next.edit.span.start <= last.edit.span.end) left.add(next.fix);
    else last = next;
  }
  const taken = [...fixes.values()].filter((fix) => !left.has(fix));
  return {
    edits: ordered.filter(({ fix }) => !left.has(fix)).map(({ edit }) => edit),
    problems: taken.reduce((sum, fix) => sum + fix.problems, 0),
  };
}
