import { type Amount, inBaseUnit, type Quantity } from '.';
import { COMMA_DECIMALS } from './digits';

/** The number of a claim as it is written there, marks of emphasis within it included. */
export interface WrittenNumber {
  readonly written: string;
  readonly quantity: Quantity;
}

/**
 * The ways to write another number instead of a claim's, the likeliest first. They are guesses: the caller must read the
 * result again.
 *
 * @param other the number to write
 * @param times a factor for its value, if a table's header says "in thousands"
 * @param language of the claim, without script and region
 * @param sameLanguage whether the words of `other` are in it too
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

/** "Fell by 57 %" says what a table writes as -57 %: a claim that has no sign says it in words. */
function withSignOf({ written }: WrittenNumber, words: string): string {
  return SIGN.test(written) ? words : words.replace(SIGN, '');
}

const SIGN = /^[-−+△▲]/;

/** "Two thirds" stood at the start of its sentence. */
function lowered({ surface, kind }: Quantity): string {
  const capital = kind === 'date' || kind === 'currency' ? null : /^\p{Lu}(?=\p{Ll}{2})/u.exec(surface);
  return capital ? capital[0].toLowerCase() + surface.slice(1) : surface;
}

/** The claim's own writing with the value put in: "$0.5 billion" for 5亿美元 where the claim says "$0.6 billion". */
function inFormOf({ written, quantity }: WrittenNumber, other: Quantity, times: number, language: string) {
  if (quantity.kind === 'date' || other.kind === 'date') return withYear(written, quantity, other);
  if (!isSingle(quantity) || !isSingle(other)) return null;
  return withValue(written, quantity.low, Math.abs(other.low) * times * factorOf(other, quantity), language);
}

/**
 * A written number with another value, in the same form; without its sign.
 *
 * @param low what is written comes to
 * @returns null where it is not one number in digits, or needs more digits than one would show
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

/** The value of digits with this decimal sign; NaN if that is not possible. */
function valueIn(digits: string, decimal: string): number {
  const [whole = '', fraction, ...more] = digits.split(decimal);
  if (more.length > 0 || !/^(?:\d+|\d{1,3}(?:[.,'’ \u00A0\u2009\u202F]\d{3})+)$/.test(whole)) return Number.NaN;
  return Number(`${whole.replace(/\D/g, '')}.${fraction ?? '0'}`);
}

/** Whether thousands are parted by nothing: "4300", or a shorter number of a language that seldom parts them. */
function isUnparted(digits: string, language: string): boolean {
  return /\d{4}/.test(digits) || CJK.has(language);
}

/** Languages whose numbers are seldom parted by thousands. */
const CJK: ReadonlySet<string> = new Set(['zh', 'ja', 'ko']);

function isSingle({ low, high }: Amount): boolean {
  return low === high;
}

/** How many of the claim's unit are one of the other's. */
function factorOf(other: Amount, claim: Amount): number {
  if (other.unit === claim.unit || other.unit === null || claim.unit === null) return 1;
  return inBaseUnit(other.unit).factor / inBaseUnit(claim.unit).factor;
}

/** What parts groups of three digits; null where nothing does. */
function separatorIn(digits: string, decimal: string): string | null {
  const separator = /\d([.,'’ \u00A0\u2009\u202F])\d{3}(?!\d)/.exec(digits)?.[1];
  return separator === decimal ? null : (separator ?? null);
}

/** Null where more digits than a claim would show are needed, so that it would not be exact. */
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
