import module from 'node:module';
import { homedir } from 'node:os';
import { isAbsolute, join } from 'node:path';
import { setFlagsFromString } from 'node:v8';

/** What Node has from 22.1 on. */
type WithCompileCache = typeof module & { readonly enableCompileCache?: (folder: string) => unknown };

/**
 * Prepares a program of ours to start fast; holds for what is loaded afterwards. Called once, by the first module of
 * the program.
 */
export function startFast(): void {
  compileExpressionsAtOnce();
  keepCompiledCode();
}

/**
 * V8 else compiles regular expressions first to code of its own, which takes most of the time of a first check, and
 * again as soon as they are used a second time. This must never be put back: V8 then runs code that it has not made,
 * and the process ends. Electron may hold the flags of V8 in memory that nobody can write; there, who starts the process
 * gives it the flag.
 */
function compileExpressionsAtOnce(): void {
  if (process.versions['electron'] === undefined) setFlagsFromString('--no-regexp-tier-up');
}

/**
 * Keeps what is compiled of our code between runs, where Node can, in the user's own folder for caches: what lies there
 * is run, so nobody else may write it. Where it cannot be written, nothing is kept.
 */
function keepCompiledCode(): void {
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
