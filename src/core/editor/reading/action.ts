import { say } from '../../base/say';
import { type Span, touches } from '../../base/text';
import { sourcesById } from '../../brief/queries/sources';
import type { Brief } from '../../brief/types';
import type { CodeAction } from '../editing/codeActions';
import { passagesOf } from './questions';

/** Offers to ask a second reader about the claim at a place, if it cites a source whose text is here. */
export function readingAction(brief: Brief, { start }: Span): CodeAction[] {
  const claim = brief.insights.find(({ span }) => touches(span, start));
  const byId = sourcesById(brief);
  if (!claim?.cites.some((id) => passagesOf(byId, id).length > 0)) return [];
  const title = say('Read against its sources, by a language model…');
  return [{ title, kind: 'quickfix', edits: () => [], command: 'readAgainstSources' }];
}
