import {
  existsSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { cachedDataVersionTag, deserialize, serialize } from 'node:v8';
import { Script } from 'node:vm';
import { crc32 } from 'node:zlib';

/** Put in by the bundler. */
declare const BRIEF_VERSION: string;

/** What V8 has compiled of files, by their names. */
type Compiled = Map<string, { readonly ofText: number; readonly code: Uint8Array }>;

/** How long a program runs before what was compiled of it is kept, unless it ends before, in milliseconds. */
const REST = 3000;
/** Bytes before what is kept. */
const CHECKSUM = 4;
/** What is kept for other versions of ours or of Node goes when it is this old, in milliseconds. */
const OLD = 90 * 24 * 60 * 60 * 1000;

/** As Node wraps a module. */
const HEAD = '(function (exports, require, module, __filename, __dirname) { ';
const TAIL = '\n});';

let begun = false;

/**
 * Keeps what V8 compiles of our files between runs: of all functions that ran, where Node's own cache has only what is
 * compiled before the first one runs. Holds for what is loaded afterwards. Where the file cannot be written, nothing
 * is kept.
 *
 * @param folder only the user may write it, as what lies there is run
 */
export function keepCompiledCode(folder: string): void {
  if (begun || process.env['NODE_DISABLE_COMPILE_CACHE']) return;
  begun = true;
  const program = basename(process.argv[1] ?? '', '.js');
  // The tag is what V8 goes by: its version, its flags, and what the processor can do.
  const path = join(folder, `${program}-${BRIEF_VERSION}-${cachedDataVersionTag().toString(16)}`);
  const load = loader(readCompiled(path));
  const others = require.extensions['.js'];
  require.extensions['.js'] = (module, file) => {
    if (dirname(file) === __dirname) load.into(module, file);
    else others(module, file);
  };
  const keep = () => {
    const made = load.takeMade();
    if (made.size === 0) return;
    const now = new Map([...readCompiled(path)].filter(([name]) => existsSync(join(__dirname, name))));
    for (const [name, { ofText, script }] of made) now.set(name, { ofText, code: script.createCachedData() });
    writeCompiled(path, now);
  };
  setTimeout(keep, REST).unref();
  process.once('exit', keep);
}

/** A module while and after it is loaded. */
interface Loaded {
  exports: unknown;
}

/** Loads our files as Node would, and nothing twice. */
function loader(compiled: Compiled) {
  const modules = new Map<string, Loaded>();
  const made = new Map<string, { readonly ofText: number; readonly script: Script }>();
  const into = (module: Loaded, file: string) => {
    const name = basename(file);
    const text = readFileSync(file);
    const ofText = crc32(text);
    const known = compiled.get(name);
    // It is used once, and large.
    compiled.delete(name);
    const script = new Script(HEAD + text + TAIL, {
      filename: file,
      columnOffset: -HEAD.length,
      ...(known?.ofText === ofText
        ? { cachedData: Buffer.from(known.code.buffer, known.code.byteOffset, known.code.length) }
        : {}),
    });
    if (script.cachedDataRejected !== false) made.set(name, { ofText, script });
    script.runInThisContext().call(module.exports, module.exports, requireFrom, module, file, __dirname);
  };
  const requireFrom = (id: string): unknown => {
    if (!id.startsWith('./')) return require(id);
    const file = join(__dirname, id);
    // Node itself has loaded some.
    const known = modules.get(file) ?? require.cache[file];
    if (known) return known.exports;
    const module = { exports: {} };
    modules.set(file, module);
    try {
      into(module, file);
    } catch (error) {
      // Another time it may be there.
      modules.delete(file);
      throw error;
    }
    return module.exports;
  };
  return {
    into,
    /** What was compiled, and not taken yet. */
    takeMade: (): typeof made => {
      const taken = new Map(made);
      made.clear();
      return taken;
    },
  };
}

/** V8 runs what it is given without a look whether it is damaged, so that is seen here. */
function readCompiled(path: string): Compiled {
  try {
    const { uid, mode } = lstatSync(path);
    const user = process.getuid?.() ?? uid;
    // What lies here is run: whoever else may write it could have us run theirs.
    if (uid !== user || (process.platform !== 'win32' && (mode & 0o022) !== 0)) return new Map();
    const kept = readFileSync(path);
    const content = kept.subarray(CHECKSUM);
    const read: unknown = crc32(content) === kept.readUInt32LE() ? deserialize(content) : null;
    return read instanceof Map ? read : new Map();
  } catch {
    return new Map();
  }
}

/** As a whole or not at all, whatever else is running or comes between. */
function writeCompiled(path: string, compiled: Compiled): void {
  const folder = dirname(path);
  const written = `${path}.${process.pid}`;
  try {
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    const content = serialize(compiled);
    const checksum = Buffer.alloc(CHECKSUM);
    checksum.writeUInt32LE(crc32(content));
    writeFileSync(written, Buffer.concat([checksum, content]), { flush: true, mode: 0o600 });
    renameSync(written, path);
    for (const name of readdirSync(folder))
      if (Date.now() - statSync(join(folder, name)).mtimeMs > OLD) rmSync(join(folder, name));
  } catch {
    // A user without a folder of their own.
  }
}
