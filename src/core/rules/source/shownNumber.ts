import type { Finding } from '../../base/problem';
import { say } from '../../base/say';
import type { Unplaced } from '../../base/text';
import type { SourceDeclaration } from '../../brief/types';
import { bracketLists } from '../fixes/bracketEntry';
import { sourceRule } from '../rule';

/**
 * Reports entries with a wrong number. Markdown counts an ordered list itself, so a typed 3 may be shown as 2, and then be
 * another source.
 */
export const shownNumber = sourceRule({
  code: 'source/shown-number',
  severity: 'warning',
  description: 'An entry of a sources list whose typed number differs from the number that readers see.',
  where: ({ declarations }) => declarations.some(misleads),
  *check({ declarations }, { brief }): Iterable<Finding> {
    for (const declaration of declarations) {
      if (!misleads(declaration)) continue;
      const { id, idSpan, shownNumber } = declaration;
      yield {
        span: idSpan,
        message: say(
          'Readers see number {0} here, not {1}. Write "- [{1}] …", which every viewer shows as written.',
          shownNumber ?? '',
          id,
        ),
        fixes: () => {
          const edits = bracketLists(brief).get(declaration);
          const title = say('Write the entries of this list as "- [n] …"');
          return edits ? [{ title, edits, preferred: true, safe: true }] : [];
        },
      };
    }
  },
});

/**
 * True if the shown number isn't the id. With repeated numbers ("1. 1. 1."), the shown number is the id, and nobody is
 * misled.
 */
function misleads({ id, shownNumber }: Unplaced<SourceDeclaration>): boolean {
  return shownNumber !== undefined && String(shownNumber) !== id;
}
