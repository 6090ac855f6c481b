/** Whether a passage says of another amount what a claim says of this one. */
import type { Span } from '../../base/text';
import type { Amount } from '../numbers';
import { has } from '../numbers/matches';
import { isCellNamed } from './cells';
import { frameOf } from './frame';
import type { Period } from './periods';
import { sentenceAt } from './pieces';
import { decides, isRead } from './telling';
import type { Frame, FramedText, FrameTerm } from './types';

/** What a claim says of an amount and a passage says of another one. */
export interface BetterReading {
  readonly kind: 'subject' | 'measure' | 'period';
  /** Where the claim says it. */
  readonly claimed: Span;
  /** What the passage says of the claim's amount instead, and where. */
  readonly found: Span;
  /** The amount of the passage that it says it of. */
  readonly better: Amount;
}

/**
 * The reading of a claim that a passage offers: an amount that could stand for the claim's, and that it says of what the claim
 * speaks of. Null where the passage says anything of the claim's words of the claim's own amount.
 *
 * @param amount the claim's
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
  // "Norway and Sweden together": words that are of no one cell are of a number that no cell has.
  return best && best.kind !== 'period' && ofCells.size > mostWords ? null : best;
}

/** Whether the claim says anything that the passage says, and not of its amount: mostly it does not, and others need not be read. */
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

/** How much of what the claim says a passage may say of another amount; and how like it is to the claim's in its row or column. */
function fitOf(claim: Frame, here: Frame, there: Frame): number {
  let fit = 0;
  for (const [key, { surely }] of claim.words) fit += surely * (there.words.get(key)?.perhaps ?? 0);
  for (const { key } of here.own) if (there.words.get(key)?.surely === 1) fit += ALIKE;
  for (const [level, { key }] of here.periods) if (there.periods.get(level)?.key === key) fit += ALIKE;
  return fit;
}

const ALIKE = 0.1;
/** In another sentence, an amount of the claim's time must be of something that the claim speaks of. */
const LEAST_FIT = 0.5;

/** So much more a word must belong to one amount than to the other to tell them apart, and more than this to speak against it. */
const TELLS = 0.75;
const SPEAKS = 0.25;

function decidingWords(claim: Frame, here: Frame, there: Frame, passage: FramedText, better: Amount) {
  const { isForeign } = passage;
  const deciding: FrameTerm[] = [];
  for (const [key, { term, surely: said }] of claim.words) {
    if (!isRead(term, isForeign)) continue;
    const [ofHere, ofThere] = [here.words.get(key), there.words.get(key)];
    // What its own sentence may say of an amount is likelier than what another one says.
    const mine = there.sentence === here.sentence ? ofHere?.surely : ofHere?.perhaps;
    const more = (ofThere?.surely ?? 0) - (mine ?? 0);
    if (said === 1 && more >= TELLS && decides(term, isForeign) && isTheirs(passage, key, there)) {
      // What stands right before an amount is its verb, which the other one may go without: "weighs 3.1 kg, the stove 2.4".
      if (!ofThere || !standsBefore(passage, ofThere.term, better)) deciding.push(term);
    } else if ((ofHere?.surely ?? 0) - (ofThere?.perhaps ?? 0) > SPEAKS) return null;
  }
  if (deciding.length === 0 || speaksOfTime(claim, here, there)) return null;
  // Where nothing tells it from the other one, the passage may well say it of both.
  const telling = here.own.filter(
    (term) => decides(term, isForeign) && (there.words.get(term.key)?.surely ?? 0) < 1 && isRead(term, isForeign),
  );
  return telling.length > 0 ? { deciding, telling } : null;
}

function standsBefore({ text, lexicon }: FramedText, { end }: Span, amount: Amount): boolean {
  return !lexicon.isCjk && end <= amount.span.start && text.slice(end, amount.span.start).trim() === '';
}

/** What is said all over a passage is of all that it says. */
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

/** Whether the claim's time is that of its own amount, and the other one has another. */
function speaksOfTime(claim: Frame, here: Frame, there: Frame): boolean {
  return [...claim.periods].some(([level, { key }]) => {
    const [ofHere, ofThere] = [here.periods.get(level), there.periods.get(level)];
    return ofHere?.key === key && ofThere !== undefined && ofThere.key !== key;
  });
}

/** The claim's time is the other amount's, and its own has another. */
function decidingPeriod(claim: Frame, here: Frame, there: Frame): { claimed: Span; found: Period } | null {
  for (const [level, claimed] of claim.periods) {
    const found = here.periods.get(level);
    if (found && found.key !== claimed.key && there.periods.get(level)?.key === claimed.key) return { claimed, found };
  }
  return null;
}

/** The words that stand together nearest to an amount. */
function wholeBeside(text: FramedText, amount: Amount, terms: readonly FrameTerm[]): Span {
  const { span } = amount;
  const others = terms.filter((term) => !standsBefore(text, term, amount));
  const stretches: { start: number; end: number }[] = [];
  for (const { start, end } of (others.length > 0 ? others : [...terms]).sort((a, b) => a.start - b.start)) {
    const last = stretches.at(-1);
    if (last && start <= last.end + (text.lexicon.isCjk ? 0 : 1)) last.end = Math.max(last.end, end);
    else stretches.push({ start, end });
  }
  const away = ({ start, end }: Span) => Math.max(span.start - end, start - span.end);
  const nearest = stretches.reduce((best, one) => (away(one) < away(best) ? one : best));
  if (!text.lexicon.isCjk) return nearest;
  // Pairs of characters are no words: what goes on is of the same one.
  const most = nearest.end + 2;
  for (const { kind, start, end } of text.terms)
    if (kind === 'word' && start < nearest.end && end > nearest.end && end <= most) nearest.end = end;
  return nearest;
}

function isMeasured({ text, lexicon }: FramedText, { start, end }: Span): boolean {
  return has(text.slice(start, end), lexicon.measures);
}
