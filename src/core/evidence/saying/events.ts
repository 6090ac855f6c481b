/** Tells which event a date stands for: "born" in "born in 1952". */
import type { TextSpan } from '../../base/text';
import { languageOf } from '../../languages';
import type { Events } from '../../languages/language';
import { endsOf } from '../matching/dates';
import type { CalendarDate } from '../numbers';
import { stem } from '../ranking/stem';

/** The word of an event beside its date, and its key: equal for forms of one word. */
export interface DatedEvent extends TextSpan {
  readonly key: string;
}

/** A date, and what happened then, if its text says so. */
interface Dated {
  readonly date: CalendarDate;
  readonly event: DatedEvent | null;
}

/** The dates of a text. */
interface DatedText {
  readonly text: string;
  readonly dates: readonly CalendarDate[];
  readonly language: string;
}

/** Returns the event that a text gives a year, a month or a day; null without one. */
export function eventOfDate(text: string, date: CalendarDate, language: string): DatedEvent | null {
  if (!/^\d{4}(?:-\d\d){0,2}$/.test(date.value)) return null;
  return eventsIn({ text, dates: [date], language })[0]?.event ?? null;
}

/**
 * Returns another event that a passage gives a claim's date, and the date that it gives the claim's event. Null if it gives the date
 * no event or the same one somewhere, or the claim's event no other date.
 */
export function otherEventIn(
  passage: DatedText,
  { value }: CalendarDate,
  claimed: DatedEvent,
): { readonly event: DatedEvent; readonly instead: CalendarDate } | null {
  const dated = eventsIn(passage);
  const isSame = ({ date }: Dated) => date.value.startsWith(value);
  const other = dated.find((one) => one.event?.key === claimed.key && /^\d{4}/.test(one.date.value) && !isSame(one));
  const here = dated.filter(isSame).map(({ event }) => event);
  const [event] = here;
  if (!other || !event || here.some((each) => !each || isForm(each.key, claimed.key))) return null;
  return { event, instead: value.length === 4 ? yearOf(other.date) : other.date };
}

/** True if one word is in the other: "elected" and "re-elected". */
function isForm(one: string, other: string): boolean {
  return one.includes(other) || other.includes(one);
}

function yearOf(date: CalendarDate): CalendarDate {
  const { value, surface } = date;
  return { ...date, value: value.slice(0, 4), surface: /\d{4}\p{Script=Han}?/u.exec(surface)?.[0] ?? surface };
}

/** Returns the dates of a text with their events. The two ends of a life are two dates: "(1891–1952)". */
function eventsIn({ text, dates, language }: DatedText): readonly Dated[] {
  const events = languageOf(language)?.events;
  if (!events) return [];
  return dates.flatMap(
    (date) => endsOfLife(text, date, events) ?? [{ date, event: eventBeside(text, date.span, events) }],
  );
}

/** Returns the word that stands right beside a date and says what happened then; null without one. */
function eventBeside(text: string, { start, end }: TextSpan, events: Events): DatedEvent | null {
  const from = Math.max(0, start - FARTHEST);
  const beside = text.slice(from, start);
  const before = LABEL.exec(beside) ?? events.leading.exec(beside);
  const behind = before ? null : events.following?.exec(text.slice(end, end + FARTHEST));
  const [match, offset] = before ? [before, from] : [behind, end];
  const word = match?.slice(1).find((group) => group !== undefined);
  if (!match || word === undefined) return null;
  const at = offset + match.index + match[0].indexOf(word);
  return { start: at, end: at + word.length, key: stem(word.toLowerCase()) };
}

/** A label before a date: "Born: c. 1400". */
const LABEL = /(?<!\p{L} ?)(\p{Lu}\p{L}{2,}): *(?:c\. *)?$/u;
/** Length of the text beside a date that is read, in UTF-16 units. */
const FARTHEST = 32;

/** Returns the two ends of a span of dates that is alone in parentheses; else null. */
function endsOfLife(text: string, date: CalendarDate, { life }: Events): readonly Dated[] | null {
  const { span, surface } = date;
  const isAlone = /[(（]/.test(text[span.start - 1] ?? '') && /[)）]/.test(text[span.end] ?? '');
  const ends = isAlone ? endsOf(date) : [];
  if (ends.length !== 2) return null;
  const said = surface.split(/ ?[–—-] ?/);
  return ends.map((end, i) => ({
    date: { ...end, surface: said[i] ?? surface },
    event: { ...span, key: stem(life[i] ?? '') },
  }));
}
