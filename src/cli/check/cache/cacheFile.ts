/**
 * Reads and writes the files of the cache. Each has a digest of all that follows, a line of JSON, and what was printed for its
 * entries, one after the other. A file that isn't exactly as it was written counts as missing. Places are kept as they are from
 * the working folder, so that results hold in a copy of it, as in a fresh checkout on another machine.
 */
import { resolve } from 'node:path';
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

/** An entry with a value of each type that one has. What a file holds must be like it. */
const SAMPLE: Entry = {
  dependencies: {
    ...{ text: '', config: '', baseline: '' },
    files: [{ path: '', folder: '', root: '', extensions: [''], maxBytes: 0, looks: false, digest: '' }],
    figures: [['', '']],
    facts: [
      {
        range: { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } },
        ...{ uri: '', id: '', value: '', asOf: '', language: '', works: [''], sentence: '', names: '' },
      },
    ],
  },
  outcome: {
    ...{ path: '', printed: '', known: 0, stale: 0 },
    counts: { error: 0, warning: 0, information: 0, hint: 0 },
    stats: {
      ...{ insights: 0, cited: 0, own: 0, citations: 0, sources: 0, figures: 0, verified: 0, stale: 0 },
      evidence: { found: 0, differs: 0, notFound: 0, elsewhere: 0, uncheckable: 0 },
    },
  },
};

/** @param key common to all entries */
export function encodeEntries(key: string, entries: Iterable<Entry>): Buffer {
  const kept = [...entries].filter(({ outcome }) => outcome.stats !== null);
  const printed = kept.map(({ outcome }) => Buffer.from(outcome.printed));
  const written = kept.map((entry) => placed(entry, '', shownPath, ''));
  const head = JSON.stringify({ key, lengths: printed.map(({ length }) => length), entries: written });
  const content = Buffer.concat([Buffer.from(`${head}\n`), ...printed]);
  return Buffer.concat([Buffer.from(`${digestOf(content)}\n`), content]);
}

/** @returns the entries by their paths; null if the bytes aren't a valid file with this key */
export function decodeEntries(key: string, bytes: Buffer): Map<string, Entry> | null {
  const line = bytes.indexOf(LINE_BREAK);
  const content = bytes.subarray(line + 1);
  if (line < 0 || bytes.toString('latin1', 0, line) !== digestOf(content)) return null;
  let end = content.indexOf(LINE_BREAK) + 1;
  const head = parsed(content.toString('utf8', 0, end));
  if (!isLike(head, { key, lengths: [0], entries: [SAMPLE] }) || head.key !== key) return null;
  const entries = head.entries.map((entry, i) => {
    const start = end;
    end += head.lengths[i] ?? 0;
    return placed(entry, uriOf(entry.outcome.path), resolve, content.subarray(start, end));
  });
  return end === content.length ? new Map(entries.map((entry) => [entry.outcome.path, entry])) : null;
}

/** Returns an entry with the address of its brief, its folders in another form, and what was printed. */
function placed(
  { dependencies, outcome }: Entry,
  uri: string,
  place: (path: string) => string,
  printed: Outcome['printed'],
): Entry {
  const files = dependencies.files.map((file) => ({ ...file, folder: place(file.folder), root: place(file.root) }));
  const facts = dependencies.facts.map((fact) => ({ ...fact, uri }));
  return { dependencies: { ...dependencies, files, facts }, outcome: { ...outcome, printed } };
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

/** True if a value has the types of a sample: its numbers are counts, and all parts of a list are like the first one of the sample's. */
function isLike<T>(value: unknown, sample: T): value is T {
  if (typeof sample === 'number') return typeof value === 'number' && Number.isSafeInteger(value) && value >= 0;
  if (!isRecord(sample)) return typeof value === typeof sample;
  if (!isRecord(value) || Array.isArray(value) !== Array.isArray(sample)) return false;
  if (Array.isArray(value)) return value.every((one) => isLike(one, sample['0']));
  for (const name in sample) if (!isLike(value[name], sample[name])) return false;
  return true;
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null;
}
