/** What speaks for a claim: things that can be looked up. */
import { type ClaimSignal, words } from './claimSignals';

/** Forms of the past that do not end in -ed. */
const IRREGULAR =
  'was|were|became|began|broke|brought|built|bought|came|chose|did|drew|drove|fell|felt|fought|found|gave|got|grew|had|heard|held|kept|knew|laid|led|left|lent|lost|made|meant|met|paid|ran|rose|said|sat|saw|sent|shot|sold|spent|split|stood|struck|taught|threw|told|took|thought|understood|went|won|wrote';

export const SIGNS_OF_A_CLAIM: readonly ClaimSignal[] = [
  {
    name: 'number',
    weight: 1.1,
    patterns: {
      any: /(?<![\p{L}\p{N}][-‑]?)\p{Nd}/u,
      zh: /[一二三四五六七八九十百千万亿两](?=[成倍个家项种年次名位国条座艘吨])|分之/,
    },
  },
  {
    name: 'amount',
    weight: 1.1,
    patterns: {
      any: /[$€£¥￥₹]\s?\p{Nd}|\p{Nd}\s?(?:[%％‰€£¥°]|(?:percent|per cent|hundred|thousand|million|billion|trillion|bn|tn|k|m|tons?|tonnes?|t|kt|kg|km|miles?|[kMGT]Wh?|[kMGT]i?B|[kMG]Hz|ms|dB|mm|cm|barrels?|Mio|Mrd|Tsd|Prozent|milliards?|millones|p\.\s?p)\b|[万亿萬億千百]|美元|欧元|元|円|ドル|吨|噸|トン|人|倍|成|个百分点|割)|(?:USD|EUR|GBP|CNY|RMB|JPY) ?\p{Nd}/iu,
    },
  },
  {
    name: 'year',
    weight: 0.6,
    patterns: { any: /(?<![\p{Nd}.,-])(?:1[5-9]|20)\p{Nd}\p{Nd}(?![\p{Nd}%,])/u, zh: /世纪|世紀|年代/ },
  },
  {
    name: 'number in words',
    weight: 0.6,
    patterns: {
      en: words(
        'two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety|hundreds?|thousands?|millions?|billions?|trillions?|dozens?|half|thirds?|quarters?|twice|doubl(?:e[ds]?|ing)|tripl(?:e[ds]?|ing)|zero|percent|per cent',
      ),
      zh: /第[一二三四五六七八九十]|首[次个家]|半数|过半|一半|翻番|翻了/,
    },
  },
  {
    name: 'name',
    weight: 0.8,
    patterns: {
      en: /(?<=[\p{Ll}\p{N},;:)"”'’-] )["“'‘(]?(?!I\b)\p{Lu}[\p{L}\p{N}&.'’-]+|^\p{Lu}\p{Ll}+ \p{Lu}\p{Ll}+/u,
      fr: /(?<=[\p{Ll}\p{N},;)] )(?:[dl]')?\p{Lu}\p{L}+/u,
      es: /(?<=[\p{Ll}\p{N},;)] )\p{Lu}\p{L}+/u,
      zh: /《[^》]{1,60}》|[中美英法德俄韩韓印日]国|欧盟|歐盟|日本|印度|澳大利亚|\p{Script=Han}{2,8}(?:公司|集团|集團|大学|大學|银行|銀行|委员会|委員會|法院|研究院|研究所|政府|[省州市县]|部门)|[A-Za-z]{3,}/u,
    },
  },
  { name: 'acronym', weight: 0.4, patterns: { any: /(?<![\p{L}\p{N}])\p{Lu}{2,6}(?!\p{L})|\bU\.S\./u } },
  {
    name: 'happened',
    weight: 0.55,
    patterns: {
      en: new RegExp(String.raw`\b(?:${IRREGULAR})\b|\b(?!hundred)\w{3,}(?<!e)ed\b`, 'i'),
      zh: /了|已经?|曾|于.{1,12}(?:成立|建成|出生|发布|通过)|過|宣布|成立|签署|簽署|发布|發布|公布|通过|獲得|获得|当选|收购|建成|投产|关闭|爆发|发生/,
    },
  },
  {
    name: 'passive',
    weight: 0.5,
    patterns: {
      en: /\b(?:is|are|was|were|be|been|being)\s(?:\w+ly\s|also\s|not\s|often\s)?(?:\w{2,}ed|made|built|known|found|given|taken|held|led|written|born|sold|seen|shown|paid|spent|set|used|driven|done)\b/i,
      zh: /[被由](?!于)|称为|稱為|命名|视为|用于|位于|属于|屬於|来自/,
    },
  },
  {
    name: 'goes on',
    weight: 0.35,
    patterns: {
      en: /\b(?:is|are|was|were|been|'s|’s|'re|’re)\s(?:\w+ly\s|now\s|also\s|still\s|not\s)?(?!going\b|being\b|during\b)\w{2,}ing\b/i,
      zh: /正在|正(?=[以被])|不断|不斷|日益/,
    },
  },
  {
    name: 'change',
    weight: 0.6,
    patterns: {
      en: words(
        String.raw`increas\w+|decreas\w+|declin\w+|grow\w*|grew|rises?|risen|rising|rose|fall(?:s|en|ing)?|fell|drop\w*|surg\w+|reduc\w+|exceed\w*|reach\w*|lost|gain\w*|expand\w*|shrink\w*|shrank|doubl\w+|tripl\w+|halv\w+`,
      ),
      zh: /上升|下降|增长|增長|增加|减少|減少|下滑|上涨|上漲|下跌|达到?|達到?|超过|超過|扩大|擴大|缩小|放缓|放緩/,
      de: words(`stieg(?:en)?|sank(?:en)?|fiel(?:en)?|wuchs(?:en)?|gestiegen|gesunken|gefallen|gewachsen`),
    },
  },
  {
    name: 'comparison',
    weight: 0.5,
    patterns: {
      en: words(
        String.raw`more|less|fewer|than|most|least|\w{3,}est|majority|average|ratio|rates?|levels?|number of|amount of|compared|leading|dominant|main|largely`,
      ),
      zh: /最|更|唯一|主要|主导|主導|领先|领先|高于|低于|多于|少于|高於|低於|相比|平均|比例|大多数|多数|仅|僅|只有|超过|占/,
    },
  },
  {
    name: 'quantifier',
    weight: 0.35,
    patterns: {
      en: words('every|all|many|most|some|several|various|none|nobody|no one|nothing|never|ever|only|first|last'),
      zh: /各种|各種|所有|全部|一些|部分|多个|均|都|从未|首次/,
    },
  },
  {
    name: 'attribution',
    weight: 0.5,
    patterns: {
      en: words(
        'according to|says?|said|claims?|claimed|told|reports?|reported|announced|stud(?:y|ies)|research|evidence|surveys?|polls?|scientists|experts|data|statistics|figures|records?|voted?|supports?|opposed|opposes|signed|passed|proposed|proposes|estimates?',
      ),
      zh: /据|據|表示|称|稱|指出|显示|顯示|表明|报告|報告|报道|報導|研究|调查|調查|数据|數據|统计|統計|估计|估計/,
    },
  },
  {
    name: 'cause or kind',
    weight: 0.35,
    patterns: {
      en: words(
        String.raw`including|such as|for example|e\.g\.|known as|called|namely|because of|due to|caus\w+|used (?:to|in|for|by)|made of|based on|consist\w* of|contain\w*|located in|born in|part of|leads? to|depends? on|rel(?:ies|y) on|accounts? for`,
      ),
      zh: /包括|例如|比如|等(?=[^于到待])|因为|由于|由於|因此|导致|導致|造成|引发|引發|使得?|组成|構成|构成|包含|含有|拥有|擁有|控制|掌握|依赖|依賴|生产|生產|供应|供應|提供|属于|源于|起源|以及/,
    },
  },
  {
    name: 'does',
    weight: 0.4,
    patterns: {
      en: words(
        'affects?|allows?|bans|combines?|comes|comprises?|contains?|controls|costs|covers|creates?|depends?|dominates?|employs?|exports|features|focus(?:es)?|holds|imports|includes?|involves?|leads|lives|makes|mines|needs|offers|owns|plays|processes|produces?|promotes?|provides?|publish(?:es)?|refines|rel(?:ies|y)|remains?|represents?|requires?|runs|sells|serves?|shows|suggests?|supplies|supports|uses',
      ),
    },
  },
  {
    name: 'state',
    weight: 0.5,
    patterns: { zh: /是|为|為|有(?!望)|在|具有|存在|成为|成為|具备|作为/ },
  },
  {
    name: 'time',
    weight: 0.35,
    patterns: {
      en: words(
        'ago|since|years?|months?|weeks?|days?|today|century|decades?|january|february|march|april|june|july|august|september|october|november|december|during|history|yesterday|annual(?:ly)?',
      ),
      zh: /去年|今年|昨日|近年|目前|期间|期間|当时|當時|以来|以來|时期|時期|年间|每年/,
    },
  },
];
