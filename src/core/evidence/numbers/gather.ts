import { isDigit } from '../../base/text';
import { isLatin, isSpace } from './characters';
import { withScale } from './exact';
import { BLANK } from './fold';
import { readHan } from './han';
import { afterHan, mayStartHan } from './hanTokens';
import { readKoreanWords } from './koreanWords';
import { firstLetters, type Lexicon, lexiconOf } from './lexicon';
import { measureAfter, measureBefore } from './measures';
import { hanWordEnd, isLabelled, labelEnd } from './notCounted';
import { readNumber, readVulgarAlone } from './numerals';
import type { Numeral } from './quantity';
import { readSpelled } from './spelled';

/**
 * Reads every numeral of a text, in order: digits, words, and Han characters. Ids (`F-16`, `5G`, `H1N1`) and the pronoun "one"
 * are left out.
 *
 * @param text folded and masked, with its dates blanked.
 */
export function gatherNumerals(text: string, language: string): Numeral[] {
  const numerals: Numeral[] = [];
  const { words, beginnings, compounds } = lexiconOf(language);
  let i = 0;
  while (i < text.length) {
    const code = text.charCodeAt(i);
    let next: Numeral | number = i + 1;
    if (isDigit(code) || (code === 46 && startsDecimal(text, i))) {
      next = fromDigits(text, i, language);
    } else if (isLatin(code)) {
      const end = wordEnd(text, i);
      const mayBe = compounds || (end - i <= LONGEST_WORD && beginnings[firstLetters(text, i, end)] !== 0);
      const word = mayBe ? text.slice(i, end).toLowerCase() : '';
      const type = words.get(word)?.type;
      const starts = type === undefined ? isCompound(word, compounds) : type !== 'and' && type !== 'point';
      next = starts ? fromWord(text, i, end, word, language) : end;
    } else if (code > 0xbb && code < 0x2e80) {
      next = readVulgarAlone(text, i) ?? i + 1;
    } else if (code >= 0x2e80 && (mayStartHan(code) || text.startsWith('对折', i))) {
      next = fromHan(text, i, language);
    }
    if (typeof next === 'number') {
      i = Math.max(next, i + 1);
    } else {
      const numeral = next.fraction && next.form !== 'han' ? withScale(text, next) : next;
      numerals.push(numeral);
      i = Math.max(numeral.end, i + 1);
    }
  }
  return numerals;
}

const startsDecimal = (text: string, at: number) =>
  isDigit(text.charCodeAt(at + 1)) && !/[\p{L}\d.)\]]/u.test(text[at - 1] ?? '');

function wordEnd(text: string, at: number): number {
  let i = at + 1;
  while (isLatin(text.charCodeAt(i))) i++;
  return i;
}

const isVague = (text: string, at: number) => /[数几수]/.test(text[at - 1] ?? '');

/** Length of the longest number word, in languages that write number words separately. */
const LONGEST_WORD = 13;

/** True if a word may be a number in one word, as in German and Italian. */
function isCompound(word: string, compounds: Lexicon['compounds']): boolean {
  return compounds !== undefined && word.length > compounds.longerThan && compounds.sign.test(word);
}

/** Reads a numeral in Han characters. 数百万 states no number, and its rest must not be read as one. */
function fromHan(text: string, at: number, language: string): Numeral | number {
  const word = hanWordEnd(text, at);
  if (word > at) return word;
  const counted = language === 'ko' ? readKoreanWords(text, at) : null;
  return counted ?? readHan(text, at, language) ?? (isVague(text, at) ? afterHan(text, at, language) : at + 1);
}

function fromDigits(text: string, at: number, language: string): Numeral | number {
  if (isPartOfId(text, at, language)) return afterId(text, at);
  const label = labelEnd(text, at);
  if (label > at) return label;
  const han = goesOnInHan(text, at) ? readHan(text, at, language) : null;
  if (han) return han;
  return readNumber(text, at, language, {
    isMoney: () => measureBefore(text, at, language) !== null,
    unitAt: (offset) => measureAfter(text, offset, language) !== null,
  });
}

const GOES_ON = '多余几来分又成割折点打분';

/** True if a Chinese, Japanese or Korean scale or part may follow the digits. */
function goesOnInHan(text: string, at: number): boolean {
  let i = at + 1;
  while (i < at + 40 && (isDigit(text.charCodeAt(i)) || text[i] === '.' || text[i] === ',')) i++;
  while (isSpace(text[i]) && i < at + 40) i++;
  return text.charCodeAt(i) >= 0x2e80 && (mayStartHan(text.charCodeAt(i)) || GOES_ON.includes(text.charAt(i)));
}

/** True for digits in an id: `COVID-19`, `F-16`, `U2`, `n°5`. But `USD50`, `mid-1990s` and `sub-5%` are numbers. */
function isPartOfId(text: string, at: number, language: string): boolean {
  const before = text[at - 1] ?? '';
  if (before === BLANK || before === '_')
    return before === '_' || (text[at - 1] === BLANK && /[\w.]/.test(text[at - 2] ?? ''));
  if (before === ' ' || before === '') return false;
  if (/[\p{Script=Latin}\p{Script=Greek}]/u.test(before)) return measureBefore(text, at, language) === null;
  if (before !== '-') return false;
  const joined = WORD_BEFORE_DASH.exec(text.slice(Math.max(0, at - 16), at))?.[1];
  return joined !== undefined && !JOINABLE.test(joined);
}

const WORD_BEFORE_DASH = /([\p{L}\d]*\p{L})-$/u;
const JOINABLE =
  /^(?:mid|pre|post|sub|top|non|under|over|early|late|circa|plus|about|around|the|and|to|of|at|by|a|some|than|in|near|every|per|for|\p{Script=Han}+|[\d.,]+(?:k|m|bn|b|mn|tn|st|nd|rd|th|t|kg|km|g|mm|cm|ft|mw|gw))$/iu;

const ID = /[\p{L}\d_]+(?:[./-][\p{Script=Latin}\d_]+)*/uy;

function afterId(text: string, at: number): number {
  ID.lastIndex = at;
  if (!ID.test(text)) return at + 1;
  // A sentence may go on in Chinese without a space.
  const han = /[\p{Script=Han}\p{Script=Hangul}]/u.exec(text.slice(at, ID.lastIndex));
  return han ? at + Math.max(1, han.index) : ID.lastIndex;
}

function fromWord(text: string, at: number, end: number, word: string, language: string): Numeral | number {
  if (isDigit(text.charCodeAt(end)) || /[\d_]/.test(text[at - 1] ?? '')) return end;
  const numeral = readSpelled(text, at, language, null);
  if (!numeral) return end;
  if (isLabelled(text, at) && !numeral.scaled) return numeral.end;
  if (numeral.low >= 100 && numeral.end === end && VAGUE_BEFORE.test(text.slice(Math.max(0, at - 12), at))) return end;
  if (numeral.end === end && isNoNumber(text, at, end, word, language)) return end;
  return numeral;
}

/** "Several hundred" names no number. */
const VAGUE_BEFORE = /(?<!\p{L})(?:several|many|einige|mehrere|plusieurs|quelques|varios|varias) $/iu;

const PRONOUN_BEFORE =
  /(?:this|that|the|no|any|every|each|some|which|another|other|only|same|such|last|next|first|former|latter|or|as|than|new|old|good|big|small|right|wrong|square|anything|-)[ -]$/i;
const PRONOUN_AFTER =
  /^(?: (?:is|was|are|were|can|could|should|must|may|might|will|would|has|have|had|of|who|that|which|another|does|did|cannot|needs?|thing|by|to|but|likes?)\b|['-]|[.,;:!?)"]? ?$|[.,;:!?)])/i;

/** "one in four", "only one barn in four". */
const SHARE_AFTER =
  /^ (?:[a-z]{4,12} )?(?:in|out of)(?: every)? (?:[2-9]|1\d|three|four|five|six|seven|eight|nine|ten|twe|hundred)/i;

/**
 * Words after "half" in Spanish and Portuguese. Before others it may mean average and middle: medio ambiente, el gasto medio.
 */
const COUNTED_BY_HALVES =
  /^ (?:mill|milh|siglo|século|docena|dúzia|centenar|hora|año|ano|mes|mês|punto|ponto|kilo|quilo)/;
const HALVES: ReadonlySet<string> = new Set(['medio', 'media', 'meio', 'meia']);

/** True for the pronoun "one", the article `un`, "point", "half" and "second" where they count nothing. */
function isNoNumber(text: string, at: number, end: number, word: string, language: string): boolean {
  const before = text.slice(Math.max(0, at - 12), at);
  const after = text.slice(end, end + 32);
  if (word === 'one') {
    if (/^(?:-(?:third|quarter|half|fifth|sixth|eighth|tenth|year|time))/.test(after)) return false;
    if ((at === 0 && after === '') || SHARE_AFTER.test(after)) return false;
    return (
      PRONOUN_BEFORE.test(before) ||
      (PRONOUN_AFTER.test(after) &&
        !/(?:minus|negative|number|equals?|is|than|least|most) $/i.test(before) &&
        !/^ of the (?:two|three|four|five)/.test(after))
    );
  }
  if (word === 'half')
    return (
      /(?:first|second|other|latter|top|bottom|better|upper|lower|last) $/i.test(before) ||
      /^(?:-(?:hearted|way|brother|sister|life|time)| past)/i.test(after)
    );
  if (HALVES.has(word) && (language === 'es' || language === 'pt'))
    return !/ [ye] $/.test(before) && !COUNTED_BY_HALVES.test(after);
  if (word === 'second') return !/(?:the|a|its|his|her|their|our) $/i.test(before);
  return language !== 'en' && lexiconOf(language).words.get(word)?.type === 'and';
}
