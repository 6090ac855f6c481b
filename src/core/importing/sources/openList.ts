/** Gives a heading to a list of sources that stands in a text without one. */

import { lineBreakOf } from '../../base/text';
import { sourceListsOf } from '../../brief/queries/sourceLists';
import type { Brief } from '../../brief/types';
import { edited } from '../../rules/fixes/edited';
import { sourcesHeading } from '../../rules/fixes/sources/heading';

/** Puts a heading above the first list of sources if no words announce one. */
export function headOpenList(brief: Brief): Brief {
  const { text, lines, sections } = brief;
  const list = sourceListsOf(brief)[0];
  if (!list || sections.some(({ kind }) => kind === 'sources')) return brief;
  const newLine = lineBreakOf(text);
  const line = lines.lineAt(list.span.start);
  const start = lines.startOf(line);
  const before = line === 0 ? '' : text.slice(lines.startOf(line - 1), lines.endOf(line - 1)).trim();
  const heading = `${before === '' ? '' : newLine}${newSourcesHeading(brief)}${newLine}${newLine}`;
  return edited(brief, [{ span: { start, end: start }, newText: heading }]);
}

/** The line of a heading for a new list of sources, on the level of the other sections. */
export function newSourcesHeading(brief: Brief): string {
  const { sections } = brief;
  const level = Math.min(...sections.map((each) => each.level), sections.length === 0 ? 2 : 6);
  return `${'#'.repeat(level)} ${sourcesHeading(brief)}`;
}
