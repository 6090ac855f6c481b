import { applyEdits, type TextEdit } from '../../base/text';
import { parseChanged } from '../../brief/parseBrief';
import type { Brief } from '../../brief/types';

/** The brief after edits; the same object without edits. Among overlapping edits, the first to start is made. */
export function edited(brief: Brief, edits: readonly TextEdit[]): Brief {
  const sorted = [...edits].sort((a, b) => a.span.start - b.span.start || a.span.end - b.span.end);
  const apart: TextEdit[] = [];
  for (const edit of sorted) if (edit.span.start >= (apart.at(-1)?.span.end ?? 0)) apart.push(edit);
  if (apart.length === 0) return brief;
  return parseChanged(brief, applyEdits(brief.text, apart));
}
