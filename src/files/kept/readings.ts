/** Answers of second readers, kept from one run to the next, by the command line and the extension alike. They are verified each time. */
import type { ReaderKind, ReaderQuestion, Reading } from '../../core/editor';
import { cacheFileName, pruneCache, readCacheFile, userCacheFolder, writeCacheFile } from './cacheFolder';

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
type Row = readonly [
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

/** Most answers; the oldest are dropped first. */
const MOST = 20_000;

/**
 * Opens the answers to one version of the prompts.
 *
 * @param folder of the cache, that of the user unless told; null: nothing is kept
 */
export function openReadings(version: number, folder = userCacheFolder(process.env)): KeptReadings {
  const name = cacheFileName(JSON.stringify(['readings', version]));
  const read = () => (folder === null ? new Map<string, Row>() : decode(readCacheFile(folder, name)));
  const known = read();
  const added = new Map<string, Row>();
  return {
    by: ({ url, model, kind }, { language, hash }) => {
      const row = known.get(keyOf([url, model, kind, language, hash]));
      return row && readingOf(row);
    },
    to: (questions) => {
      const wanted = new Set(questions.map(({ language, hash }) => keyOf([language, hash])));
      return [...known.values()].filter((row) => wanted.has(keyOf([row[LANGUAGE], row[HASH]]))).map(readingOf);
    },
    keep: ({ url, model, kind }, { language, hash }, answer, day) => {
      added.set(keyOf([url, model, kind, language, hash]), [url, model, kind, language, hash, day, answer]);
    },
    write: () => {
      if (folder === null || added.size === 0) return;
      const all = [...new Map([...read(), ...added]).values()].slice(-MOST);
      writeCacheFile(folder, name, Buffer.from(JSON.stringify(all)));
      pruneCache(folder);
    },
  };
}

const keyOf = (fields: readonly unknown[]) => JSON.stringify(fields);

function readingOf([, model, kind, , hash, day, answer]: Row): Reading {
  return { hash, kind, model, day, answer };
}

/** Reads the file; one that is damaged holds nothing. */
function decode(bytes: Buffer | null): Map<string, Row> {
  try {
    const rows: unknown = JSON.parse(bytes?.toString('utf8') ?? '[]');
    const known = Array.isArray(rows) ? rows.filter(isRow) : [];
    return new Map(known.map((row) => [keyOf(row.slice(0, KEY)), row]));
  } catch {
    return new Map();
  }
}

function isRow(value: unknown): value is Row {
  if (!Array.isArray(value) || value.length !== 7 || !value.every((field) => typeof field === 'string')) return false;
  return value[2] === 'quotes' || value[2] === 'yes-no';
}
