import { applyEdits, type TextEdit } from '../base/text';
import { parseChanged } from '../brief/parseBrief';
import type { Brief } from '../brief/types';
import { bracketEntry } from '../rules/fixes/bracketEntry';
import { sectionEntries } from '../rules/fixes/declareSource';

/** The brief after edits; the same object without edits. Among overlapping edits, the first to start is made. */
export function edited(brief: Brief, edits: readonly TextEdit[]): Brief {
  const sorted = [...edits].sort((a, b) => a.span.start - b.span.start || a.span.end - b.span.end);
  const apart: TextEdit[] = [];
  for (const edit of sorted) if (edit.span.start >= (apart.at(-1)?.span.end ?? 0)) apart.push(edit);
  if (apart.length === 0) return brief;
  return parseChanged(brief, applyEdits(brief.text, apart));
}

/** The same for removals. Two of them may both remove the space between them. */
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
