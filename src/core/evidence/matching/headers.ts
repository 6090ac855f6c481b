import { quickToCompile } from '../../languages/wordLists';
import { matches } from '../numbers/matches';

/**
 * Finds the scales that a text gives for the numbers of its tables, as powers of ten: 3 for "(in thousands)", 8 for 单位：亿元. They
 * stand in brackets, in a cell of their own, or in a phrase such as "expressed in thousands of U.S. dollars".
 *
 * @param text a passage, verbatim.
 * @param context text around it: each line may be a header or a caption.
 */
export function headerScales(text: string, context = ''): Set<number> {
  const found = new Set<number>();
  for (const note of notesIn(text)) addScales(note, found);
  for (const note of notesIn(context)) addScales(note, found);
  for (const line of context.split('\n')) addScales(line, found);
  return found;
}

const scales = (rows: readonly (readonly [exponent: number, words: string])[]): ReadonlyMap<string, number> =>
  new Map(rows.flatMap(([exponent, words]) => words.split(' ').map((word) => [word, exponent] as const)));

const WORDS = scales([
  [3, 'thousand thousands tausend milliers miles migliaia milhares tsd'],
  [6, 'million millions millionen millones milioni milhões milhoes mio mln'],
  [7, 'crore crores'],
  [9, 'billion billions milliarden milliards miliardi bilhões bilhoes mrd mld'],
  [12, 'trillion trillions'],
]);
/** Short forms that count only beside a currency: `£m`, `$'000`, `Mrd. €`, `TEUR`. */
const SHORT = scales([
  [3, "000 000s 000's k t th"],
  [6, 'm mm mn mio mln million millions'],
  [9, 'b bn bln md mds mrd mld billion billions'],
  [12, 'tn trn'],
]);
const HAN = scales([
  [3, '千 천'],
  [4, '万 萬 만'],
  [6, '百万 百萬 백만'],
  [7, '千万 千萬 천만'],
  [8, '亿 億 억'],
  [9, '十亿 十億 십억'],
  [12, '万亿 萬億 兆 조'],
]);

const oneOf = (words: ReadonlyMap<string, number>) => [...words.keys()].sort((a, b) => b.length - a.length).join('|');
const MONEY = '(?:[a-z]{0,3}[$€£¥]|usd|eur|gbp|rmb|cny|jpy|chf|inr|u\\.?s\\.? dollars|dollars|euros?)';
const IN = `(?:in|en|em) (?:${MONEY} ?)?`;
const WORD = `(?<s>${oneOf(WORDS)})(?![\\p{L}])`;

const PHRASE = new RegExp(quickToCompile(`(?<![\\p{L}])${IN}${WORD}`), 'giu');
/** Text before a phrase in the middle of a text: a stop, a currency, or a word for what the table shows. */
const BEFORE_PHRASE = new RegExp(
  `(?:[,:;]|(?<![\\p{L}])(?:${MONEY}|expressed|presented|stated|reported|shown|amounts?|figures|values|data|angaben|beträge|montants|importes|cifras|valori|valores)(?: (?:are|is))?(?: (?:shown|given|expressed|stated))?) $`,
  'iu',
);
const UNIT_LINE = /(?:单位|單位|単位|단위)[ \u3000]?[:：为為]?([^\n()（）|]{0,12})/g;
const BRACKETS = /[(（[]([^()（）[\]\n]{1,80})[)）\]]/g;

/** Yields the stretches of a text that may give the scale of its numbers. */
function* notesIn(text: string): Iterable<string> {
  for (const { 0: phrase, index } of matches(text, PHRASE)) {
    if (BEFORE_PHRASE.test(text.slice(Math.max(0, index - 40), index))) yield phrase;
  }
  for (const [, note = ''] of matches(text, UNIT_LINE)) yield note;
  for (const [, note = ''] of matches(text, BRACKETS)) yield note;
  if (!/[|\t]/.test(text)) return;
  for (const line of text.split('\n')) {
    if (/[|\t]/.test(line)) yield* line.split(/[|\t]/);
  }
}

/** A scale in words, at the start of a note, behind "in" or a currency: "in thousands", "Millions of euros", "$ millions". */
const IN_WORDS = new RegExp(quickToCompile(`(?:^ *|(?<![\\p{L}])${IN}|${MONEY} )${WORD}`), 'iu');
const AFTER_MONEY = new RegExp(`(?<![\\p{L}\\d])${MONEY} ?['’]?(?<s>${oneOf(SHORT)})(?![\\p{L}\\d])`, 'iu');
const BEFORE_MONEY = /(?<![\p{L}\d])(?<s>tsd|mio|mrd|mld|mds?|mn|bn|[tkm])\.? ?(?:€|eur(?:os?)?(?!\p{L})|usd|chf)/iu;
/** A scale alone in the brackets of a head: "Looms (m)". It may as well be metres. */
const ALONE = /^(?<s>m|mn|bn|k)$/u;
const THOUSANDS = /^ *['’]?(?<s>000)(?:['’]?s)? *$/iu;
const IN_HAN = new RegExp(
  `(?<![\\p{N}.．几数數一二三四五六七八九十])(?<s>${oneOf(HAN)})(?:元|円|圆|圓|美元|美金|人民|港|欧元|歐元|ドル|ユーロ|원|달러|人|名|명|吨|噸|トン|톤|台|户|戶|件|$)`,
  'u',
);
const PATTERNS: readonly (readonly [RegExp, ReadonlyMap<string, number>])[] = [
  [IN_WORDS, WORDS],
  [AFTER_MONEY, SHORT],
  [BEFORE_MONEY, new Map([...WORDS, ...SHORT])],
  [THOUSANDS, SHORT],
  [ALONE, SHORT],
  [IN_HAN, HAN],
];
const LONGEST_NOTE = 120;
/** Letters or noughts, which a note has; most cells hold only numbers. */
const MAY_SAY = /\p{L}|000/u;

function addScales(note: string, found: Set<number>): void {
  if (note.length > LONGEST_NOTE || !MAY_SAY.test(note)) return;
  for (const [pattern, exponents] of PATTERNS) {
    const said = pattern.exec(note)?.groups?.['s'];
    const exponent = said === undefined ? undefined : exponents.get(said.toLowerCase().replace('’', "'"));
    if (exponent !== undefined) found.add(exponent);
  }
}
