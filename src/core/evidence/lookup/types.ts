import type { Unplaced } from '../../base/text';
import type { Passage, Source } from '../../brief/types';
import type { CopiedTable } from '../frames/copiedTables';
import type { FramedText } from '../frames/types';
import type { PassageNumbers } from '../matching';
import type { Quantity } from '../numbers';
import type { PreparedPassage } from '../quotations/words';
import type { SaidSentence } from '../saying/denials';

/** The facts of a passage, each read when first asked for. */
export interface PassageFacts {
  readonly passage: Unplaced<Passage>;
  /** Language tag without script and region. */
  readonly language: string;
  /** True if it has a frequent word of another language, and none of its own. */
  mayBeInAnother(): boolean;
  numbers(): PassageNumbers;
  /** Returns the keys of its numbers on the number line (`matching/keys.ts`). Most passages are asked for nothing else. */
  keys(): readonly number[];
  words(): PreparedPassage;
  /**
   * Returns the text read for what its numbers are of; null in a language without word lists.
   *
   * @param isForeign true for words that other languages share
   */
  frames(isForeign: boolean): FramedText | null;
  /** True if it may deny something. */
  mayDeny(): boolean;
  /** Returns its sentences, with the words that they deny. @param isForeign as for {@link frames} */
  sentences(isForeign: boolean): readonly SaidSentence[];
  /** Returns the keys of its names and terms. */
  terms(): ReadonlySet<string>;
  /** Returns the keys that texts in other languages may share with it. */
  bridges(): ReadonlySet<string>;
}

/** A table of a local copy, read as one text. */
export interface TableFacts extends CopiedTable {
  readonly facts: PassageFacts;
}

/** A source with the facts that evidence is made of. */
export interface SourceFacts {
  readonly id: string;
  readonly source: Unplaced<Source>;
  readonly passages: readonly PassageFacts[];
  /** Returns the index of the numbers in its passages. */
  numbers(): NumberIndex;
  /** Returns the table that a passage is a row of, read as one text; null for others. */
  tableOf(passage: number): TableFacts | null;
  /** True if its local copy was read. */
  readonly hasText: boolean;
  /** True if the copy holds all of the source: what isn't in it, the source doesn't say. */
  readonly hasWholeText: boolean;
  /** Returns the date it was published, read as numbers are. */
  published(): PassageNumbers | null;
}

/** The sources of a brief by id. */
export type SourcesFacts = ReadonlyMap<string, SourceFacts>;

/** Finds the few of many passages that may hold a number. */
export interface NumberIndex {
  /** Returns the indexes of the passages that may hold it, in order. All that hold it are among them. */
  mayHold(quantity: Quantity): Iterable<number>;
}
