import type { LocalSpan, TextEdit } from '../../base/text';
import { inDollars, MOST_TEX } from '../../document/mathMarks';
import { inside, movedSpan } from '../../document/moved';
import type { BlockReading } from '../blocks/drafts';
import type { Brief, Field } from '../types';
import { meaningsWith } from './finders';

/**
 * Returns the formulas of the body, in document order, as the page reads them: with the marks around them, and without the
 * marks of quotations around their lines.
 *
 * @returns an empty list if they are longer together than a page shows
 */
export function formulasOf(brief: Brief): readonly Field[] {
  const found: Field[] = [];
  let weight = 0;
  for (const { meaning, at } of withFormulas(brief))
    for (const local of formulasIn(meaning.dependencies.reading)) {
      const span = movedSpan(local, at);
      weight += span.end - span.start;
      if (weight > MOST_TEX) return [];
      found.push({ value: meant(brief.content.slice(span.start, span.end)), span });
    }
  return found;
}

/** Returns edits that put all formulas in `\(…\)` and `\[…\]` into dollar signs. */
export function formulasInDollars(brief: Brief): TextEdit[] {
  if (!/\\[([]/.test(brief.text)) return [];
  return [...withFormulas(brief)].flatMap(({ meaning, at }) =>
    formulasIn(meaning.dependencies.reading).flatMap((span) => inDollars(brief.text, movedSpan(span, at))),
  );
}

const withFormulas = meaningsWith(({ dependencies }) => formulasIn(dependencies.reading).length > 0);

/** Finds the formulas of a block. Entries of a list of sources aren't read as Markdown. */
function formulasIn({ leaves, formulaBlocks }: BlockReading): readonly LocalSpan[] {
  const inText = leaves.flatMap((leaf) =>
    leaf.entryContent ? [] : leaf.facts.formulas.map((span) => inside(span, leaf)),
  );
  return [...inText, ...formulaBlocks].sort((a, b) => a.start - b.start);
}

/** Returns a formula as the page reads it. A cell of a table escapes each bar, also in formulas. */
function meant(written: string): string {
  return written
    .replace(/\r\n?/g, '\n')
    .replace(/\n[ \t>]+/g, '\n')
    .replace(/\\\|/g, '|')
    .trim();
}
