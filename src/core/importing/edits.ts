import type { TextEdit } from '../base/text';
import type { Brief } from '../brief/types';
import { bracketEntry } from '../rules/fixes/bracketEntry';
import { sectionEntries } from '../rules/fixes/declareSource';
import { edited } from '../rules/fixes/edited';

/** The brief after removals. Two of them may both remove the space between them. */
export function withRemovals(brief: Brief, removals: readonly TextEdit[]): Brief {
  const merged: TextEdit[] = [];
  for (const edit of [...removals].sort((a, b) => a.span.start - b.span.start)) {
    const before = merged.at(-1);
    if (!before || before.span.end <= edit.span.start) merged.push(edit);
    else {
      const end = Math.max(before.span.end, edit.span.end);
      merged[merged.length - 1] = { span: { start: before.span.start, end }, newText: before.newText + edit.newText };
    }
  }
  return edited(brief, merged);
}

/** The brief with its ordered lists of sources as `- [n] …`: an entry that comes or goes changes no number of another one. */
export function inBrackets(brief: Brief): Brief {
  return edited(
    brief,
    sectionEntries(brief).flatMap((entry) => bracketEntry(brief, entry) ?? []),
  );
}
