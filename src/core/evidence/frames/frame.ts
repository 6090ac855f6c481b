/** Reads the frame of an amount: the words and times by which a text describes it. */
import { contains, type TextSpan } from '../../base/text';
import type { Amount } from '../numbers';
import { has } from '../numbers/matches';
import { isComparable } from './comparable';
import { PERIOD_LEVELS, type Period, type PeriodLevel } from './periods';
import { sentenceAt } from './pieces';
import { headsOfCell } from './tables';
import type { Belongs, Frame, FramedText, FrameTerm } from './types';

/** Returns the frame of an amount in a text. It's kept with the text. */
export function frameOf(text: FramedText, amount: Amount): Frame {
  const known = text.frames.get(amount);
  if (known) return known;
  const frame = readFrame(text, amount);
  text.frames.set(amount, frame);
  return frame;
}

function readFrame(text: FramedText, amount: Amount): Frame {
  const words = new Words(text.terms, amount);
  const at = pieceAt(text.pieces, amount);
  const { sentence = 0 } = text.pieces[at] ?? {};
  const heads = headsOfCell(text.text, amount.span.start);
  const around: readonly TextSpan[] = heads ?? [aroundOf(text, amount, at)];
  const thing = text.things.get(amount);
  if (heads) for (const head of heads) words.addOwn(head);
  else if (thing) addOfList(text, words, amount, thing, sentence);
  else if (thing === undefined) for (const stretch of around) addOfSentence(text, words, amount, stretch, at);
  if (!heads) addOpening(text, words, amount, around, sentence);
  const inTable = heads && (heads.length === 2 ? 'cell' : 'head');
  return { words: words.all, own: words.own, periods: periodsOf(text, amount, around), sentence, inTable };
}

/** Collects the words of a frame. */
class Words {
  readonly all = new Map<string, Belongs>();
  readonly own: FrameTerm[] = [];

  readonly #terms: readonly FrameTerm[];
  readonly #amount: Amount;

  constructor(terms: readonly FrameTerm[], amount: Amount) {
    this.#terms = terms;
    this.#amount = amount;
  }

  /** Adds the words of a stretch. */
  add(stretch: TextSpan, surely: number, perhaps = surely): void {
    for (const term of this.#terms) if (this.#isIn(stretch, term)) this.addTerm(term, surely, perhaps);
  }

  addOwn(stretch: TextSpan): void {
    for (const term of this.#terms)
      if (this.#isIn(stretch, term)) {
        this.addTerm(term, 1, 1);
        this.own.push(term);
      }
  }

  #isIn({ start, end }: TextSpan, term: FrameTerm): boolean {
    return term.start >= start && term.end <= end && term.start !== this.#amount.span.start;
  }

  addTerm(term: FrameTerm, surely: number, perhaps: number): void {
    const before = this.all.get(term.key);
    if (!before) {
      this.all.set(term.key, { term, surely, perhaps });
      return;
    }
    if (before.surely >= surely && before.perhaps >= perhaps) return;
    this.all.set(term.key, {
      term: before.surely >= surely ? before.term : term,
      surely: Math.max(surely, before.surely),
      perhaps: Math.max(perhaps, before.perhaps),
    });
  }
}

/**
 * Returns the stretch that describes an amount. This is its piece up to the next comparable amount, with earlier pieces that
 * have no such amount. For a part, "14 of 62 hospitals", the text behind the whole belongs to it.
 */
export function aroundOf(
  { text, pieces, quantities, lexicon }: Pick<FramedText, 'text' | 'pieces' | 'quantities' | 'lexicon'>,
  amount: Amount,
  at = pieceAt(pieces, amount),
): TextSpan {
  const piece = pieces[at];
  if (!piece) return amount.span;
  const { last, next, behind } = besides(quantities, amount, text.length);
  const isPart = isPartAt(text, amount.span.end);
  const end = isPart && !isPartAt(text, behind) ? piece.end : Math.min(piece.end, next);
  // "48% of bakers and 31% of millers": "of bakers" doesn't describe the second.
  if (last > piece.start) return { start: isPart && isPartAt(text, last) ? amount.span.start : last, end };
  let first = at;
  while (pieces[first - 1]?.sentence === piece.sentence && (pieces[first - 1]?.start ?? 0) >= last) {
    // "3% fewer than in 2022, but 5% more": "than in 2022" doesn't describe the second.
    if (has(text.slice(pieces[first - 2]?.end ?? 0, pieces[first - 1]?.start), lexicon.compares)) break;
    first--;
  }
  return { start: pieces[first]?.start ?? piece.start, end };
}

function pieceAt(pieces: FramedText['pieces'], { span }: Amount): number {
  return pieces.findIndex(({ end }) => end >= span.end);
}

const PART_OF = /^ (?:of|out of|von|der|de|des|sur)(?![\p{L}])/u;

/** True if the whole that an amount is a part of stands behind it. @param end offset where the amount ends */
function isPartAt(text: string, end: number): boolean {
  return PART_OF.test(text.slice(end, end + 10));
}

/** Returns where the comparable amount before this one ends, and where the next one starts and ends. */
function besides(quantities: FramedText['quantities'], amount: Amount, length: number) {
  let [last, next, behind] = [0, length, length];
  for (const other of quantities) {
    if (!isComparable(amount, other)) continue;
    if (other.span.end <= amount.span.start) last = other.span.end;
    else if (other.span.start >= amount.span.end && other.span.start < next)
      [next, behind] = [other.span.start, other.span.end];
  }
  return { last, next, behind };
}

/** Adds the words that stand with an amount, and words of its sentence that may describe it. */
function addOfSentence(text: FramedText, words: Words, amount: Amount, around: TextSpan, at: number): void {
  const { pieces, quantities, lexicon, isClaim } = text;
  const piece = pieces[at];
  if (!piece) return;
  // In a claim that compares two things, the pieces before the amount's own may describe the other one.
  const isOpen = isClaim && has(text.text, lexicon.compares);
  if (isOpen) words.add({ start: around.start, end: piece.start }, 0.5);
  words.addOwn(isOpen ? { start: Math.max(around.start, piece.start), end: around.end } : around);
  const hasSubject = text.terms.some(
    ({ kind, start, end }) =>
      kind === 'word' && start >= around.start && end <= amount.span.start && !isBare(text, { start, end }),
  );
  const inSentence = pieces.filter(({ sentence }) => sentence === piece.sentence);
  const { next, behind } = besides(quantities, amount, text.text.length);
  // Words behind the second of two parts describe both: "48% of bakers and 31% of millers own one".
  const tail = inSentence.find(({ end }) => end > behind);
  if (tail && isPartAt(text.text, amount.span.end) && isPartAt(text.text, behind))
    words.add({ start: behind, end: tail.end }, 0, 1);
  for (const one of inSentence) if (one.start >= piece.end && one.end <= next) words.add(one, 0.5);
  const said = text.text.slice(around.start, around.end);
  const isOfThose = has(said, lexicon.those);
  let start = inSentence[0]?.start ?? 0;
  for (const before of quantities) {
    if (before.span.start < start || before.span.end > amount.span.start || !isComparable(amount, before)) continue;
    // An amount without a subject has the subject of the one before it: "fell by 15.7 on the drug and by 4.9 on placebo".
    const head = { start, end: before.span.start };
    words.add(head, hasSubject ? 0.25 : 1, hasSubject ? 0.75 : 1);
    const end = pieces.find((one) => one.end >= before.span.end)?.end ?? before.span.end;
    if (isOfThose) words.add({ start: before.span.end, end: around.start }, 0.75);
    else if (!isClaim && end <= around.start) words.add({ start: before.span.end, end }, 0.25);
    start = end;
  }
  if (!isClaim && has(said, lexicon.another))
    for (const term of text.terms)
      if (sentenceAt(text.pieces, term.end) === piece.sentence - 1) words.addTerm(term, 0, 0.75);
}

/** Adds the words in an amount's place in a list, and the rest of the sentence, which may describe all amounts. */
function addOfList(text: FramedText, words: Words, amount: Amount, thing: TextSpan, sentence: number): void {
  words.addOwn(thing);
  // "…出口1393亿块，金额5427亿元" gives two measures of one thing.
  const isSame = words.own.some((term) => isBare(text, term));
  for (const term of text.terms)
    if (sentenceAt(text.pieces, term.end) === sentence && (isSame || !isOfAnother(text, amount, term)))
      words.addTerm(term, 0.5, 0.75);
}

/** True if a word stands for another thing of a list that an amount is in. */
function isOfAnother({ things }: FramedText, amount: Amount, term: FrameTerm): boolean {
  const own = things.get(amount);
  if (!own) return false;
  for (const other of things.values()) if (other && other !== own && contains(other, term)) return true;
  return false;
}

/**
 * Adds the words that a text starts with. They may describe amounts in later sentences, and names also amounts in the first.
 * "X营收4亿元，净利润1亿元" is about X, too; "帐篷重3公斤，炉子重2公斤" isn't about the tent.
 */
function addOpening(
  text: FramedText,
  words: Words,
  amount: Amount,
  around: readonly TextSpan[],
  sentence: number,
): void {
  const { opening, lexicon } = text;
  const isLater = sentenceAt(text.pieces, opening[0]?.end ?? 0) < sentence;
  if (!isLater && isOfAnotherName(opening, words.own)) return;
  const isMeasured =
    lexicon.isCjk && around.some(({ start, end }) => has(text.text.slice(start, end), lexicon.measures));
  for (const term of opening)
    if ((isLater || term.isName || isMeasured) && !isOfAnother(text, amount, term)) words.addTerm(term, 0.75, 0.75);
}

/**
 * True if the same is said again with another name: "Revenue in Asia was $20 million, while revenue in Europe was $25 million".
 */
function isOfAnotherName(opening: readonly FrameTerm[], own: readonly FrameTerm[]): boolean {
  const isIn = ({ key }: FrameTerm, terms: readonly FrameTerm[]) => terms.some((term) => term.key === key);
  return (
    own.some((term) => !term.isName && term.kind === 'word' && isIn(term, opening)) &&
    own.some((term) => term.isName && !isIn(term, opening)) &&
    opening.some((term) => term.isName && !isIn(term, own))
  );
}

/** True if a word only names another measure of the same thing: "value", 金额. */
function isBare({ text, lexicon }: FramedText, { start, end }: TextSpan): boolean {
  const word = text.slice(start, end);
  lexicon.bare.lastIndex = 0;
  return lexicon.bare.exec(word)?.[0] === word;
}

/** Returns the times that stand with an amount. Of different ones on a level, only one right behind it counts. */
function periodsOf({ text, periods }: FramedText, amount: Amount, around: readonly TextSpan[]): Frame['periods'] {
  const found = new Map<PeriodLevel, Period>();
  if (periods.length === 0) return found;
  const own = periods.filter((period) => around.some((stretch) => contains(stretch, period)));
  if (own.length === 0) return found;
  for (const level of PERIOD_LEVELS) {
    const ofLevel = own.filter((one) => one.level === level);
    const [period, ...others] = ofLevel;
    const only = others.every(({ key }) => key === period?.key)
      ? period
      : ofLevel.find(({ start }) => start > amount.span.end && IN_TIME.test(text.slice(amount.span.end, start)));
    if (only) found.set(level, only);
  }
  return found;
}

/** Text between an amount and its time: "3.9% in June". */
const IN_TIME = /^ \(?(?:(?:in|for|during|by|at|on|as of|im|in der|am|en|au|à|em|no|a) (?:the )?)?$/iu;
