/**
 * Decides by the words of an insight whether it must be cited. Follows docs/format.md, "What must be cited", line by line.
 * When in doubt, it gives a hint or nothing.
 */

import {
  claimSignals,
  EXEMPTING_SIGNS,
  plainText,
  SIGNS_OF_ADVICE,
  SIGNS_OF_AMOUNT,
  SIGNS_OF_INSTRUCTION,
  wordCount,
} from '../../document/claims';
import type { Weighed } from '../../document/claims/pointOfClaim';
import type { SectionKind } from '../types';
import { type Because, levelOf } from './because';
import { isCaption } from './captions';
import { ownWordsOf } from './ownWords';
import { sectionKindOf } from './sectionWords';
import { type SentenceForm, sentenceForm } from './sentenceForm';

/** A sentence with its text as Markdown and its weight. */
export interface WeighedSentence extends Weighed {
  readonly text: string;
}

/** The facts of an insight on which the decision rests. */
export interface InsightFacts {
  readonly kind: 'item' | 'paragraph';
  /** Its own text as Markdown, verbatim. */
  readonly text: string;
  readonly sentences: readonly WeighedSentence[];
  /** BCP 47. */
  readonly language: string;
  readonly sectionKind: SectionKind;
  /** A GFM task: `- [ ] …` */
  readonly task: boolean;
  /** The text that leads into it, as Markdown; empty without one. */
  readonly leadIn: string;
  /** True if it ends with a colon directly before a list, table, code or figure. */
  readonly leadsInto: boolean;
  /** True if it has nested items, and all of them are cited. */
  readonly nestedAllCited: boolean;
  /** True if it is wholly bold, italic, an image, a link or `{{id}}`. */
  readonly emphasisOnly: boolean;
}

/**
 * Returns the reason by an insight's own words and its section. Its surroundings may ask for less: see `index.ts`.
 */
export function becauseOf(facts: InsightFacts): Because {
  const { sectionKind } = facts;
  if (sectionKind === 'sources' || sectionKind === 'exempt') return 'no-claim-section';
  if (facts.task) return 'task';
  if (facts.leadsInto) return 'leads-on';
  if (facts.nestedAllCited) return 'nested-cited';
  if (facts.emphasisOnly) return 'heading';
  const plain = plainText(facts.text);
  if (!/\p{L}/u.test(plain)) return 'no-words';
  if (isCaption(plain) || SHOWS_IMAGE.test(facts.text)) return 'caption';
  if (isLabel(plain)) return 'label';
  const form = sentenceForm(plain, facts.language);
  if (isAboutTheText(facts, plain, form)) return 'about-the-text';
  // Most texts are one sentence.
  const plainOf = ({ text }: WeighedSentence) => (text === facts.text ? plain : plainText(text));
  if (facts.sentences.every((sentence) => isQuestion(plainOf(sentence)))) return 'question';
  const because = facts.kind === 'item' ? ofItem(facts, plain, form) : ofParagraph(facts, plain, form);
  if (levelOf(because) === null) return because;
  if (sectionKind === 'summary' || isLabelledSummary(facts.text)) return 'summary';
  if (levelOf(because) !== 'warning') return because;
  const stated =
    because === 'amount' ? facts.sentences.find((sentence) => hasAmount(plainOf(sentence), facts.language)) : null;
  const own = ownWordsOf(plain, stated ? plainOf(stated) : null, facts.text, advises(facts, because === 'amount'));
  if (own) return own;
  return because === 'amount' || facts.sentences.some(({ weight }) => weight >= CLEAR) ? because : 'vague';
}

/**
 * True if at least half of the sentences tell what to do, be it behind a label: "Prepare shaft: Cut the steel pipe." A word
 * such as "should" doesn't turn an amount into advice.
 */
function advises({ sentences, language }: InsightFacts, hasAmount: boolean): boolean {
  const signs = hasAmount ? SIGNS_OF_INSTRUCTION : SIGNS_OF_ADVICE;
  const shows = (text: string) => claimSignals(text, language, signs).length > 0;
  const showsBehindLabel = (text: string) => {
    const behind = text.replace(LABEL, '');
    return behind !== text && shows(behind);
  };
  const advising = sentences.filter(({ text }) => shows(text) || showsBehindLabel(text));
  return advising.length * 2 >= sentences.length;
}

const LABEL = /^[^:：.。!?\n]{1,60}[:：][*_]*\s*|^(\*\*|__)[^*_\n]{1,60}\1\s*/;

/** A sentence of this weight clearly states something that can be looked up; the sum starts at 0. */
const CLEAR = 1.3;

/** An image, with or without words below it. */
const SHOWS_IMAGE = /^\s*!\[[^\]\n]*\]\(/;

/** "**Bottom line:** …", "TL;DR: …": a summary with its heading in the same paragraph. */
function isLabelledSummary(text: string): boolean {
  const label = /^(?:(\*\*|__)([^*_\n]{2,40})\1|([^:：*_\n]{2,40})[:：])/.exec(text);
  return label !== null && sectionKindOf(label[2] ?? label[3] ?? '', false) === 'summary';
}

/** Decides for an item. A sentence must be cited, and so must an amount without a sentence: "Exports: $4.2 billion in 2023". */
function ofItem({ sentences, language, leadIn }: InsightFacts, plain: string, form: SentenceForm): Because {
  const amount = hasAmount(plain, language);
  if (sentences.length < 2 && form !== 'sentence')
    return amount ? 'amount' : form === 'unsure' ? 'perhaps-phrase' : 'phrase';
  if (!amount && leadsToAdvice(leadIn)) return 'advised';
  const excused = sentences.every(
    ({ text, weight }, i) =>
      (weight <= 0 && isExempt(text, language)) ||
      // "**Pricing.** Charge the full cost.": the label isn't a sentence of its own.
      (i === 0 && sentences.length > 1 && /^\*\*[^*]+\*\*$/.test(text) && wordCount(text) <= 4),
  );
  if (excused) return 'excused';
  return amount ? 'amount' : 'states';
}

/** "The EU should:", "Talk to a doctor if you:", "我们建议：": advice follows, or half a sentence of it. */
const ADVISES =
  /(?:(?<![\p{L}-])(?:should|shall|must|ought to|needs? to|recommend|suggest|propose|urge|advise|recommendations?|(?:if|when|whether|unless|before|that) (?:you|they|it|he or she)|(?:are|is) (?:advised|recommended|urged|encouraged) to)(?: (?:also|now|therefore|at least|first|that|the following|not))*|(?:应|應|应该|應該|应当|應當|必须|必須|需要|建议|建議)(?:如下|做到|包括)?) ?:$/iu;

/** True if a lead-in, as Markdown, says that advice follows. Nothing else of it matters to what it leads into. */
export function leadsToAdvice(leadIn: string): boolean {
  return ADVISES.test(plainText(leadIn));
}

/** Decides for a paragraph. A byline or a title on a line of its own has names and dates, and states nothing. */
function ofParagraph({ sentences, language }: InsightFacts, plain: string, form: SentenceForm): Because {
  const amount = hasAmount(plain, language);
  if (!sentences.some(({ weight }) => weight > 0)) return 'states-nothing';
  if (sentences.length < 2 && !amount && isPhrase(plain, form, language)) return 'perhaps-phrase';
  return amount ? 'amount' : 'states';
}

/** True for a phrase, also for phrases behind a label of points: "Upside: more strikes, and restocking in China." */
function isPhrase(plain: string, form: SentenceForm, language: string): boolean {
  const points = POINT.exec(plain)?.[1];
  if (points === undefined) return form === 'phrase';
  const parts = points.replace(/[.。]$/, '').split(/[;；]/);
  return parts.every((part) => sentenceForm(part.trim(), language) === 'phrase');
}

/** A label of points that are weighed, and its value. */
const POINT =
  /^(?:upside|downside|risks?|strengths?|weakness(?:es)?|opportunit(?:y|ies)|threats?|pros?|cons?|advantages?|disadvantages?|优势|劣势|机会|威胁|风险|利好|利空)(?: risks?)? ?: ?(.+)$/iu;

/** True for a question, an instruction, an opinion, a definition or a transition. */
function isExempt(sentence: string, language: string): boolean {
  return claimSignals(sentence, language, EXEMPTING_SIGNS).length > 0;
}

function hasAmount(plain: string, language: string): boolean {
  const value = VALUED.exec(plain)?.[1];
  return (
    (value !== undefined && !NO_AMOUNT.test(value) && !isDay(value)) ||
    claimSignals(plain, language, SIGNS_OF_AMOUNT).length > 0
  );
}

function isQuestion(plain: string): boolean {
  return QUESTION.test(plain) || HALF_QUESTION.test(plain) || !/\p{L}/u.test(plain);
}

const QUESTION = /[?؟]["”’')\]」』»]*$/;
/** "How China built its lead": a question without its mark. */
const HALF_QUESTION = /^(?:how|why|what|who|whom|which|where|whether)\b[^.。]*$/i;

/** True for a line about the text itself: its author, its date, or a matter named by its label ("Disclosures: …"). */
function isAboutTheText({ kind, text }: InsightFacts, plain: string, form: SentenceForm): boolean {
  const { 1: label, 2: value = '' } = /^([^:]{2,30}): ?(\S.*)/.exec(plain) ?? [];
  if (label && (sectionKindOf(label, false) === 'exempt' || (kind === 'paragraph' && isDay(value)))) return true;
  if (ABOUT_THE_TEXT.test(plain) || DATE.test(plain) || (kind === 'paragraph' && isListOfFields(text))) return true;
  if (form === 'sentence') return false;
  return BYLINE.test(plain) || (plain.includes('|') && plain.split('|').some((part) => isOfByline(part.trim())));
}

/** True for lines that each hold a bold label and its value, as at the start of a report: "**Subject:** …". */
function isListOfFields(text: string): boolean {
  const lines = text.trim().split('\n');
  return lines.length > 1 && lines.every((line, i) => FIELD.test(line) || (i === 0 && TITLE.test(line)));
}

const TITLE = /^[ \t]*(?:\*\*|__)[^*_\n]{1,80}(?:\*\*|__)[ \t]*$/;
const FIELD = /^[ \t]*(?:\*\*|__)[^*_:：\n]{1,40}(?:[:：] ?(?:\*\*|__)|(?:\*\*|__) ?[:：]).{0,120}$/;

/** True for a part of a byline that is divided by bars: "Analyst: Ada Roe", an address, a date. */
function isOfByline(part: string): boolean {
  return ABOUT_THE_TEXT.test(part) || DATE.test(part) || BYLINE.test(part) || /^\S+@\S+\.\p{L}{2,}$/u.test(part);
}

const ABOUT_THE_TEXT =
  /^(?:(?:\p{L}+ ){0,2}(?:date|generated|deadline|word count)(?: on)?|(?:调研|撰写|生成|报告|報告|更新|发布|發布|截止|获取|獲取|研究)(?:时间|時間|日期)|dated|(?:last )?updated|published|created|authors?|analysts?|economists?|reporters?|editors?|prepared (?:by|for)|written by|contact|tel|phone|e-?mail|version|status|reading time|日期|时间|更新|更新时间|发布|发布时间|作者|分析师|研究员|研究助理|首席分析师|责任编辑|编辑|记者|撰稿|撰文|联系人?|电话|邮箱|执业证书编号|版本|状态|作成日|更新日|著者|datum|stand|autor(?:en)?|date de publication|auteurs?|fecha|autores) ?:/iu;
/** "By Ada Roe": a name, and no "By contrast, …"; "本报记者 李文 北京报道". */
const BYLINE =
  /^(?:By|Written by) \p{Lu}|^(?:本[报報刊网網台]|特约|特約|见习|實習|实习)?(?:记者|記者|通讯员|撰文|编辑|编译|责编|文)(?:[ |/·]|(?=\p{Script=Han}{2,4} ))/u;
/** "5 August 2025", "Last updated on 5 August 2025", "2025年8月5日" */
const DATE =
  /^(?:(?:last )?(?:updated|published|revised)(?: on)?|as of|stand|更新于|发布于|截至)? ?(?=.{0,20}(?:19|20)\d\d)[\d ,./年月日-]{0,12}(?:(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)\p{L}{0,6}\.?)?[\d ,./年月日-]{0,12}$/iu;

/** True for a label and a value of four words or fewer together, without a digit: "Market: China". */
function isLabel(plain: string): boolean {
  return LABELLED.test(plain) && !/\p{N}/u.test(plain) && wordCount(plain) <= 4;
}

const LABELLED = /^[^:]{1,60}: ?\S[^:]*$/;
/** "Output: 240,000 t": a label, and a value that starts with a digit. "7:30" is a time. */
const VALUED = /^[^:]{0,59}[^:\p{Nd}]: ?(\S{0,3}\p{N}[\s\S]*)$/u;
/** A time of day, a version, a telephone number, or two numbers as in "24/7": they count and measure nothing. */
const NO_AMOUNT =
  /^(?:\p{Nd}{1,2}\/\p{Nd}{1,3}|\p{Nd}{1,2}[:.]\p{Nd}{2}(?: ?[ap]\.?m\.?)?(?: ?[–-].*)?|v?\p{Nd}+(?:\.\p{Nd}+){2,}|\+\p{Nd}[\p{Nd} ()/-]{6,})[.。]?$/u;

/** True for a date with a month and perhaps a day, and nothing else. */
function isDay(text: string): boolean {
  return DATE.test(text) && !/^\p{Nd}{4}年?$/u.test(text);
}
