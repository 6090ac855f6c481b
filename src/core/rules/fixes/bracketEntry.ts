import { derive } from '../../base/derive';
import type { TextEdit } from '../../base/text';
import type { Brief, SourceDeclaration } from '../../brief/types';
import { sectionEntries } from './declareSource';

/** Rewrites `3. Title` as `- [3] Title`; null where the entry is not part of an ordered list. */
export function bracketEntry(brief: Brief, entry: SourceDeclaration | undefined): TextEdit | null {
  if (entry?.declaredIn !== 'section') return null;
  const { start } = entry.idSpan;
  const marker = /^(\d{1,9})[.)](?=\s|$)/.exec(brief.content.slice(start, start + 12));
  const lineStart = brief.lines.startOf(brief.lines.lineAt(start));
  if (!marker || !/^[ \t>]*$/.test(brief.content.slice(lineStart, start))) return null;
  return { span: { start, end: start + marker[0].length }, newText: `- [${entry.id}]` };
}

/** The entries of a brief's ordered lists of sources, each with what writes it as `- [n] …`. */
export const bracketEdits = derive(
  (brief: Brief): ReadonlyMap<SourceDeclaration, TextEdit> =>
    new Map(
      sectionEntries(brief).flatMap((entry): [SourceDeclaration, TextEdit][] => {
        const edit = bracketEntry(brief, entry);
        return edit ? [[entry, edit]] : [];
      }),
    ),
);

/** For each entry of an ordered list, the edits of all its entries: one alone would break the list in two. */
export const bracketLists = derive((brief: Brief): ReadonlyMap<SourceDeclaration, readonly TextEdit[]> => {
  const lists = new Map<SourceDeclaration, TextEdit[]>();
  let edits: TextEdit[] = [];
  for (const entry of sectionEntries(brief)) {
    const edit = bracketEdits(brief).get(entry);
    if (edit) {
      edits.push(edit);
      lists.set(entry, edits);
    } else edits = [];
  }
  return lists;
});
