/** What a text denies: "has not approved", 尚未批准. */
import { once } from '../../base/once';
import { NONE } from '../../base/same';
import { overlaps, type Span } from '../../base/text';
import { ofLanguages } from '../../languages';
import type { Denials } from '../../languages/language';
import { type Pattern, WholeWords, wordPattern } from '../../languages/wordLists';
import { has, matches } from '../numbers/matches';
import { bridgesOf } from '../ranking/bridges';
import { stem } from '../ranking/stem';
import { foldMarks, type Term, termsOf } from '../ranking/terms';

/** A word of a sentence, by its key. */
export interface SaidWord extends Span {
  readonly key: string;
  /** Not a name, which nobody denies, nor a word that says little. */
  readonly isDeniable: boolean;
  /** Where what denies it stands; null: it is said. */
  readonly denial: Span | null;
}

export interface SaidSentence extends Span {
  /** Of its own words. */
  readonly keys: ReadonlySet<string>;
  /** Its own, and those that they deny: "approve" of "reject", "compatible" of "incompatible". */
  readonly words: readonly SaidWord[];
  /** It denies something twice, or only perhaps. */
  readonly isUnclear: boolean;
}

/** Whether a text has a word that denies, by itself or as a part of another: "incompatible". */
export function mayDeny(text: string, language: string): boolean {
  const lexicon = LEXICONS.get(language)?.();
  return lexicon !== undefined && has(text, lexicon.hint);
}

/** How the words start that deny one of a text: "reject" of "approve". */
export function startsOfOpposites(text: string, language: string): readonly string[] {
  const lexicon = LEXICONS.get(language)?.();
  if (!lexicon?.anyOpposite.test(text)) return NONE;
  const starts: string[] = [];
  for (const [start, others] of lexicon.opposites) if (text.includes(start)) starts.push(...others);
  return starts;
}

/**
 * The sentences of a text with their words, and which of them are denied.
 *
 * @param language without script and region; of those without a list nothing is said
 * @param isForeign whether the words are to be compared with those of another language
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
  span: Span,
  terms: readonly Term[],
  lexicon: Lexicon,
  isForeign: boolean,
): SaidSentence {
  const said = text.slice(span.start, span.end);
  const denied = new Map<Term, Span>();
  const denials: Span[] = [];
  for (const { 0: word, index } of matches(said, lexicon.denies)) {
    const denial = { start: span.start + index, end: span.start + index + word.length };
    denials.push(denial);
    for (const term of reachedBy(denial, text, terms, lexicon)) denied.set(term, denial);
  }
  // A pair of characters with one of the denial says nothing.
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

/** What a denial denies: what follows it, in a language that says it there, else its clause. */
function reachedBy({ start, end }: Span, text: string, terms: readonly Term[], { reach }: Lexicon): readonly Term[] {
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
/** In UTF-16 units. */
const NEAR = 24;
const PAIRS = 5;

const WITH_PREFIX = /^(?:un|(?:in|im|ir|il|non-?)(?=\p{Ll}+(?:ible|able|gal|quate)$))(\p{Ll}{5,})$/u;

/** "Incompatible" denies "compatible". */
function withoutPrefix({ start, end }: SaidWord, text: string): SaidWord[] {
  const [, rest] = WITH_PREFIX.exec(text.slice(start, end)) ?? [];
  return rest === undefined ? [] : [{ key: stem(rest), start, end, isDeniable: true, denial: { start, end } }];
}

/** "Rejected" denies "approved", and "not rejected" says it. */
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
  /** Any of those. */
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

/** What may start a word that denies the rest of it: "incompatible". */
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

/** What a claim says and a passage denies, or the other way round. */
export interface Denied {
  /** The word of the claim, with what denies it. */
  readonly claimed: Span;
  readonly found: Span;
}

/**
 * The word of a claim that a sentence about the same denies, or says where the claim denies it.
 *
 * @param passage the sentences of one passage
 * @param all those of all passages: where one of them says what the claim says, it is not denied
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

/** How many of the claim's words a sentence must have, and what share of them with the text around it, where half counts. */
const FEWEST = [3, 0.55] as const;
/** Across languages, where fewer words can be told. */
const FEWEST_ACROSS = [2, 0.34] as const;

function withDenial({ start, end, denial }: SaidWord): Span {
  return denial ? { start: Math.min(start, denial.start), end: Math.max(end, denial.end) } : { start, end };
}
