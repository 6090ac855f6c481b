import { say } from '../../base/say';
import { touches } from '../../base/text';
import { sourceOf } from '../../brief/queries/citedSources';
import type { Brief } from '../../brief/types';
import type { Block } from '../../evidence/cards/markup';
import { locatorOf, nearestPassage, passageBlocks } from '../../evidence/cards/passage';
import { notesBlocks, sourceCard } from '../../evidence/cards/sourceCard';

/**
 * What a completion says about its source: its card, and the passage that is nearest to the insight being written.
 *
 * @param offset where it is to be cited
 * @returns nothing where no such source is declared
 */
export function sourceDocumentation(brief: Brief, id: string, offset: number): readonly Block[] {
  const source = sourceOf(brief, id);
  if (!source) return [];
  const insight = brief.insights.find(({ span }) => touches(span, offset));
  const text = insight?.sentences.findLast(({ span }) => span.start <= offset)?.text ?? insight?.text;
  const place = text === undefined ? null : nearestPassage(brief, source, text);
  const card = sourceCard(brief, source);
  const notes = notesBlocks(source);
  if (!place) return [card, ...notes];
  const where: Block = { kind: 'lines', lines: [[`${say('Nearest passage')}${locatorOf(brief, place)}`]] };
  return [card, { kind: 'rule' }, where, ...passageBlocks(brief, place), ...notes];
}
