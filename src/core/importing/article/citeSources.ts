/** Turns a brief whose numbers cite passages of one article into one whose numbers cite sources. */

import { differenceBetween } from '../../base/content';
import { applyEdits, type Span, type TextEdit } from '../../base/text';
import { parseChanged } from '../../brief/parseBrief';
import { sourceOf } from '../../brief/queries/citedSources';
import { numberedPassagesOf } from '../../brief/queries/sources';
import type { Brief } from '../../brief/types';
import { removeLines } from '../../rules/fixes/remove';
import { withStubs } from '../complete';
import { createNotes } from '../report';

/**
 * Removes `cite: passages`, and declares each number by an empty entry, as an import does. The article stays a source.
 *
 * @returns null where the numbers of the brief cite no passages, or where the key cannot be taken out
 */
export function citeSources(brief: Brief): TextEdit | null {
  const id = numberedPassagesOf(brief)?.source;
  const cite = id === undefined ? undefined : sourceOf(brief, id)?.declarations.find((each) => each.cite)?.cite;
  if (id === undefined || !cite) return null;
  const key = brief.text.lastIndexOf('cite', cite.span.start - 1);
  const without = parseChanged(brief, applyEdits(brief.text, [withoutKey(brief, { start: key, end: cite.span.end })]));
  if (numberedPassagesOf(without) || !sourceOf(without, id)) return null;
  return differenceBetween(brief.text, withStubs(without, createNotes()).text);
}

/** Takes a key out: its line, or what parts it from its neighbours within braces, or the next key comes in its place. */
function withoutKey(brief: Brief, { start, end }: Span): TextEdit {
  const { text, lines } = brief;
  const line = lines.lineAt(start);
  if (text.slice(lines.startOf(line), start).trim() === '') return removeLines(brief, { start, end });
  const before = /,[ \t]*$/.exec(text.slice(lines.startOf(line), start))?.[0].length ?? 0;
  const after = before > 0 ? 0 : (/^[ \t]*(?:,[ \t]*|(?:\r\n?|\n)[ \t]*)?/.exec(text.slice(end))?.[0].length ?? 0);
  return { span: { start: start - before, end: end + after }, newText: '' };
}
