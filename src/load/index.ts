/** Loads the parts of our programs, which the build has packed, and what lies beside them. */

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

/** How long a program runs before what was compiled of it is kept, unless it ends before, in milliseconds. */
const REST = 3000;

/** As Node wraps a module. */
const HEAD = '(function (exports, require, module, __filename, __dirname) { ';
const TAIL = '\n});';

const modules = new Map<string, Loaded>();
let compiled: CompiledCode | null = null;
/** What was compiled since it was kept. */
let made = new Map<string, { readonly ofText: number; readonly script: Script }>();

/**
 * Runs a part, as often as it is called: a file that others know by its name has nothing else in it.
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
 * The bytes of a part that is no code.
 *
 * @throws Error where there is none by that name
 */
export function bytesOf(name: string): Buffer {
  const part = partOf(name);
  if (!part) throw new Error(`There is no part ${name}.`);
  return part.bytes();
}

/** All parts and their checksums: they are others as soon as one of them does anything in another way. */
export function checksums(): readonly (readonly [name: string, checksum: number])[] {
  return [...allParts()].map(([name, { checksum }]) => [name, checksum]);
}

/**
 * Keeps what V8 compiles of our code between runs: of all functions that ran, where Node's own cache has only what is
 * compiled before the first one runs. Holds for what is loaded afterwards. Where the file cannot be written, nothing
 * is kept.
 *
 * @param folder only the user may write it, as what lies there is run
 * @param program whose parts they are
 */
export function keepCompiledCode(folder: string, program: string): void {
  if (compiled || process.env['NODE_DISABLE_COMPILE_CACHE']) return;
  // The tag is what V8 goes by: its version, its flags, and what the processor can do.
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

/** What is beside this file is ours, and loaded once. */
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
    // Another time it may be there.
    modules.delete(name);
    throw error;
  }
  return module.exports;
}

function loadInto(module: Loaded, name: string): void {
  const part = partOf(name);
  const bytes = part ? part.bytes() : readFileSync(join(__dirname, name));
  const ofText = part ? part.checksum : crc32(bytes);
  // Where the build has put it beside its source map.
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
