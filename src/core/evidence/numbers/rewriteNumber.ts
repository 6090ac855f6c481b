import { type Amount, inBaseUnit, type Quantity } from '.';
import { COMMA_DECIMALS } from './digits';

/** The number of a claim as written there, with marks of emphasis inside it. */
export interface WrittenNumber {
  readonly written: string;
  readonly quantity: Quantity;
}

/**
 * Returns the ways to write another number instead of a claim's, the likeliest first. They are guesses: the caller must read
 * the result again.
 *
 * @param other the number to write
 * @param times a factor for its value, if a table's header says "in thousands"
 * @param language of the claim, without script and region
 * @param sameLanguage true if the words of `other` are in it too
 */
export function rewritings(
  claim: WrittenNumber,
  other: Quantity,
  times: number,
  language: string,
  sameLanguage: boolean,
): string[] {
  const isVerbatim = sameLanguage && times === 1 && claim.written === claim.quantity.surface;
  const verbatim = isVerbatim ? withSignOf(claim, lowered(other)) : null;
  return [verbatim, inFormOf(claim, other, times, language)].filter((words) => words !== null);
}

/** Removes the sign if the claim has none: "fell by 57 %" says in words what a table writes as -57 %. */
function withSignOf({ written }: WrittenNumber, words: string): string {
  return SIGN.test(written) ? words : words.replace(SIGN, '');
}

const SIGN = /^[-−+△▲]/;

/** Removes the capital of "Two thirds", which stood at the start of its sentence. */
function lowered({ surface, kind }: Quantity): string {
  const capital = kind === 'date' || kind === 'currency' ? null : /^\p{Lu}(?=\p{Ll}{2})/u.exec(surface);
  return capital ? capital[0].toLowerCase() + surface.slice(1) : surface;
}

/** Puts the other value into the claim's own writing: "$0.5 billion" for 5亿美元 where the claim says "$0.6 billion". */
function inFormOf({ written, quantity }: WrittenNumber, other: Quantity, times: number, language: string) {
  if (quantity.kind === 'date' || other.kind === 'date') return withYear(written, quantity, other);
  if (!isSingle(quantity) || !isSingle(other)) return null;
  return withValue(written, quantity.low, Math.abs(other.low) * times * factorOf(other, quantity), language);
}

/**
 * Returns a written number with another value, in the same form and without its sign.
 *
 * @param low the value of what is written
 * @returns null if it isn't one number in digits, or needs more digits than a claim would show
 */
export function withValue(written: string, low: number, value: number, language: string): string | null {
  const found = [...written.matchAll(DIGITS)];
  const [digits] = found[0] ?? [];
  if (digits === undefined || found.length !== 1) return null;
  for (const decimal of COMMA_DECIMALS.has(language) ? [',', '.'] : ['.', ',']) {
    const shown = valueIn(digits, decimal);
    const exponent = Math.log10(Math.abs(low) / shown);
    if (!(Math.abs(exponent - Math.round(exponent)) < 1e-9)) continue;
    const separator = separatorIn(digits, decimal) ?? (isUnparted(digits, language) ? '' : decimal === '.' ? ',' : '.');
    const text = inDigits(value / 10 ** Math.round(exponent), decimal, separator);
    if (text !== null) return written.replace(digits, () => text);
  }
  return null;
}

const DIGITS = /\d(?:[\d.,'’ \u00A0\u2009\u202F]*\d)?/g;

/** Returns the value of digits with this decimal sign; NaN if that isn't possible. */
function valueIn(digits: string, decimal: string): number {
  const [whole = '', fraction, ...more] = digits.split(decimal);
  if (more.length > 0 || !/^(?:\d+|\d{1,3}(?:[.,'’ \u00A0\u2009\u202F]\d{3})+)$/.test(whole)) return Number.NaN;
  return Number(`${whole.replace(/\D/g, '')}.${fraction ?? '0'}`);
}

/** True if thousands have no separator: "4300", or a shorter number in a language that seldom has one. */
function isUnparted(digits: string, language: string): boolean {
  return /\d{4}/.test(digits) || CJK.has(language);
}

/** Languages whose numbers seldom have separators. */
const CJK: ReadonlySet<string> = new Set(['zh', 'ja', 'ko']);

function isSingle({ low, high }: Amount): boolean {
  return low === high;
}

/** Returns the factor that converts the other amount's unit to the claim's. */
function factorOf(other: Amount, claim: Amount): number {
  if (other.unit === claim.unit || other.unit === null || claim.unit === null) return 1;
  return inBaseUnit(other.unit).factor / inBaseUnit(claim.unit).factor;
}

/** Returns the separator of groups of three digits; null if there is none. */
function separatorIn(digits: string, decimal: string): string | null {
  const separator = /\d([.,'’ \u00A0\u2009\u202F])\d{3}(?!\d)/.exec(digits)?.[1];
  return separator === decimal ? null : (separator ?? null);
}

/** Writes a value in digits. Null if it needs more digits than a claim would show, and so wouldn't be exact. */
function inDigits(value: number, decimal: string, separator: string): string | null {
  if (!(value >= 0.0001 && value < 1e15)) return null;
  const rounded = Number(value.toPrecision(12));
  const [whole = '', fraction] = String(rounded).split('.');
  if ((fraction?.length ?? 0) > MOST_DECIMALS) return null;
  const grouped = rounded >= 1000 ? whole.replace(/\B(?=(?:\d{3})+$)/g, separator) : whole;
  return fraction === undefined ? grouped : grouped + decimal + fraction;
}

const MOST_DECIMALS = 4;

function withYear(written: string, claimed: Quantity, other: Quantity): string | null {
  const year = /^(?:FY)?(\d{4})(?:-Q[1-4])?$/;
  const from = year.exec(String(claimed.value))?.[1];
  const to = year.exec(String(other.value))?.[1];
  if (from === undefined || to === undefined || written.split(from).length !== 2) return null;
  return String(claimed.value).replace(from, to) === other.value ? written.replace(from, to) : null;
}
