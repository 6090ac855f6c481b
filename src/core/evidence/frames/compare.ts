/** Finds amounts for which a passage says what a claim says of its own amount. */
import type { TextSpan } from '../../base/text';
import type { Amount } from '../numbers';
import { has } from '../numbers/matches';
import { isCellNamed } from './cells';
import { frameOf } from './frame';
import type { Period } from './periods';
import { sentenceAt } from './pieces';
import { decides, isParticle, isRead } from './telling';
import type { Frame, FramedText, FrameTerm } from './types';

/** An amount of a passage that fits what a claim says better than the claim's own amount. */
export interface BetterReading {
  readonly kind: 'subject' | 'measure' | 'period';
  /** Words or time of the claim that fit the other amount. */
  readonly claimed: TextSpan;
  /** Words or time that the passage gives the claim's amount instead. */
  readonly found: TextSpan;
  /** The amount of the passage that fits. */
  readonly better: Amount;
}

/**
 * Returns the amount of a passage that could stand for a claim's amount and fits what the claim says. Null if the passage uses
 * any of the claim's words for the claim's own amount.
 *
 * @param amount amount of the claim
 * @param here the same amount in the passage
 * @param there amounts of the passage that could stand for it
 */
export function betterReading(
  claim: FramedText,
  amount: Amount,
  passage: FramedText,
  here: Amount,
  there: readonly Amount[],
): BetterReading | null {
  const claimed = frameOf(claim, amount);
  const found = frameOf(passage, here);
  if (found.inTable === 'head' || !mayDiffer(claimed, found, passage)) return null;
  let best: BetterReading | null = null;
  let most = Number.NEGATIVE_INFINITY;
  let mostWords = 0;
  const ofCells = new Set<string>();
  for (const better of there) {
    const frame = frameOf(passage, better);
    if (frame.inTable === 'head') continue;
    const isBeside = frame.sentence === found.sentence;
    const ofWords = fitOf(claimed, found, frame);
    const period = isBeside || ofWords >= LEAST_FIT ? decidingPeriod(claimed, found, frame) : null;
    const words = period ? null : decidingWords(claimed, found, frame, passage, better);
    if (!period && !words) continue;
    if (words && frame.inTable) {
      if (!isCellNamed(claim, claimed, found, frame)) continue;
      for (const { key } of words.deciding) ofCells.add(key);
    }
    // A cell of another row may have both its row and its column in the claim.
    const nearness = isBeside ? (frame.inTable ? ALIKE : 100) : 0;
    const fit = (period ? 1000 : 0) + nearness + ofWords;
    if (fit <= most) continue;
    most = fit;
    mostWords = words?.deciding.length ?? 0;
    if (period) best = { kind: 'period', ...period, better };
    else if (words) {
      const ofClaim = wholeBeside(claim, amount, words.deciding);
      const ofPassage = wholeBeside(passage, here, words.telling);
      const kind = isMeasured(claim, ofClaim) && isMeasured(passage, ofPassage) ? 'measure' : 'subject';
      best = { kind, claimed: ofClaim, found: ofPassage, better };
    }
  }
  // "Norway and Sweden together": words of several cells describe a number that no cell has.
  return best && best.kind !== 'period' && ofCells.size > mostWords ? null : best;
}

/**
 * True if the passage has a word or time of the claim, but not for the claim's amount. Mostly it doesn't, and no other amount
 * need be read.
 */
function mayDiffer(claim: Frame, here: Frame, { terms, periods }: FramedText): boolean {
  for (const [level, { key }] of claim.periods) {
    const ofHere = here.periods.get(level);
    if (ofHere && ofHere.key !== key && periods.some((other) => other.level === level && other.key === key))
      return true;
  }
  const apart = new Set<string>();
  for (const [key, { surely }] of claim.words)
    if (surely === 1 && (here.words.get(key)?.surely ?? 0) <= 1 - TELLS) apart.add(key);
  return apart.size > 0 && terms.some(({ key }) => apart.has(key));
}

/**
 * Scores how much of what the claim says may describe another amount. Heads and times that it shares with the claim's amount
 * add a little.
 */
function fitOf(claim: Frame, here: Frame, there: Frame): number {
  let fit = 0;
  for (const [key, { surely }] of claim.words) fit += surely * (there.words.get(key)?.perhaps ?? 0);
  for (const { key } of here.own) if (there.words.get(key)?.surely === 1) fit += ALIKE;
  for (const [level, { key }] of here.periods) if (there.periods.get(level)?.key === key) fit += ALIKE;
  return fit;
}

const ALIKE = 0.1;
/** Least {@link fitOf} of an amount in another sentence: besides the claim's time, it must share some of its words. */
const LEAST_FIT = 0.5;

/**
 * Lead of a word with one amount over another. From TELLS on, it tells the amounts apart; above SPEAKS, it speaks against one.
 */
const TELLS = 0.75;
const SPEAKS = 0.25;

function decidingWords(claim: Frame, here: Frame, there: Frame, passage: FramedText, better: Amount) {
  const { isForeign } = passage;
  const deciding: FrameTerm[] = [];
  for (const [key, { term, surely: said }] of claim.words) {
    if (!isRead(term, isForeign)) continue;
    const [ofHere, ofThere] = [here.words.get(key), there.words.get(key)];
    // In different sentences, a word counts for the claim's amount even if it only perhaps belongs to it.
    const mine = there.sentence === here.sentence ? ofHere?.surely : ofHere?.perhaps;
    const more = (ofThere?.surely ?? 0) - (mine ?? 0);
    if (said === 1 && more >= TELLS && decides(term, isForeign) && isTheirs(passage, key, there)) {
      // The word right before an amount is its verb, which the other one may lack: "weighs 3.1 kg, the stove 2.4".
      if (!ofThere || !standsBefore(passage, ofThere.term, better)) deciding.push(term);
    } else if ((ofHere?.surely ?? 0) - (ofThere?.perhaps ?? 0) > SPEAKS) return null;
  }
  if (deciding.length === 0 || speaksOfTime(claim, here, there)) return null;
  // If no word tells it from the other one, the passage may well say it of both.
  const telling = here.own.filter(
    (term) =>
      decides(term, isForeign) &&
      (there.words.get(term.key)?.surely ?? 0) < 1 &&
      isRead(term, isForeign) &&
      !isParticle(term),
  );
  return telling.length > 0 ? { deciding, telling } : null;
}

function standsBefore({ text, lexicon }: FramedText, { end }: TextSpan, amount: Amount): boolean {
  return !lexicon.isCjk && end <= amount.span.start && text.slice(end, amount.span.start).trim() === '';
}

/** True if at least a third of a word's occurrences stand with an amount. A word all over a passage describes all of it. */
function isTheirs(passage: FramedText, key: string, { sentence, own }: Frame): boolean {
  let [inside, all] = [0, 0];
  for (const term of passage.terms) {
    if (term.key !== key) continue;
    all++;
    // The head of a column stands in another line.
    if (sentenceAt(passage.pieces, term.end) === sentence || own.includes(term)) inside++;
  }
  return inside * MOST_OFTEN >= all;
}

const MOST_OFTEN = 3;

/** True if the claim's time is the time of its own amount, and the other amount has another time. */
function speaksOfTime(claim: Frame, here: Frame, there: Frame): boolean {
  return [...claim.periods].some(([level, { key }]) => {
    const [ofHere, ofThere] = [here.periods.get(level), there.periods.get(level)];
    return ofHere?.key === key && ofThere !== undefined && ofThere.key !== key;
  });
}

/** Returns the claim's time and the other time of its amount in the passage, if the other amount has the claim's time. */
function decidingPeriod(claim: Frame, here: Frame, there: Frame): { claimed: TextSpan; found: Period } | null {
  for (const [level, claimed] of claim.periods) {
    const found = here.periods.get(level);
    if (found && found.key !== claimed.key && there.periods.get(level)?.key === claimed.key) return { claimed, found };
  }
  return null;
}

/** Returns the stretch of adjacent words that is nearest to an amount. */
function wholeBeside(text: FramedText, amount: Amount, terms: readonly FrameTerm[]): TextSpan {
  const { span } = amount;
  const others = terms.filter((term) => !standsBefore(text, term, amount));
  const stretches: { start: number; end: number }[] = [];
  for (const { start, end } of (others.length > 0 ? others : [...terms]).sort((a, b) => a.start - b.start)) {
    const last = stretches.at(-1);
    if (last && start <= last.end + (text.lexicon.isCjk ? 0 : 1)) last.end = Math.max(last.end, end);
    else stretches.push({ start, end });
  }
  const away = ({ start, end }: TextSpan) => Math.max(span.start - end, start - span.end);
  const nearest = stretches.reduce((best, one) => (away(one) < away(best) ? one : best));
  if (!text.lexicon.isCjk) return nearest;
  // Pairs of characters aren't words: a pair that reaches beyond the end belongs to the same word.
  const most = nearest.end + 2;
  for (const { kind, start, end } of text.terms)
    if (kind === 'word' && start < nearest.end && end > nearest.end && end <= most) nearest.end = end;
  return nearest;
}

function isMeasured({ text, lexicon }: FramedText, { start, end }: TextSpan): boolean {
  return has(text.slice(start, end), lexicon.measures);
}
