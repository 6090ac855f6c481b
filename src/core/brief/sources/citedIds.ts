import { idsOf } from '../blocks/insights';
import { declaredFiguresOf } from '../queries/blocks';
import { countsOf } from '../queries/finders';
import { numberedPassagesOf } from '../queries/sources';
import type { Brief } from '../types';

/**
 * The ids that a brief cites, in its text and in its figures. Who cites a numbered passage cites its source. After an edit only the
 * edited block is looked at. `written` gives them as they are written, numbers of passages among them.
 */
export function citedIds(brief: Brief): { has(id: string): boolean; readonly written: () => ReadonlySet<string> } {
  const inText = idsInText(brief);
  // Those of a table of the body are citations of the text.
  const inFigures = new Set(declaredFiguresOf(brief).flatMap(({ cites }) => cites.map(({ value }) => value)));
  const isCited = (id: string) => inText.has(id) || inFigures.has(id);
  const numbered = numberedPassagesOf(brief);
  return {
    written: () => new Set([...inText.keys(), ...inFigures]),
    has: (id) => isCited(id) || (id === numbered?.source && [...numbered.numbers].some(isCited)),
  };
}

const idsInText = countsOf(({ citations }) => idsOf(citations));
