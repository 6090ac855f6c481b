import type { Span } from '../../base/text';
import { MOST_TEX } from '../../document/mathMarks';
import type { BlockReading } from '../blocks/drafts';
import { movedSpan } from '../blocks/move';
import type { Brief, Field } from '../types';
import { meaningsWith } from './finders';

/**
 * The formulas of the body, in document order, as the page reads them: with their dollar signs, and without the marks of what
 * their lines stand in.
 *
 * @returns none where they are more than a page shows
 */
export function formulasOf(brief: Brief): readonly Field[] {
  const found: Field[] = [];
  let weight = 0;
  for (const { meaning, at } of withFormulas(brief))
    for (const { start, end } of formulasIn(meaning.dependencies.reading)) {
      weight += end - start;
      if (weight > MOST_TEX) return [];
      const span = { start: at + start, end: at + end };
      found.push({ value: meant(brief.content.slice(span.start, span.end)), span });
    }
  return found;
}

const withFormulas = meaningsWith(({ dependencies }) => formulasIn(dependencies.reading).length > 0);

/** In offsets from the start of a block. What a list of sources says is not read as Markdown. */
function formulasIn({ leaves, formulaBlocks }: BlockReading): readonly Span[] {
  const inText = leaves.flatMap(({ start, facts, entryContent }) =>
    entryContent ? [] : facts.formulas.map((span) => movedSpan(span, start)),
  );
  return [...inText, ...formulaBlocks].sort((a, b) => a.start - b.start);
}

/** In a cell of a table, a bar is escaped whatever it stands in. */
function meant(written: string): string {
  return written
    .replace(/\r\n?/g, '\n')
    .replace(/\n[ \t>]+/g, '\n')
    .replace(/\\\|/g, '|')
    .trim();
}
