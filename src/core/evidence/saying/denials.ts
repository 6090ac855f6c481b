/** Finds what a text denies: "has not approved", 尚未批准. */
import { once } from '../../base/once';
import { NONE } from '../../base/same';
import { overlaps, type TextSpan } from '../../base/text';
import { ofLanguages } from '../../languages';
import type { Denials } from '../../languages/language';
import { type Pattern, WholeWords, wordPattern } from '../../languages/wordLists';
import { has, matches } from '../numbers/matches';
import { bridgesOf } from '../ranking/bridges';
import { stem } from '../ranking/stem';
import { foldMarks, type Term, termsOf } from '../ranking/terms';

/** A word of a sentence, by its key. */
export interface SaidWord extends TextSpan {
  readonly key: string;
  /** False for a name, which nobody denies, and for a word that says little. */
  readonly isDeniable: boolean;
  /** Span of what denies it; null if nothing does. */
  readonly denial: TextSpan | null;
}

export interface SaidSentence extends TextSpan {
  /** Keys of its own words. */
  readonly keys: ReadonlySet<string>;
  /** Its own words, and words that they deny: "reject" denies "approve", "incompatible" denies "compatible". */
  readonly words: readonly SaidWord[];
  /** True if it denies something twice, or only perhaps. */
  readonly isUnclear: boolean;
}

/** True if a text has a word that denies, by itself or as a part of another: "incompatible". */
export function mayDeny(text: string, language: string): boolean {
  const lexicon = LEXICONS.get(language)?.();
  return lexicon !== undefined && has(text, lexicon.hint);
}

/** True if a denial stands before a place in its clause: "was not released in 2018". */
export function isDeniedAt(text: string, at: number, language: string): boolean {
  const lexicon = LEXICONS.get(language)?.();
  if (!lexicon) return false;
  const before = text.slice(Math.max(0, at - FARTHEST_DENIAL), at);
  const clause = before.slice(Math.max(...[...matches(before, CLAUSE)].map(({ index }) => index), -1) + 1);
  return has(clause, lexicon.denies) && !has(clause, lexicon.unclear);
}

/** Length of the text before a place that is searched for a denial, in UTF-16 units. */
const FARTHEST_DENIAL = 64;

/** Returns the starts of the words that deny a word of a text: "reject" for "approve". */
export function startsOfOpposites(text: string, language: string): readonly string[] {
  const lexicon = LEXICONS.get(language)?.();
  if (!lexicon?.anyOpposite.test(text)) return NONE;
  const starts: string[] = [];
  for (const [start, others] of lexicon.opposites) if (text.includes(start)) starts.push(...others);
  return starts;
}

/**
 * Returns the sentences of a text with their words, and which of them are denied.
 *
 * @param language without script and region
 * @param isForeign true if the words are compared with words of another language
 * @returns empty for a language without a list
 */
export function sentencesOf(text: string, language: string, isForeign: boolean): readonly SaidSentence[] {
  const lexicon = LEXICONS.get(language)?.();
  if (!lexicon) return [];
  const terms = isForeign
    ? bridgesOf(text, language).filter(({ kind }) => kind !== 'shortSound')
    : termsOf(text, language, () => []).filter(({ kind, key }) => kind !== 'common' || lexicon.opposites.has(key));
  const sentences: SaidSentence[] = [];
  let start = 0;
  for (const { 0: mark, index } of [...matches(text, ENDS), { 0: '', index: text.length }]) {
    const end = index;
    const own = terms.filter((term) => term.start >= start && term.end <= end);
    if (own.length > 0) sentences.push(sentenceOf(text, { start, end }, own, lexicon, isForeign));
    start = index + mark.length;
  }
  return sentences;
}

const ENDS = /[.!?](?=["”’)]?\s)|[。！？；;\n]|[.!?]$/g;

function sentenceOf(
  text: string,
  span: TextSpan,
  terms: readonly Term[],
  lexicon: Lexicon,
  isForeign: boolean,
): SaidSentence {
  const said = text.slice(span.start, span.end);
  const denied = new Map<Term, TextSpan>();
  const denials: TextSpan[] = [];
  for (const { 0: word, index } of matches(said, lexicon.denies)) {
    const denial = { start: span.start + index, end: span.start + index + word.length };
    denials.push(denial);
    for (const term of reachedBy(denial, text, terms, lexicon)) denied.set(term, denial);
  }
  // A pair of characters that overlaps a denial says nothing.
  const others = terms.filter((term) => !denials.some((denial) => overlaps(term, denial)));
  const words = others.map((term): SaidWord => {
    const { key, kind, start, end } = term;
    const isDeniable = kind !== 'name' && kind !== 'common' && (!isForeign || kind === 'concept') && !EMPTY.has(key);
    return { key, start, end, isDeniable, denial: denied.get(term) ?? null };
  });
  return {
    ...span,
    keys: new Set(others.map(({ key }) => key)),
    words: isForeign
      ? words
      : words.flatMap((word) => [word, ...withoutPrefix(word, text), ...asOpposites(word, lexicon)]),
    isUnclear: has(said, lexicon.unclear),
  };
}

/** Returns the terms that a denial denies: its clause, or the terms behind it, as its language has it. */
function reachedBy(
  { start, end }: TextSpan,
  text: string,
  terms: readonly Term[],
  { reach }: Lexicon,
): readonly Term[] {
  if (reach === 'clause') {
    const from = Math.max(...[...matches(text.slice(0, start), CLAUSE)].map(({ index }) => index), -1);
    const next = matches(text.slice(end), CLAUSE)[Symbol.iterator]().next();
    const to = next.done ? text.length : end + next.value.index;
    return terms.filter((term) => term.start > from && term.end <= to);
  }
  if (reach === 'pairs') return terms.filter((term) => term.start >= end && term.end <= end + PAIRS);
  const next = terms.find((term) => term.start >= end);
  return next && next.start - end <= NEAR && !CLAUSE_END.test(text.slice(end, next.start)) ? [next] : [];
}

const CLAUSE = /[,;:()—]|，|、/g;
const CLAUSE_END = /[,;:()—]/;
const EMPTY: ReadonlySet<string> = new Set(['get', 'gett', 'know', 'known', 'want', 'hav', 'need', 'seem']);
/** Largest gap between a denial and the word that it denies, in UTF-16 units. */
const NEAR = 24;
const PAIRS = 5;

const WITH_PREFIX = /^(?:un|(?:in|im|ir|il|non-?)(?=\p{Ll}+(?:ible|able|gal|quate)$))(\p{Ll}{5,})$/u;

/** Returns the word that a prefix denies: "incompatible" denies "compatible". */
function withoutPrefix({ start, end }: SaidWord, text: string): SaidWord[] {
  const [, rest] = WITH_PREFIX.exec(text.slice(start, end)) ?? [];
  return rest === undefined ? [] : [{ key: stem(rest), start, end, isDeniable: true, denial: { start, end } }];
}

/** Returns the opposites of a word. "Rejected" denies "approved", and "not rejected" states it. */
function asOpposites(word: SaidWord, { opposites }: Lexicon): SaidWord[] {
  const { start, end } = word;
  const denial = word.denial ? null : { start, end };
  return (opposites.get(word.key) ?? []).map((key) => ({ key, start, end, isDeniable: true, denial }));
}

interface Lexicon {
  readonly denies: Pattern;
  readonly hint: Pattern;
  readonly unclear: Pattern;
  readonly reach: Denials['reach'];
  readonly opposites: ReadonlyMap<string, readonly string[]>;
  /** Matches any of these opposites. */
  readonly anyOpposite: RegExp;
}

const LEXICONS: ReadonlyMap<string, () => Lexicon> = new Map(
  ofLanguages(
    ({ tag, isCjk = false, denials }) => denials && ([tag, once(() => lexiconWith(denials, isCjk))] as const),
  ),
);

function lexiconWith({ denies, unclear, reach, opposites: pairs = '' }: Denials, isCjk: boolean): Lexicon {
  const opposites = oppositesIn(pairs);
  const anyOpposite = new RegExp([...opposites.keys()].join('|') || '(?!)');
  const words = (list: string) => wordPattern(list, isCjk, String.raw`\p{L}`);
  const hint = isCjk
    ? words(denies)
    : new WholeWords(`(?<![a-z])(?:${denies}|${PREFIXED})`, `(?<![\\p{L}])(?:(?:${denies})(?![\\p{L}])|${PREFIXED})`);
  return { denies: words(denies), hint, unclear: words(unclear), reach, opposites, anyOpposite };
}

/** Starts of words that deny their own rest: "incompatible". */
const PREFIXED = String.raw`un\p{Ll}{5}|(?:in|im|ir|il|non-?)\p{Ll}+(?:ible|able|gal|quate)`;

function oppositesIn(list: string): ReadonlyMap<string, readonly string[]> {
  const opposites = new Map<string, string[]>();
  const add = (one: string, other: string) => {
    const others = opposites.get(one) ?? [];
    opposites.set(one, others);
    others.push(other);
  };
  for (const pair of list.split('|')) {
    const [one = '', other = ''] = pair.split(' ').map((word) => (/[a-z]/.test(word) ? stem(foldMarks(word)) : word));
    if (one === '') continue;
    add(one, other);
    add(other, one);
  }
  return opposites;
}

/** A word that a claim states and a passage denies, or the other way round. */
export interface Denied {
  /** The word of the claim, with its denial. */
  readonly claimed: TextSpan;
  readonly found: TextSpan;
}

/**
 * Finds the word of a claim that a sentence about the same subject denies, or states where the claim denies it.
 *
 * @param passage the sentences of one passage
 * @param all the sentences of all passages: if one of them agrees with the claim, the word isn't denied
 */
export function deniedIn(
  claim: SaidSentence,
  passage: readonly SaidSentence[],
  all: readonly SaidSentence[],
  isForeign: boolean,
): Denied | null {
  if (claim.isUnclear) return null;
  const { keys } = claim;
  const around = new Set(passage.flatMap((sentence) => [...sentence.keys]));
  const [fewest, share] = isForeign ? FEWEST_ACROSS : FEWEST;
  for (const sentence of passage) {
    let [inside, beside] = [0, 0];
    for (const key of keys) {
      if (sentence.keys.has(key)) inside++;
      else if (around.has(key)) beside++;
    }
    if (sentence.isUnclear || inside < fewest || inside + beside / 2 < keys.size * share) continue;
    for (const word of claim.words) {
      const here = word.isDeniable ? sentence.words.find(({ key }) => key === word.key) : undefined;
      if (!here || (here.denial === null) === (word.denial === null)) continue;
      const isSame = ({ words }: SaidSentence, { denial }: SaidWord) =>
        words.every((other) => other.key !== word.key || (other.denial === null) === (denial === null));
      if (isSame(claim, word) && all.every((other) => isSame(other, here)))
        return { claimed: withDenial(word), found: withDenial(here) };
    }
  }
  return null;
}

/**
 * Fewest words of the claim that a sentence must have, and least share of them with the text around it, whose words count half.
 */
const FEWEST = [3, 0.55] as const;
/** The same across languages, where fewer words can be compared. */
const FEWEST_ACROSS = [2, 0.34] as const;

function withDenial({ start, end, denial }: SaidWord): TextSpan {
  return denial ? { start: Math.min(start, denial.start), end: Math.max(end, denial.end) } : { start, end };
}
