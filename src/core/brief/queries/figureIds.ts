/** The ids of the figures of a brief. */

import { derive } from '../../base/derive';
import type { Brief, Field } from '../types';
import { declaredFiguresOf } from './blocks';

/** Returns the ids of the declared figures, each at the first figure that has it. */
export const figureIds = derive((brief: Brief): ReadonlyMap<string, Field> => {
  const first = new Map<string, Field>();
  for (const { id } of declaredFiguresOf(brief)) if (id && !first.has(id.value)) first.set(id.value, id);
  return first;
});

/** Returns an id at the first figure that has it; undefined if no figure has. */
export function firstFigureId(brief: Brief, id: string): Field | undefined {
  return figureIds(brief).get(id);
}

/** True if an image of the text has a label, as Pandoc and its filters write it. */
export function hasLabel(brief: Brief, label: string): boolean {
  return labelsOf(brief).has(label);
}

const labelsOf = derive(
  (brief: Brief): ReadonlySet<string> => new Set(Array.from(brief.text.matchAll(LABEL), ([, label = '']) => label)),
);

/** `![…](one.png){#fig:one}`, `\label{fig:one}`. */
const LABEL = /(?:\{#|\\label\{|\(\\#)fig:([^\s{}()]{1,200})/g;
