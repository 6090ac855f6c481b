/**
 * Tells by the words of an insight whether it is something else than a claim about the world: the author's judgement,
 * advice, a statement on the text's own work, or no prose at all. The start of the text or a few words decide. When in
 * doubt, it is a claim.
 */

import { inSmallLetters, quickToCompile } from '../../languages/wordLists';

/** A kind of insight that needs no source, by its own words. */
export type OwnWords = 'judgement' | 'advice' | 'own-work' | 'no-prose';

/**
 * @param plain text without Markdown, in compatibility form (NFKC)
 * @param claim its sentence that states an amount; null without one
 * @param text the whole text as Markdown
 * @param advises true if most of its sentences tell what to do
 * @returns null if it may be a claim like any other
 */
export function ownWordsOf(plain: string, claim: string | null, text: string, advises: boolean): OwnWords | null {
  const start = startOf(plain);
  if (looksLikeCode(text)) return 'no-prose';
  if (JUDGEMENT_LABEL.test(start) || INFERS.test(claim === null ? start : startOf(claim))) return 'judgement';
  if (ADVICE_LABEL.test(start) || advises) return 'advice';
  return OWN_WORK.test(start) ? 'own-work' : null;
}

/** Returns the start of a text in small letters, without marks before the first word. */
function startOf(plain: string): string {
  return plain
    .slice(0, 300)
    .replace(/^[^\p{L}\p{N}"“'‘(]+/u, '')
    .toLowerCase();
}

const either = (...patterns: readonly string[]) => new RegExp(quickToCompile(inSmallLetters(patterns.join('|'))), 'u');

/** "Judgment: …", "My direct read: …", "Base case, next week: …", 我的判断：… */
const JUDGEMENT_LABEL = either(
  '^(?:(?:my|our|the author.?s|overall|direct|macro|forward) ){0,2}(?:judge?ments?|inferences?|interpretations?|assessments?|views?|reads?|thesis|opinion|implications?|(?:base|bear|bull|best|worst) case|outlook|verdict|conclusions?|assumptions?|hypothes[ei]s|speculati(?:on|ve)|takeaways?|why it matters|so what|lessons? learned|evaluation|risk)(?![\\p{L}-])[^:：.。!?\\n]{0,30}[:：]',
  '^(?:我的|作者|总体|總體|综合|綜合)?(?:判断|判斷|推断|推斷|推论|推論|观点|觀點|评估|評估|解读|解讀|判读|判讀|总评|總評|启示|啟示|结论|結論|意义|意義|含义|含義|[^:：，,。\\s]{1,12}(?:判读|判讀|解读|解讀))[^:：。\\n]{0,8}[:：]',
  '^(?:bewertung|einschätzung|fazit|gelernte lektionen|conclusione|conclusión|avaliação|giudizio|вывод|оценка)(?!\\p{L})[^:.\\n]{0,20}:',
);

/** A conclusion from the text before it: "These numbers show why …", "My direct read is …", 因此… */
const INFERS = either(
  '^(?:(?:and|but|so|yet) )?(?:therefore|thus|hence|accordingly|consequently|taken together|put (?:together|simply|differently|the)|in (?:conclusion|summary|short|essence|other words|sum|the end)|to (?:sum up|summari[sz]e|conclude)|overall|ultimately|all in all|arguably|clearly|notice (?:what|that|how)|the (?:honest|cleanest|real|key|core|central|obvious|bottom) (?:\\w+ )?(?:caution|question|point|issue|reading|message|takeaway|setups?|tension|lesson|insight|risk|answer))(?![\\p{L}-])',
  '^(?:this|these|that|those|such)(?: \\p{L}+){0,3} (?:shows?|means?|suggests?|impl(?:y|ies)|underscores?|underlines?|highlights?|illustrates?|explains?|indicates?|demonstrates?|emphasi[sz]es?|represents?|makes?|reflects?|matters?|is why|argument)(?!\\p{L})',
  '^(?:this|that|these|those) (?:is|are|was|were|has|have)(?!\\p{L})',
  '(?:my|our) (?:\\p{L}+ ){0,2}(?:judge?ment|read|reading|view|assessment|take|verdict|inference) is(?!\\p{L})',
  '(?:I|we) (?:still |would |therefore )?(?:describe|read|interpret|judge|see) (?:it|this|that|the)(?!\\p{L})',
  '^(?:因此|所以|由此可见|由此可見|可见|可見|这意味|這意味|这说明|這說明|总之|總之|总体来看|總體來看|综上|綜上|换言之|換言之|这表明|這表明|这种|這種|这一(?!年)|這一(?!年)|这代表|這代表|这[不是也就只]|這[不是也就只]|这些|這些|这个组合|這個組合|我的|本质上|本質上|总的来说|總的來說|この(?:ため|よう)|つまり|したがって|以上)',
  'と思(?:う|った|われる|います|いました)|気になった|感じ(?:た|る|ました)[。]|そうですね[。]',
  '^(?:daher|somit|folglich|insgesamt|das zeigt|dies zeigt|donc|ainsi|en somme|por (?:lo )?tanto|en resumen|portanto|em suma|quindi|dunque|таким образом|следовательно)(?!\\p{L})',
);

/** "Recommendation: …", "Goal: …", "Mitigation: …", 建议：… */
const ADVICE_LABEL = either(
  '^(?:(?:our|key|pro|main|next) )?(?:recommendations?|advice|actions?|action items?|next steps?|mitigations?|goals?|objectives?|aims?|purpose|deliverables?|tasks?|requirements?|constraints?|acceptance criteria|how to|when to use|tips?|prompt|instructions?|todo)(?![\\p{L}-])[^:：.。!?\\n]{0,20}[:：]',
  '^(?:step|phase|passo|paso|schritt|étape|fase|шаг) \\p{Nd}{1,2} ?[:：.–-]',
  '^(?:建议|建議|目标|目標|目的|行动|行動|任务|任務|要求|做法|对策|對策|成果|步骤|步驟|注意|提示|职责|職責)[^:：。\\n]{0,6}[:：]',
  '^(?:ziel|zweck|empfehlung|aufgabe|objetivo|recomendación|recomendação|obiettivo|objectif|recommandation|цель|рекомендация|задача)(?!\\p{L})[^:.\\n]{0,20}:',
);

/** "This algorithm defines …", "We implement …", 本文… */
const OWN_WORK = either(
  '^(?:this|our|the present|the proposed)(?: [\\p{L}-]+){0,2} (?:reports?|papers?|stud(?:y|ies)|documents?|analys[ei]s|briefs?|sections?|chapters?|guides?|books?|essays?|frameworks?|algorithms?|rfc|proposals?|systems?|designs?|roadmaps?|plans?|notes?|index|project)(?!\\p{L})',
  '(?<!\\p{L})(?:we|I) (?:also |then |now |first )?(?:implement|propose|use|used|adopt|introduce|define|test|tested|present|build|built|need|must|simulate|measured|evaluate|evaluated|compared|searched|collected|conducted|trained|ran)(?!\\p{L})',
  '^(?:本文|本报告|本報告|本研究|本章|本节|本節|本项目|本項目|本系统|本系統|本方案|我们(?:的)?(?:系统|方案|团队|实验)|當前專案|本稿|本研究|この(?:研究|論文|記事|章|節|手法))',
  '^(?:based on (?:your|the (?:search|provided|conversation))|here(?:.s| is| are)|sure|certainly|let me|i(?:.ll| will| have| can))(?!\\p{L})',
  '^(?:outputs?|inputs?|examples?|sample|expected results?|results? expected|demo)(?![\\p{L}-])[^:：.。!?\\n]{0,20}[:：]',
  '^[^.。!?]{0,60}, for (?:example|instance),',
  '^(?:for (?:example|instance)|e\\.g\\.|imagine|suppose|let us|let.s|例如|比如|假设|假設|たとえば|例えば|z\\. ?b\\.|zum beispiel|par exemple|por ejemplo|por exemplo|ad esempio|например)',
  '(?<!\\p{L})(?:the remainder of this|in this (?:section|report|chapter|paper|guide)|(?:is|are) (?:summari[sz]ed|outlined|described|shown|listed) (?:below|in the (?:following|next|table))|fall into (?:two|three|four|five|six) (?:categories|groups)|as follows)(?!\\p{L})',
);

/** True for code, a formula or a drawing of lines: it has escaped marks, is a statement, or starts with an arrow. */
function looksLikeCode(text: string): boolean {
  return CODE.test(text.slice(0, 300));
}

const CODE =
  /[\u2500-\u257f]{2}|[│┃║].*[│┃║]|"{3}|\\[#=_] ?\\?[\p{L}_]|\p{L}\\_\p{L}|^\s*(?:\\?#|@|\/\/|→|->|=>|: )|^\s*(?:def|class|import|const|let|var|function|return) [\p{L}_]|[;{}]\s*$|\)\s*(?:=>|\{)|^[\p{L}\p{N}<>/_ ]{1,40} \\?= [^=]/u;
