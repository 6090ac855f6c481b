/** What speaks against a claim: what needs no source, and how people talk rather than report. */
import { type ClaimSignal, words } from './claimSignals';

const OPENING = `^(?:(?:and|but|so|or|well|now|then|overall|also|first|next|finally|just|please),? )*`;

/** First words that may stand before an article and are no verb in the imperative. */
const NO_VERB =
  '(?:In|On|At|By|For|From|With|Without|Within|To|Of|As|Under|Over|After|Before|Since|During|Despite|Among|Around|About|Above|Below|Behind|Beyond|Between|Across|Along|Against|Near|Off|Into|Onto|Out|Per|Through|Throughout|Toward|Until|Upon|Via|Like|Unlike|Half|All|Both|Only|Not|Such|Quite|Rather|Even|Just|Also|And|But|Or|Nor|So|Yet|If|When|While|Where|Because|Although|Though|Whether|That|What|Then|Than|Once|Given|Except|Amid|Twice|Far|Often|More|Much|Many|Never|Today|Here|There) ';

export const SIGNS_OF_NONE: readonly ClaimSignal[] = [
  // ── What needs no source ──────────────────────────────────────────────────────────────────────────────────
  {
    name: 'question',
    weight: -4,
    exempts: true,
    patterns: { any: /[?？؟][!！]?["”’'」』»)）\]*_\s]*$/, zh: /[吗嗎呢][。？]?$/, ja: /か[。？]?$/ },
  },
  {
    name: 'asks',
    weight: -1,
    patterns: {
      en: /^(?:(?:and|but|so|well|now|then|or|because|okay),? )?(?:who|what|why|how|when|where|which|whose|do|does|did|can|could|would|will|is|are|was|were|should|has|have)\b[^.]*$/i,
      zh: /^(?:为什么|為什麼|为何|為何|如何|怎样|什么|什麼|谁|哪)/,
    },
  },
  {
    name: 'instruction',
    weight: -2.2,
    exempts: true,
    patterns: {
      en: new RegExp(
        // A known verb first, or an unknown one with its object: "Shortlist a few …", "Build the …".
        `${OPENING}(?:let(?:'s|’s| us| me)|look (?:at|what|how|to)|see|note|remember|consider|imagine|think|read|check|use|try|keep|ask|listen|stop|don't|do not|make sure|ensure|determine|identify|choose|select|avoid|add|take|tell|wait|click|contact|visit|follow|evaluate|review|compare|suppose|understand|verify|confirm|give|require|introduce|establish|strengthen|expand|invest|adopt|create|develop|encourage|promote|improve|provide|allow|reduce|publish|implement|accelerate|prioriti[sz]e|diversify|conduct|engage|explore|simplify|streamline|clarify|extend|integrate|enforce|appoint|harmoni[sz]e|coordinate|please)\\b(?! (?:is|are|was|were|has|had)\\b)|^(?!${NO_VERB})[A-Z][a-z]{2,}(?<!ing|ed|ly|s) (?:a|an|the|your|any|each|every) `,
        'i',
      ),
      zh: /^(?:请|請|参见|參見|参阅|參閱|详见|詳見|注意|务必|務必|不要|别(?=[忘再去])|让我们|讓我們|欢迎|歡迎|建议(?:读者|您|你)|记住|記住|点击)/,
      ja: /(?:ください|下さい|ましょう)[。！]?$/,
      de: /^(?:bitte|siehe|beachten sie|vergleiche)\b/i,
      fr: /^(?:veuillez|voir|notez|consultez)\b/i,
      es: /^(?:por favor|véase|ver|consulte|tenga en cuenta)(?!\p{L})/iu,
    },
  },
  {
    name: 'how to',
    weight: -1,
    patterns: {
      en: /^to [a-z]+\b[^,]{1,80}, (?:you (?:will|need|can|should|must)\b|[a-z]{3,} (?:the|a|an|your|all|any|each|it|them)\b)/i,
    },
  },
  {
    name: 'opinion',
    weight: -1.2,
    patterns: {
      en: /\b(?:I|we) (?:\w+ly |also |do |don't |just |still |really )?(?:think|believe|feel|hope|expect|guess|wish|want|love|like|hate|doubt|suppose|mean|suggest|recommend|agree|disagree|prefer|understand|know|support|care|trust|intend|plan)\b|\bin (?:my|our) (?:own )?(?:view|opinion|judge?ment|mind)\b|\bit seems\b|\bseems to (?:me|us)\b|\b(?:frankly|honestly|personally)\b/i,
      zh: /(?:我|我们|我們|笔者|筆者|作者|本文|本报告)(?:个人|個人|们)?(?:认为|認為|觉得|覺得|相信|希望|建议|建議|预计|預計|怀疑|期待|主张|主張|判断|倾向)|在(?:我|我们|笔者)看来|依我看|个人认为/,
      ja: /と(?:思う|思います|考える|考えます|思われる)/,
      de: /\b(?:ich|wir) (?:glaube|denke|meine|hoffe|erwarte|vermute|empfehle)n?\b|\b(?:meiner|unserer) (?:Meinung|Ansicht) nach\b|\baus (?:meiner|unserer) Sicht\b/i,
      fr: /\b(?:je|nous) (?:pense|crois|croyons|pensons|espérons|estimons|recommandons)|\bà (?:mon|notre) avis\b/i,
      es: /\b(?:creo|creemos|pensamos|esperamos|recomendamos|opinamos)\b|\ben (?:mi|nuestra) opinión\b/i,
    },
  },
  {
    // The same at the start speaks for the whole sentence.
    name: 'author’s judgement',
    weight: -2,
    exempts: true,
    patterns: {
      en: new RegExp(
        `${OPENING}(?:(?:I|we) (?:\\w+ly |also |do |don't |still |would )?(?:think|believe|feel|hope|expect|guess|wish|want|love|like|doubt|suppose|suggest|recommend|agree|disagree|prefer|estimate|forecast|project|model|value|rate|assume|argue|propose|anticipate|stay|remain|maintain|reiterate|(?:raise|cut|lower|lift|trim|keep) our)\\b|in (?:my|our) (?:own )?(?:view|opinion|judge?ment|base case)\\b|(?:my|our) (?:own |base |preferred |central |top )?(?:view|opinion|judge?ment|recommendation|advice|forecast|estimate|case|names|picks|target|rating)s? (?:is|are|remains?)\\b|to (?:me|us),)`,
        'i',
      ),
      zh: /^(?:因此|所以|但|不过|總之|总之)?[，,]?(?:(?:我|我们|我們|笔者|筆者|本文|本报告)(?:个人|們|们)?(?:认为|認為|觉得|覺得|相信|希望|建议|建議|预计|預計|判断)|在(?:我|我们|笔者)看来|依我看|个人认为)/,
      de: /^(?:ich|wir) (?:glaube|denke|meine|hoffe|erwarte|vermute|empfehle)n?\b|^(?:meiner|unserer) (?:Meinung|Ansicht) nach\b|^aus (?:meiner|unserer) Sicht\b/i,
      fr: /^(?:je|nous) (?:pense|crois|croyons|pensons|espérons|estimons|recommandons)|^à (?:mon|notre) avis\b/i,
      es: /^(?:creo|creemos|pensamos|esperamos|recomendamos|opinamos)\b|^en (?:mi|nuestra) opinión(?!\p{L})/iu,
    },
  },
  {
    name: 'intention',
    weight: -1.3,
    patterns: {
      en: /\b(?:I|we)(?:'ll|'d| will| would| shall| should| can| could| must| need| have to| have got to| ought| might| may| want| won't| can't| cannot|'re (?:going|gonna)|'m (?:going|gonna|not going|not gonna)| are going| am going|'ve got to)\b/i,
      zh: /我(?:们|們)?(?:将|將|会|會|要|打算|计划|計劃|必须|应)/,
      ja: /(?:私たち|我々|当社)は.*(?:つもり|予定)/,
    },
  },
  {
    name: 'duty',
    weight: -0.65,
    patterns: {
      en: words("should|shouldn't|must|ought|needs? to|has to|have to|had to|have got to|got to|gotta|it's time"),
      zh: /应该|應該|应当|應當|必须|必須|务必|有必要|值得/,
      ja: /べき|必要がある/,
      de: words('sollten?|müssen|muss|müsste|dürfen'),
      fr: words('doit|doivent|devons|devrait|devraient|il faut'),
      es: words('debe|deben|debemos|debería|deberían|hay que'),
    },
  },
  {
    name: 'future',
    weight: -0.65,
    patterns: {
      en: words("will|won't|going to|gonna|shall|'ll"),
      zh: /将(?!近|军|领)|將(?!近|軍)|将会|有望|会(?=继续|更|进一步)/,
    },
  },
  {
    name: 'hedge',
    weight: -0.45,
    patterns: {
      en: words('would|could|might|may(?! \\d)|can|perhaps|maybe|probably|likely|possibly|unlikely'),
      zh: /可能|也许|也許|或许|或許|大概|恐怕|似乎|未必/,
    },
  },
  {
    name: 'condition',
    weight: -0.8,
    patterns: {
      en: /^(?:(?:and|but|so|now),? )?(?:if|unless|whether|suppose|in case)\b/i,
      zh: /^(?:如果|若|假如|倘若)/,
    },
  },
  {
    name: 'definition',
    weight: -2.5,
    exempts: true,
    patterns: {
      en: /^["“'‘*_]+[^"”'’*_]{1,60}["”'’*_]+ (?:here )?(?:means?|refers? to|denotes?|stands? for|is short for)\b|\bby ["“'‘]?[\w -]{1,60}["”'’]? (?:we|I) mean\b|\b(?:we|I) (?:use|define|call)\b.{1,80}\b(?:as|to mean|for)\b|\b(?:is|are) (?:here )?(?:defined|understood) (?:here )?as\b|^[\w -]{1,60} (?:means|refers to|stands for|is short for) (?:the|a|an|any|all)\b|\b(?:in|for the purposes? of) this (?:brief|report|paper|note),? ["“]?[\w -]{1,60}["”]? (?:means|refers to|is|are)\b/i,
      zh: /^.{1,20}(?:是指|指的是|意指|定义为|定義為)|^所谓|^所謂|本(?:文|报告|報告)(?:中|所称|所稱|将|將).{0,20}(?:指|定义|定義)/,
      ja: /とは、?.{1,60}(?:を指す|のこと|を意味する|をいう)/,
      de: /\b(?:bezeichnet|bedeutet|versteht man|steht für)\b/i,
      fr: /\b(?:désigne|signifie|on entend par|s'entend)\b/i,
      es: /\b(?:se entiende por|se refiere a|significa)\b/i,
    },
  },
  {
    name: 'transition',
    weight: -2.5,
    exempts: true,
    patterns: {
      en: /^(?:in )?(?:(?:this|our)(?: present)? (?:section|chapter|brief|report|note|article|part|page|table|figure|chart|list|paper|document)|the(?: next| following| previous| last| present)? (?:section|chapter|part|page|table|figure|chart|list|following|next))s?(?: (?:below|above))?,? (?:we |I |will )?(?:looks?|covers?|describes?|discuss(?:es)?|examines?|explains?|sets? out|summari[sz]es?|reviews?|presents?|is about|deals? with|follows?|lists?|turns?)\b|^this (?:brief|report|note|paper|document) (?:is|was|has been|uses|draws|relies)\b|^(?:(?:below|above|here)(?: (?:is|are|we|you)|'s)\b|(?:sure|certainly|of course|absolutely)[!,.]|below,|above,|as (?:noted|shown|mentioned|discussed|described) (?:above|below|earlier)\b|as (?:the|this|our) (?:above |following )?(?:list|table|figure|chart|graph|map|box|exhibit)s?(?: (?:above|below|\d+))? shows?,|(?:section|chapter|part|appendix|annex) (?:\d+|[ivx]+|[a-e]) (?:looks?|covers?|describes|discusses|examines|explains|sets out|summari[sz]es|reviews|presents|deals|lists|turns|concludes|offers|asks|assesses|considers|compares|analy[sz]es|outlines|traces)\b|(?:I|we) (?:have |then |also )*(?:group|order|organi[sz]|structur|arrang|list|compil|summari[sz]|gather|collect|divid|proceed|conclud)e?d? (?:the|these|this|them|my|our|in|with|by|it|as follows)\b|we (?:now|next|first|then|begin|start|turn|look at|discuss|describe|examine)\b|thanks?\b|thank you\b|hello\b|good (?:morning|afternoon|evening)\b|welcome\b|to (?:sum up|summari[sz]e|conclude|begin)\b|(?:turning|moving on) to\b)/i,
      zh: /^(?:本节|本節|本章|本文|本报告|本報告|下文|下面|以下|上文|如上所述|如下|接下来|接下來|谢谢|謝謝|感谢|感謝|大家好)/,
      ja: /^(?:本稿|本節|本章|以下|次に|本レポート)/,
      de: /^(?:im folgenden|dieser (?:bericht|abschnitt)|dieses kapitel|im nächsten)\b/i,
      fr: /^(?:cette section|ce (?:rapport|chapitre|document)|ci-dessous|dans ce qui suit)\b/i,
      es: /^(?:esta sección|este (?:informe|capítulo|documento)|a continuación)(?!\p{L})/iu,
    },
  },

  {
    name: 'leaves it open',
    weight: -1.2,
    patterns: {
      en: /\bit (?:is|'s) (?:important|worth|best|difficult|hard|possible|impossible|essential|advisable|recommended) (?:to|noting)\b|\bdepends? on (?:the|your|various|many|several)\b|\bthere (?:is|are) no (?:definitive|single|clear|easy|one)\b|\bmore research is needed\b|\b(?:subject|topic|matter) of (?:\w+ )?debate\b|\bas an AI\b|\bapologi[sz]e\b|\bhope this helps\b|\bfeel free\b|\bremains (?:unclear|to be seen|an open question)\b/i,
      zh: /取决于|取決於|视情况|尚不清楚|尚无定论|有待(?:观察|进一步)|值得(?:注意|一提)的是|希望(?:这|以上).{0,10}帮助/,
    },
  },

  // ── How people talk, rather than report ───────────────────────────────────────────────────────────────────
  {
    name: 'praise or blame',
    weight: -0.6,
    patterns: {
      any: /[!！]["”’)」]*$/,
      en: words(
        'great|wonderful|terribl[ey]|amazing(?:ly)?|beautiful|sad|sadly|unfortunate(?:ly)?|hopefully|good|bad|wrong|right|better|best|worst|important|crucial|serious|incredible|unbelievable|nice|fair|unfair|horrible|smart|proud|moral|matters',
      ),
      zh: /令人(?:遗憾|兴奋|担忧|失望)|可惜|遗憾的是|太[好棒糟]|不幸的是|重要的是|至关重要|堪忧|显然|无疑/,
    },
  },
  {
    name: 'first person',
    weight: -0.6,
    patterns: {
      en: /\b(?:I|[Mm]e|[Mm]y|[Mm]yself)\b/,
      zh: /我(?![国國方们們])/,
      de: /\bich\b/i,
      fr: /\b[Jj](?:e\b|')/,
    },
  },
  {
    name: 'we',
    weight: -0.25,
    patterns: {
      en: /\b(?:[Ww]e|us|[Oo]urs?)\b/,
      zh: /我们|我們|咱们/,
      de: words('wir|unser'),
      fr: words('nous|notre'),
    },
  },
  { name: 'you', weight: -0.3, patterns: { en: words('you|yours?|yourself'), zh: /[你您]/ } },
  {
    name: 'pronoun first',
    weight: -0.5,
    patterns: {
      en: /^(?:(?:and|but|so|well|now|because|or|yet),? )?(?:it|this|that|these|those|they|he|she|there|here|the (?:fact|point|question|issue|answer|thing|truth|problem|picture|outlook|situation)s?)\b/i,
    },
  },
  {
    name: 'conjunction first',
    weight: -0.4,
    patterns: { en: /^(?:and|but|because|or|yet|well|now|so|look|okay|yeah|yes|no|you know|actually)\b/i },
  },
];
