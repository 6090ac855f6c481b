import { BLANK, blank } from './fold';

/**
 * Blanks what holds digits or number words and states no quantity: addresses, citations, keys, versions, times of day,
 * telephone numbers, list markers, section numbers, and words that only look like numerals (四川, 一些).
 *
 * @param text folded. @returns text of the same length.
 */
export function mask(text: string): string {
  let masked = text;
  if (/[:/@.[\]]/.test(text)) {
    for (const pattern of ADDRESSES) masked = blank(masked, pattern);
  }
  if (/\d/.test(text)) {
    for (const pattern of DIGITS) masked = blank(masked, pattern);
  }
  if (/[零一二三四五六七八九十百千万两半]/.test(text)) masked = blank(masked, HAN_WORDS);
  return masked.replace(NUMBERED, (match, words: string) => words + BLANK.repeat(match.length - words.length));
}

const ADDRESSES: readonly RegExp[] = [
  /(?:\b(?:https?|ftp|file|doi):\/{0,2}|\bwww\.)[^\s<>()[\]（）。，「」]+/gi,
  /(?<![\w.+-])[\w.+-]{1,64}@[\w-]{1,64}(?:\.[\w-]{1,64})+/g,
  /(?<![\w@])@[A-Za-z\d][\w:.#$%&+?<>~/-]*/g,
  /(?<![\d.])10\.\d{4,9}\/[^\s,;)\]]+/g,
  /\barXiv:\s?[\w./-]+/gi,
  /\[\^[^\]\s]{1,40}\]/g,
  /\[\s?\d{1,3}(?:\s?[,;-]\s?\d{1,3}){0,20}(?:,\s?(?:pp?\.|ch\.|sec\.|fig\.|table|para|§|第|页)[^\]\n]{0,60})?\s?\]/gi,
  /【\d{1,3}[^】\n]{0,20}】/g,
];

const DIGITS: readonly RegExp[] = [
  // Times of day, scores and ratios.
  /(?<![\d.,])\d{1,4}(?::\d{1,3}){1,3}(?![\d])(?: ?[ap]\.?m\b\.?)?/gi,
  /(?<![\d.,])\d{1,2} ?(?:[ap]\.m\.|[ap]m\b|o'clock)/gi,
  /(?<![\d.])\d{1,2}[点时]\d{1,2}分|(?:上午|下午|晚上|凌晨|早上|中午|午后|深夜|早晨|夜里|截至)\d{1,2}[点时]半?|(?<![\d.])\d{1,2}点[钟整半]/g,
  /(?<![\d.])\d{1,2}h\d{2}\b/g,
  // Telephone numbers and the like.
  /(?<![\w+])\+\d[\d ().-]{6,20}\d/g,
  /\(\d{3,4}\) ?\d{3,4}-\d{4}/g,
  /(?<![\d.,-])\d{3,4}-\d{3,8}-\d{3,8}(?![\d-])/g,
  /(?<![\d.,-])0\d{2,3}-\d{7,8}(?!\d)/g,
  /(?:\b(?:tel|phone|call|fax|mobile|hotline|isbn|issn|pmid|ssn|zip)|电话|热线|手机|传真|邮编)[^\d\n\p{L}]{0,6}\+?\d[\d ()-]{4,20}/giu,
  /(?<![\w.-])\d{3,}-\d{5,}-\d{3,}(?![\w-])/g,
  // Versions and internet addresses.
  /(?<![\w.,])v\.? ?\d+(?:\.\d+){0,4}(?![\d\p{L}])/giu,
  /(?<![\d.,])\d{1,3}(?:\.\d{1,3}){3}(?![\d.])/g,
  // Markers of list items and headings at the start of a line, and inline.
  /(?<=^[ \t>*#-]{0,12})\(?\d{1,3}(?:[.)](?=\s)|、|）)/gm,
  /(?<=^#{1,6} )\d+(?:\.\d+){1,4}(?= \p{Lu})/gmu,
  /(?<=[\s,;:：；，]|^)[(（]\d{1,2}[)）](?= ?\p{L})/gmu,
  // A clock's or a model's number.
  /\b24\/7\b/g,
  /#\d+(?!\d*%)/g,
];

/** What numbers a thing rather than counts it. The words stay, the number goes. */
const NUMBERED =
  /((?<![\p{L}\d])(?:sections?|sec\.|articles?|art\.|clauses?|chapters?|ch\.|paragraphs?|para\.|§{1,2}|pages?|p\.|pp\.|vol\.|volumes?|no\.|nos\.|nr\.|figures?|fig\.|tables?|tab\.|eq\.|equations?|exhibits?|appendix|annex|steps?|rules?|versions?|ver\.|ios|windows|android|python|routes?|highway|rooms?|flight|footnote|note) ?|[图表](?=\d)|附[录件表]|§)(\d[\d.]{0,8}(?:[a-z]\b)?(?:\([a-z\d]{1,3}\))*(?:-\d[\d.]{0,8})?)(?![\d,]*\d*(?:%| percent))/giu;

/** Words, names and idioms whose characters count nothing. */
const HAN_WORDS = new RegExp(
  [
    '四川|四平|四方[^米]|五角大楼|五粮液|五台山|五环|五菱|五洲|五常|五官|五金|五行|五毒|五一(?:[假黄小劳])|五四|六合|六盘水|六安|七喜|七匹狼|七夕|八达岭|八卦|八一|九江|九龙|九州|九寨|九华|九鼎',
    '三星|三峡|三亚|三明|三门峡|三一重工|三井|三菱|三洋|三国|三农|三角|三农|三军|三原|三资|三聚|三七|三八妇女|二手|二战|二胡|二氧化|三氧化|四氯|五氧化|一氧化|二甲|二维|三维|一战|二者|三者|第三方|第三产业|两会|两岸|两极|两性',
    '十足|十分(?![之钟])|十字|十堰|十全十美|双十一|双十二|双11|九一八|一二九|七七事变|六一儿童|六四',
    '百度|百姓|百货|百合|百科|百家|百胜|百事|百叶|百里|百搭|百般|百分百|百老汇|百丽|百威|千岛|千禧|千方百计|千军万马|千差万别|千千万万|千丝万缕|千里迢迢|千家万户|千瓦|千克|千米|千卡|千篇一律|千变万化|千万(?=[别不要注小记])|(?<![\\d〇零一二三四五六七八九十百千])万一|万达|万科|万物|万能|万圣|万岁|万分(?!之)|万众|万里(?!程)|万事|万象|万豪|万国|万隆|万有|万家|万无一失|亿万(?=[人富年家])|万万(?=[不没想])|成千上万',
    '一些|一下|一样|一起|一直|一定|一般|一旦|一切|一致|一方面|一度|一时|一向|一律|一并|一再|一贯|一线|一带一路|一体|一流|一心|一路|一边|一面|一共|一同|一如|一概|一举|一经|一道|一点|一生|一代|一手|一身|一味|一番|一系列|一部分|一大批|一开始|一来|一去|一看|一听|一想|一会|一行|一连|一齐|一瞬|一刻|一口气|一股|一目了然|一窝蜂',
    '统一|唯一|(?<!分)之一|单一|同一|逐一|专一|合一|不一|划一|惟一|归一|初一|周[一二三四五六日]|星期[一二三四五六]|礼拜[一二三四五六]',
    '张三|李四|王五|赵六|老三|老二|小三|乱七八糟|七上八下|五颜六色|四面八方|四通八达|三三两两|一五一十|三番五次|三心二意|丢三落四|朝三暮四|四舍五入|五花八门|九牛一毛|十有八九|八仙|二话|接二连三|独一无二|不三不四|再三|三思|举一反三|两全|两难|进退两难|零售|零件|零部件|零食|零碎|零星|零距离|归零|清零|凋零|飘零|零排放|零和|半导体|半岛|半径|半夜|半个',
    '退伍|入伍|队伍|落伍|陆地|大陆|着陆|登陆|陆军|陆续|陆家嘴|收拾|拾起|陆上|内陆|陆路|海陆|一百一(?=的)',
    '(?:上午|下午|晚上|凌晨|早上|中午|傍晚|深夜)[一二三四五六七八九十两]{1,3}点(?:半|整|钟|[一二三四五六七八九十]{1,3}分)?|[一二三四五六七八九十两]{1,3}点(?:钟|整|半)',
    '第[一二三四五六七八九十百零〇两\\d]{1,6}(?:条|款|章|节|页|卷|编|号|版|图|表|项)(?!目)',
    '(?<=^|[\\n。；])[ (（]{0,3}[一二三四五六七八九十]{1,3}(?:、|[)）])',
  ].join('|'),
  'gmu',
);
