/** Answers of second readers, kept from one run to the next, by the command line and the extension alike. */
import { type KeptReadings, type Row, type Rows, readingsAmong, rowsOf } from './answers';
import { cacheFileName, pruneCache, readCacheFile, userCacheFolder, writeCacheFile } from './cacheFolder';

/** Most answers; the oldest are dropped first. */
const MOST = 20_000;

/**
 * Opens the answers to one version of the prompts.
 *
 * @param folder of the cache, that of the user unless told; null: nothing is kept
 */
export function openReadings(version: number, folder = userCacheFolder(process.env)): KeptReadings {
  const name = cacheFileName(JSON.stringify(['readings', version]));
  const read = () => (folder === null ? rowsOf([]) : decode(readCacheFile(folder, name)));
  return readingsAmong(read(), (added) => {
    if (folder === null) return;
    const all = [...new Map([...read(), ...added]).values()].slice(-MOST);
    writeCacheFile(folder, name, Buffer.from(JSON.stringify(all)));
    pruneCache(folder);
  });
}

/** Reads the file; one that is damaged holds nothing. */
function decode(bytes: Buffer | null): Rows {
  try {
    const rows: unknown = JSON.parse(bytes?.toString('utf8') ?? '[]');
    return rowsOf(Array.isArray(rows) ? rows.filter(isRow) : []);
  } catch {
    return rowsOf([]);
  }
}

function isRow(value: unknown): value is Row {
  if (!Array.isArray(value) || value.length !== 7 || !value.every((field) => typeof field === 'string')) return false;
  return value[2] === 'quotes' || value[2] === 'yes-no';
}
