/** Powers of ten that a table's header, caption or note says of its numbers. */

const WORDS: ReadonlyMap<string, number> = new Map(
  (
    [
      [3, "thousand thousands 000 000's 000s k tausend tsd milliers mille miles mil migliaia milhares 千 천"],
      [4, '万 萬 만'],
      [6, 'million millions mm mn mln mio m millionen millones milioni milhões milhoes 百万 百萬 백만'],
      [7, '千万 千萬 천만 crore crores'],
      [8, '亿 億 억'],
      [9, 'billion billions bn b mrd milliarden milliards miliardi mld md 十亿 十億 십억'],
      [12, 'trillion trillions tn 万亿 萬億 兆 조'],
    ] as const
  ).flatMap(([exponent, words]) => words.split(' ').map((word) => [word, exponent] as const)),
);

const LATIN_SCALE =
  '(?<s>thousands?|millions?|billions?|trillions?|crores?|tausend|millionen|milliarden|tsd|mio|mrd|milliers|milliards|millones|miles|migliaia|milioni|miliardi|milhares|milhões|milhoes)(?![\\p{L}])';
const MONEY_WORD = '(?:[$€£¥]|[a-z]{0,3}\\$|usd|eur|gbp|rmb|cny|jpy|chf|inr|u\\.?s\\.? dollars?|dollars?|euros?)';

const PATTERNS: readonly RegExp[] = [
  // "(in thousands, except per share data)", "(millions of euros)", "expressed in thousands", "$ in millions".
  new RegExp(
    `(?:[(|[:,]|^|\\b(?:expressed|presented|stated|reported|amounts|figures|data|values|angaben|beträge|montants|importes|cifras|valori|valores)) ?(?:${MONEY_WORD} ?)?(?:are |is )?(?:shown |expressed |given )?(?:in|en|em) (?:${MONEY_WORD} )?${LATIN_SCALE}`,
    'gimu',
  ),
  new RegExp(
    `[(|[] ?(?:${MONEY_WORD} ?)?${LATIN_SCALE}(?: (?:of|de|d'|di) ?\\p{L}+)?\\.? ?(?:${MONEY_WORD} ?)?(?=[)|\\],;]|$)`,
    'gimu',
  ),
  new RegExp(`${MONEY_WORD} (?:in )?${LATIN_SCALE}(?= ?(?:[)|\\],;]|$))`, 'gimu'),
  // "$'000", "£000s", "€m", "US$ bn" alone in a cell, in brackets, or at the end of a heading.
  /(?<=^|[|([\t ,])(?:[a-z]{0,3}[$€£¥]|usd|eur|gbp|rmb|cny|chf) ?(?:'|’|‘)?(?<s>000(?:['’]?s)?|mm|mn|m|bn|b|k|tn|mio|mrd)(?= ?(?:[|)\]\t,;]|$))/gimu,
  /(?<=[|([])[ '’‘]*(?<s>000['’]?s?)(?= ?[|)\]])/gmu,
  // 单位：亿元, （单位：人民币百万元）, 単位：百万円, 단위: 억원.
  /(?:单位|單位|単位|단위)[^\S\n]*[:：为為]?[^\S\n]*(?:人民币|人民幣|美元|港币|港幣|新台币|新臺幣|US\$|HK\$|RMB)?[^\S\n]*(?<s>万亿|萬億|十亿|十億|百万|百萬|千万|千萬|亿|億|万|萬|千|兆|백만|천만|십억|억|천|만|조)/gu,
  /[(（](?:[^()（）\n]{0,12})?(?<s>万亿|萬億|十亿|十億|百万|百萬|千万|千萬|亿|億|万|萬|千|兆|백만|천만|십억|억|천|만|조)(?:元|円|圆|圓|美元|美金|人民币|人民幣|港元|欧元|歐元|ドル|ユーロ|원|달러|人|吨|噸|トン|명|톤)[^()（）\n]{0,8}[)）]/gu,
];

/** What may hold such a note; most texts hold none. */
const HINT =
  /thousand|million|billion|trillion|crore|tausend|milli|milh|mili|miles|migliaia|tsd|mio|mrd|000|[$€£¥][ '’]?[mbkt]|单位|單位|単位|단위|[(（]/iu;

/**
 * The scales that a text says of the numbers of its tables: 3 for "in thousands", 8 for 单位：亿元.
 *
 * @param text the passage, or what stands around it.
 */
export function headerScales(text: string): Set<number> {
  const found = new Set<number>();
  if (!HINT.test(text)) return found;
  for (const pattern of PATTERNS) {
    for (const match of text.matchAll(pattern)) {
      const exponent = WORDS.get((match.groups?.s ?? '').toLowerCase().replace('’', "'"));
      if (exponent !== undefined) found.add(exponent);
    }
  }
  return found;
}
