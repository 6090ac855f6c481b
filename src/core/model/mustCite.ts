/**
 * What must be cited: how `citation/missing` speaks of an insight that has no citation. Line by line what
 * docs/format.md says under "What must be cited". When in doubt: a hint, or silence.
 */
import type { SectionKind } from '../brief';
import { claimSignals, needsCitation, plainText, wordCount } from '../evidence/claims';
import { isCaption } from './captions';
import { sectionKindOf } from './sectionWords';
import { sentenceForm } from './sentenceForm';

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
  const { sectionKind } = facts;
  if (sectionKind === 'sources' || sectionKind === 'exempt') return null;
  if (facts.task || facts.leadsInto || facts.nestedAllCited || facts.emphasisOnly) return null;
  const plain = plainText(facts.text);
  if (!/\p{L}/u.test(plain) || isCaption(plain) || isLabel(plain) || isAboutTheText(facts, plain)) return null;
  if (facts.sentences.every(isQuestion)) return null;
  const severity = facts.kind === 'item' ? ofItem(facts, plain) : ofParagraph(facts, plain);
  return severity && sectionKind === 'summary' ? 'hint' : severity;
}

/** A sentence must be cited, and so must an amount without one: "Exports: $4.2 billion in 2023". */
function ofItem({ sentences, language }: InsightFacts, plain: string): 'warning' | 'hint' | null {
  const amount = hasAmount(plain, language);
  const form = sentences.length > 1 ? 'sentence' : sentenceForm(plain, language);
  if (form !== 'sentence') return amount ? 'warning' : form === 'unsure' ? 'hint' : null;
  const excused = sentences.every((sentence) => isExempt(sentence, language) && !needsCitation(sentence, language));
  return excused ? 'hint' : 'warning';
}

/** A byline or a title on a line of its own has names and dates, and states nothing. */
function ofParagraph({ sentences, language }: InsightFacts, plain: string): 'warning' | 'hint' {
  const states = sentences.some((sentence) => needsCitation(sentence, language));
  const bare = sentences.length < 2 && sentenceForm(plain, language) === 'phrase' && !hasAmount(plain, language);
  return states && !bare ? 'warning' : 'hint';
}

/** A question, an instruction, an opinion, a definition, a transition. */
function isExempt(sentence: string, language: string): boolean {
  return claimSignals(sentence, language).some((signal) => signal.exempts);
}

function hasAmount(plain: string, language: string): boolean {
  return VALUED.test(plain) || claimSignals(plain, language).some((signal) => signal.name === 'amount');
}

function isQuestion(sentence: string): boolean {
  const plain = plainText(sentence);
  return QUESTION.test(plain) || HALF_QUESTION.test(plain) || !/\p{L}/u.test(plain);
}

const QUESTION = /[?؟]["”’')\]」』»]*$/;
/** "How China built its lead": a question without its mark. */
const HALF_QUESTION = /^(?:how|why|what|who|whom|which|where|whether)\b[^.。]*$/i;

/** A line about the text itself: its author, its date, or what its label says: "Disclosures: the author owns none." */
function isAboutTheText({ language }: InsightFacts, plain: string): boolean {
  const label = /^([^:]{2,30}): ?\S/.exec(plain)?.[1];
  if (label && sectionKindOf(label, false) === 'exempt') return true;
  if (ABOUT_THE_TEXT.test(plain) || DATE.test(plain)) return true;
  return BYLINE.test(plain) && sentenceForm(plain, language) !== 'sentence';
}

const ABOUT_THE_TEXT =
  /^(?:date|dated|(?:last )?updated|published|created|authors?|written by|contact|tel|phone|e-?mail|version|status|reading time|日期|时间|更新|更新时间|发布|发布时间|作者|联系|电话|版本|状态|作成日|更新日|著者|datum|stand|autor(?:en)?|date de publication|auteurs?|fecha|autores) ?:/iu;
/** "By Ada Roe": a name, and no "By contrast, …". */
const BYLINE = /^(?:By|Written by) \p{Lu}/u;
/** "5 August 2025", "Last updated on 5 August 2025", "2025年8月5日" */
const DATE =
  /^(?:(?:last )?(?:updated|published|revised)(?: on)?|as of|stand|更新于|发布于|截至)? ?(?=.{0,20}(?:19|20)\d\d)[\d ,./年月日-]{0,12}(?:(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)\p{L}{0,6}\.?)?[\d ,./年月日-]{0,12}$/iu;

/** "Market: China": a label and a value of four words or fewer together, without a digit. */
function isLabel(plain: string): boolean {
  return LABELLED.test(plain) && !/\p{N}/u.test(plain) && wordCount(plain) <= 4;
}

const LABELLED = /^[^:]{1,60}: ?\S[^:]*$/;
/** "Output: 240,000 t": a label, and a value that starts with a digit. */
const VALUED = /^[^:]{1,60}: ?\S{0,3}\p{N}/u;
