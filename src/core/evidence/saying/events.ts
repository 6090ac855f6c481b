/** Tells which event a date stands for: "born" in "born in 1952". */
import { once } from '../../base/once';
import type { Span } from '../../base/text';
import { LANGUAGES } from '../../languages';
import type { CalendarDate } from '../numbers';
import { stem } from '../ranking/stem';

/** The word of an event beside its date, and its key: equal for forms of one word. */
export interface DatedEvent extends Span {
  readonly key: string;
}

/** A date, and what happened then, if its text says so. */
export interface Dated {
  readonly date: CalendarDate;
  readonly event: DatedEvent | null;
}

/** Returns the events of a text's dates, each with its date. The two ends of a life are two dates: "(1891–1952)". */
export function eventsOfDates(text: string, dates: readonly CalendarDate[], language: string): readonly Dated[] {
  return dates.flatMap(
    (date) => endsOfLife(text, date, language) ?? [{ date, event: eventOfDate(text, date.span, language) }],
  );
}

/** Returns the word that stands right beside a date and says what happened then; null without one. */
export function eventOfDate(text: string, { start, end }: Span, language: string): DatedEvent | null {
  const patterns = PATTERNS().get(language);
  if (!patterns) return null;
  const from = Math.max(0, start - FARTHEST);
  const beside = text.slice(from, start);
  const before = LABEL.exec(beside) ?? patterns.before.exec(beside);
  const behind = before ? null : patterns.behind?.exec(text.slice(end, end + FARTHEST));
  const [match, offset] = before ? [before, from] : [behind, end];
  const word = match?.slice(1).find((group) => group !== undefined);
  if (!match || word === undefined) return null;
  const at = offset + match.index + match[0].indexOf(word);
  return { start: at, end: at + word.length, key: stem(word.toLowerCase()) };
}

/** A label before a date: "Born: c. 1400". */
const LABEL = /(?<!\p{L} ?)(\p{Lu}\p{L}{2,}): *(?:c\. *)?$/u;

function endsOfLife(text: string, date: CalendarDate, language: string): readonly Dated[] | null {
  const { span, surface, value } = date;
  const words = PATTERNS().get(language)?.life;
  const days = value.split('/');
  const isAlone = /[(（]/.test(text[span.start - 1] ?? '') && /[)）]/.test(text[span.end] ?? '');
  if (!words || !isAlone || days.length !== 2) return null;
  const said = surface.split(/ ?[–—-] ?/);
  return days.map((day, i) => ({
    date: { ...date, value: day, surface: said[i] ?? surface },
    event: { ...span, key: stem(words[i] ?? '') },
  }));
}

const PATTERNS = once(
  () =>
    new Map(
      LANGUAGES.flatMap(({ tag, events }) =>
        events
          ? [
              [
                tag,
                {
                  before: new RegExp(`${events.before}$`, 'u'),
                  behind: events.behind === undefined ? null : new RegExp(`^(?:${events.behind})`, 'u'),
                  life: events.life,
                },
              ] as const,
            ]
          : [],
      ),
    ),
);

/** Length of the text beside a date that is read, in UTF-16 units. */
const FARTHEST = 32;
