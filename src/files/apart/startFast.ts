import { homedir } from 'node:os';
import { isAbsolute, join } from 'node:path';
import { setFlagsFromString } from 'node:v8';
import { keepCompiledCode } from './compiledCode';

/**
 * Prepares a program of ours to start fast; holds for what is loaded afterwards. Called once, by the first module of
 * the program.
 */
export function startFast(): void {
  compileExpressionsAtOnce();
  keepCompiledCode(join(cacheFolder(), 'research-briefs', 'compiled'));
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

/** The user's own folder for caches. */
function cacheFolder(): string {
  const { XDG_CACHE_HOME, LOCALAPPDATA } = process.env;
  if (process.platform === 'win32') return LOCALAPPDATA || join(homedir(), 'AppData', 'Local');
  if (process.platform === 'darwin') return join(homedir(), 'Library', 'Caches');
  return XDG_CACHE_HOME && isAbsolute(XDG_CACHE_HOME) ? XDG_CACHE_HOME : join(homedir(), '.cache');
}
