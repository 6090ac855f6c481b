import { derive } from '../../base/derive';
import type { Finding } from '../../base/problem';
import { say } from '../../base/say';
import type { TextEdit } from '../../base/text';
import { sourcesWhere, sourceTest } from '../../brief/sources/meantSources';
import type { Brief, SourceDeclaration } from '../../brief/types';
import { bracketEntry } from '../fixes/bracketEntry';
import { sectionEntries } from '../fixes/declareSource';
import type { Rule } from '../rule';

/** Markdown counts an ordered list itself: what is typed as 3 may be read as 2, and then as another source. */
export const shownNumber: Rule = {
  code: 'source/shown-number',
  severity: 'warning',
  description: 'An entry of a sources list whose typed number is not the one that readers see.',
  *check({ brief }): Iterable<Finding> {
    for (const { declarations } of sourcesWhere(brief, isMisread)) {
      for (const declaration of declarations) {
        if (!misleads(declaration)) continue;
        const { id, idSpan, shownNumber } = declaration;
        yield {
          span: idSpan,
          message: say(
            'Readers see number {0} here, not {1}. Write "- [{1}] …", which every viewer shows as it is.',
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
    }
  },
};

const isMisread = sourceTest(({ declarations }) => declarations.some(misleads));

/** Where typed numbers repeat ("1. 1. 1."), the shown number is the id, and nobody is misled. */
function misleads({ id, shownNumber }: SourceDeclaration): boolean {
  return shownNumber !== undefined && String(shownNumber) !== id;
}

/** For each entry of an ordered list, the edits of all its entries: one alone would break the list in two. */
const bracketLists = derive((brief: Brief) => {
  const lists = new Map<SourceDeclaration, TextEdit[]>();
  let edits: TextEdit[] = [];
  for (const entry of sectionEntries(brief)) {
    const edit = bracketEntry(brief, entry);
    if (edit) {
      edits.push(edit);
      lists.set(entry, edits);
    } else edits = [];
  }
  return lists;
});
