import { isLatin, isSpace } from './characters';

/** Words in or around a numeral that make it a name, an idiom or a label, and no quantity. */

const set = (lists: readonly string[]): ReadonlySet<string> => new Set(lists.flatMap((list) => list.split('|')));

// ── Chinese ─────────────────────────────────────────────────────────────────────────────────────────────────

/** Places, companies, terms, set phrases and function words. */
const HAN_WORDS = set([
  '四川|四平|四海|五角大楼|五粮液|五台山|五环|五菱|五洲|五常|五官|五金|五行|五毒|五四|六合|六盘水|六安|七喜|七夕|八达岭|八卦|八一|九江|九龙|九州|九寨|九华|九鼎|三星|三峡|三亚|三明|三门峡|三一重工|三井|三菱|三洋|三国|三农|三角|三军|三原|三资|三聚|三七|三维|三元|三氧化|二手|二战|二胡|二氧化|二甲|二维|二者|二话|四氯|五氧化|一氧化|一战|三者|两会|两岸|两极|两性|两难|两全',
  '十足|十分|十字|十堰|十全十美|双十一|双十二|九一八|一二九|六一儿童|六四|百度|百姓|百货|百合|百科|百胜|百事|百叶|百里|百搭|百般|百分百|百老汇|百丽|百威|千岛|千禧|千方百计|千军万马|千差万别|千丝万缕|千里迢迢|千家万户|千篇一律|千变万化|万一|万达|万科|万物|万能|万圣|万岁|万分|万众|万里|万事|万象|万豪|万国|万隆|万有|万家|万无一失|亿万|万万|成千上万',
  '一些|一下|一样|一起|一直|一定|一般|一旦|一切|一致|一方面|一度|一时|一向|一律|一并|一再|一贯|一线|一带一路|一体|一流|一心|一路|一边|一面|一共|一同|一如|一概|一举|一经|一道|一点|一生|一代|一手|一身|一味|一番|一系列|一部分|一大批|一开始|一来|一去|一看|一听|一想|一会|一行|一连|一齐|一瞬|一刻|一口气|一股|一目了然|一窝蜂|统一|唯一|之一|单一|同一|逐一|专一|合一|不一|划一|惟一|归一|初一',
  '周一|周二|周三|周四|周五|周六|星期一|星期二|星期三|星期四|星期五|星期六|张三|李四|王五|赵六|老三|老二|小三|乱七八糟|七上八下|五颜六色|四面八方|四通八达|三三两两|一五一十|三番五次|三心二意|丢三落四|朝三暮四|四舍五入|五花八门|九牛一毛|十有八九|八仙|接二连三|独一无二|不三不四|再三|三思|举一反三|进退两难',
  '零售|零件|零食|零碎|零星|第三方|第三产业',
]);

/** The first two characters of each word as one number. Most places have none of these, which is seen without a copy. */
const HAN_PAIRS: ReadonlySet<number> = new Set([...HAN_WORDS].map((word) => pairAt(word, 0)));

function pairAt(text: string, at: number): number {
  return text.charCodeAt(at) * 0x10000 + text.charCodeAt(at + 1);
}

/** Text behind such a word that makes it a numeral after all: 十分之一, 一点五, 万里程. */
const UNLESS_BEFORE: ReadonlyMap<string, RegExp> = new Map([
  ['十分', /^[之钟]/],
  ['万分', /^之/],
  ['万里', /^程/],
  ['一点', /^ ?[零〇一二三四五六七八九]/],
  ['三元', /^[/,，。、]|^$/],
]);
/** 千万别 is "by no means"; 五一假期 a holiday. */
const ONLY_BEFORE = /千万[别不要注小记]|五一[假黄小劳节]/y;

/** Returns the end of the Chinese word that a numeral at `at` belongs to and that counts nothing; else -1. */
export function hanWordEnd(text: string, at: number): number {
  ONLY_BEFORE.lastIndex = at;
  if (ONLY_BEFORE.test(text)) return at + 2;
  for (let start = at; start >= Math.max(0, at - 2); start--) {
    if (!HAN_PAIRS.has(pairAt(text, start))) continue;
    for (let length = 4; length > at - start && length >= 2; length--) {
      const word = text.slice(start, start + length);
      if (word.length < length || !HAN_WORDS.has(word)) continue;
      const unless = UNLESS_BEFORE.get(word);
      if (!unless?.test(text.slice(start + length, start + length + 3))) return start + length;
    }
  }
  return -1;
}

// ── Labels ──────────────────────────────────────────────────────────────────────────────────────────────────

/** Words before a number that labels a thing and doesn't count it: a section, a page, a version. */
const LABELS = set([
  'section|sections|sec|article|articles|art|clause|clauses|chapter|chapters|ch|paragraph|paragraphs|para|page|pages|p|pp|vol|volume|no|nos|nr|figure|figures|fig|table|tables|tab|eq|equation|equations|exhibit|appendix|annex|step|steps|rule|rules|version|versions|ver|release',
  'ios|windows|android|python|java|route|routes|highway|room|rooms|flight|footnote|note|line|lines|item|items|part|box|class|type|apollo|boeing|iphone|ftse|nikkei|stoxx|csi|fortune|formula|dax|galaxy|playstation|schedule|title|lot|platform|gate|apartment|unit|district|layer|layers|season|episode|war|form|abschnitt|kapitel|seite|artikel|página|pagina|capítulo',
]);
/** Words that need their full stop: "no. 5", but "no 5 people". */
const SHORT = set(['no|nos|p|pp|ch|art|sec|fig|tab|eq|nr|para|vol|ver']);
const NUMBERED =
  /\d[\d.]{0,8}(?:[a-z]\b)?(?:\([a-z\d]{1,3}\))*(?:(?:-|, | and | to | through )\d[\d.]{0,8}(?!\d|,\d))?(?![\d,]*[%])/iy;

/**
 * Returns the end of a number that labels something ("Section 3.2(a)", "pp. 12-15", 图3); else -1.
 *
 * @param at offset of its first digit.
 */
export function labelEnd(text: string, at: number): number {
  if (!isLabelled(text, at)) return -1;
  NUMBERED.lastIndex = at;
  if (!NUMBERED.test(text)) return -1;
  const end = text[NUMBERED.lastIndex - 1] === '.' ? NUMBERED.lastIndex - 1 : NUMBERED.lastIndex;
  return /^ ?(?:%|percent|million|billion|thousand|trillion)|^,\d{3}(?!\d)/.test(text.slice(end, end + 9)) ? -1 : end;
}

/** True if the number at `at`, in digits or words, labels what the word before it names. */
export function isLabelled(text: string, at: number): boolean {
  const before = text[at - 1] ?? '';
  if (before === '§' || before === '图' || before === '表' || (before === ' ' && text[at - 2] === '§')) return true;
  if (before !== ' ' && before !== '.' && before !== '\u00a0') return false;
  let end = isSpace(before) ? at - 1 : at;
  const dotted = text[end - 1] === '.';
  if (dotted) end--;
  let start = end;
  while (start > end - 13 && isLatin(text.charCodeAt(start - 1))) start--;
  const word = text.slice(start, end).toLowerCase();
  // The S&P 500.
  if (word === 'p' && text.slice(start - 2, start) === 'S&') return true;
  return LABELS.has(word) && (dotted || !SHORT.has(word));
}
