import type { Brief, SourceDeclaration } from '../../brief';
import type { Finding } from '../../problem';
import type { TextEdit } from '../../text';
import { bracketEntry } from '../fixes/bracketEntry';
import { sectionEntries } from '../fixes/declareSource';
import type { Rule } from '../rule';

/** Markdown counts an ordered list itself: what is typed as 3 may be read as 2, and then as another source. */
export const shownNumber: Rule = {
  code: 'source/shown-number',
  severity: 'warning',
  description: 'An entry of a sources list whose typed number is not the one that readers see.',
  *check({ brief }): Iterable<Finding> {
    for (const { declarations } of brief.sources) {
      for (const declaration of declarations) {
        const { id, idSpan, shownNumber } = declaration;
        // Where typed numbers repeat ("1. 1. 1."), the shown number is the id, and nobody is misled.
        if (shownNumber === undefined || String(shownNumber) === id) continue;
        yield {
          span: idSpan,
          message: `Readers see number ${shownNumber} here, not ${id}. Write "- [${id}] …", which every viewer shows as it is.`,
          fixes: () => [
            {
              title: 'Write the entries of this list as "- [n] …"',
              edits: bracketList(brief, declaration),
              preferred: true,
              safe: true,
            },
          ],
        };
      }
    }
  },
};

/** All entries of the ordered list, since one alone would break the list in two. */
function bracketList(brief: Brief, declaration: SourceDeclaration): TextEdit[] {
  const entries = sectionEntries(brief);
  const at = entries.indexOf(declaration);
  let first = at;
  let last = at;
  while (first > 0 && bracketEntry(brief, entries[first - 1])) first--;
  while (last + 1 < entries.length && bracketEntry(brief, entries[last + 1])) last++;
  return entries.slice(first, last + 1).flatMap((entry) => bracketEntry(brief, entry) ?? []);
}
