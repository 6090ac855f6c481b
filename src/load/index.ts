/** Loads the parts of our programs, which the build has packed, and the files beside them. */

import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Script } from 'node:vm';
import { type CompiledCode, type Made, openCompiledCode } from './compiledCode';
import { allParts, partOf } from './parts';
import { crc32, v8 } from './seldom';

/** Put in by the bundler. */
declare const BRIEF_VERSION: string;

/** A module while and after it is loaded. */
interface Loaded {
  exports: unknown;
}

/** Milliseconds that a program runs before its compiled code is kept, unless it ends before. */
const REST = 3000;

/** Wrapper of a module, as in Node. */
const HEAD = '(function (exports, require, module, __filename, __dirname) { ';
const TAIL = '\n});';

const modules = new Map<string, Loaded>();
let compiled: CompiledCode | null = null;
/** Scripts that were compiled since code was last kept. */
let made = new Map<string, { readonly ofText: number; readonly script: Script }>();

/**
 * Runs a part on every call. Files that others know by name contain nothing but this call.
 *
 * @param name of the part, such as `cli.js`
 * @returns what the part exports
 */
export function start(name: string): unknown {
  const module = { exports: {} };
  loadInto(module, name);
  return module.exports;
}

/**
 * Returns the bytes of a part that is no code.
 *
 * @throws Error where there is none by that name
 */
export function bytesOf(name: string): Buffer {
  const part = partOf(name);
  if (!part) throw new Error(`There is no part ${name}.`);
  return part.bytes();
}

/** Returns all parts and their checksums. A checksum changes as soon as its part does anything differently. */
export function checksums(): readonly (readonly [name: string, checksum: number])[] {
  return [...allParts()].map(([name, { checksum }]) => [name, checksum]);
}

/**
 * Keeps the code that V8 compiles from ours between runs, for all functions that ran. Node's own cache has only the code that
 * is compiled before the first function runs. Applies to code that is loaded afterwards. If the file can't be written, nothing
 * is kept.
 *
 * @param folder only the user may write it, as its code is run
 * @param program whose parts they are
 */
export function keepCompiledCode(folder: string, program: string): void {
  if (compiled || process.env['NODE_DISABLE_COMPILE_CACHE']) return;
  // V8 goes by this tag: it covers its version, its flags, and the abilities of the processor.
  const path = join(folder, `${program}-${BRIEF_VERSION}-${v8().cachedDataVersionTag().toString(16)}`);
  const kept = openCompiledCode(path);
  compiled = kept;
  const keep = () => {
    if (made.size === 0) return;
    const now = new Map<string, Made>();
    for (const [name, { ofText, script }] of made) now.set(name, { ofText, code: script.createCachedData() });
    made = new Map();
    kept.keep(now, (name) => allParts().has(name) || existsSync(join(__dirname, name)));
  };
  setTimeout(keep, REST).unref();
  process.once('exit', keep);
}

/** Loads a module. A file beside this one is ours and loaded only once. */
function requireFrom(id: string): unknown {
  if (id === './load.js' || !id.startsWith('./')) return require(id);
  const name = id.slice('./'.length);
  const known = modules.get(name);
  if (known) return known.exports;
  const module = { exports: {} };
  modules.set(name, module);
  try {
    loadInto(module, name);
  } catch (error) {
    // A later attempt may find it.
    modules.delete(name);
    throw error;
  }
  return module.exports;
}

function loadInto(module: Loaded, name: string): void {
  const part = partOf(name);
  const bytes = part ? part.bytes() : readFileSync(join(__dirname, name));
  const ofText = part ? part.checksum : crc32(bytes);
  // Path at which the build has put the part beside its source map.
  const filename = join(__dirname, part ? 'parts' : '', name);
  const cachedData = compiled?.of(name, ofText);
  const script = new Script(HEAD + bytes + TAIL, {
    filename,
    columnOffset: -HEAD.length,
    ...(cachedData && { cachedData }),
  });
  if (compiled && script.cachedDataRejected !== false) made.set(name, { ofText, script });
  script.runInThisContext().call(module.exports, module.exports, requireFrom, module, filename, __dirname);
}
