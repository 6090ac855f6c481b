import { NONE } from '../../base/same';
import type { TextSpan } from '../../base/text';
import type { Amount, Quantity } from '../numbers';
import { has, matches } from '../numbers/matches';
import { bridgesOf } from '../ranking/bridges';
import { namesIn } from '../ranking/names';
import { type Term, termsOf } from '../ranking/terms';
import { directionWords } from '../saying/directions';
import { thingsOfLists } from './lists';
import { periodsIn } from './periods';
import { partingsIn, piecesOf } from './pieces';
import type { Frame, FramedText, FrameTerm } from './types';
import { type Lexicon, lexiconOf } from './words';

/**
 * Reads a text for the words and times that describe its amounts.
 *
 * @param isForeign true if its words are compared with words of another language
 * @returns null in a language without word lists
 */
export function readFramed(
  text: string,
  language: string,
  quantities: readonly Quantity[],
  { isClaim, isForeign }: Pick<FramedText, 'isClaim' | 'isForeign'>,
): FramedText | null {
  const lexicon = lexiconOf(language);
  if (!lexicon) return null;
  const pieces = piecesOf(text, partingsIn(text, lexicon.parts));
  const periods = periodsIn(text, quantities, lexicon);
  const terms = termsIn(text, language, { quantities, periods }, lexicon, isForeign);
  const things = thingsOfLists(text, pieces, quantities, lexicon);
  const opening = isClaim ? NONE : openingOf({ text, terms, pieces, quantities, lexicon });
  const frames = new Map<Amount, Frame>();
  return { text, language, quantities, isClaim, isForeign, lexicon, pieces, terms, periods, things, opening, frames };
}

/**
 * Finds the words that may describe amounts, and amounts that may, in order. Times, directions and empty words are left out:
 * they're read elsewhere or tell nothing.
 */
function termsIn(
  text: string,
  language: string,
  { quantities, periods }: Pick<FramedText, 'quantities' | 'periods'>,
  lexicon: Lexicon,
  isForeign: boolean,
): readonly FrameTerm[] {
  const isTaken = new Uint8Array(text.length);
  const take = ({ start, end }: TextSpan) => isTaken.fill(1, start, end);
  for (const period of periods) take(period);
  for (const word of directionWords(text, language)) take(word);
  for (const { span } of quantities) take(lexicon.isCjk ? withWordsBeside(text, span) : span);
  for (const { 0: word, index } of matches(text, lexicon.empty)) take({ start: index, end: index + word.length });
  const terms: FrameTerm[] = [];
  const add = (kind: FrameTerm['kind'], { key, start, end }: Term, isName: boolean) => {
    for (let i = start; i < end; i++) if (isTaken[i] === 1) return;
    terms.push({ kind, key, isName, start, end });
  };
  const words = termsOf(text, language, () => []).filter(({ kind }) => kind !== 'common');
  // In German all nouns have a capital.
  for (const word of words) add('word', word, word.kind === 'name' && language !== 'de');
  // A place has one name in several forms: Britain, British.
  const shared = isForeign ? [...bridgesOf(text, language), ...namesAlike(words, lexicon)] : namesIn(text, language);
  for (const term of shared)
    if (
      term.kind !== 'shortSound' &&
      !DAY.test(term.key) &&
      (term.kind !== 'concept' || CONCEPT_LANGUAGES.has(language))
    )
      add('bridge', term, term.kind !== 'concept');
  for (const { kind, value, unit, checkable, span } of quantities)
    if (kind !== 'date' && (unit !== null || checkable))
      terms.push({ kind: 'amount', key: `#${value} ${unit ?? ''}`, isName: false, start: span.start, end: span.end });
  return terms.sort((a, b) => a.start - b.start);
}

/** Returns names that other languages write alike. In CJK text, all words in Latin letters count. */
function namesAlike(words: readonly Term[], { isCjk }: Lexicon): Term[] {
  const areAlike = words.filter(({ kind, key }) => key.length > 2 && (kind === 'name' || (isCjk && LATIN.test(key))));
  return areAlike.map((term) => ({ ...term, kind: 'sound', key: `!${term.key}` }));
}

const LATIN = /^[a-z]+$/;
/** Languages of the concept table. In others, a word that looks like an entry means something else. */
const CONCEPT_LANGUAGES: ReadonlySet<string> = new Set(['en', 'zh']);
const DAY = /^@(?:month|day)/;

/** Widens an amount by 约 before it or 辆 behind it. They say nothing, and would make a pair with a character beside them. */
function withWordsBeside(text: string, { start, end }: TextSpan): TextSpan {
  const before = /[约近逾达仅占为超至]{1,2}$/.exec(text.slice(Math.max(0, start - 2), start))?.[0].length ?? 0;
  return { start: start - before, end: end + (/^[只头人个套家辆台件份名]/.test(text.charAt(end)) ? 1 : 0) };
}

function openingOf({
  text,
  terms,
  pieces,
  quantities,
  lexicon,
}: Pick<FramedText, 'text' | 'terms' | 'pieces' | 'quantities' | 'lexicon'>): readonly FrameTerm[] {
  // A dateline in brackets
  const after = /^\s*\([^)]{0,60}\)/.exec(text)?.[0].length ?? 0;
  const first = terms.find(({ kind, start }) => kind === 'word' && start >= after);
  if (!first) return [];
  const amount = quantities.find(({ kind, span }) => kind !== 'date' && span.start >= after);
  const piece = pieces.find(({ end }) => end > first.start);
  const until = Math.min(amount?.span.start ?? text.length, piece?.end ?? text.length);
  const inIt = terms.filter(({ kind, start, end }) => kind !== 'amount' && start >= after && end <= until);
  if (lexicon.isCjk)
    return inIt.filter(
      ({ start, end }) => start < first.start + OPENING && !has(text.slice(start, end), lexicon.measures),
    );
  return inIt.filter((term) => term === first || term.isName);
}

/** Longest opening of a text in Chinese or Japanese, in characters: a short name. */
const OPENING = 4;
