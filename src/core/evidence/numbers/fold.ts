import { SIMPLIFIED } from '../../languages/han';

/**
 * Writes in one way what has several spellings: full-width forms, non-breaking spaces, dashes, apostrophes, and the traditional
 * characters of numerals and units. Every character becomes exactly one, so that offsets stay.
 */
export function fold(text: string): string {
  const pieces: string[] = [];
  let at = 0;
  for (let i = 0; i < text.length; i++) {
    const folded = FOLDS[text.charCodeAt(i)];
    if (!folded) continue;
    pieces.push(text.slice(at, i), String.fromCharCode(folded));
    at = i + 1;
  }
  if (at > 0) pieces.push(text.slice(at));
  let folded = at === 0 ? text : pieces.join('');
  if (folded.includes(MIDDLE_DOT)) folded = folded.replace(DECIMAL_DOTS, '.');
  return folded.includes(NO_BREAK) ? folded.replace(PARTS_WORDS, ' ') : folded;
}

/** A decimal point in the middle of the line, as journals write it: 12·6%. As a sign of multiplication, it has spaces. */
const MIDDLE_DOT = '·';
const DECIMAL_DOTS = /(?<=(?<![\d·.,])\d{1,6})·(?=\d{1,3}(?![\d·]))/g;
const NO_BREAK = '\u00a0';
/** A non-breaking space that is like any other, as in `3.&nbsp;Mai&nbsp;2024`. Between groups of digits it stays. */
const PARTS_WORDS = /(?<!\d)\u00a0|\u00a0(?!\d{3}(?!\d))/g;

/** Replaces characters that must not be read as a number. */
export const BLANK = '\u0000';

/** Replaces each match by {@link BLANK}s of the same length. */
export function blank(text: string, pattern: RegExp): string {
  return text.replace(pattern, (match) => BLANK.repeat(match.length));
}

const PAIRS = `${SIMPLIFIED}–-—-‒-―-−-﹣-‐-‑-〜~∼~～~’'‘'′'ʼ'µμ`;

const SPACES = '\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f';

/** Replacement of each code unit, 0 if it stays. A table, because every character of every text is looked up in it. */
const FOLDS = new Uint16Array(0x10000);
for (let code = 0xff01; code <= 0xff5d; code++) if (code !== 0xff0c) FOLDS[code] = code - 0xfee0;
for (let i = 0; i < PAIRS.length; i += 2) FOLDS[PAIRS.charCodeAt(i)] = PAIRS.charCodeAt(i + 1);
for (const space of SPACES) FOLDS[space.charCodeAt(0)] = 0xa0;
FOLDS[BLANK.charCodeAt(0)] = 0x20;
FOLDS[0x3000] = 0x20;
FOLDS['￥'.charCodeAt(0)] = '¥'.charCodeAt(0);
