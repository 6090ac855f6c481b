/** Marks that may say nothing: reviews of no insight, which cannot be read or stand where they speak of nothing, and own judgement. */

import { movedSpan } from '../blocks/move';
import type { ResolvedBlock } from '../blocks/parsedBlock';
import { meaningsWith } from '../queries/finders';
import type { Brief, IdleMark, OwnComment } from '../types';

/** Review marks that belong to no insight, in document order: only blocks that an edit changed are looked at. */
export function idleMarks(brief: Brief): readonly IdleMark[] {
  const marks: IdleMark[] = [];
  for (const { meaning, at } of withIdleMarks(brief))
    for (const mark of idleIn(meaning)) marks.push({ ...mark, span: movedSpan(mark.span, at) });
  return marks;
}

/** Comments that are to mark sections as own judgement, in document order: only blocks that an edit changed are looked at. */
export function ownComments(brief: Brief): readonly OwnComment[] {
  const found: OwnComment[] = [];
  for (const { meaning, at } of withOwnComments(brief))
    for (const { span } of ownIn(meaning))
      found.push({ span: movedSpan(span, at), marksSection: meaning.dependencies.marksSection });
  return found;
}

const withOwnComments = meaningsWith((meaning) => ownIn(meaning).length > 0);

function ownIn({ dependencies }: ResolvedBlock) {
  return dependencies.reading.comments.filter(({ kind }) => kind === 'own');
}

const withIdleMarks = meaningsWith((meaning) => idleIn(meaning).length > 0);

/** With spans that count from the start of the block. */
function idleIn({ dependencies, insights }: ResolvedBlock): IdleMark[] {
  const marks = dependencies.reading.comments.filter((comment) => comment.kind === 'verified');
  if (marks.length === 0) return [];
  const counted = new Set(insights.map(({ review }) => review?.span.start));
  return marks.flatMap(({ span, says }): IdleMark[] => {
    if ('fault' in says) return [{ span, ...says }];
    return counted.has(span.start) ? [] : [{ span, fault: 'place', written: '' }];
  });
}
