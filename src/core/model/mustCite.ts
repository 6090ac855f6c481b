/**
 * What must be cited: how `citation/missing` speaks of an insight that has no citation. Line by line what
 * docs/format.md says under "What must be cited". When in doubt: a hint, or silence.
 */
import type { SectionKind } from '../brief';
import { needsCitation } from '../evidence/claims';
import { isCaption } from './captions';

/** What the decision rests on. */
export interface InsightFacts {
  readonly kind: 'item' | 'paragraph';
  /** Its own text as Markdown, verbatim. */
  readonly text: string;
  /** The texts of its sentences. */
  readonly sentences: readonly string[];
  /** BCP 47. */
  readonly language: string;
  readonly sectionKind: SectionKind;
  /** A GFM task: `- [ ] …` */
  readonly task: boolean;
  /** Ends with a colon directly before a list, table, code or figure. */
  readonly leadsInto: boolean;
  /** It has nested items, and all of them are cited. */
  readonly nestedAllCited: boolean;
  /** Wholly bold, italic, an image, a link or `{{id}}`. */
  readonly emphasisOnly: boolean;
}

/**
 * @returns the severity that a missing citation has here, or null where none is needed
 */
export function severityIfUncited(facts: InsightFacts): 'warning' | 'hint' | null {
  const { kind, text, sentences, language, sectionKind } = facts;
  if (sectionKind === 'sources' || sectionKind === 'exempt') return null;
  if (facts.task || facts.leadsInto || facts.nestedAllCited || facts.emphasisOnly) return null;
  const plain = withoutMarks(text);
  if (!/\p{L}/u.test(plain) || isCaption(plain) || isLabel(plain)) return null;
  if (sentences.length > 0 && sentences.every((sentence) => QUESTION.test(withoutMarks(sentence)))) return null;
  const states = sentences.some((sentence) => needsCitation(sentence, language));
  if (kind === 'item' && !states && !isSentence(plain, language)) return null;
  if (sectionKind === 'summary') return 'hint';
  if (kind === 'paragraph') return states ? 'warning' : 'hint';
  return states || isClaimLike(sentences, language) ? 'warning' : 'hint';
}

const QUESTION = /[?？]["”’)\]」』]*$/;

/** "Market: China": a label and a value of four words or fewer together, without a digit. */
function isLabel(plain: string): boolean {
  const match = /^([^:：]{1,60})[:：]\s*(\S[^:：]*)$/.exec(plain);
  return match !== null && !/\p{N}/u.test(plain) && wordCount(plain) <= 4;
}

/** Two CJK characters count as a word. */
function wordCount(text: string): number {
  const cjk = text.match(CJK)?.length ?? 0;
  const others = text.replace(CJK, ' ').match(/[\p{L}\p{N}]+(?:['’.-][\p{L}\p{N}]+)*/gu)?.length ?? 0;
  return others + Math.ceil(cjk / 2);
}

const CJK = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/gu;

/**
 * Whether an item is a sentence and no bare phrase such as "Rare earths and magnets": it ends as one, or it is long
 * enough and has a verb as far as that can be told from form.
 */
function isSentence(plain: string, language: string): boolean {
  const words = wordCount(plain);
  if (/[.。!！…][”"’)」』]*$/.test(plain)) return words >= 3;
  if (CJK_LANGUAGE.test(language)) return words >= 5 && VERB_ZH.test(plain);
  if (language.startsWith('en')) return words >= 4 && VERB_EN.test(plain);
  return words >= 6;
}

const CJK_LANGUAGE = /^(?:zh|ja|yue|wuu)/i;
const VERB_ZH =
  /是|有|在|为|将|会|已|了|上升|下降|增|减|达|超|占|控制|拥有|供应|生产|进口|出口|宣布|表示|显示|成为|依赖|导致|使|让|である|です|ます|した|する|いる/;
const VERB_EN =
  /\b(?:is|are|was|were|be|been|has|have|had|does|do|did|will|would|can|could|may|might|must|should|shall|\w+(?:n't))\b|\b\p{Ll}{3,}(?:ed|es)\b|\b(?:rose|fell|grew|rises?|falls?|grows?|holds?|held|leads?|led|makes?|made|takes?|took|gives?|gave|remains?|depends?|controls?|needs?|shows?|says?|said|keeps?|kept|built|builds?|sells?|sold|buys?|bought|runs?|ran|sets?|cuts?|owns?|costs?|means?|brings?|brought|became|becomes?|begins?|began|comes?|came|goes|went|pays?|paid|wins?|won|loses?|lost|supplies|supplies|allows?|requires?|includes?)\b/u;

/**
 * An item that is a sentence is asked for its source even if nothing in it is countable, unless it is an instruction,
 * an opinion, a definition or a transition.
 */
function isClaimLike(sentences: readonly string[], language: string): boolean {
  return sentences.some(
    (sentence) => !EXEMPT_SENTENCE.some((pattern) => pattern.test(withoutMarks(sentence))) && language !== '',
  );
}

const EXEMPT_SENTENCE: readonly RegExp[] = [
  QUESTION,
  /^(?:please|see|note that|consider|let's|let us|make sure|remember|check|read|click|visit|contact|use|try|keep|ask|look|we (?:think|believe|expect|recommend|suggest|hope)|i (?:think|believe|expect|recommend|suggest|hope)|in (?:my|our) (?:view|opinion))\b/i,
  /^(?:请|参见|参阅|详见|注意|我们认为|我认为|笔者认为|我们建议|我们预计|在我看来)/,
  /\b(?:is|are) defined as\b|\brefers? to\b|\bstands? for\b|是指|指的是/i,
  /^(?:this|the (?:next|following)) (?:section|chapter|brief|report|list|table)\b|^(?:below|above)\b|^(?:本节|本章|本文|下文|下面|以下)/i,
];

/** Without our marks, citations, comments and marks of emphasis. */
function withoutMarks(text: string): string {
  return text
    .replace(/<!--[\s\S]*?-->/g, '')
    .replace(/\[\^[^\]]+\]|\[[\d\s,，、;–-]+\]|\[own\]|\[\?+\]|\[citation needed\]|[【［]\d+[】］]/g, '')
    .replace(/[*_~`]{1,3}(?=\S)|(?<=\S)[*_~`]{1,3}/g, '')
    .trim();
}
