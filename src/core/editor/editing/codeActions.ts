import { type EditorCommand, extentOf, type Fix, type InLibrary, type Problem } from '../../base/problem';
import { say } from '../../base/say';
import type { Span, TextEdit } from '../../base/text';
import type { Brief } from '../../brief/types';
import { importFinds } from '../../importing/importFinds';
import { type ConfigPlace, type FileEdit, waysOff } from '../turnOff/turnOff';
import { certainFix, fixAll } from './fixAll';

/** A change that is offered at a place. */
export interface CodeAction {
  /** What it does, as a command. */
  readonly title: string;
  /** One of LSP's kinds, or one of ours below it: `quickfix`, `refactor.extract.brief.figure`. */
  readonly kind: string;
  /** What it mends, for a quick fix. */
  readonly problem?: Problem;
  /** The most likely action; at most one for each problem. */
  readonly preferred?: boolean;
  /** Its edits take a while, and are certain to be some: a client may ask for them when it is picked. */
  readonly slow?: boolean;
  readonly edits: () => readonly TextEdit[];
  /** What an editor that can make files does in place of the edits. */
  readonly inLibrary?: InLibrary;
  /** It changes this file, and the brief not at all: for editors that make files. */
  readonly elsewhere?: FileEdit;
  /** The id of the figure that the edits declare without a title: an editor may ask for one then, and offer these words. */
  readonly untitled?: { readonly id: string; readonly words: string };
  /** An action that runs a command of the editor, without edits. */
  readonly command?: EditorCommand;
}

/** Finds the problems of a brief, as the settings want them. */
export type Check = (brief: Brief) => readonly Problem[];

/**
 * What can be done about the problems that overlap or touch `span`: the fixes of each, the likeliest first, then what an
 * editor does by a command, then to fix all of a rule, and last to turn each of their rules off: here, in this file, in
 * its folder.
 *
 * @param problems all of the brief
 * @param config what a rule is turned off in for the folder; null: nothing
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
  suggestSources: () => say('Suggest a source for each'),
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

/** One for each rule that reports something here and in other places, and has a fix that needs no decision. */
function fixesOfRules(brief: Brief, all: readonly Problem[], here: readonly Problem[], check: Check): CodeAction[] {
  const first = new Map<string, Problem>();
  for (const problem of here) if (!first.has(problem.rule) && certainFix(problem)) first.set(problem.rule, problem);
  return [...first].flatMap(([rule, problem]): CodeAction[] => {
    const ofRule = (problems: readonly Problem[]) => problems.filter((other) => other.rule === rule);
    // One more is enough to know: to make all fixes takes a while, and is done when this is picked.
    if (!ofRule(all).some((other) => other !== problem && certainFix(other))) return [];
    const edits = () => fixAll(brief, (version) => ofRule(check(version)), certainFix).edits;
    return [{ title: say('Fix all {0} problems in this file', rule), kind: 'quickfix', problem, slow: true, edits }];
  });
}
