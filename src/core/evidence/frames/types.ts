/** What a text says that its amounts are of. */
import type { Span } from '../../base/text';
import type { Amount, Quantity } from '../numbers';
import type { Period, PeriodLevel } from './periods';
import type { Piece } from './pieces';
import type { Lexicon } from './words';

/** A word that may tell what an amount is of. */
export interface FrameTerm extends Span {
  /** Equal for the same word; with a mark before it, for what texts in two languages share. */
  readonly key: string;
  /**
   * - `word`: of the text's own language.
   * - `bridge`: shared with texts in other languages: a name, a place, a concept.
   * - `amount`: another amount: the "5 nanometres" of "chips made at 5 nanometres brought in 32%".
   */
  readonly kind: 'word' | 'bridge' | 'amount';
  readonly isName: boolean;
}

/** How much a word belongs to an amount, from 0 to 1. */
export interface Belongs {
  readonly term: FrameTerm;
  /** So much is sure; where a text leaves it open, less than what {@link perhaps} says. */
  readonly surely: number;
  readonly perhaps: number;
}

export interface Frame {
  readonly words: ReadonlyMap<string, Belongs>;
  /** Those that stand with it. */
  readonly own: readonly FrameTerm[];
  /** Those that stand with it. */
  readonly periods: ReadonlyMap<PeriodLevel, Period>;
  readonly sentence: number;
  /** What it is in a table: a number of a cell, whose heads are its {@link own} words, or a part of a head; else null. */
  readonly inTable: 'cell' | 'head' | null;
}

/** A text read for what its amounts are of. */
export interface FramedText {
  readonly text: string;
  /** Without script and region. */
  readonly language: string;
  readonly quantities: readonly Quantity[];
  readonly isClaim: boolean;
  /** Whether its words are to be compared with those of another language. */
  readonly isForeign: boolean;
  readonly lexicon: Lexicon;
  readonly pieces: readonly Piece[];
  /** In order. */
  readonly terms: readonly FrameTerm[];
  readonly periods: readonly Period[];
  /** What the amounts of lists are of; null for those that cannot be told. */
  readonly things: ReadonlyMap<Quantity, Span | null>;
  /** What the text starts with, before its first amount: it may be about that. */
  readonly opening: readonly FrameTerm[];
  /** Those that were asked for. */
  readonly frames: Map<Amount, Frame>;
}
