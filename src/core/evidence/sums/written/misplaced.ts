import { derive } from '../../../base/derive';
import { contains, type LocalSpan, type Span } from '../../../base/text';
import type { ResolvedBlock } from '../../../brief/blocks/parsedBlock';
import { meaningsWith } from '../../../brief/queries/finders';
import type { Brief } from '../../../brief/types';
import { movedSpan } from '../../../document/moved';
import { readExpression } from './expression';

/**
 * Yields the spans of the calculations that belong to no number, in document order. They stand in comments outside of any
 * insight and outside of the cells of a table's body. Only blocks that an edit changed are looked at.
 */
export function misplacedCalculations(brief: Brief): readonly Span[] {
  return withMisplaced(brief).flatMap(({ meaning, at }) => misplacedIn(meaning).map((span) => movedSpan(span, at)));
}

const withMisplaced = meaningsWith((meaning) => misplacedIn(meaning).length > 0);

/** Finds the misplaced calculations of a block. */
const misplacedIn = derive(({ dependencies: { reading, language }, insights }: ResolvedBlock): readonly LocalSpan[] => {
  const cells = () => reading.tables.flatMap(({ rows }) => rows.slice(1).flatMap(([_head, ...row]) => row));
  return reading.comments.flatMap((comment): LocalSpan[] => {
    if (comment.kind !== 'computed' || readExpression(comment.words.value, language) === null) return [];
    const isPlaced = [...insights, ...cells()].some(({ span }) => contains(span, comment.span));
    return isPlaced ? [] : [comment.words.span];
  });
});
