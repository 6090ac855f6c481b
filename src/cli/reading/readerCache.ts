import { READER_VERSION, type ReaderKind, type ReaderQuestion } from '../../core/editor';
import { cacheFileName, pruneCache, readCacheFile, writeCacheFile } from '../check/cache/cacheFolder';

/** Answers of a model, kept from one run to the next. They are verified again each time. */
export interface ReaderCache {
  answerTo(question: ReaderQuestion): string | undefined;
  keep(question: ReaderQuestion, answer: string): void;
  /** Writes what was kept, with what others have written meanwhile. */
  write(): void;
}

/** Most answers of one model; the oldest are dropped first. */
const MOST = 20_000;

/**
 * @param folder of the cache; null: nothing is kept
 * @param url and the name of the model: another host may have another model of that name
 */
export function openReaderCache(folder: string | null, url: string, model: string, kind: ReaderKind): ReaderCache {
  const name = cacheFileName(JSON.stringify(['reader', READER_VERSION, url, model, kind]));
  const read = () => (folder === null ? new Map<string, string>() : decode(readCacheFile(folder, name)));
  const known = read();
  const added = new Map<string, string>();
  const keyOf = ({ language, hash }: ReaderQuestion) => `${language} ${hash}`;
  return {
    answerTo: (question) => known.get(keyOf(question)),
    keep: (question, answer) => added.set(keyOf(question), answer),
    write: () => {
      if (folder === null || added.size === 0) return;
      const all = [...read(), ...added].slice(-MOST);
      writeCacheFile(folder, name, Buffer.from(JSON.stringify(all)));
      pruneCache(folder);
    },
  };
}

/** Reads the file; one that is damaged holds nothing. */
function decode(bytes: Buffer | null): Map<string, string> {
  try {
    const entries: unknown = JSON.parse(bytes?.toString('utf8') ?? '[]');
    if (!Array.isArray(entries)) return new Map();
    return new Map(
      entries.flatMap((entry: unknown): [string, string][] => {
        const [key, answer]: readonly unknown[] = Array.isArray(entry) ? entry : [];
        return typeof key === 'string' && typeof answer === 'string' ? [[key, answer]] : [];
      }),
    );
  } catch {
    return new Map();
  }
}
