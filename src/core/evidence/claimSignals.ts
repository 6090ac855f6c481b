/**
 * The signs by which a sentence is known to state something checkable, or not to. One table, so that a reader can see
 * why a sentence is asked for its source; the weights are added up.
 */
export interface ClaimSignal {
  readonly name: string;
  readonly weight: number;
  /** Primary language tags that it speaks; without it, all. */
  readonly language?: 'en' | 'zh';
  readonly pattern: RegExp;
}

const word = (words: string) => new RegExp(String.raw`\b(?:${words})\b`, 'i');

export const CLAIM_SIGNALS: readonly ClaimSignal[] = [
  // What can be looked up.
  {
    name: 'amount',
    weight: 1.6,
    pattern:
      /\d[\d.,  ]*\s?(?:%|％|‰|percent\b|per cent\b|million\b|billion\b|trillion\b|bn\b|[kKMGT]W|tonnes?\b|tons?\b|km\b|€|\$|£|¥|元|美元|亿|万|吨|人|倍|个百分点|成\b)|[$€£¥￥]\s?\d|(?:USD|EUR|CNY|RMB)\s?\d/,
  },
  { name: 'year', weight: 1.1, pattern: /(?<![\d.])(?:1[5-9]|20)\d\d(?![\d%])s?|\d{4}年|上世纪|世纪/ },
  { name: 'number', weight: 0.9, pattern: /(?<![\w[^@])\d+(?:[.,]\d+)*(?![\w\]])/ },
  {
    name: 'number in words',
    weight: 0.6,
    language: 'en',
    pattern: word(
      'two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|twenty|thirty|forty|fifty|hundreds?|thousands?|millions?|billions?|trillions?|dozens?|half|two-thirds|one-third|a third|a quarter|twice|double[ds]?|tripled?|first|second-largest',
    ),
  },
  {
    name: 'number in words',
    weight: 0.7,
    language: 'zh',
    pattern:
      /[一二三四五六七八九十百千万亿两]+(?:成|倍|个|家|项|种|年|次|名|位|分之|国|条|座)|首次|首个|第[一二三四五六七八九十]/,
  },
  {
    name: 'change or measure',
    weight: 0.8,
    language: 'en',
    pattern: word(
      'rose|risen|rises?|fell|fallen|falls?|grew|grown|grows?|increased?|increases|decreased?|declined?|declines|dropped|doubled|tripled|surged|plunged|reached|exceeds?|exceeded|accounts? for|accounted for|controls?|controlled|holds|held|owns?|owned|produces?|produced|supplies|supplied|imports?|imported|exports?|exported|consists? of|contains?|employs?|costs?|earned|spent|sold|bought|acquired|signed|launched|built|opened|closed|banned|approved|passed|voted|won|lost|killed|died|born|founded|established|invented|discovered|published|released|announced|reported|estimated|found|showed?|shows|caused|causes|led to|results? in',
    ),
  },
  {
    name: 'change or measure',
    weight: 0.9,
    language: 'zh',
    pattern:
      /上升|下降|增长|增加|减少|下滑|上涨|下跌|达到|达|超过|占|控制|拥有|持有|生产|供应|进口|出口|签署|签订|发布|宣布|公布|成立|建成|投产|关闭|禁止|批准|通过|当选|获得|收购|投资|导致|造成|引发|发现|表明|显示|估计|位于|位居|排名|领先|垄断|掌握|依赖/,
  },
  {
    name: 'comparison',
    weight: 0.5,
    language: 'en',
    pattern: word(
      'more than|less than|fewer than|largest|biggest|highest|lowest|smallest|fastest|most|least|majority|only|leading|dominant|dominates?|oldest|youngest|higher|lower|faster|slower|larger|cheaper|worse|better|compared (?:to|with)|according to|on average|annually|per year|worldwide|globally',
    ),
  },
  {
    name: 'comparison',
    weight: 0.6,
    language: 'zh',
    pattern:
      /最大|最高|最低|最多|最少|最快|唯一|全球|世界|主要|领先|主导|高于|低于|多于|少于|相比|平均|每年|据|仅|只有|大多数|多数/,
  },
  {
    name: 'past',
    weight: 0.3,
    language: 'en',
    pattern:
      /\b(?:was|were|has been|have been|had|did|began|became|went|came|took|made|gave|said|says|told)\b|\b\w{3,}ed\b/,
  },
  {
    name: 'name',
    weight: 0.6,
    language: 'en',
    pattern: /(?:[a-z,;:)\]"’'’] (?:the )?)\p{Lu}[\p{L}’'-]{2,}|\b\p{Lu}{2,6}\b|\bU\.S\.|^\p{Lu}\p{Ll}+ \p{Lu}\p{Ll}+/u,
  },
  {
    name: 'name',
    weight: 0.5,
    language: 'zh',
    pattern:
      /[\p{Script=Han}]{1,6}(?:国|省|市|公司|集团|部|局|委员会|大学|研究院|政府|法院|银行|央行)|中国|美国|欧盟|日本|《[^》]+》|[A-Z]{2,}/u,
  },
  {
    name: 'fact in the present',
    weight: 0.4,
    language: 'en',
    pattern: word("is|are|isn't|aren't|has|have|there (?:is|are)"),
  },
  { name: 'fact in the present', weight: 0.4, language: 'zh', pattern: /是|为|有|已|已经|正在|了/ },

  // What is no claim, or not one that a source could hold.
  { name: 'question', weight: -3.5, pattern: /[?？]["”’)\]」』]*(?:\s*\[[^\]]*\])*\s*$/ },
  {
    name: 'instruction',
    weight: -2.2,
    language: 'en',
    pattern:
      /^(?:please|see|note that|consider|let's|let us|make sure|remember|check|read|click|visit|contact|use|try|keep|ask|look|stop|go|come|vote|join|think|imagine|don't|do not|never forget)\b/i,
  },
  {
    name: 'instruction',
    weight: -2.2,
    language: 'zh',
    pattern: /^(?:请|参见|参阅|详见|见|注意|务必|不要|别|让我们|欢迎)/,
  },
  {
    name: 'opinion',
    weight: -1.8,
    language: 'en',
    pattern:
      /\b(?:I|we) (?:think|believe|feel|hope|expect|suspect|guess|wish|want|love|like|hate|doubt|argue|suggest|recommend|would|could|should|will|'ll)\b|\b(?:I'd|I'll|we'd|we'll|I'm|we're)\b|\bin (?:my|our) (?:view|opinion|judgement)\b|\b(?:I'm|I am) (?:sure|proud|happy|glad|honored|grateful)\b/,
  },
  {
    name: 'opinion',
    weight: -1.8,
    language: 'zh',
    pattern:
      /(?:我|我们|笔者|本文)(?:们)?(?:认为|觉得|相信|希望|建议|预计|估计|怀疑|期待|主张)|在我看来|依我看|个人认为/,
  },
  { name: 'first person', weight: -0.5, language: 'en', pattern: /\b(?:I|me|my|mine|myself)\b/ },
  { name: 'second person', weight: -0.6, language: 'en', pattern: word("you|your|yours|you're|you'll") },
  {
    name: 'wish or duty',
    weight: -0.9,
    language: 'en',
    pattern: word(
      "should|must|ought to|need to|needs to|has to|have to|let|may|might|could|would|want to|going to|will|won't|shall|can",
    ),
  },
  {
    name: 'wish or duty',
    weight: -0.8,
    language: 'zh',
    pattern: /应该|应当|必须|需要|可能|也许|或许|希望|应|可以|将会|有望/,
  },
  {
    name: 'definition',
    weight: -1.6,
    language: 'en',
    pattern:
      /\b(?:is|are) (?:defined|understood) as\b|\brefers? to\b|\bstands? for\b|\bmeans (?:that )?(?:the|a|an)\b|\bhere,? [“"']?\w+[”"']? means\b|\bby [“"'][^”"']+[”"'] (?:we|I) mean\b/i,
  },
  { name: 'definition', weight: -1.6, language: 'zh', pattern: /是指|指的是|定义为|意思是|所谓|即指/ },
  {
    name: 'transition',
    weight: -3.5,
    language: 'en',
    pattern:
      /^(?:in )?(?:this|the|our)(?: next| following| previous| last| present)? (?:section|chapter|brief|report|note|article|part|page|table|figure|chart|list)s?(?: (?:below|above))?,? (?:we |I )?(?:looks?|covers?|describes?|discuss(?:es)?|examines?|explains?|sets? out|summari[sz]es?|reviews?|presents?|is about|deals? with|follows?|shows?|lists?|turns?)\b/i,
  },
  {
    name: 'transition',
    weight: -2,
    language: 'en',
    pattern:
      /^(?:below|above|we (?:now|next|first|then|also|turn|begin|start|look|discuss|describe|examine)|as (?:noted|described|shown|mentioned|discussed) (?:above|below|earlier)|to (?:sum up|summari[sz]e|conclude)|here (?:is|are)|thanks?|good (?:morning|evening|afternoon)|hello|welcome)\b/i,
  },
  {
    name: 'transition',
    weight: -2,
    language: 'zh',
    pattern:
      /^(?:本节|本章|本文|本报告|下文|下面|以下|上文|如上所述|综上|接下来|首先|其次|最后|总之|谢谢|感谢|大家好|欢迎)/,
  },
  {
    name: 'feeling',
    weight: -0.8,
    language: 'en',
    pattern:
      /[!！]["”’)]*\s*$|\b(?:great|wonderful|terrible|amazing|beautiful|sad|unfortunately|hopefully|sadly|incredible|disgrace(?:ful)?|unbelievable|nice|lovely)\b/i,
  },
];

/** What a sentence starts from, by its length: a short one rarely states much. */
export const BIAS = -0.6;
export const LENGTH_WEIGHTS: readonly (readonly [from: number, weight: number])[] = [
  [14, 0.5],
  [8, 0.3],
  [5, 0],
  [0, -0.9],
];
