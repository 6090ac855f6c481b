import module from 'node:module';
import { homedir } from 'node:os';
import { isAbsolute, join } from 'node:path';
import { setFlagsFromString } from 'node:v8';

/** What Node has from 22.1 on. */
type WithCompileCache = typeof module & { readonly enableCompileCache?: (folder: string) => unknown };

/**
 * Keeps what is compiled of our code between runs, where Node can, in the user's own folder for caches: what lies there
 * is run, so nobody else may write it. Holds for what is loaded afterwards. Where it cannot be written, nothing is kept.
 */
export function keepCompiledCode(): void {
  const { enableCompileCache }: WithCompileCache = module;
  try {
    enableCompileCache?.(join(cacheFolder(), 'research-briefs', 'compiled'));
  } catch {
    // A user without a folder of their own.
  }
}

function cacheFolder(): string {
  const { XDG_CACHE_HOME, LOCALAPPDATA } = process.env;
  if (process.platform === 'win32') return LOCALAPPDATA || join(homedir(), 'AppData', 'Local');
  if (process.platform === 'darwin') return join(homedir(), 'Library', 'Caches');
  return XDG_CACHE_HOME && isAbsolute(XDG_CACHE_HOME) ? XDG_CACHE_HOME : join(homedir(), '.cache');
}

/**
 * Has V8 compile regular expressions to machine code at once. It else compiles them first to code of its own, which
 * takes most of the time of a first check, and again as soon as they are used a second time.
 *
 * @returns puts it back; what is kept of compiled code is only of use where it was made by the same flags
 */
export function compileExpressionsAtOnce(): () => void {
  setFlagsFromString('--no-regexp-tier-up');
  return () => setFlagsFromString('--regexp-tier-up');
}
