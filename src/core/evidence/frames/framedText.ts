import { NONE } from '../../base/same';
import type { Span } from '../../base/text';
import { directionWords } from '../directions';
import type { Quantity } from '../numbers';
import { matches } from '../numbers/matches';
import { bridgesOf } from '../ranking/bridges';
import { type Term, termsOf } from '../ranking/terms';
import { thingsOfLists } from './lists';
import { type Period, periodsIn } from './periods';
import { piecesOf } from './pieces';
import type { FramedText, FrameTerm } from './types';
import { type Lexicon, lexiconOf } from './words';

/** @returns null in a language of which we do not know how it says what its amounts are of */
export function readFramed(
  text: string,
  language: string,
  quantities: readonly Quantity[],
  isClaim: boolean,
): FramedText | null {
  const lexicon = lexiconOf(language);
  if (!lexicon) return null;
  const pieces = piecesOf(text, lexicon.parts);
  const periods = periodsIn(text, quantities, lexicon);
  const terms = termsIn(text, language, quantities, periods, lexicon);
  const things = thingsOfLists(text, pieces, quantities, lexicon);
  const read = { text, language, quantities, isClaim, lexicon, pieces, terms, periods, things };
  return { ...read, opening: isClaim ? NONE : openingOf(read), frames: new Map() };
}

/** In order; not in what is read otherwise: amounts, times, directions, and words that tell nothing. */
function termsIn(
  text: string,
  language: string,
  quantities: readonly Quantity[],
  periods: readonly Period[],
  lexicon: Lexicon,
): readonly FrameTerm[] {
  const taken: Span[] = [...periods, ...directionWords(text, language)];
  for (const { span } of quantities) taken.push(lexicon.isCjk ? withWordsBeside(text, span) : span);
  for (const { 0: word, index } of matches(text, lexicon.empty)) taken.push({ start: index, end: index + word.length });
  taken.sort((a, b) => a.start - b.start);
  const words = termsOf(text, language, () => []).filter(({ kind }) => kind !== 'common');
  const terms: FrameTerm[] = [];
  // In German all nouns have a capital.
  for (const { key, kind, start, end } of words)
    terms.push({ kind: 'word', key, isName: kind === 'name' && language !== 'de', start, end });
  for (const { key, kind, start, end } of [...bridgesOf(text, language), ...namesAlike(words, lexicon)]) {
    if (kind === 'shortSound' || DAY.test(key)) continue;
    terms.push({ kind: 'bridge', key, isName: kind !== 'concept', start, end });
  }
  const kept = terms.filter(({ start, end }) => !taken.some((span) => span.start < end && start < span.end));
  for (const quantity of quantities) {
    if (quantity.kind === 'date' || (quantity.unit === null && !quantity.checkable)) continue;
    kept.push({ kind: 'amount', key: `#${quantity.value} ${quantity.unit ?? ''}`, isName: false, ...quantity.span });
  }
  return kept.sort((a, b) => a.start - b.start);
}

/** Names that other languages write alike; of words in Latin letters in a Chinese text all. */
function namesAlike(words: readonly Term[], { isCjk }: Lexicon): Term[] {
  const areAlike = words.filter(({ kind, key }) => key.length > 2 && (kind === 'name' || (isCjk && LATIN.test(key))));
  return areAlike.map((term) => ({ ...term, kind: 'sound', key: `!${term.key}` }));
}

const LATIN = /^[a-z]+$/;
const DAY = /^@(?:month|day)/;

/** 约 before an amount and 辆 behind it say nothing by themselves, and would make a pair with a character beside them. */
function withWordsBeside(text: string, { start, end }: Span): Span {
  const before = /[约近逾达仅占为超至]{1,2}$/.exec(text.slice(Math.max(0, start - 2), start))?.[0].length ?? 0;
  return { start: start - before, end: end + (/^[只头人个套家辆台件份名]/.test(text.charAt(end)) ? 1 : 0) };
}

function openingOf({
  text,
  terms,
  pieces,
  quantities,
  lexicon,
}: Omit<FramedText, 'opening' | 'frames'>): readonly FrameTerm[] {
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
      ({ start, end }) => start < first.start + OPENING && !saysMeasure(text.slice(start, end), lexicon),
    );
  return inIt.filter((term) => term === first || term.isName);
}

function saysMeasure(word: string, { measures }: Lexicon): boolean {
  measures.lastIndex = 0;
  return measures.test(word);
}

/** In characters of Chinese and Japanese: a short name. */
const OPENING = 4;
