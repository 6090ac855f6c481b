/**
 * One spelling for what is written in several: full-width forms, spaces that do not break, dashes, apostrophes, and
 * the traditional characters of numerals and units. Every character gives exactly one, so that offsets stay.
 */
export function fold(text: string): string {
  return PLAIN.test(text) ? text : text.replace(FOLDED, (char) => FOLDS.get(char) ?? fromFullWidth(char));
}

/** Stands where a stretch of the text must not be read as a number. */
export const BLANK = '\u0000';

/** `text` with each span as long as before, and unreadable. */
export function blank(text: string, pattern: RegExp): string {
  return text.replace(pattern, (match) => BLANK.repeat(match.length));
}

/** Nothing that ASCII can print has a second spelling. */
const PLAIN = /^[\t\n\r -~]*$/;

const PAIRS =
  '萬万億亿兩两點点個个幾几餘余負负雙双對对貳贰弐贰參叁叄叁陸陆圓圆幣币歐欧鎊镑韓韩頓吨噸吨歲岁歳岁時时週周華华攝摄過过約约達达數数將将於于廣广盧卢馬马銖铢倫伦鐘钟畝亩裡里號号節节條条頁页會会產产紀纪後后開开間间連连' +
  "–-—-‒-―-−-﹣-‐-‑-〜~∼~～~’'‘'′'ʼ'µμ";

const FOLDS: ReadonlyMap<string, string> = new Map([
  ...Array.from({ length: PAIRS.length / 2 }, (_, i) => [PAIRS.charAt(2 * i), PAIRS.charAt(2 * i + 1)] as const),
  ['\u0000', ' '],
  ...'\u00a0\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f'
    .split('')
    .map((c) => [c, '\u00a0'] as const),
  ['\u3000', ' '],
  ['￥', '¥'],
]);
const FOLDED = new RegExp(`[${[...FOLDS.keys()].join('')}\uff01-\uff0b\uff0d-\uff5d]`, 'gu');

function fromFullWidth(char: string): string {
  return String.fromCharCode(char.charCodeAt(0) - 0xfee0);
}
