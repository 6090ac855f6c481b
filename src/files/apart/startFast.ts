import { homedir } from 'node:os';
import { basename, isAbsolute, join } from 'node:path';
import { setFlagsFromString } from 'node:v8';
import { keepCompiledCode } from '../../load';
import { EXPRESSIONS_AT_ONCE } from './flags';

/**
 * Prepares a program of ours to start fast; holds for what is loaded afterwards. Called once, by the first module of
 * the program.
 *
 * @param flags of V8 for this program, from `flags.ts`
 */
export function startFast(...flags: readonly string[]): void {
  // Who starts a program of ours under Electron gives it these.
  const isSet = process.versions['electron'] !== undefined;
  for (const flag of isSet ? [] : [EXPRESSIONS_AT_ONCE, ...flags]) setFlagsFromString(flag);
  keepCompiled(basename(process.argv[1] ?? '', '.js'));
}

/**
 * Keeps what V8 compiles of our code between runs, of what is loaded afterwards.
 *
 * @param program a name of its own for each, as each runs other parts
 */
export function keepCompiled(program: string): void {
  keepCompiledCode(join(cacheFolder(), 'research-briefs', 'compiled'), program);
}

/** The user's own folder for caches. */
function cacheFolder(): string {
  const { XDG_CACHE_HOME, LOCALAPPDATA } = process.env;
  if (process.platform === 'win32') return LOCALAPPDATA || join(homedir(), 'AppData', 'Local');
  if (process.platform === 'darwin') return join(homedir(), 'Library', 'Caches');
  return XDG_CACHE_HOME && isAbsolute(XDG_CACHE_HOME) ? XDG_CACHE_HOME : join(homedir(), '.cache');
}
