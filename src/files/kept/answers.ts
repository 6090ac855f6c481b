/** Answers of second readers, by the model that gave them and the question. They are verified each time that they are used. */
import type { ReaderKind, ReaderQuestion, Reading } from '../../core/editor';

/** A model that is asked. Another address may have another model of that name. */
export interface KnownReader {
  readonly url: string;
  readonly model: string;
  readonly kind: ReaderKind;
}

/** The fields that tell a question from others. */
export type QuestionKey = Pick<ReaderQuestion, 'language' | 'hash'>;

export interface KeptReadings {
  /** The answer of a reader; undefined if it was not asked. */
  by(reader: KnownReader, question: QuestionKey): Reading | undefined;
  /** The answers of all readers, the oldest first. */
  to(questions: readonly QuestionKey[]): readonly Reading[];
  /** @param day as ISO 8601 */
  keep(reader: KnownReader, question: QuestionKey, answer: string, day: string): void;
  /** Writes what was kept, with what others have written meanwhile. */
  write(): void;
}

/** An answer, as it is written. */
export type Row = readonly [
  url: string,
  model: string,
  kind: ReaderKind,
  language: string,
  hash: string,
  day: string,
  answer: string,
];
const [LANGUAGE, HASH] = [3, 4];
/** Fields of a row that tell it from others. */
const KEY = 5;

/** Answers by the fields that tell them from others. */
export type Rows = Map<string, Row>;

/**
 * Keeps answers.
 *
 * @param known those of before
 * @param write takes the new ones
 */
export function readingsAmong(known: Rows, write: (added: Rows) => void): KeptReadings {
  const added: Rows = new Map();
  const all = () => [...new Map([...known, ...added]).values()];
  return {
    by: ({ url, model, kind }, { language, hash }) => {
      const key = keyOf([url, model, kind, language, hash]);
      const row = added.get(key) ?? known.get(key);
      return row && readingOf(row);
    },
    to: (questions) => {
      const wanted = new Set(questions.map(({ language, hash }) => keyOf([language, hash])));
      return all()
        .filter((row) => wanted.has(keyOf([row[LANGUAGE], row[HASH]])))
        .map(readingOf);
    },
    keep: ({ url, model, kind }, { language, hash }, answer, day) => {
      added.set(keyOf([url, model, kind, language, hash]), [url, model, kind, language, hash, day, answer]);
    },
    write: () => {
      if (added.size > 0) write(added);
    },
  };
}

export function rowsOf(rows: readonly Row[]): Rows {
  return new Map(rows.map((row) => [keyOf(row.slice(0, KEY)), row]));
}

const keyOf = (fields: readonly unknown[]) => JSON.stringify(fields);

function readingOf([, model, kind, , hash, day, answer]: Row): Reading {
  return { hash, kind, model, day, answer };
}
