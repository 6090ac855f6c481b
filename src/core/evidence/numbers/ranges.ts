import { type Dated, dateAt, dateOf, dateRange } from './calendar';
import type { AmountDraft, Draft } from './drafts';
import type { DateFound } from './quantity';

/**
 * Joins two neighbours that are the ends of one range ("12 to 14 million", 3万至5万, "2014-2018") or the parts of one share ("nine
 * in ten"). A first end without scale or unit takes the second's.
 *
 * @param text folded and masked.
 */
export function joinRanges(text: string, drafts: readonly Draft[]): Draft[] {
  const joined: Draft[] = [];
  for (const next of drafts) {
    const last = joined.at(-1);
    const whole = last && next.start - last.end <= 20 ? join(text, last, next) : null;
    if (whole) joined[joined.length - 1] = whole;
    else joined.push(next);
  }
  return joined;
}

const DASH = /^(?: ?[-~] ?| ?[至到] ?|-to-|から|에서 ?|부터 ?)$/;
const TO = /^ (?:to|through|till|until|bis|bis zu|à|a|até|hasta|al|to the end of|to the) $/i;
const AND = /^(?: (?:and|und|et|y|e|to) | ?[和与与及] ?)$/i;
const BETWEEN = /(?:\bbetween|\bzwischen|\bentre|\btra|\bfra|介于|位于|在) ?(?:the )?$/i;
const FROM = /(?:\bfrom|\bvon|\bde|\bdu|\bdesde|\bda|[从由自]) ?$/i;
const BY = /\bby $/i;
/** Largest ratio between the ends of a range of one quantity. */
const FAR_APART = 10;
const RANGING = /(?:\brang(?:e|es|ed|ing) from|\banywhere from) $/i;
const SHARE = /^ (?:(?:\p{L}{4,12} )?(?:in|out of)(?: every)?|von|sur|de cada|em cada|su) $/iu;
/** Words of a share whose whole comes first: 10人中有9人, 3人に1人, 10명 중 9명. */
const SHARE_AFTER = /^(?:人(?:に|のうち|中)|[个名]?人?[中里]?就?有|명 ?중 ?)$/;
/** Any of these patterns. Most text between two numbers matches none. */
const JOINS = new RegExp([DASH, TO, AND, SHARE, SHARE_AFTER].map(({ source }) => source).join('|'), 'iu');

function join(text: string, first: Draft, second: Draft): Draft | null {
  const middle = text.slice(first.end, second.start);
  if (!JOINS.test(middle)) return null;
  const before = text.slice(Math.max(0, first.start - 16), first.start);
  const isTo = DASH.test(middle) || TO.test(middle);
  const isBetween = AND.test(middle) && (BETWEEN.test(before) || /^之间/.test(text.slice(second.end, second.end + 2)));
  if (first.kind === 'date' || second.kind === 'date') {
    return isTo || isBetween ? joinDates(first, second) : null;
  }
  if (SHARE.test(middle)) return joinShare(text, first, second);
  if (SHARE_AFTER.test(middle)) return joinShare(text, second, first);
  if (!isTo && !isBetween) return null;
  // "Fell by €160 million to €250 million" gives a change and its result. Percentages after "by" are mostly a range.
  const leads = BY.test(before) && TO.test(middle) && !isShare(first) && !isShare(second);
  if (leads && (first.unitPlace !== null || second.low > first.high * FAR_APART)) return null;
  // "rose from 5% to 7%" gives two values, and nothing between them.
  const change =
    FROM.test(before) &&
    !RANGING.test(before) &&
    first.unitPlace !== null &&
    !/^之间/.test(text.slice(second.end, second.end + 2));
  if (change) return null;
  // "Between 704 and 700".
  return isBetween && first.low > second.high && BETWEEN.test(before)
    ? joinReversed(first, second)
    : joinAmounts(first, second);
}

function isShare({ unit }: AmountDraft): boolean {
  return unit === '%' || unit === 'pp';
}

function joinAmounts(first: AmountDraft, second: AmountDraft): AmountDraft | null {
  if (first.low !== first.high || second.low !== second.high) return null;
  if (first.kind === 'ordinal' || second.kind === 'ordinal') return null;
  const kind = first.unit === null ? second.kind : first.kind;
  if (first.unit !== null && second.unit !== null && (first.kind !== second.kind || first.unit !== second.unit))
    return null;
  if (second.unit === null && first.unitPlace === 'after') return null;
  const share =
    second.numeral.scaled &&
    !first.numeral.scaled &&
    Math.abs(first.low) < Math.abs(second.numeral.low / 10 ** second.numeral.exponent);
  const scale = (value: number) => (share ? Number(`${value}e${second.numeral.exponent}`) : value);
  // ‰ and basis points have scaled the second already.
  const unitScale =
    first.unit === null && second.unit !== null && second.numeral.low !== 0
      ? Math.abs(second.low / second.numeral.low)
      : 1;
  const adjust = (value: number) => scale(value) * (unitScale > 0 && unitScale < 1 ? unitScale : 1);
  const low = adjust(first.low);
  if (!(low < second.high)) return null;
  return {
    ...second,
    kind,
    unit: first.unit ?? second.unit,
    unitPlace: first.unit === null ? second.unitPlace : first.unitPlace,
    start: first.start,
    low,
    lowStep: adjust(first.step),
    approximate: first.approximate || second.approximate,
    bound: null,
  };
}

/** Joins the ends of a range that is said from its upper end. */
function joinReversed(first: AmountDraft, second: AmountDraft): AmountDraft | null {
  const whole = joinAmounts({ ...second, end: first.end }, { ...first, end: second.end });
  return whole && { ...whole, start: first.start, end: second.end };
}

function joinShare(text: string, part: AmountDraft, whole: AmountDraft): AmountDraft | null {
  // "One barn in four"; but "two plants in four countries" are no share.
  const isOne = part.low === 1 && part.numeral.form === 'words';
  if (/^ \p{L}{4,} (?:in|out of)/u.test(text.slice(part.end, whole.start)) && !isOne) return null;
  const isOutOf = /^ out of/.test(text.slice(part.end, whole.start));
  const plain = [part, whole].every(
    ({ unit, low, high, numeral }) =>
      (unit === null || isOutOf) && low === high && Number.isInteger(low) && !numeral.scaled && !numeral.bareYear,
  );
  if (
    !plain ||
    part.low < 1 ||
    part.low >= whole.low ||
    whole.low > (part.low === 1 ? 1e6 : 1000) ||
    part.kind !== 'number' ||
    (whole.kind !== 'number' && !isOutOf)
  )
    return null;
  const next = /^ (?:the|a|months?|years?|days?|minutes?|games?|matches|weeks?|hours?)\b/.test(
    text.slice(whole.end, whole.end + 9),
  );
  if (next) return null;
  const value = part.low / whole.low;
  return {
    ...part,
    start: Math.min(part.start, whole.start),
    end: Math.max(part.end, whole.end),
    low: value,
    high: value,
    step: 0,
    lowStep: 0,
    numeral: { ...part.numeral, fraction: true },
  };
}

function joinDates(first: Draft, second: Draft): DateFound | null {
  const to = asDate(second, null);
  const from = asDate(first, to);
  if (!from || !to || from.value.includes('/') || to.value.includes('/')) return null;
  const whole = dateRange(from, asDate(second, from) ?? to);
  if (whole.first !== null && whole.last !== null && whole.first > whole.last) return null;
  return dateAt(whole, first.start, second.end);
}

/**
 * Returns a draft as a date. A bare number is a date only beside one that shows its meaning: 1995 in 1995-1997年, 5 in "5-7
 * May".
 */
function asDate(draft: Draft, other: Dated | null): Dated | null {
  if (draft.kind === 'date') {
    // 3月5日至8日: the second takes the month of the first.
    const month = /^(.{4})-(\d\d)-\d\d$/.exec(other?.value ?? '');
    const day = /^XXXX-XX-(\d\d)$/.exec(draft.value)?.[1];
    if (month && day !== undefined) return partsOf(month[1], month[2], Number(day));
    return draft;
  }
  if (draft.kind !== 'number' || draft.unit !== null || draft.low !== draft.high) return null;
  if (draft.numeral.bareYear && draft.low >= 1000) return dateOf({ year: draft.low });
  const month = /^(.{4})-(\d\d)-\d\d$/.exec(other?.value ?? '');
  const isDay = Number.isInteger(draft.low) && draft.low >= 1 && draft.low <= 31;
  return month && isDay ? partsOf(month[1], month[2], draft.low) : null;
}

function partsOf(year: string | undefined, month: string | undefined, day: number): Dated {
  return dateOf({
    ...(year === undefined || year === 'XXXX' ? {} : { year: Number(year) }),
    month: Number(month),
    day,
  });
}
