import type { CalendarDate } from '../numbers';
import type { PassagePlace } from '../verdicts';
import type { SourceFacts } from './types';

/**
 * The place of a date in a passage that leaves its year out, as a report says "in June" or 第四季度: the year is that of
 * the source's title, or the day is the last such one before the source was published.
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
      // One with a year of its own is listed too.
      if (found?.value.startsWith('XXXX')) return { source: id, passage, ...found.span };
    }
  }
  return null;
}

/** Whether a day, as YYYY-MM-DD, lies in the year that ends with another. */
function isWithinYearBefore(day: string | null, end: string | undefined): boolean {
  const published = /^\d{4}-\d\d(?:-\d\d)?/.exec(end ?? '')?.[0];
  if (day === null || published === undefined) return false;
  const yearBefore = `${Number(published.slice(0, 4)) - 1}`.padStart(4, '0') + published.slice(4);
  return yearBefore < day && day.slice(0, published.length) <= published;
}
