/** Finds the review marks that say nothing, as they can't be read or belong to no insight, and the marks of own judgement. */

import type { Local } from '../../base/text';
import { movedSpan } from '../../document/moved';
import type { ResolvedBlock } from '../blocks/parsedBlock';
import { meaningsWith } from '../queries/finders';
import type { Brief, IdleMark, OwnComment } from '../types';

/** Returns the review marks that belong to no insight, in document order. Looks only at edited blocks. */
export function idleMarks(brief: Brief): readonly IdleMark[] {
  const marks: IdleMark[] = [];
  for (const { meaning, at } of withIdleMarks(brief))
    for (const mark of idleIn(meaning)) marks.push({ ...mark, span: movedSpan(mark.span, at) });
  return marks;
}

/** Returns the comments that should mark sections as own judgement, in document order. Looks only at edited blocks. */
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

/** Finds the idle review marks of a block. */
function idleIn({ dependencies, insights }: ResolvedBlock): Local<IdleMark>[] {
  const marks = dependencies.reading.comments.filter((comment) => comment.kind === 'verified');
  if (marks.length === 0) return [];
  const counted = new Set(insights.map(({ review }) => review?.span.start));
  return marks.flatMap(({ span, says }): Local<IdleMark>[] => {
    if ('fault' in says) return [{ span, ...says }];
    return counted.has(span.start) ? [] : [{ span, fault: 'place', written: '' }];
  });
}
