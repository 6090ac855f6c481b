import type { TextEdit } from '../../base/text';
import type { Brief, SourceDeclaration } from '../../brief/types';

/** Rewrites `3. Title` as `- [3] Title`; null where the entry is not part of an ordered list. */
export function bracketEntry(brief: Brief, entry: SourceDeclaration | undefined): TextEdit | null {
  if (entry?.declaredIn !== 'section') return null;
  const { start } = entry.idSpan;
  const marker = /^(\d{1,9})[.)](?=\s|$)/.exec(brief.text.slice(start, start + 12));
  const lineStart = brief.lines.startOf(brief.lines.lineAt(start));
  if (!marker || !/^[ \t>]*$/.test(brief.text.slice(lineStart, start))) return null;
  return { span: { start, end: start + marker[0].length }, newText: `- [${entry.id}]` };
}
