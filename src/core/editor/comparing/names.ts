/** Names that only one version has: of people, places and organisations. */
import { overlaps, type TextSpan } from '../../base/text';
import { COMMON_WORDS } from '../../evidence/ranking/commonWords';
import { namesIn } from '../../evidence/ranking/names';
import { foldMarks, type Term, termsOf } from '../../evidence/ranking/terms';
import type { Change } from './change';
import type { ComparedClaim, Sentence } from './claims';
import { type Fact, lacking, sideOf } from './facts';
import type { Group } from './pairing';

interface Name {
  /** Keys that the name has in all its forms: the words of "Mara Ostrander", the key of a country. */
  readonly keys: readonly string[];
  /** The first letters of its words: `nga`. */
  readonly initials: string | null;
}

type NameFact = Fact<Name>;
type Keys = ReadonlySet<string>;

/**
 * Finds names that the other version has nowhere, and names that replaced others. A name that is left out of a sentence and
 * stays elsewhere isn't reported: sentences speak of "the agency", too.
 */
export function compareNames(groups: readonly Group[]): Change[] {
  const old = keysOfAll(groups.flatMap((group) => group.old));
  const now = keysOfAll(groups.flatMap((group) => group.now));
  const isTold = createTold();
  return groups.flatMap((group) => {
    const [lost, added] = [namesLacking(group.old, group.now), namesLacking(group.now, group.old)];
    const changes: Change[] = [];
    for (const name of lost) {
      const isGone = group.isFirm || lacksPart(name, now);
      const at = isGone
        ? added.findIndex((other) => (group.isFirm || lacksPart(other, old)) && mayReplace(other, name, group))
        : -1;
      const [other] = at < 0 ? [] : added.splice(at, 1);
      if (other) changes.push({ kind: 'name', old: sideOf(name), now: sideOf(other) });
      else if (lacks(name, now) && !isTold(name))
        changes.push({ kind: 'name', old: sideOf(name), now: lacking(group.now, name) });
    }
    for (const name of added)
      if (lacks(name, old) && !isTold(name))
        changes.push({ kind: 'name', old: lacking(group.old, name), now: sideOf(name) });
    return changes;
  });
}

/** "Merlin Rail" may replace "Kestrel Rail", but not "Mara Ostrander", where that has become "Ostrander". */
function mayReplace(one: NameFact, other: NameFact, { old, now }: Group): boolean {
  if (one.value.keys.some((key) => other.value.keys.includes(key))) return true;
  return lacks(one, keysOfAll(old)) && lacks(other, keysOfAll(now));
}

/** Returns the names of some claims that others don't have, or have only in part; each once. */
function namesLacking(claims: readonly ComparedClaim[], others: readonly ComparedClaim[]): NameFact[] {
  const there = keysOfAll(others);
  const isTold = createTold();
  return claims.flatMap(namesOf).filter((name) => lacksPart(name, there) && !isTold(name));
}

/** Returns a function that tells whether a name was passed to it before. */
function createTold(): (name: NameFact) => boolean {
  const told = new Set<string>();
  return ({ value: { keys } }) => {
    const isTold = keys.every((key) => told.has(key));
    for (const key of keys) told.add(key);
    return isTold;
  };
}

function lacks({ value: { keys, initials } }: NameFact, all: Keys): boolean {
  return !keys.some((key) => all.has(key)) && !(initials !== null && all.has(initials));
}

function lacksPart({ value: { keys, initials } }: NameFact, all: Keys): boolean {
  return keys.some((key) => !all.has(key)) && !(initials !== null && all.has(initials));
}

/** The keys of all words and places of claims: a name that starts a sentence is a word there. */
function keysOfAll(claims: readonly ComparedClaim[]): Keys {
  const keys = new Set<string>();
  for (const { sentences } of claims)
    for (const sentence of sentences) {
      for (const key of sentence.words) keys.add(key);
      for (const name of namesIn(sentence.text, sentence.language)) keys.add(name.key);
      for (const name of sentence.text.match(/《[^《》\n]{1,30}》/g) ?? []) keys.add(name);
      for (const [acronym] of sentence.text.matchAll(/\p{Lu}{2,}/gu)) keys.add(acronym.toLowerCase());
      for (const words of sentence.text.match(RUN) ?? []) keys.add(initialsOf(words));
    }
  return keys;
}

function namesOf(claim: ComparedClaim): NameFact[] {
  return claim.sentences.flatMap((sentence) =>
    namesInSentence(sentence).map(({ span, ...value }): NameFact => {
      const place = sentence.spanOf?.(span) ?? claim.span;
      return { value, text: sentence.text.slice(span.start, span.end), span: place, claim };
    }),
  );
}

interface FoundName extends Name {
  readonly span: TextSpan;
}

function namesInSentence(sentence: Sentence): readonly FoundName[] {
  const { text, language, numbers } = sentence;
  const taken: TextSpan[] = numbers.map(({ quantity }) => quantity.span);
  const terms = termsOf(text, language, () => []).filter(({ kind }) => kind !== 'common');
  const inHan = [...text.matchAll(HAN_NAME)].flatMap(({ 0: name, index }): FoundName[] => {
    // The words of a text have pairs of characters.
    const key = name.startsWith('《') ? name : name.slice(0, 2);
    const isKnown = key === name || sentence.words.has(key);
    return isKnown ? [{ span: { start: index, end: index + name.length }, keys: [key], initials: null }] : [];
  });
  // In German all nouns have a capital.
  const runs = language === 'de' ? [] : [...text.matchAll(RUN)].flatMap((run) => nameOfRun(run, terms));
  const places = [...namesIn(text, language)].flatMap(({ key, start, end }): FoundName[] =>
    DAY.test(key) ? [] : [{ span: { start, end }, keys: [key], initials: null }],
  );
  const [long, single] = [runs.filter(({ keys }) => keys.length > 1), runs.filter(({ keys }) => keys.length === 1)];
  return [...inHan, ...long, ...places, ...single].filter(({ span }) => {
    const isFree = !taken.some((other) => overlaps(other, span));
    if (isFree) taken.push(span);
    return isFree;
  });
}

/** @param terms of the text, without words of grammar */
function nameOfRun({ 0: name, index }: RegExpExecArray, terms: readonly Term[]): FoundName[] {
  const words = terms.filter(({ start, end }) => start >= index && end <= index + name.length);
  const [first, second] = words;
  // A single word at the start of a sentence may be any word.
  if (!first || !(second || first.kind === 'name' || /\p{Lu}{2}/u.test(name))) return [];
  const span = { start: first.start, end: index + name.length };
  return [{ span, keys: words.map(({ key }) => key), initials: second ? initialsOf(name) : null }];
}

/** Words with capitals, with small words between: `Bank of Lind`. */
const CAPITAL = String.raw`(?!\p{Script=Han})\p{Lu}(?:(?!\p{Script=Han})[\p{L}\p{M}\p{N}'’-])*`;
const SMALL = 'of|the|de|du|des|la|le|von|van|der|del|di|für|for';
const RUN = new RegExp(`${CAPITAL}(?:(?: (?:${SMALL}))* ${CAPITAL})*`, 'gu');
/**
 * Names in Han characters: a work in title marks, an organisation (two characters before its kind), or a person before a title.
 */
const HAN_NAME =
  /《[^《》\n]{1,30}》|(?![该该这這各某本])\p{Script=Han}{2}(?:公司|集团|集團|大学|大學|银行|銀行|委员会|委員會|法院|研究院|研究所)|(?<=^|[，。；、：\s的和与由])\p{Script=Han}{2,3}(?=教授|博士|先生|女士)/gmu;
const DAY = /^@(?:month|day)/;

function initialsOf(name: string): string {
  const words = foldMarks(name.replace(/[^\p{L} ]/gu, '')).split(' ');
  const capitals = words.filter((word) => /^\p{Lu}/u.test(word) && !COMMON_WORDS.has(word.toLowerCase()));
  return capitals
    .map((word) => word.charAt(0))
    .join('')
    .toLowerCase();
}
