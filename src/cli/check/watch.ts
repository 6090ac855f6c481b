import { type FSWatcher, readdirSync, statSync, watch } from 'node:fs';
import { dirname } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { say } from '../../core/base/say';
import { CommandError, reasonOf } from '../commandError';
import { printError, printNotes } from '../io/output';

/** All that the results of a check depend on, by absolute paths. */
export interface Watched {
  /** Folders that are searched for briefs. */
  readonly folders: ReadonlySet<string>;
  /** Files that are read, and those that are missing. */
  readonly files: ReadonlySet<string>;
}

/** Time without another change, in milliseconds, after which a check begins. An editor saves a file in several steps. */
const QUIET_MS = 50;

/**
 * Checks, and checks again after each change of what the last check depended on. An error in a configuration is printed, and
 * the next change may mend it. Ends only with the process.
 *
 * @param first the folders to watch if the first check fails
 * @throws CommandError if a folder can't be watched
 */
export async function checkAtChanges(checkOnce: () => Promise<Watched>, first: ReadonlySet<string>): Promise<never> {
  const changes = createWatchers();
  changes.watchOnly(first);
  for (;;) {
    const begun = Date.now();
    if (process.stdout.isTTY) process.stdout.write(CLEAR);
    const watched = await withErrorsPrinted(checkOnce);
    if (watched) changes.watchOnly(foldersOf(watched));
    printNotes([say('Waiting for changes. Ctrl+C ends it.')]);
    const { state, newest } = stateOf(watched);
    // What changed during the check, before its folder was watched.
    if (newest >= begun) await delay(QUIET_MS);
    else
      do await changes.next();
      while (watched && stateOf(watched).state === state);
  }
}

function foldersOf({ folders, files }: Watched): ReadonlySet<string> {
  return new Set([...folders, ...[...files].map((path) => dirname(path))]);
}

/** Clears a terminal and what was scrolled out of it. */
const CLEAR = '\u001B[2J\u001B[3J\u001B[H';

async function withErrorsPrinted<T>(work: () => Promise<T>): Promise<T | null> {
  try {
    return await work();
  } catch (error) {
    if (!(error instanceof CommandError)) throw error;
    printError(error.message);
    return null;
  }
}

/** Returns a text that is another once something has changed, and the time of the newest change in milliseconds. */
function stateOf(watched: Watched | null): { readonly state: string; readonly newest: number } {
  let newest = 0;
  const parts: unknown[] = [];
  for (const path of watched ? [...watched.folders, ...watched.files] : []) {
    const stat = statSync(path, { throwIfNoEntry: false });
    newest = Math.max(newest, stat?.mtimeMs ?? 0);
    parts.push(stat?.ino, ...(stat?.isDirectory() ? namesIn(path) : [stat?.size, stat?.mtimeMs]));
  }
  return { state: JSON.stringify(parts), newest };
}

function namesIn(folder: string): readonly string[] {
  try {
    return readdirSync(folder);
  } catch {
    return [];
  }
}

/** Watches folders. A folder that takes the place of another is watched anew. */
function createWatchers() {
  const watchers = new Map<string, { readonly watcher: FSWatcher; readonly ino: number }>();
  let last = 0;
  let wake = () => {};
  const changed = () => {
    last = Date.now();
    wake();
  };
  return {
    watchOnly(folders: ReadonlySet<string>): void {
      for (const [folder, { watcher, ino }] of watchers) {
        if (folders.has(folder) && ino === statSync(folder, { throwIfNoEntry: false })?.ino) continue;
        watcher.close();
        watchers.delete(folder);
      }
      for (const folder of folders) {
        const stat = watchers.has(folder) ? undefined : statSync(folder, { throwIfNoEntry: false });
        if (stat?.isDirectory()) watchers.set(folder, { watcher: watching(folder, changed), ino: stat.ino });
      }
    },
    /** Waits for changes, and until none has come for {@link QUIET_MS}. */
    async next(): Promise<void> {
      while (last === 0)
        await new Promise<void>((resolve) => {
          wake = resolve;
        });
      while (Date.now() - last < QUIET_MS) await delay(QUIET_MS);
      last = 0;
    },
  };
}

/** @param changed called at each change of a file or folder in the folder, and when it goes */
function watching(folder: string, changed: () => void): FSWatcher {
  try {
    return watch(folder, changed).on('error', changed);
  } catch (error) {
    throw new CommandError(say('cannot watch "{0}": {1}.', folder, reasonOf(error)));
  }
}
