import { derive, steady } from '../../base/derive';
import { sameList } from '../../base/same';
import { idsOf } from '../blocks/insights';
import { declaredFiguresOf } from '../queries/blocks';
import { countsOf } from '../queries/finders';
import { numberedPassagesOf } from '../queries/sources';
import type { Brief } from '../types';
import type { NumberedPassages } from './numberedPassages';

export interface CitedIds {
  has(id: string): boolean;
  /** Returns the ids as they are written, numbers of passages among them. */
  readonly written: () => ReadonlySet<string>;
}

/**
 * Returns the ids that a brief cites, in its text and in its figures: the same object as long as the ids are the same. A
 * citation of a numbered passage cites its source, too. After an edit, only the edited block is looked at.
 */
export function citedIds(brief: Brief): CitedIds {
  const inText = idsInText(brief);
  // Sources of a table in the body are citations of the text.
  const inFigures = declaredFiguresOf(brief).flatMap(({ cites }) => cites.map(({ value }) => value));
  return citedBy(inText, sameIds(inText, inFigures), numberedPassagesOf(brief));
}

const idsInText = countsOf(({ citations }) => idsOf(citations));

const sameIds = steady<readonly string[]>(sameList);

const citedBy = derive(
  (inText: ReadonlyMap<string, number>, inFigures: readonly string[], numbered: NumberedPassages | null): CitedIds => {
    const ids = new Set([...inText.keys(), ...inFigures]);
    const isCited = (id: string) => ids.has(id);
    return {
      written: () => ids,
      has: (id) => isCited(id) || (id === numbered?.source && [...numbered.numbers].some(isCited)),
    };
  },
);
