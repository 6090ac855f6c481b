/** What is said of the numbers of a chart to those who do not see it, by language. */
import type { ChartSentences } from '../../model/figures/chartWords';

const western = {
  comma: ', ',
  semicolon: '; ',
  colon: ': ',
  stop: '.',
  at: (value: string, x: string) => `${value} (${x})`,
};
const chineseMarks = {
  comma: '，',
  semicolon: '；',
  colon: '：',
  stop: '。',
  at: (value: string, x: string) => `${value}（${x}）`,
};
const arabicMarks = { ...western, comma: '، ', semicolon: '؛ ' };

const english: ChartSentences = {
  ...western,
  of: (y, x) => `${y} by ${x}`,
  fromTo: (first, last) => `from ${first} to ${last}`,
  lowest: (value) => `lowest ${value}`,
  highest: (value) => `highest ${value}`,
  more: (count) => `and ${count} more`,
};

const chinese: ChartSentences = {
  ...chineseMarks,
  of: (y, x) => `按${x}的${y}`,
  fromTo: (first, last) => `从${first}到${last}`,
  lowest: (value) => `最低${value}`,
  highest: (value) => `最高${value}`,
  more: (count) => `另有${count}项`,
};

const sentences: ReadonlyMap<string, ChartSentences> = new Map<string, ChartSentences>([
  ['en', english],
  ['zh', chinese],
  [
    'de',
    {
      ...western,
      of: (y, x) => `${y} nach ${x}`,
      fromTo: (first, last) => `von ${first} bis ${last}`,
      lowest: (value) => `niedrigster Wert ${value}`,
      highest: (value) => `höchster Wert ${value}`,
      more: (count) => `und ${count} weitere`,
    },
  ],
  [
    'fr',
    {
      ...western,
      semicolon: ' ; ',
      colon: ' : ',
      of: (y, x) => `${y} par ${x}`,
      fromTo: (first, last) => `de ${first} à ${last}`,
      lowest: (value) => `minimum ${value}`,
      highest: (value) => `maximum ${value}`,
      more: (count) => `et ${count} de plus`,
    },
  ],
  [
    'es',
    {
      ...western,
      of: (y, x) => `${y} por ${x}`,
      fromTo: (first, last) => `de ${first} a ${last}`,
      lowest: (value) => `mínimo ${value}`,
      highest: (value) => `máximo ${value}`,
      more: (count) => `y ${count} más`,
    },
  ],
  [
    'ja',
    {
      ...chineseMarks,
      comma: '、',
      of: (y, x) => `${x}別の${y}`,
      fromTo: (first, last) => `${first}から${last}まで`,
      lowest: (value) => `最小${value}`,
      highest: (value) => `最大${value}`,
      more: (count) => `ほか${count}件`,
    },
  ],
  [
    'ko',
    {
      ...western,
      of: (y, x) => `${x}별 ${y}`,
      fromTo: (first, last) => `${first}에서 ${last}까지`,
      lowest: (value) => `최저 ${value}`,
      highest: (value) => `최고 ${value}`,
      more: (count) => `외 ${count}개`,
    },
  ],
  [
    'ar',
    {
      ...arabicMarks,
      of: (y, x) => `${y} حسب ${x}`,
      fromTo: (first, last) => `من ${first} إلى ${last}`,
      lowest: (value) => `الأدنى ${value}`,
      highest: (value) => `الأعلى ${value}`,
      more: (count) => `و${count} غيرها`,
    },
  ],
  [
    'he',
    {
      ...western,
      of: (y, x) => `${y} לפי ${x}`,
      fromTo: (first, last) => `מ־${first} עד ${last}`,
      lowest: (value) => `הנמוך ביותר ${value}`,
      highest: (value) => `הגבוה ביותר ${value}`,
      more: (count) => `ועוד ${count}`,
    },
  ],
  [
    'fa',
    {
      ...arabicMarks,
      of: (y, x) => `${y} بر پایهٔ ${x}`,
      fromTo: (first, last) => `از ${first} تا ${last}`,
      lowest: (value) => `کمترین ${value}`,
      highest: (value) => `بیشترین ${value}`,
      more: (count) => `و ${count} مورد دیگر`,
    },
  ],
]);

const traditionalChinese: ChartSentences = {
  ...chinese,
  fromTo: (first, last) => `從${first}到${last}`,
  more: (count) => `另有${count}項`,
};

/** The sentences for a language tag (BCP 47); English where we have none of its own. */
export function chartSentencesFor(language: string): ChartSentences {
  if (/^zh[-_](?:.+[-_])?(?:hant|tw|hk|mo)\b/i.test(language)) return traditionalChinese;
  return sentences.get(language.toLowerCase().split(/[-_]/)[0]?.replace(/^iw$/, 'he') ?? '') ?? english;
}
