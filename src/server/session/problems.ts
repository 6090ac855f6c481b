/** Checks open briefs, and passes on what they say. */

import { today } from '../../core/base/dates';
import { type CheckOptions, checkBrief, type Problem } from '../../core/checking';
import type { OpenDocument } from '../documents/document';
import { guarding } from '../messages/answers';
import { leastShown } from '../settings';
import { hasKeyNumbers } from '../workspace/briefIndex';
import { later } from './later';
import type { State } from './state';

/** Delay after which changed numbers of a brief are compared with other briefs again, in milliseconds. */
const NUMBERS_REST = 300;

export function optionsFor(state: State, uri: string): CheckOptions {
  const { settings, configs, index, ruleFailed, formulas } = state;
  const config = configs.of(uri);
  const withoutKnown = config?.withoutKnown?.(uri);
  return {
    least: leastShown(settings),
    ...(withoutKnown ? { withoutKnown } : {}),
    rules: new Map([...(config?.rules ?? []), ...settings.rules]),
    elsewhere: index.elsewhere(uri),
    today,
    ruleFailed,
    formulaFault: formulas.faults(uri, () => checkAgain(state, uri)),
  };
}

/** All problems of a document. */
export function problemsOf(state: State, document: OpenDocument): readonly Problem[] {
  const problems = check(state, document);
  takeIn(state, document);
  return problems;
}

/** Returns all problems of a document, like `problemsOf`. The caller must call `takeIn` afterwards. */
export function check(state: State, document: OpenDocument): readonly Problem[] {
  const { found } = state;
  const { uri } = document;
  const last = found.get(uri);
  if (last?.document === document) return last.problems;
  const problems = checkBrief(document.brief(), optionsFor(state, uri));
  found.set(uri, { document, problems, isTakenIn: false });
  return problems;
}

/** Has the store of named files and the index take in what a checked document says. */
export function takeIn(state: State, document: OpenDocument): void {
  const { found, named, index } = state;
  const { uri } = document;
  named.update(document);
  const last = found.get(uri);
  if (last?.document !== document || last.isTakenIn) return;
  last.isTakenIn = true;
  index.seen(uri, document.brief());
  takeInSoon(state, uri);
}

/** The problems of a document to show at this moment, with a name for this state of them. */
export function visibleProblems(state: State, document: OpenDocument) {
  const { diagnostics, dependencies } = state;
  const problems = diagnostics.visible(document);
  takeIn(state, document);
  return { problems, resultId: `${document.version}.${dependencies}.${problems.length}` };
}

/** Shows the problems of a document again, as something besides its text has changed. */
export function refresh(state: State, document: OpenDocument): void {
  const { opening, diagnostics, log } = state;
  state.dependencies++;
  if (opening.has(document.uri)) return;
  guarding('The check of a document', () => diagnostics.refresh(document), log);
}

/** Checks an open brief again, though its text hasn't changed. */
function checkAgain(state: State, uri: string): void {
  const document = state.documents.brief(uri);
  if (!document) return;
  state.found.delete(uri);
  refresh(state, document);
}

/** Has the index take in what a document says, after a delay: a keystroke doesn't wait for it. */
function takeInSoon({ unrested, index, log }: State, uri: string): void {
  const isAboutTo = unrested.size > 0;
  unrested.add(uri);
  if (isAboutTo) return;
  later(log, NUMBERS_REST, () => {
    const all = [...unrested];
    unrested.clear();
    for (const one of all) index.rests(one);
  });
}

/** Compares the open briefs that have some numbers with other briefs again, soon. */
export function compareNumbers(state: State, ids: ReadonlySet<string>): void {
  const { changedNumbers, log } = state;
  const isAboutTo = changedNumbers.size > 0;
  for (const id of ids) changedNumbers.add(id);
  if (!isAboutTo) later(log, NUMBERS_REST, () => compareChanged(state));
}

function compareChanged(state: State): void {
  const changed = new Set(state.changedNumbers);
  state.changedNumbers.clear();
  for (const document of state.documents.briefs()) {
    const brief = document.brief();
    const hasFigure = hasKeyNumbers(brief) && brief.figures.some(({ id }) => id && changed.has(id.value));
    if (!hasFigure && !state.index.says(document.uri, changed)) continue;
    checkAgain(state, document.uri);
  }
}
