import { idsOf } from '../blocks/insights';
import { declaredFiguresOf } from '../queries/blocks';
import { countsOf } from '../queries/finders';
import type { Brief } from '../types';

/** The ids that a brief cites, in its text and in its figures. After an edit only the edited block is looked at. */
export function citedIds(brief: Brief): { has(id: string): boolean } {
  const inText = idsInText(brief);
  // Those of a table of the body are citations of the text.
  const inFigures = new Set(declaredFiguresOf(brief).flatMap(({ cites }) => cites.map(({ value }) => value)));
  return { has: (id) => inText.has(id) || inFigures.has(id) };
}

const idsInText = countsOf(({ citations }) => idsOf(citations));
