import type { Fix } from '../../base/problem';
import { say } from '../../base/say';
import { contains, lineBreakOf, type Span, startingIn } from '../../base/text';
import { isExcused } from '../../brief/queries/blocks';
import type { Brief, Insight } from '../../brief/types';

/**
 * Marks the innermost section of an insight as its author's own judgement, by a comment under its heading. The mark includes
 * the sections inside it.
 *
 * @returns no fix if the section cites something, or has no second insight without a citation
 */
export function ownSectionFixes(brief: Brief, { section: index }: Insight): Fix[] {
  const section = index === null ? undefined : brief.sections[index];
  const heading = brief.blocks.find(({ kind, span }) => kind === 'heading' && span.start === section?.span.start);
  if (!section || !heading || citesIn(brief, section.span) || !missesSeveral(brief, section.span)) return [];
  const { text, lines } = brief;
  const lineBreak = lineBreakOf(text);
  const line = lines.lineAt(heading.span.end);
  const end = lines.endOf(line);
  const isParted = text.slice(lines.startOf(line + 1), lines.endOf(line + 1)).trim() === '';
  const newText = `${lineBreak}${lineBreak}<!-- brief: own -->${isParted ? '' : lineBreak}`;
  return [{ title: say('Mark this section as own judgement'), edits: [{ span: { start: end, end }, newText }] }];
}

function citesIn({ citations, insights, figures }: Brief, section: Span): boolean {
  return (
    startingIn(citations, section).length > 0 ||
    startingIn(insights, section).some(({ citedVia }) => citedVia !== null && citedVia !== 'own') ||
    figures.some(
      ({ span, cites, citedVia = 'own' }) => contains(section, span) && (cites.length > 0 || citedVia !== 'own'),
    )
  );
}

/** True if `citation/missing` reports two insights or more. */
function missesSeveral(brief: Brief, section: Span): boolean {
  const marked = new Set(brief.slips.filter(({ kind }) => kind === 'gap').map(({ insight }) => insight));
  let count = 0;
  for (const [index, { mustCite, citedVia, span }] of brief.insights.entries())
    if (mustCite !== null && citedVia === null && contains(section, span) && !marked.has(index))
      count += isExcused(brief, index) ? 0 : 1;
  return count > 1;
}
