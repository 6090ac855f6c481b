/** Words that say how sure a claim is, and that one thing causes another, where only one version has them. */
import { overlaps, type Span, type TextSpan } from '../../base/text';
import { fold } from '../../evidence/numbers/fold';
import { readHedge } from '../../evidence/numbers/hedges';
import { has, matches } from '../../evidence/numbers/matches';
import type { Assurance } from '../../languages/language';
import { patternsOfLists } from '../../languages/wordLists';
import type { Change, Side } from './change';
import type { ComparedClaim, SaidNumber, Sentence } from './claims';
import { type Pair, sideOf } from './facts';
import { areHedgesAlike, hedgesOf } from './numbers';
import { type Group, isAbout } from './pairing';

const patternsOf = patternsOfLists<Assurance>(({ assurance }) => assurance);

type Manner = keyof Assurance;
/** The manners in the order in which they are read: 很可能 is likely, and not possible. */
const MANNERS = [
  'unlikely',
  'likely',
  'possible',
  'seems',
  'expected',
  'causes',
  'links',
  'mayCause',
] as const satisfies Manner[];

interface Said {
  readonly manner: Manner;
  readonly isOfNumber: boolean;
  readonly text: string;
  readonly span: Span;
  readonly claim: ComparedClaim;
  readonly sentence: Sentence;
}

/** A sentence of a claim with its words of assurance. */
interface Assured {
  readonly claim: ComparedClaim;
  readonly sentence: Sentence;
  readonly said: readonly Said[];
}

/**
 * Finds the changed hedges and causal words in claims that both versions have. In claims that only the later version has, finds
 * only words that tell a cause.
 */
export function compareAssurance(groups: readonly Group[]): Change[] {
  return groups.flatMap((group) => {
    const [old, now] = [assuredIn(group.old), assuredIn(group.now)] as const;
    const lost = without(old, now);
    const added = without(now, old);
    const changes = lost.flatMap(({ word, beside }): Change[] => {
      if (!beside) return [];
      const [kind, old] = [kindOf(word), sideOf(word)];
      const taken = added.findIndex((other) => kindOf(other.word) === kind && other.beside?.sentence === word.sentence);
      const [other] = taken < 0 ? [] : added.splice(taken, 1);
      return [{ kind, old, now: other ? sideOf(other.word) : lacking(beside) }];
    });
    const others = added.flatMap(({ word, beside }): Change[] => {
      const kind = kindOf(word);
      return beside || kind === 'causal' ? [{ kind, old: beside ? lacking(beside) : null, now: sideOf(word) }] : [];
    });
    return [...changes, ...others];
  });
}

function kindOf({ manner }: Said): 'hedge' | 'causal' {
  return manner === 'causes' || manner === 'links' ? 'causal' : 'hedge';
}

function lacking({ claim }: Assured): Side {
  return { text: null, span: claim.span, claim: claim.span };
}

/**
 * Returns the words of one side that the sentences about the same on the other side lack, each with one of these sentences.
 * `beside` is null if there is no such sentence.
 */
function without(ones: readonly Assured[], others: readonly Assured[]): { word: Said; beside: Assured | null }[] {
  return ones.flatMap(({ sentence, said }) => {
    const alike =
      ones.length === 1 && others.length === 1 ? others : others.filter((other) => isAbout(sentence, other.sentence));
    return said.flatMap((word) => {
      const isKept = alike.some((other) => other.said.some(({ manner }) => isLike(manner, word.manner)));
      return word.manner === 'mayCause' || word.isOfNumber || isKept ? [] : [{ word, beside: alike[0] ?? null }];
    });
  });
}

function isLike(one: Manner, other: Manner): boolean {
  return one === other || (other === 'causes' && one === 'mayCause');
}

function assuredIn(claims: readonly ComparedClaim[]): Assured[] {
  return claims.flatMap((claim) =>
    claim.sentences.map((sentence) => ({ claim, sentence, said: saidIn(sentence, claim) })),
  );
}

function saidIn(sentence: Sentence, claim: ComparedClaim): Said[] {
  const { text, language, spanOf } = sentence;
  const patterns = patternsOf(language);
  if (!patterns) return [];
  // A hedge of a number is compared with the number: "about 70" is as open as "estimated at 70".
  const taken: TextSpan[] = sentence.numbers.map(({ quantity }) => hedgedSpan(text, quantity.span));
  const ofNumbers = sentence.numbers.flatMap(({ quantity, span }): Said[] =>
    quantity.approximate ? [{ manner: 'expected', isOfNumber: true, text: '', span, claim, sentence }] : [],
  );
  const said = MANNERS.flatMap((manner) =>
    [...matches(text, patterns[manner])].flatMap(({ 0: word, index }): Said[] => {
      const span = { start: index, end: index + word.length };
      if (taken.some((other) => overlaps(other, span)) || isMonth(text, span)) return [];
      taken.push(span);
      return [{ manner, isOfNumber: false, text: word, span: spanOf?.(span) ?? claim.span, claim, sentence }];
    }),
  );
  return [...said, ...ofNumbers];
}

function isMonth(text: string, { start, end }: TextSpan): boolean {
  return text.slice(start, end) === 'May' && !/(?:^|[.!?:]["”’)]?\s+)$/.test(text.slice(0, start));
}

function hedgedSpan(text: string, { start, end }: TextSpan): TextSpan {
  return readHedge(fold(text), start, end).span;
}

/**
 * Finds numbers of both versions that only one version hedges: it says that they aren't exact, or on which side of them the
 * truth is.
 */
export function compareNumberHedges(same: readonly Pair<SaidNumber>[]): Change[] {
  return same.flatMap(([old, now]): Change[] => {
    const [one, other] = [old.value, now.value].map(({ quantity }) => hedgesOf(quantity));
    if (!one || !other || !old.value.quantity.checkable || areHedgesAlike(one, other)) return [];
    // "Estimated at 70", and "an estimated 70"
    if (one.length === 0 ? isOpen(old.value) : other.length === 0 && isOpen(now.value)) return [];
    const said = [old, now].map(({ value, claim }) => hedgeBeside(value, claim).text.toLowerCase());
    if (one.length + other.length === 1 && said.some((word) => WEAK.has(word))) return [];
    const sideWith = ({ value, claim }: typeof old, isHedged: boolean): Side =>
      isHedged ? sideOf({ ...hedgeBeside(value, claim), claim }) : { text: null, span: value.span, claim: claim.span };
    return [{ kind: 'hedge', old: sideWith(old, one.length > 0), now: sideWith(now, other.length > 0) }];
  });
}

/** Words that hedge so little that they come and go with any rewording. */
const WEAK: ReadonlySet<string> = new Set(['some']);

function isOpen({ quantity, sentence: { text, language } }: SaidNumber): boolean {
  const patterns = patternsOf(language);
  // "Younger than 40"
  if (/(?:than|als)\s$/i.test(text.slice(0, quantity.span.start))) return true;
  return patterns !== null && [patterns.expected, patterns.possible].some((pattern) => has(text, pattern));
}

/** The words before or behind a number that hedge it. */
function hedgeBeside({ quantity, sentence, span }: SaidNumber, claim: ComparedClaim) {
  const { text, spanOf } = sentence;
  const { start, end } = hedgedSpan(text, quantity.span);
  const place = start < quantity.span.start ? { start, end: quantity.span.start } : { start: quantity.span.end, end };
  const words = text.slice(place.start, place.end);
  const trimmed = {
    start: place.start + words.length - words.trimStart().length,
    end: place.start + words.trimEnd().length,
  };
  // A hedge may be a part of the number itself.
  if (trimmed.end <= trimmed.start) return { text: quantity.surface, span };
  return { text: text.slice(trimmed.start, trimmed.end), span: spanOf?.(trimmed) ?? claim.span };
}
