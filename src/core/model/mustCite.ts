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
  const { kind, sentences, language, sectionKind } = facts;
  if (sectionKind === 'sources' || sectionKind === 'exempt') return null;
  if (facts.task || facts.leadsInto || facts.nestedAllCited || facts.emphasisOnly) return null;
  const plain = withoutMarks(facts.text);
  if (!/\p{L}/u.test(plain) || isCaption(plain) || isLabel(plain) || METADATA.test(plain)) return null;
  const parts = sentences.map(withoutMarks);
  if (parts.every((part) => QUESTION.test(part) || HALF_QUESTION.test(part))) return null;
  const states = parts.some((part) => needsCitation(part, language));
  const sentence = isSentence(plain, language);
  if (kind === 'item' && !sentence && !(states && /\p{N}/u.test(plain)) && !isAmount(plain)) return null;
  if (sectionKind === 'summary') return 'hint';
  if (kind === 'paragraph') return states && sentence ? 'warning' : 'hint';
  return parts.every((part) => ASIDES.some((aside) => aside.test(part))) ? 'hint' : 'warning';
}

const QUESTION = /[?？]["”’)\]」』]*$/;
/** "How China built its lead": a question without its mark. */
const HALF_QUESTION = /^(?:how|why|what|who|whom|which|where|when|whether)\b[^.。]*$/i;

/** A line about the text itself: its author, its date. */
const METADATA =
  /^(?:by\s+\p{Lu}|(?:date|dated|updated|last updated|published|created|author|authors|contact|tel|phone|e-?mail|version|status|日期|时间|更新|更新时间|发布|发布时间|作者|联系|电话|版本|状态|datum|stand|autor|date de publication|auteur|fecha)\s*[:：])/iu;

/** "Market: China": a label and a value of four words or fewer together, without a digit. */
function isLabel(plain: string): boolean {
  return LABELLED.test(plain) && !/\p{N}/u.test(plain) && wordCount(plain) <= 4;
}

/** "Output: 240,000 t": a label and a value with a digit. */
function isAmount(plain: string): boolean {
  return LABELLED.test(plain) && /[:：]\s*\S{0,3}\p{N}/u.test(plain);
}

const LABELLED = /^[^:：]{1,60}[:：]\s*\S[^:：]*$/;

/** Two CJK characters count as a word. */
function wordCount(text: string): number {
  const cjk = text.match(CJK)?.length ?? 0;
  const others = text.replace(CJK, ' ').match(/[\p{L}\p{N}]+(?:['’.-][\p{L}\p{N}]+)*/gu)?.length ?? 0;
  return others + Math.ceil(cjk / 2);
}

const CJK = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/gu;

/**
 * Whether a text is a sentence and no bare phrase such as "Rare earths and magnets": it ends as one, or it is long
 * enough and has a verb as far as that can be told from form.
 */
function isSentence(plain: string, language: string): boolean {
  const words = wordCount(plain);
  if (/[.。!！…][”"’)」』]*$/.test(plain)) return words >= 2;
  if (CJK_LANGUAGE.test(language)) return words >= 4 && VERB_ZH.test(plain);
  if (language.startsWith('en')) return words >= 4 && VERB_EN.test(plain);
  return words >= 6;
}

const CJK_LANGUAGE = /^(?:zh|ja|yue|wuu)/i;
const VERB_ZH =
  /是|有|在|为|将|会|已|了|上升|下降|增|减|达|超|占|控制|拥有|供应|生产|进口|出口|宣布|表示|显示|成为|依赖|导致|使|让|である|です|ます|した|する|いる/;
const VERB_EN =
  /(?<![\w-])(?:is|are|was|were|has|have|had|does|do|did|will|would|can|could|may|might|must|should|\w+n't|rose|fell|grew|rises|falls|grows|holds|leads|makes|took|takes|gave|gives|remains?|depends?|controls|needs|shows|says|said|keeps|kept|builds|sells|buys|bought|runs|ran|owns|means|brings|brought|became|becomes?|begins|began|comes|came|goes|went|pays|paid|wins|won|loses|lost|supplies|allows|requires|includes|dominates|exports|imports|produces|refines|mines|relies|expects?|plans|wants?|(?<=\w )(?!based|related|needed|added|increased|reduced|limited|advanced|planned|estimated|proposed|combined|fixed)\p{Ll}{3,}ed(?= (?:by|to|from|in|on|at|the|a|an|its|their|with|over|since|after|\p{N}|\p{Lu})))(?![\w-])/u;

/** What a list item may say in full sentences without stating a fact. */
const ASIDES: readonly RegExp[] = [
  QUESTION,
  /^(?:please|see|note that|consider|let's|let us|make sure|remember|check|read|click|visit|contact|use|try|keep|ask|look|thanks?|hello|welcome|we (?:think|believe|expect|recommend|suggest|hope)|i (?:think|believe|expect|recommend|suggest|hope)|in (?:my|our) (?:view|opinion))\b/i,
  /^(?:请|参见|参阅|详见|注意|我们认为|我认为|笔者认为|我们建议|我们预计|在我看来|谢谢|感谢|欢迎)/,
  /^definition\b|\b(?:is|are) defined as\b|\brefers? to\b|\bstands? for\b|是指|指的是/i,
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
