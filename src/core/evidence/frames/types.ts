/** The words and times by which a text describes its amounts. */
import type { TextSpan } from '../../base/text';
import type { Amount, Quantity } from '../numbers';
import type { Period, PeriodLevel } from './periods';
import type { Piece } from './pieces';
import type { Lexicon } from './words';

/** A word that may tell what an amount is of. */
export interface FrameTerm extends TextSpan {
  /** Key that is equal for the same word. It begins with a mark if texts in two languages may share the word. */
  readonly key: string;
  /**
   * - `word`: of the text's own language.
   * - `bridge`: shared with texts in other languages: a name, a place, a concept.
   * - `amount`: another amount: the "5 nanometres" of "chips made at 5 nanometres brought in 32%".
   */
  readonly kind: 'word' | 'bridge' | 'amount';
  readonly isName: boolean;
}

/** Degrees, from 0 to 1, to which a word belongs to an amount. */
export interface Belongs {
  readonly term: FrameTerm;
  /** The degree that is sure; less than {@link perhaps} where the text leaves it open. */
  readonly surely: number;
  readonly perhaps: number;
}

export interface Frame {
  readonly words: ReadonlyMap<string, Belongs>;
  /** Words that stand right with the amount. */
  readonly own: readonly FrameTerm[];
  /** Times that stand with the amount. */
  readonly periods: ReadonlyMap<PeriodLevel, Period>;
  readonly sentence: number;
  /** Place of the amount in a table: in a cell, whose heads are its {@link own} words, or in a head; null outside a table. */
  readonly inTable: 'cell' | 'head' | null;
}

/** A text, read for the words that describe its amounts. */
export interface FramedText {
  readonly text: string;
  /** Language tag without script and region. */
  readonly language: string;
  readonly quantities: readonly Quantity[];
  readonly isClaim: boolean;
  /** True if its words are compared with words of another language. */
  readonly isForeign: boolean;
  readonly lexicon: Lexicon;
  readonly pieces: readonly Piece[];
  /** Terms in order. */
  readonly terms: readonly FrameTerm[];
  readonly periods: readonly Period[];
  /** Words for the amounts of lists; null for amounts whose words can't be told. */
  readonly things: ReadonlyMap<Quantity, TextSpan | null>;
  /** Words at the start of the text, before its first amount: the text may be about them. */
  readonly opening: readonly FrameTerm[];
  /** Frames that were asked for so far. */
  readonly frames: Map<Amount, Frame>;
}
