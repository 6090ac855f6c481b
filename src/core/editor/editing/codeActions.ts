import { type EditorCommand, extentOf, type Fix, type InLibrary, type Problem } from '../../base/problem';
import { say } from '../../base/say';
import type { Span, TextEdit } from '../../base/text';
import type { Brief } from '../../brief/types';
import { importFinds } from '../../importing/importFinds';
import { type ConfigPlace, type FileEdit, waysOff } from '../turnOff/turnOff';
import { certainFix, fixAll } from './fixAll';

/** A change that is offered at a place. */
export interface CodeAction {
  /** The title, worded as a command. */
  readonly title: string;
  /** One of LSP's kinds, or one of ours below it: `quickfix`, `refactor.extract.brief.figure`. */
  readonly kind: string;
  /** The problem that a quick fix solves. */
  readonly problem?: Problem;
  /** The most likely action; at most one for each problem. */
  readonly preferred?: boolean;
  /** True if the edits take a while. There is always at least one, so a client may ask for them after the pick. */
  readonly slow?: boolean;
  readonly edits: () => readonly TextEdit[];
  /** The alternative to the edits for an editor that can create files. */
  readonly inLibrary?: InLibrary;
  /** The file that the action changes instead of the brief; for editors that can create files. */
  readonly elsewhere?: FileEdit;
  /** The figure that the edits declare without a title; an editor may ask for a title and offer these words. */
  readonly untitled?: { readonly id: string; readonly words: string };
  /** The editor's command that the action runs instead of edits. */
  readonly command?: EditorCommand | 'readAgainstSources';
}

/** Finds the problems of a brief under the current settings. */
export type Check = (brief: Brief) => readonly Problem[];

/**
 * Lists the actions for the problems that overlap or touch `span`. First come the fixes of each, the likeliest first, then
 * commands of the editor, then fixes for all problems of a rule. Last come the ways to turn each rule off: here, in this file,
 * in its folder.
 *
 * @param problems all problems of the brief
 * @param config the configuration in which a rule is turned off for the folder; null: none
 */
export function quickFixes(
  brief: Brief,
  problems: readonly Problem[],
  span: Span,
  check: Check,
  config: ConfigPlace | null = null,
): CodeAction[] {
  const here = problems.filter((problem) => {
    const { start, end } = extentOf(problem);
    return start <= span.end && span.start <= end;
  });
  const fixes = here.flatMap((problem) =>
    [...(problem.fixes?.() ?? [])]
      .sort((a, b) => Number(b.preferred ?? false) - Number(a.preferred ?? false))
      .map((fix) => quickFix(problem, fix)),
  );
  const commands = here.flatMap((problem) =>
    (problem.commands ?? [])
      .filter((command) => command !== 'importFile' || importFinds(brief))
      .map((command): CodeAction => ({ ...quickFix(problem, { title: TITLES[command](), edits: [] }), command })),
  );
  const rules = [...new Set(here.map(({ rule }) => rule))];
  const offs = rules.flatMap((rule) => {
    const ofRule = here.filter((problem) => problem.rule === rule);
    return waysOff(brief, ofRule, config).map(
      ({ problem, elsewhere, ...way }): CodeAction => ({
        ...quickFix(problem, way),
        ...(elsewhere ? { elsewhere } : {}),
      }),
    );
  });
  return [...fixes, ...commands, ...fixesOfRules(brief, problems, here, check), ...offs];
}

const TITLES: Readonly<Record<EditorCommand, () => string>> = {
  showUncited: () => say('Show each statement'),
  suggestSources: () => say('Suggest a source for each statement'),
  importFile: () => say('Import as Brief'),
  addArticleText: () => say('Add the text of the article'),
  keepCopies: () => say('Keep copies of all sources…'),
};

function quickFix(problem: Problem, { title, edits, inLibrary, preferred }: Fix): CodeAction {
  return {
    title,
    kind: 'quickfix',
    problem,
    edits: () => edits,
    ...(inLibrary ? { inLibrary } : {}),
    ...(preferred ? { preferred } : {}),
  };
}

/** Returns one action for each rule that reports problems here and elsewhere, and has a fix that needs no decision. */
function fixesOfRules(brief: Brief, all: readonly Problem[], here: readonly Problem[], check: Check): CodeAction[] {
  const first = new Map<string, Problem>();
  for (const problem of here) if (!first.has(problem.rule) && certainFix(problem)) first.set(problem.rule, problem);
  return [...first].flatMap(([rule, problem]): CodeAction[] => {
    const ofRule = (problems: readonly Problem[]) => problems.filter((other) => other.rule === rule);
    // One more problem is enough to know. Making all fixes takes a while, and waits until the action is picked.
    if (!ofRule(all).some((other) => other !== problem && certainFix(other))) return [];
    const edits = () => fixAll(brief, (version) => ofRule(check(version)), certainFix).edits;
    return [{ title: say('Fix all {0} problems in this file', rule), kind: 'quickfix', problem, slow: true, edits }];
  });
}
