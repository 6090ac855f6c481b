import type { Passage, Source } from '../../brief/types';
import type { CopiedTable } from '../frames/copiedTables';
import type { FramedText } from '../frames/types';
import type { PassageNumbers } from '../matching';
import type { Quantity } from '../numbers';
import type { PreparedPassage } from '../quotations/words';
import type { SaidSentence } from '../saying/denials';

/** What was found out about a passage, each part when it is first asked for. */
export interface PassageFacts {
  readonly passage: Passage;
  /** Without script and region. */
  readonly language: string;
  numbers(): PassageNumbers;
  /** Where its numbers stand on the number line (`matching/keys.ts`); of most passages nothing else of them is asked. */
  keys(): readonly number[];
  words(): PreparedPassage;
  /**
   * What its numbers are of; null in a language of which we do not know how it says this.
   *
   * @param isForeign in words that other languages share
   */
  frames(isForeign: boolean): FramedText | null;
  /** Whether it may deny anything. */
  mayDeny(): boolean;
  /** What its sentences say and deny, in the same words. */
  sentences(isForeign: boolean): readonly SaidSentence[];
  /** The keys of its names and terms. */
  terms(): ReadonlySet<string>;
  /** The keys that texts in other languages may share with it. */
  bridges(): ReadonlySet<string>;
}

/** A table of a local copy, read as one text. */
export interface TableFacts extends CopiedTable {
  readonly facts: PassageFacts;
}

/** A source as evidence sees it. */
export interface SourceFacts {
  readonly id: string;
  readonly source: Source;
  readonly passages: readonly PassageFacts[];
  /** Of the numbers in its passages. */
  numbers(): NumberIndex;
  /** The table that a passage is a row of, read as one text; null for others. */
  tableOf(passage: number): TableFacts | null;
  /** Its local copy was read. */
  readonly hasText: boolean;
  /** And is all of it: what is not in it, it does not say. */
  readonly hasWholeText: boolean;
  /** The date it was published, read as numbers are. */
  published(): PassageNumbers | null;
}

/** The sources of a brief by id. */
export type SourcesFacts = ReadonlyMap<string, SourceFacts>;

/** Finds the few of many passages that may hold a number. */
export interface NumberIndex {
  /** The indexes of the passages that may hold it, in order; all that do are among them. */
  mayHold(quantity: Quantity): Iterable<number>;
}
