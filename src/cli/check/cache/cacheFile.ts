/**
 * Reads and writes the files of the cache. Each has a digest of all that follows, a line of JSON, and what was printed for its
 * entries, one after the other. A file that isn't exactly as it was written counts as missing. Places are kept as they are from
 * the working folder, so that results hold in a copy of it, as in a fresh checkout on another machine.
 */
import { resolve } from 'node:path';
import type { NumberFact } from '../../../core';
import { shownPath } from '../../io/shownPath';
import { uriOf } from '../figures';
import type { Outcome } from '../outcome';
import type { Dependencies } from '../reports/report';
import { digestOf } from './digest';

/** Result of checking a file, and everything that it depends on. */
export interface Entry {
  readonly dependencies: Dependencies;
  readonly outcome: Outcome;
}

const LINE_BREAK = 0x0a;

/**
 * The entries of a file, one list for each field: lists of texts and numbers are read much faster than a list of entries.
 * `lists` has only entries where one of these fields of `Dependencies` is filled, because most briefs have none.
 */
interface Columns {
  readonly key: unknown;
  readonly paths: unknown;
  readonly texts: unknown;
  readonly configs: unknown;
  readonly baselines: unknown;
  /** Counts, statistics, numbers of the baseline, and bytes of printed output: {@link NUMBERS} for each entry. */
  readonly numbers: unknown;
  /** Index, files, figures and facts of each entry that has any of the three. */
  readonly lists: unknown;
}

/** Count of the numbers of each entry. */
const NUMBERS = 20;

/** @param key common to all entries */
export function encodeEntries(key: string, entries: Iterable<Entry>): Buffer {
  const paths: string[] = [];
  const texts: string[] = [];
  const configs: string[] = [];
  const baselines: string[] = [];
  const numbers: number[] = [];
  const lists: unknown[] = [];
  const printed: Uint8Array[] = [];
  for (const { dependencies, outcome } of entries) {
    const { counts, stats, known, stale } = outcome;
    if (!stats) continue;
    const { files, figures: asked, facts } = dependencies;
    if (files.length + asked.length + facts.length > 0)
      lists.push([paths.length, files.map(encodeRead), asked, encodeFacts(facts)]);
    paths.push(outcome.path);
    texts.push(dependencies.text);
    configs.push(dependencies.config);
    baselines.push(dependencies.baseline);
    const bytes = Buffer.from(outcome.printed);
    printed.push(bytes);
    const { insights, cited, own, citations, sources, figures, evidence } = stats;
    const { found, notFound, elsewhere, uncheckable, differs } = evidence;
    numbers.push(counts.error, counts.warning, counts.information, counts.hint);
    numbers.push(insights, cited, own, citations, sources, figures, found, notFound, elsewhere, uncheckable);
    numbers.push(known, stale, stats.verified, stats.stale, differs, bytes.length);
  }
  const columns: Columns = { key, paths, texts, configs, baselines, numbers, lists };
  const content = Buffer.concat([Buffer.from(`${JSON.stringify(columns)}\n`), ...printed]);
  return Buffer.concat([Buffer.from(`${digestOf(content)}\n`), content]);
}

/** @returns the entries by their paths; null if the bytes aren't a valid file with this key */
export function decodeEntries(key: string, bytes: Buffer): Map<string, Entry> | null {
  const start = bytes.indexOf(LINE_BREAK) + 1;
  const content = bytes.subarray(start);
  if (start === 0 || bytes.toString('latin1', 0, start - 1) !== digestOf(content)) return null;
  try {
    const end = content.indexOf(LINE_BREAK);
    const columns = record(JSON.parse(content.toString('utf8', 0, end)));
    return columns.key === key ? entriesOf(columns, content.subarray(end + 1)) : null;
  } catch (error) {
    if (error instanceof NotWritten || error instanceof SyntaxError) return null;
    throw error;
  }
}

function entriesOf(columns: Partial<Columns>, allPrinted: Buffer): Map<string, Entry> {
  const paths = list(columns.paths).map(string);
  const texts = list(columns.texts).map(string);
  const configs = list(columns.configs).map(string);
  const baselines = list(columns.baselines).map(string);
  const numbers = list(columns.numbers).map(count);
  const lists = new Map(list(columns.lists).map(decodeLists));
  if (numbers.length !== paths.length * NUMBERS) throw new NotWritten();
  const entries = new Map<string, Entry>();
  let printedEnd = 0;
  paths.forEach((path, i) => {
    const start = printedEnd;
    printedEnd += numbers[i * NUMBERS + NUMBERS - 1] ?? 0;
    const { files, figures, facts } = lists.get(i) ?? NO_LISTS;
    const [text, config, baseline] = [string(texts[i]), string(configs[i]), string(baselines[i])];
    const dependencies = { text, config, baseline, files, figures, facts };
    const printed = allPrinted.subarray(start, printedEnd);
    entries.set(path, { dependencies, outcome: { path, printed, ...summaryAt(numbers, i * NUMBERS) } });
  });
  if (printedEnd !== allPrinted.length) throw new NotWritten();
  return entries;
}

function summaryAt(numbers: readonly number[], at: number): Pick<Outcome, 'counts' | 'stats' | 'known' | 'stale'> {
  const counts = {
    error: numbers[at] ?? 0,
    warning: numbers[at + 1] ?? 0,
    information: numbers[at + 2] ?? 0,
    hint: numbers[at + 3] ?? 0,
  };
  const evidence = {
    found: numbers[at + 10] ?? 0,
    differs: numbers[at + 18] ?? 0,
    notFound: numbers[at + 11] ?? 0,
    elsewhere: numbers[at + 12] ?? 0,
    uncheckable: numbers[at + 13] ?? 0,
  };
  const stats = {
    insights: numbers[at + 4] ?? 0,
    cited: numbers[at + 5] ?? 0,
    own: numbers[at + 6] ?? 0,
    citations: numbers[at + 7] ?? 0,
    sources: numbers[at + 8] ?? 0,
    figures: numbers[at + 9] ?? 0,
    evidence,
    verified: numbers[at + 16] ?? 0,
    stale: numbers[at + 17] ?? 0,
  };
  return { counts, stats, known: numbers[at + 14] ?? 0, stale: numbers[at + 15] ?? 0 };
}

type Lists = Pick<Dependencies, 'files' | 'figures' | 'facts'>;

const NO_LISTS: Lists = { files: [], figures: [], facts: [] };

function decodeLists(written: unknown): [number, Lists] {
  const [at, files, figures, facts] = list(written);
  return [
    count(at),
    {
      files: list(files).map(decodeRead),
      figures: list(figures).map((pair) => {
        const [id, digest] = list(pair);
        return [string(id), string(digest)] as const;
      }),
      facts: decodeFacts(facts),
    },
  ];
}

/** Encodes facts, with each text once: the facts of a brief share its address, and the facts of a sentence share its words. */
function encodeFacts(facts: readonly NumberFact[]): unknown {
  const texts = new Map<string, number>();
  const at = (text: string) => {
    const known = texts.get(text) ?? texts.size;
    texts.set(text, known);
    return known;
  };
  const rows = facts.map(({ uri, id, range: { start, end }, value, asOf, language, sentence, names, works }) => [
    ...[start.line, start.character, end.line, end.character],
    ...[shownPath(uri), id, value, asOf, language, sentence, names, ...works].map(at),
  ]);
  return [[...texts.keys()], ...rows];
}

function decodeFacts(written: unknown): NumberFact[] {
  const [keys, ...rows] = list(written);
  const texts = list(keys).map(string);
  return rows.map((row): NumberFact => {
    const [startLine, startCharacter, endLine, endCharacter, ...at] = list(row).map(count);
    const [uri, id, value, asOf, language, sentence, names, ...works] = at.map((index) => string(texts[index]));
    return {
      uri: uriOf(string(uri)),
      id: string(id),
      range: {
        start: { line: count(startLine), character: count(startCharacter) },
        end: { line: count(endLine), character: count(endCharacter) },
      },
      value: string(value),
      asOf: string(asOf),
      language: string(language),
      works,
      sentence: string(sentence),
      names: string(names),
    };
  });
}

function encodeRead({ path, extensions, maxBytes, digest, place, looks }: Dependencies['files'][number]): unknown {
  return [
    path,
    extensions,
    maxBytes,
    digest,
    looks ? 1 : 0,
    ...(place ? [place.folder, place.root].map(shownPath) : []),
  ];
}

function decodeRead(written: unknown): Dependencies['files'][number] {
  const [path, extensions, maxBytes, digest, looks, folder, root] = list(written);
  return {
    path: string(path),
    extensions: list(extensions).map(string),
    maxBytes: count(maxBytes),
    digest: string(digest),
    ...(count(looks) === 1 ? { looks: true } : {}),
    ...(folder === undefined ? {} : { place: { folder: resolve(string(folder)), root: resolve(string(root)) } }),
  };
}

/** Thrown for data that {@link encodeEntries} doesn't write. */
class NotWritten extends Error {}

function string(value: unknown): string {
  if (typeof value !== 'string') throw new NotWritten();
  return value;
}

function count(value: unknown): number {
  if (typeof value !== 'number' || !Number.isSafeInteger(value) || value < 0) throw new NotWritten();
  return value;
}

function list(value: unknown): readonly unknown[] {
  if (!Array.isArray(value)) throw new NotWritten();
  return value;
}

function record(value: unknown): Partial<Columns> {
  if (typeof value !== 'object' || value === null) throw new NotWritten();
  return value;
}
