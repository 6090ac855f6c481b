/** What the checks find in open briefs. */
import { type CheckOptions, checkBrief, type Problem } from '../../core/checking';
import type { OpenDocument } from '../documents/document';
import { guarding } from '../messages/answers';
import { today } from '../pages/today';
import { leastShown } from '../settings';
import { hasKeyNumbers } from '../workspace/briefIndex';
import { later } from './later';
import type { State } from './state';

/** How long figures of one brief may change before others are compared with them again, in milliseconds. */
const FIGURES_REST = 300;

export function optionsFor({ settings, configs, index, ruleFailed }: State, uri: string): CheckOptions {
  const config = configs.of(uri);
  const withoutKnown = config?.withoutKnown?.(uri);
  return {
    least: leastShown(settings),
    ...(withoutKnown ? { withoutKnown } : {}),
    rules: new Map([...(config?.rules ?? []), ...settings.rules]),
    elsewhere: index.elsewhere(uri),
    today,
    ruleFailed,
  };
}

/** All problems of a document. */
export function problemsOf(state: State, document: OpenDocument): readonly Problem[] {
  const { found, named, index } = state;
  const { uri } = document;
  const last = found.get(uri);
  const isKnown = last?.document === document;
  const problems = isKnown ? last.problems : checkBrief(document.brief(), optionsFor(state, uri));
  found.set(uri, { document, problems });
  named.update(document);
  if (!isKnown) index.seen(uri, document.brief());
  return problems;
}

/** The problems of a document to show at this moment, with a name for this state of them. */
export function visibleProblems({ diagnostics, dependencies }: State, document: OpenDocument) {
  const problems = diagnostics.visible(document);
  return { problems, resultId: `${document.version}.${dependencies}.${problems.length}` };
}

/** Shows the problems of a document again, as something besides its text has changed. */
export function refresh(state: State, document: OpenDocument): void {
  const { opening, diagnostics, log } = state;
  state.dependencies++;
  if (opening.has(document.uri)) return;
  guarding('The check of a document', () => diagnostics.refresh(document), log);
}

/** Compares the open briefs that have some figures with other briefs again, soon. */
export function compareFigures(state: State, ids: ReadonlySet<string>): void {
  const { changedFigures, log } = state;
  const isAboutTo = changedFigures.size > 0;
  for (const id of ids) changedFigures.add(id);
  if (!isAboutTo) later(log, FIGURES_REST, () => compareChanged(state));
}

function compareChanged(state: State): void {
  const changed = new Set(state.changedFigures);
  state.changedFigures.clear();
  for (const document of state.documents.briefs()) {
    const brief = document.brief();
    if (!hasKeyNumbers(brief) || !brief.figures.some(({ id }) => id && changed.has(id.value))) continue;
    state.found.delete(document.uri);
    refresh(state, document);
  }
}
