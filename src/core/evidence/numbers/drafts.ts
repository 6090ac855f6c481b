import { dateOf } from './calendar';
import { SMALL_COINS } from './currencies';
import { BLANK } from './fold';
import { readHedge } from './hedges';
import { measureAfter, measureBefore } from './measures';
import type { Bound, DateFound, Numeral, QuantityKind } from './quantity';

/** A number with its unit, before ranges are joined. */
export interface AmountDraft {
  readonly kind: Exclude<QuantityKind, 'date'>;
  readonly start: number;
  readonly end: number;
  readonly unit: string | null;
  /** Side of the number on which its unit stands, so that the ends of a range may share one. */
  readonly unitPlace: 'before' | 'after' | null;
  readonly low: number;
  readonly high: number;
  readonly step: number;
  readonly lowStep: number;
  readonly numeral: Numeral;
  readonly approximate: boolean;
  readonly bound: Bound | null;
}

export type Draft = AmountDraft | DateFound;

const SPACE = /[ \u00a0]/;

/**
 * Gives a numeral its sign, its unit and its hedges. Four bare digits become a year if they read like one.
 *
 * @param text folded and masked.
 */
export function draft(text: string, numeral: Numeral, language: string): Draft {
  const nth = text.charAt(numeral.start - 1) === '第';
  if (numeral.kind === 'ordinal' || nth)
    return plain(text, numeral, 'ordinal', nth ? numeral.start - 1 : numeral.start);
  const minus = minusBefore(text, numeral.start);
  const before = numeral.kind ? null : measureBefore(text, minus, language);
  const start = before ? minusBefore(text, before.at) : minus;
  const sign = minus < numeral.start || (before && start < before.at) ? -1 : 1;
  const after = numeral.kind || before ? null : measureAfter(text, counted(text, numeral), language);
  const measure = before ?? after;
  if (!measure) {
    const bare = plain(text, numeral, numeral.kind ?? 'number', start, sign);
    if (numeral.bareYear && sign > 0 && isYear(text, numeral, bare.bound !== null)) {
      const { value, first, last } = dateOf({ year: numeral.low });
      return { kind: 'date', start: numeral.start, end: numeral.end, value, first, last };
    }
    return bare;
  }
  const halfAfter = after && text[after.at] === '半' && measure.kind !== 'percent';
  const half = halfAfter || (after && text.startsWith('个半', numeral.end)) ? 0.5 : 0;
  const end = after ? after.at + (halfAfter ? 1 : 0) : numeral.end;
  // 两毛 is twenty fen: the coin between the two has no name in other languages.
  const jiao = measure.unit === 'jiao';
  const times = (value: number) => (measure.exponent === 0 ? value : Number(`${value}e${measure.exponent}`));
  const amount = (value: number) => sign * (times(value) + half) * (jiao ? 10 : 1);
  const step = half ? 0.1 : times(numeral.step) * (jiao ? 10 : 1);
  const [first, last] = [amount(numeral.low), amount(numeral.high)];
  const { approximate, bound } = hedges(text, start, end, numeral);
  return {
    kind: measure.kind,
    start,
    end,
    unit: jiao ? 'fen' : perHour(text, start, end, measure.unit),
    unitPlace: before ? 'before' : 'after',
    low: Math.min(first, last),
    high: Math.max(first, last),
    step,
    lowStep: step,
    numeral,
    approximate,
    bound,
  };
}

/** Returns the unit of a speed if a word beside the number says so: 时速60英里, 시속 80킬로미터. */
function perHour(text: string, start: number, end: number, unit: string): string {
  const speed = unit === 'km' ? 'km/h' : unit === 'mi' ? 'mph' : null;
  if (speed === null) return unit;
  return HOURLY.test(text.slice(Math.max(0, start - 6), start)) || /^的?时速/.test(text.slice(end, end + 3))
    ? speed
    : unit;
}

const HOURLY = /(?:时速|每小时|시속)[^\p{N}。，]{0,3}$/u;

/** Returns the offset where the unit of a numeral may begin: "half an hour" has an article between. */
function counted(text: string, { start, end, form }: Numeral): number {
  const article =
    form === 'words' && end - start === 4 && text.slice(start, end).toLowerCase() === 'half'
      ? ARTICLE.exec(text.slice(end, end + 4))
      : null;
  return end + (article?.[0].length ?? 0);
}

const ARTICLE = /^ an?(?= )/i;

function plain(text: string, numeral: Numeral, kind: AmountDraft['kind'], start: number, sign = 1): AmountDraft {
  const { end, low, high, step } = numeral;
  const { approximate, bound } = hedges(text, start, end, numeral);
  const unit = kind === 'percent' ? '%' : null;
  return {
    kind,
    start,
    end,
    unit,
    // 百分之三十至四十 has its unit once, before both ends.
    unitPlace: unit === null ? null : text.startsWith('百分', numeral.start) ? 'before' : 'after',
    low: sign < 0 ? -high : low,
    high: sign < 0 ? -low : high,
    step,
    lowStep: step,
    numeral,
    approximate,
    bound,
  };
}

function hedges(
  text: string,
  start: number,
  end: number,
  numeral: Numeral,
): Pick<AmountDraft, 'approximate' | 'bound'> {
  const around = readHedge(text, start, end);
  return {
    approximate: around.approximate || numeral.approximate === true,
    bound: around.bound ?? numeral.bound ?? null,
  };
}

/** Last characters of what may be a minus. */
const MAY_BE_MINUS = '-负下ス';

const MINUS_WORD =
  /(?:^|[^\p{L}])(?:minus|negative|(?<!(?:au|du|le|al|lo|no|o) )(?:moins|menos|meno)|마이너스)[ ]$|(?:负|零下|マイナス|-) ?$/iu;

/** Returns the offset where the minus before `start` begins, in a sign or a word; else `start`. */
function minusBefore(text: string, start: number): number {
  const spaced = text[start - 1] === ' ';
  const last = text[spaced ? start - 2 : start - 1];
  if (last === undefined || !(MAY_BE_MINUS.includes(last) || (spaced && 'seos스'.includes(last)))) return start;
  const match = MINUS_WORD.exec(text.slice(Math.max(0, start - 11), start));
  if (!match) return start;
  const said = match[0].trimStart().replace(/^[^\p{L}-]+/u, '');
  const at = start - said.length;
  if (!said.startsWith('-')) return at;
  if (said.length > 1 && SPACE.test(said.charAt(1))) return start;
  // "5-7" is a range, "F-16" a name; "<-30" and "(-3" are below nought.
  const previous = text[at - 1] ?? '';
  return previous === BLANK || /[\p{L}\p{N})\]%"'°-]/u.test(previous) ? start : at;
}

/** Joins the two parts of an amount in two units: "3 dollars 50 cents", "15 dollars and 50", 五元三毛, "5 feet 2 inches". */
export function joinUnits(text: string, drafts: readonly Draft[]): Draft[] {
  const joined: Draft[] = [];
  for (const next of drafts) {
    const last = joined.at(-1);
    const whole = last && last.kind !== 'date' && next.kind !== 'date' ? inTwoUnits(text, last, next) : null;
    if (whole) joined[joined.length - 1] = whole;
    else joined.push(next);
  }
  return joined;
}

const BETWEEN_UNITS = /^(?: |, | and )?$/;

function inTwoUnits(text: string, large: AmountDraft, small: AmountDraft): AmountDraft | null {
  if (large.unitPlace !== 'after' || large.low !== large.high || small.low !== small.high || small.low < 0) return null;
  if (small.start - large.end > 5 || !BETWEEN_UNITS.test(text.slice(large.end, small.start))) return null;
  const parts = partsOf(text, large, small);
  if (parts === null || small.low >= parts || !Number.isInteger(large.low)) return null;
  const value = (large.low * parts + small.low) / parts;
  return { ...large, end: small.end, low: value, high: value, step: small.step / parts, lowStep: small.step / parts };
}

/** Returns how many of the small unit make one of the large; null if the two don't go together. */
function partsOf(text: string, large: AmountDraft, small: AmountDraft): number | null {
  if (large.kind === 'currency' && small.kind === 'currency') {
    if (small.unit === 'fen') return large.unit === 'CNY' ? 100 : null;
    return SMALL_COINS.has(large.unit ?? '') ? null : (SMALL_COINS.get(small.unit ?? '') ?? null);
  }
  // 两块五 is short for 两块五毛.
  if (large.unit === 'CNY' && small.kind === 'number' && small.numeral.form === 'han') {
    return large.end === small.start && small.end - small.start === 1 && text[large.end - 1] === '块' ? 10 : null;
  }
  if (large.kind === 'currency' && small.kind === 'number' && !large.numeral.scaled && !small.numeral.scaled) {
    const next = text.slice(small.end, small.end + 2);
    const bare =
      Number.isInteger(small.low) &&
      small.step === 1 &&
      (small.numeral.form !== 'digits' || small.end - small.start === 2);
    return /^(?:$|[.,;!?)])|^ [^\p{L}]/u.test(next) &&
      bare &&
      /dollar|euro|pound/i.test(text.slice(large.start, large.end))
      ? 100
      : null;
  }
  if (
    large.unit === 'ft' &&
    (small.unit === 'in' || (small.unit === null && /^ in\b/.test(text.slice(small.end, small.end + 4))))
  )
    return 12;
  return null;
}

/**
 * True if four bare digits are a year, not a count.
 *
 * @param text folded; the numeral has neither unit nor scale.
 */
function isYear(text: string, { start, end, low }: Numeral, hedged: boolean): boolean {
  if (low < 1000 || low > 2150) return false;
  const before = text.slice(Math.max(0, start - 16), start);
  const after = text.slice(end, end + 24);
  if (/[$€£¥#]$/.test(before) || /^[ \u00a0]?[%‰]/.test(after)) return false;
  if (YEAR_BEFORE.test(before)) return !COUNTED.test(after);
  if (low < 1400) return false;
  if (hedged || COUNTED.test(after) || COUNTED_CJK.test(after)) return false;
  if (COUNT_BEFORE.test(before)) return false;
  return low >= 1900
    ? low <= 2099
    : /^(?:$|[ \u00a0]*[^\p{L}\p{N} ]|[ \u00a0](?:and|by|to|when|the|a|with|as|at|in|on|after|before|he|she|it|they)\b)/u.test(
        after,
      );
}

const YEAR_BEFORE =
  /(?:^|[^\p{L}])(?:in|since|until|till|during|year|years|before|after|from|by|late|early|mid|later than|seit|im Jahr|Jahr|en|depuis|desde|dal|nel|em|dans|fin|début)[ -]$/iu;
const COUNT_BEFORE =
  /(?:^|[^\p{L}])(?:about|over|nearly|almost|around|some|approximately|only|least|most|than|another|additional|total of|up to|等于|共|达|有)[ ]?$/iu;
const COUNTED =
  /^[ \u00a0-](?:people|men|women|children|employees|workers|jobs|units|cars|vehicles|deaths|cases|members|students|homes|houses|copies|shares|votes|troops|soldiers|patients|points|items|companies|stores|schools|more|times|other|new (?!year)|different|words|pages|metres|steps|species|sites|locations)/i;
const COUNTED_CJK =
  /^ ?(?:个|只|条|名|位|家|项|次|人|件|张|辆|艘|架|座|栋|套|份|批|组|台|户|所|多|余|명|개|人|件|社|台|か所)/u;
