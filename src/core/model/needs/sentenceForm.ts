/**
 * How much a text looks like a sentence, as opposed to a bare phrase such as "Rare earths and magnets". Told from its
 * form alone: how it ends, how long it is, and words that are verbs wherever they stand.
 */
import { spokenIn, wordCount } from '../../evidence/claims';

/** `unsure`: it may be a sentence, or a phrase with some length or a number. */
export type SentenceForm = 'sentence' | 'unsure' | 'phrase';

/**
 * @param plain text without Markdown, in compatibility form (NFKC)
 * @param language a BCP 47 tag
 */
export function sentenceForm(plain: string, language: string): SentenceForm {
  const words = wordCount(plain);
  const ends = ENDS.test(plain);
  const { verb, maybe, fewest, long } = RULES[spokenIn(plain, language)];
  if (verb.test(plain)) return words >= (ends ? 2 : fewest) ? 'sentence' : 'phrase';
  // No phrase goes on for so long.
  if ((ends && words >= 5) || words >= 20) return 'sentence';
  return words >= long || (ends && words >= 4) || (words >= fewest && maybe.test(plain)) ? 'unsure' : 'phrase';
}

const ENDS = /[.。!…]["”’')」』»]*$/;

interface Rules {
  /** Shows a finite verb. */
  readonly verb: RegExp;
  /** May be one: a participle, a noun that is a verb as well, a number that counts something. */
  readonly maybe: RegExp;
  /** Fewer words than these are a phrase, a verb or not. Two CJK characters are a word. */
  readonly fewest: number;
  /** A text of so many words that shows no verb may have one that we do not know. */
  readonly long: number;
}

/** A number that is no year, date, quarter or chapter. */
const COUNTS =
  /(?<![\p{L}\p{N}.,-]|(?:[Pp]hase|[Ss]tep|[Pp]art|[Cc]hapter|[Ss]ection|[Aa]rticle|[Oo]ption|[Ss]cenario|[Tt]ier|[Ll]evel|[Nn]o\.|[Tt]op) )(?!(?:1[5-9]|20)\d\d(?!\d)|\d{1,4} ?[-/.年月日]|\d{1,2} \p{Lu})\p{Nd}/u;

const either = (...patterns: readonly RegExp[]) => new RegExp(patterns.map((pattern) => pattern.source).join('|'), 'u');

/** What stands after a verb and its subject: `China mines 70%`, and not after a noun: `Mines in China`. */
const OBJECT =
  '(?:the|a|an|its|their|his|her|all|most|more|less|over|under|about|around|nearly|almost|roughly|half|no|only|some|many|up|down|by|sharply|quickly|slowly|[$€£¥~]?\\p{Nd})';

const ENGLISH: Rules = {
  verb: new RegExp(
    [
      "(?<![\\w-])(?:is|are|was|were|has|have|had|does|do|did|will|would|can|could|may|might|must|should|cannot|\\w+n't)(?![\\w-])",
      '(?<![\\w-])(?:rose|fell|grew|became|took|gave|said|kept|bought|sold|ran|brought|began|came|went|paid|won|lost|made|found|sank|shrank|overtook|remains?|depends?|relies|rely|dominates?|refines|requires?|allows?|includes?|becomes?|rises|falls|grows|makes|gives|says|keeps|wants|means|comes|goes|sits|stands|lies|lags|exceeds?|owns|produces?|consumes?|accounts? for|seeks?|exists?|lacks?|tripled|doubled|halved|soared|plunged|surged|collapsed|peaked|stalled|discusses|describes|argues|suggests|explains|concludes|predicts|warns|believes|considers|continues|struggles)(?![\\w-])',
      `(?<=\\p{L} )(?:exports?|imports?|mines|controls?|needs?|plans?|holds?|leads?|runs?|costs?|shows?|takes|supplies|supply|uses?|buys?|sells?|builds?|cuts?|bans?|faces?|hosts?|backs?|funds?|spends?|gets?|pays?|sets?|caps?|limits?|covers?|drives?|employs?|expects?|processes|ships?|meets?|met|held|led|built|cut|set|hit|spent|\\p{Ll}{3,}ed)(?= ${OBJECT}(?!\\p{L}))`,
    ].join('|'),
    'u',
  ),
  maybe: either(/(?<=\p{L} )\p{Ll}{3,}(?<!e)ed(?!\p{L})/u, COUNTS),
  fewest: 3,
  long: 8,
};

const CHINESE: Rules = {
  verb: /是(?!否)|了(?!解)|已经?(?!知)|正在|将(?!军|领|来)|將(?!軍|領|來)|仍|[于於]\d{4}年(?!的)|均(?!线|衡)|占(?!比)|佔|达到?(?!标)|達到?|超过|超過|成为|成為|位[于於居]|宣布|表示|认为|認為|显示|顯示|表明|导致|導致|造成|使得|被|没有|沒有|不(?![锈銹动動])|可[以能]|高于|低于|高於|低於|决定|計劃於|拥有|擁有|掌握|依赖[于着]?(?=\p{Script=Han}{2})|控制(?=[着了全约近\d])|同比|环比|[很更]\p{Script=Han}|非常|升至|降至|增至|减至|跌至|涨至/u,
  maybe: either(/上升|下降|增[长長加]|[减減]少|上[涨漲]|下跌|[导導]致|[获獲]得|[关關][闭閉]|[发發]布|成立/u, COUNTS),
  fewest: 3,
  long: 8,
};

const JAPANESE: Rules = {
  verb: /(?:です|ます|した|する|している|である|だ|った|いる|れる|ない|なる|める)[。)」]*$|(?:は|が).{1,40}(?:占め|依存し|増え|減っ|発表し)/u,
  maybe: either(/[はがを].*[はがをにで]/u, COUNTS),
  fewest: 4,
  long: 10,
};

const finite = (verbs: string): RegExp => new RegExp(`(?<![\\p{L}-])(?:${verbs})(?![\\p{L}-])`, 'u');

const RULES: Readonly<Record<ReturnType<typeof spokenIn>, Rules>> = {
  en: ENGLISH,
  zh: CHINESE,
  ja: JAPANESE,
  de: {
    verb: finite(
      'ist|sind|war|waren|hat|haben|hatte|hatten|wird|werden|wurde|wurden|kann|können|muss|müssen|stieg|stiegen|fiel|fielen|sank|sanken|wuchs|liegt|lag|kommt|kommen|stammt|stammen|beträgt|betrug|steht|gibt|bleibt|bleiben|steigt|sinkt|kontrolliert|liefert|verarbeitet|fördert|exportiert|importiert',
    ),
    maybe: COUNTS,
    fewest: 3,
    long: 8,
  },
  fr: {
    verb: finite(
      "est|sont|était|étaient|a|ont|avait|sera|seront|peut|peuvent|doit|doivent|représente|représentent|détient|détiennent|reste|restent|vient|viennent|fait|atteint|produit|contrôle|dépend|dépendent|n'est|n'a|c'est",
    ),
    maybe: COUNTS,
    fewest: 4,
    long: 8,
  },
  es: {
    verb: finite(
      'es|son|era|eran|fue|fueron|ha|han|había|será|serán|puede|pueden|debe|deben|representa|representan|tiene|tienen|hay|está|están|sigue|depende|dependen|controla|alcanzó|cayó|subió|aumentó',
    ),
    maybe: COUNTS,
    fewest: 3,
    long: 8,
  },
  other: { verb: /(?!)/, maybe: COUNTS, fewest: 4, long: 8 },
};
