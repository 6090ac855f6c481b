import { homedir } from 'node:os';
import { isAbsolute, join } from 'node:path';
import { setFlagsFromString } from 'node:v8';
import { keepCompiledCode } from './compiledCode';
import { EXPRESSIONS_AT_ONCE } from './flags';

/**
 * Prepares a program of ours to start fast; holds for what is loaded afterwards. Called once, by the first module of
 * the program.
 */
export function startFast(): void {
  setFlag(EXPRESSIONS_AT_ONCE);
  keepCompiledCode(join(cacheFolder(), 'research-briefs', 'compiled'));
}

/** Sets a flag of V8 for this process, unless it was started with those that it needs (see `flags.ts`). */
export function setFlag(flag: string): void {
  if (process.versions['electron'] === undefined) setFlagsFromString(flag);
}

/** The user's own folder for caches. */
function cacheFolder(): string {
  const { XDG_CACHE_HOME, LOCALAPPDATA } = process.env;
  if (process.platform === 'win32') return LOCALAPPDATA || join(homedir(), 'AppData', 'Local');
  if (process.platform === 'darwin') return join(homedir(), 'Library', 'Caches');
  return XDG_CACHE_HOME && isAbsolute(XDG_CACHE_HOME) ? XDG_CACHE_HOME : join(homedir(), '.cache');
}
