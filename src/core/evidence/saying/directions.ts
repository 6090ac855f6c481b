/** Finds out from the words around an amount which way it goes. */
import { once } from '../../base/once';
import { NONE } from '../../base/same';
import type { TextSpan } from '../../base/text';
import { ofLanguages } from '../../languages';
import { CLAUSE_ENDS } from '../../languages/han';
import type { Directions } from '../../languages/language';
import { marksOrWords, type Pattern, wordPattern } from '../../languages/wordLists';
import type { Amount } from '../numbers';
import { has, matches, spansOf } from '../numbers/matches';

/** Kind of direction: a movement, more in than out, a profit or a loss, or a comparison with what was expected. */
export type Axis = 'movement' | 'balance' | 'result' | 'expectation';

/** A direction on an axis. Up, surplus, profit or more is 1; down, deficit, loss or less is -1; what stays is 0. */
export interface Direction {
  readonly axis: Axis;
  readonly way: 1 | 0 | -1;
  /** Span of the word that gives the direction, in the text; or of the number, if only its sign does. */
  readonly span: TextSpan;
}

/**
 * Returns the directions that the clause of an amount states, at most one for each axis. An axis is left out if the clause
 * states two ways. The list is empty if a word makes the direction unclear: "not", "narrowed", 收窄.
 *
 * @param text as it is read, without marks
 * @param language without script and region; a language without word lists has no directions
 */
export function directionsOf(text: string, amount: Amount, language: string): readonly Direction[] {
  const lexicon = LEXICONS.get(language)?.();
  return lexicon ? directionsIn(text, clauseAround(text, amount.span, lexicon.isCjk), amount, lexicon) : NONE;
}

/** @param around the clause of the amount */
function directionsIn(text: string, around: TextSpan, amount: Amount, lexicon: Lexicon): readonly Direction[] {
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

/** Finds the movements stated right after an amount: "5% higher". @param end of its clause */
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
  /** Patterns right before an amount that is a level ("fell to"), a change ("fell by") or a multiple (是上年的). */
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

/** Word patterns by language tag, each made when first needed: a list is long. */
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

/** Marks and words that end a clause. A comma or full stop inside a number doesn't. */
const ENDS = marksOrWords(
  String.raw`[;:!?—–()|\n]|[,.](?=\s|$)`,
  'while|whereas|but|although|though|and|compared|against|versus|which|who|und|während|aber|et|mais|tandis|y|pero|mientras',
);
const ENDS_CJK = new RegExp(CLAUSE_ENDS, 'g');
/** Longest distance from an amount to the ends of its clause, in UTF-16 units. */
const FARTHEST = 100;

function clauseAround(text: string, { start, end }: TextSpan, isCjk: boolean): TextSpan {
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

/** Role of a percentage or a multiple: how much something changed, the level it came to, or its part of a whole. */
export interface Role {
  readonly role: 'change' | 'level' | 'share';
  /** Span of the words that give the role, together with the amount. */
  readonly span: TextSpan;
}

/** Returns the role of a percentage or a multiple. Null for other amounts, and if the clause states no role or two roles. */
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

/** True if the words right before an amount say that something changed by that much. */
export function changesBy(text: string, { span }: Amount, language: string): boolean {
  const lexicon = LEXICONS.get(language)?.();
  return lexicon?.rightBefore.change.test(text.slice(Math.max(0, span.start - FARTHEST), span.start)) ?? false;
}

function firstIn(text: string, pattern: Pattern): TextSpan | null {
  pattern.lastIndex = 0;
  const found = pattern.exec(text);
  return found && { start: found.index, end: found.index + found[0].length };
}

/** Returns the spans of all words in a text that say that an amount moves. */
export function directionWords(text: string, language: string): readonly TextSpan[] {
  const lexicon = LEXICONS.get(language)?.();
  // Most texts have none.
  if (!lexicon || !has(text, lexicon.anyWord)) return NONE;
  return lexicon.words.flatMap(({ axis, pattern }) => (axis === 'movement' ? spansOf(text, pattern) : []));
}
