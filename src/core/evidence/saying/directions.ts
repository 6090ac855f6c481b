/** Which way a text says that an amount goes. */
import { once } from '../../base/once';
import { NONE } from '../../base/same';
import type { Span } from '../../base/text';
import { ofLanguages } from '../../languages';
import type { Directions } from '../../languages/language';
import { marksOrWords, type Pattern, wordPattern } from '../../languages/wordLists';
import type { Amount } from '../numbers';
import { has, matches, spansOf } from '../numbers/matches';

/** What is said of an amount: that it moves, that more came in than went out, that it was earned, or was expected. */
export type Axis = 'movement' | 'balance' | 'result' | 'expectation';

/** One of the ways of an axis: up, surplus, profit or more is 1, down, deficit, loss or less -1, and what stays 0. */
export interface Direction {
  readonly axis: Axis;
  readonly way: 1 | 0 | -1;
  /** The word that says so, in the text; of the sign of a number the number. */
  readonly span: Span;
}

/**
 * What the clause of an amount says of its direction, one for each axis; none where it says two things, or where something makes it
 * unclear: "not", "narrowed", 收窄.
 *
 * @param text as it is read, without marks
 * @param language without script and region; of those without a list nothing is said
 */
export function directionsOf(text: string, amount: Amount, language: string): readonly Direction[] {
  const lexicon = LEXICONS.get(language)?.();
  return lexicon ? directionsIn(text, clauseAround(text, amount.span, lexicon.isCjk), amount, lexicon) : NONE;
}

/** @param around the clause of the amount */
function directionsIn(text: string, around: Span, amount: Amount, lexicon: Lexicon): readonly Direction[] {
  const { start, end } = around;
  const clause = text.slice(start, end);
  // Most clauses have none of these.
  const words = has(clause, lexicon.anyWord) ? lexicon.words : NONE;
  const behind = movementBehind(text, end, amount, lexicon);
  const isSigned = amount.kind === 'percent' && (amount.low < 0 || text[amount.span.start] === '+');
  if ((words.length === 0 && behind.length === 0 && !isSigned) || has(clause, lexicon.unclear)) return NONE;
  const found = new Map<Axis, Direction | null>();
  const add = (direction: Direction) => {
    const before = found.get(direction.axis);
    if (before === undefined) found.set(direction.axis, direction);
    else if (before?.way !== direction.way) found.set(direction.axis, null);
  };
  for (const { axis, way, pattern } of words)
    for (const { 0: word, index } of matches(clause, pattern))
      add({ axis, way, span: { start: start + index, end: start + index + word.length } });
  for (const direction of behind) add(direction);
  if (!found.has('movement') && isSigned) add({ axis: 'movement', way: amount.low < 0 ? -1 : 1, span: amount.span });
  return [...found.values()].filter((direction) => direction !== null);
}

/** What right behind an amount says that it moves: "5% higher". @param end of its clause */
function movementBehind(text: string, end: number, { span }: Amount, { after }: Lexicon): readonly Direction[] {
  if (after.length === 0 || text.charCodeAt(span.end) !== SPACE) return NONE;
  const behind = text.slice(span.end, end);
  const found: Direction[] = [];
  for (const { way, pattern } of after) {
    const said = pattern.exec(behind)?.[1];
    const start = span.end + 1;
    if (said !== undefined) found.push({ axis: 'movement', way, span: { start, end: start + said.length } });
  }
  return found;
}

const SPACE = 0x20;

interface Lexicon {
  readonly isCjk: boolean;
  readonly words: readonly { readonly axis: Axis; readonly way: Direction['way']; readonly pattern: Pattern }[];
  /** Any of them. */
  readonly anyWord: Pattern;
  readonly after: readonly { readonly way: Direction['way']; readonly pattern: Pattern }[];
  readonly unclear: Pattern;
  readonly share: Pattern;
  /** What stands right before what something came to, and before how much it changed. */
  readonly rightBefore: Readonly<Record<'level' | 'change' | 'multiple', Pattern>>;
}

const LISTS: readonly (readonly [list: keyof Directions, axis: Axis, way: Direction['way']])[] = [
  ['up', 'movement', 1],
  ['down', 'movement', -1],
  ['same', 'movement', 0],
  ['surplus', 'balance', 1],
  ['deficit', 'balance', -1],
  ['profit', 'result', 1],
  ['loss', 'result', -1],
  ['above', 'expectation', 1],
  ['below', 'expectation', -1],
];

/** Made once for the languages of a text alone: a list is long. */
const LEXICONS: ReadonlyMap<string, () => Lexicon> = new Map(
  ofLanguages(
    ({ tag, isCjk = false, directions }) => directions && ([tag, once(() => lexiconWith(directions, isCjk))] as const),
  ),
);

const rightBefore = (words = '(?!)') => new RegExp(`(?<![\\p{Script=Latin}])(?:${words})\\s?$`, 'iu');

function lexiconWith(directions: Directions, isCjk: boolean): Lexicon {
  const words = (list: string) => wordPattern(list, isCjk, String.raw`\p{L}\p{N}-`, String.raw`\p{L}-`);
  const after = (list: string | undefined, way: Direction['way']) =>
    list === undefined ? [] : [{ way, pattern: new RegExp(`^ (${list})(?![\\p{L}-])`, 'iu') }];
  return {
    isCjk,
    words: LISTS.flatMap(([list, axis, way]) => {
      const said = directions[list];
      return said === undefined ? [] : [{ axis, way, pattern: words(said) }];
    }),
    anyWord: words(LISTS.flatMap(([list]) => directions[list] ?? []).join('|')),
    after: [...after(directions.upAfter, 1), ...after(directions.downAfter, -1)],
    unclear: words(directions.unclear),
    share: words(directions.share ?? '(?!)'),
    rightBefore: {
      level: rightBefore(directions.to),
      change: rightBefore(directions.by),
      multiple: rightBefore(directions.multiple),
    },
  };
}

/** What ends a clause; in a number a comma and a full stop end none. */
const ENDS = marksOrWords(
  String.raw`[;:!?—–()|\n]|[,.](?=\s|$)`,
  'while|whereas|but|although|though|and|compared|against|versus|which|who|und|während|aber|et|mais|tandis|y|pero|mientras',
);
const ENDS_CJK = /[，。；：、！？()（）|\n;:!?]|,(?!\d)|\.(?=\s|$)|而(?!且)|但/g;
/** Further off nothing is said of an amount, in UTF-16 units. */
const FARTHEST = 100;

function clauseAround(text: string, { start, end }: Span, isCjk: boolean): Span {
  const from = Math.max(0, start - FARTHEST);
  const near = text.slice(from, Math.min(text.length, end + FARTHEST));
  const clause = { start: from, end: from + near.length };
  for (const { 0: mark, index } of matches(near, isCjk ? ENDS_CJK : ENDS, end - from)) {
    const at = from + index;
    if (at + mark.length <= start) clause.start = at + mark.length;
    else if (at >= end) return { ...clause, end: at };
  }
  return clause;
}

/** What a percentage or a multiple is: how much something changed, what it came to, or what part of a whole it is. */
export interface Role {
  readonly role: 'change' | 'level' | 'share';
  /** The words that say so, with the percentage. */
  readonly span: Span;
}

/** Of a percentage or a multiple; null where its clause says none, or two of them. */
export function roleOf(text: string, amount: Amount, language: string): Role | null {
  const lexicon = LEXICONS.get(language)?.();
  if (!lexicon || (amount.kind !== 'percent' && amount.unit !== 'times')) return null;
  const around = clauseAround(text, amount.span, lexicon.isCjk);
  const { start, end } = around;
  const clause = text.slice(start, end);
  if (has(clause, lexicon.unclear)) return null;
  const before = text.slice(start, amount.span.start);
  const roleBefore = (role: 'level' | 'change', pattern = lexicon.rightBefore[role]): Role | null => {
    const word = pattern.exec(before);
    return word && { role, span: { start: start + word.index, end: amount.span.end } };
  };
  if (amount.unit === 'times') return roleBefore('change') ?? roleBefore('level', lexicon.rightBefore.multiple);
  const share = firstIn(clause, lexicon.share);
  const moves = directionsIn(text, around, amount, lexicon).some(
    ({ axis, span }) => axis === 'movement' && span !== amount.span,
  );
  if (share) {
    const from = Math.min(start + share.start, amount.span.start);
    return moves ? null : { role: 'share', span: { start: from, end: Math.max(start + share.end, amount.span.end) } };
  }
  return moves ? (roleBefore('level') ?? roleBefore('change')) : null;
}

/** Whether the words right before an amount say that something changed by so much. */
export function changesBy(text: string, { span }: Amount, language: string): boolean {
  const lexicon = LEXICONS.get(language)?.();
  return lexicon?.rightBefore.change.test(text.slice(Math.max(0, span.start - FARTHEST), span.start)) ?? false;
}

function firstIn(text: string, pattern: Pattern): Span | null {
  pattern.lastIndex = 0;
  const found = pattern.exec(text);
  return found && { start: found.index, end: found.index + found[0].length };
}

/** Where a text has a word for an amount that moves. */
export function directionWords(text: string, language: string): readonly Span[] {
  const lexicon = LEXICONS.get(language)?.();
  // Most texts have none.
  if (!lexicon || !has(text, lexicon.anyWord)) return NONE;
  return lexicon.words.flatMap(({ axis, pattern }) => (axis === 'movement' ? spansOf(text, pattern) : []));
}
