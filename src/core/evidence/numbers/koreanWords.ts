import type { Numeral } from './quantity';

/**
 * Korea's own numbers, which count things below a hundred: 다섯 명, 열두 개, 스물네 시간. They begin a word and stand before
 * what they count; else their syllables are those of other words.
 */
export function readKoreanWords(text: string, at: number): Numeral | null {
  if (HANGUL.test(text[at - 1] ?? '')) return null;
  COUNTED.lastIndex = at;
  const [whole, tens, ones] = COUNTED.exec(text) ?? [];
  if (whole === undefined || (tens ?? ones) === undefined) return null;
  const value = (TENS.get(tens ?? '') ?? 0) + (ONES.get(ones ?? '') ?? 0);
  const end = at + (tens ?? '').length + (ones ?? '').length;
  return { start: at, end, form: 'words', low: value, high: value, step: 1, scaled: false, exponent: 0 };
}

const HANGUL = /\p{Script=Hangul}/u;
const TENS = new Map(
  ['열', '스물', '서른', '마흔', '쉰', '예순', '일흔', '여든', '아흔'].map((word, i) => [word, (i + 1) * 10]),
);
TENS.set('스무', 20);
const ONES = new Map(['한', '두', '세', '네', '다섯', '여섯', '일곱', '여덟', '아홉'].map((word, i) => [word, i + 1]));
const COUNTED = new RegExp(
  `(${[...TENS.keys()].join('|')})?(${[...ONES.keys()].join('|')})? ?(?:명|개|시간|달|번|살|가지|마리|대(?![\\p{L}])|권|잔|병|곳|사람|배|차례|편|척|채|건|팀|나라)`,
  'uy',
);

/** The code units that such a number starts with. */
export const KOREAN_STARTS: readonly number[] = [...TENS.keys(), ...ONES.keys()].map((word) => word.charCodeAt(0));
