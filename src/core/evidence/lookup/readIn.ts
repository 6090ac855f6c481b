import type { TextSpan } from '../../base/text';
import type { Amount } from '../numbers';
import type { PassagePlace } from '../verdicts';
import type { Held } from './sides';
import type { PassageFacts, TableFacts } from './types';

/** A passage that may be a row of a table. */
export interface HeldRow extends Held {
  /** The table that it is a row of, where each row is a passage; else null. */
  readonly table: () => TableFacts | null;
}

/** The text that tells what an amount of a passage is of: the passage, or its whole table. */
export interface ReadIn {
  readonly facts: PassageFacts;
  /** The amount, as this text has it. */
  readonly amount: Amount;
  /** Returns the offset where a passage starts in this text; undefined if it isn't part of it. */
  startOf(other: HeldRow): number | undefined;
  /** Returns the place of a stretch of this text in the passages of the source. */
  placeOf(stretch: TextSpan): PassagePlace;
}

/** Returns the text to read for what an amount of a passage is of: the whole table of a row, else the passage. */
export function readIn(held: HeldRow, amount: Amount): ReadIn {
  const { source, passage } = held;
  const table = held.table();
  const startOf = (other: HeldRow) =>
    other.table() === table ? table?.rows.find((row) => row.passage === other.passage)?.start : undefined;
  const start = (startOf(held) ?? 0) + amount.span.start;
  const inTable = table?.facts.numbers().quantities.find(({ span }) => span.start === start);
  if (!table || !inTable || inTable.kind === 'date')
    return {
      facts: held.facts,
      amount,
      startOf: (other) => (other.facts === held.facts ? 0 : undefined),
      placeOf: (stretch) => ({ source, passage, start: stretch.start, end: stretch.end }),
    };
  return {
    facts: table.facts,
    amount: inTable,
    startOf,
    placeOf: (stretch) => {
      const row = table.rows.findLast((one) => one.start <= stretch.start) ?? { passage, start: 0 };
      return {
        source,
        passage: row.passage,
        start: stretch.start - row.start,
        end: stretch.end - row.start,
      };
    },
  };
}
