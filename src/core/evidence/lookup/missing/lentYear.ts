import type { CalendarDate } from '../../numbers';
import type { PassagePlace } from '../../verdicts';
import type { SourceFacts } from '../types';

/**
 * Returns the place of a date in a passage that leaves out its year, as a report says "in June" or 第四季度. The source's title
 * must name the year, or the source was published in it, or within a year after the day.
 */
export function withLentYear(date: CalendarDate, sources: readonly SourceFacts[]): PassagePlace | null {
  const [, year, rest] = /^(\d{4})(-[^/]+)$/.exec(date.value) ?? [];
  if (year === undefined || rest === undefined) return null;
  const wanted = { ...date, value: `XXXX${rest}`, first: null, last: null };
  for (const facts of sources) {
    const { id, source, passages } = facts;
    const isOfTitle = passages.some((own) => own.passage.from === 'title' && own.numbers().dates.years.has(year));
    const published = source.published?.value;
    if (!isOfTitle && published !== year && !isWithinYearBefore(date.first, published)) continue;
    for (const passage of facts.numbers().mayHold(wanted)) {
      const found = passages[passage]?.numbers().dates.byText.get(wanted.value);
      // Dates with a year of their own are listed too.
      if (found?.value.startsWith('XXXX')) return { source: id, passage, ...found.span };
    }
  }
  return null;
}

/** True if a day (YYYY-MM-DD) lies in the year that ends with a date (YYYY-MM or YYYY-MM-DD). */
function isWithinYearBefore(day: string | null, end: string | undefined): boolean {
  const published = /^\d{4}-\d\d(?:-\d\d)?/.exec(end ?? '')?.[0];
  if (day === null || published === undefined) return false;
  const yearBefore = `${Number(published.slice(0, 4)) - 1}`.padStart(4, '0') + published.slice(4);
  return yearBefore < day && day.slice(0, published.length) <= published;
}
