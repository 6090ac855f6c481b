/** Packs the parts of our programs into few files: `src/load/parts.ts` reads them. */
import fs from 'node:fs';
import path from 'node:path';
import zlib from 'node:zlib';
import { ROOT } from './root.js';

const PARTS = path.join(ROOT, 'dist/parts');

/** Needed only if somebody asks for the network. */
const SELDOM = ['copies.js', 'lookUps.js', 'network.js'];
/** Length of a part in bytes that is worth the milliseconds in which it is unpacked. */
const LARGE = 200_000;
/** The files that others know by their names, each of which runs a part. */
const PROGRAMS = ['cli.js', 'engine.js', 'extension.js', 'server.js'];
/** Runs the part that it is started with in a process of its own, and tells when that is loaded: `READY` in `runApart.ts`. */
const CHILD = "require('./load.js').start(process.argv[2]);\nprocess.send('ready');\n";

/** What a web worker and programs of others load, too: scripts. The others are loaded when they are needed. */
const SHARED = 'shared.js';
const LATER = ['formats.js', 'math.js', 'styles.js', 'word.js'];
/** What only programs of ours for Node load. */
const OTHERS = 'parts.pack';

/** As Node wraps a module, but for its last two names, which a web worker does not have. */
const BEFORE = '(function(exports,require,module){\n';
const AFTER = '\n}),\n';

/** @param {string} name */
const nameOf = (name) => path.posix.basename(name);

/** @returns {{ outputs: Record<string, { imports: { path: string, external?: boolean }[], exports: string[] }> }} */
const readMetafile = () => JSON.parse(fs.readFileSync(path.join(ROOT, 'dist/parts.json'), 'utf8'));

/**
 * The parts in `dist/parts` by the pack that they belong in.
 *
 * @returns {Record<string, string[]>}
 */
export function namesOfParts() {
  const { outputs } = readMetafile();
  /** @param {string[]} names */
  const loadedBy = (...names) => {
    const found = new Set(names.map((name) => `dist/parts/${name}`));
    for (const part of found)
      for (const { path: imported, external = false } of outputs[part]?.imports ?? [])
        if (!external) found.add(imported);
    return [...found].map(nameOf);
  };
  const later = LATER.map((name) => loadedBy(name));
  const ofSeveral = later.flat().filter((name, i, all) => all.indexOf(name) !== i);
  const shared = new Set([...loadedBy('worker.js', 'engine.js'), ...ofSeveral]);
  /** @type {Record<string, string[]>} */
  const packs = { [SHARED]: [...shared].sort() };
  for (const [i, name] of LATER.entries()) packs[name] = (later[i] ?? []).filter((part) => !shared.has(part)).sort();
  const scripts = new Set(Object.values(packs).flat());
  const all = fs.readdirSync(PARTS).filter((name) => !name.endsWith('.map'));
  return { ...packs, [OTHERS]: all.filter((name) => !scripts.has(name)).sort() };
}

/** @param {string} name */
const readPart = (name) => fs.readFileSync(path.join(PARTS, name));

/**
 * One script: a function for each part, by its name. In a web worker they are called; Node takes their text, so that what is not
 * loaded costs nothing.
 *
 * @param {readonly string[]} names
 */
function packScript(names) {
  /** @type {[string, number, number, number, number][]} */
  const rows = [];
  const start = Buffer.from('var partsOfBrief=Object.assign(globalThis.partsOfBrief||{},{\n');
  const pieces = [start];
  let { length } = start;
  for (const name of names) {
    const before = Buffer.from(`${JSON.stringify(name)}:${BEFORE}`);
    const part = readPart(name);
    rows.push([name, length + before.length, part.length, zlib.crc32(part), 0]);
    const all = Buffer.concat([before, part, Buffer.from(AFTER)]);
    pieces.push(all);
    length += all.length;
  }
  pieces.push(Buffer.from('});\n'));
  return Buffer.concat([headOf(rows), ...pieces]);
}

/**
 * The others, some of them compressed.
 *
 * @param {readonly string[]} names
 * @param {boolean} small whether that may take seconds
 */
function packParts(names, small) {
  let length = 0;
  const packed = names.map((name) => {
    const part = readPart(name);
    const isCompressed = SELDOM.includes(name) || part.length > LARGE;
    const bytes = isCompressed ? compress(part, small) : part;
    length += bytes.length;
    return { row: [name, length - bytes.length, bytes.length, zlib.crc32(part), Number(isCompressed)], bytes };
  });
  return Buffer.concat([headOf(packed.map(({ row }) => row)), ...packed.map(({ bytes }) => bytes)]);
}

/** @param {unknown} rows */
const headOf = (rows) => Buffer.from(`//${JSON.stringify(rows)}\n`);

/**
 * @param {Buffer} bytes
 * @param {boolean} small
 */
function compress(bytes, small) {
  const { BROTLI_PARAM_QUALITY, BROTLI_PARAM_LGWIN, BROTLI_PARAM_SIZE_HINT } = zlib.constants;
  const params = {
    [BROTLI_PARAM_QUALITY]: small ? 11 : 1,
    [BROTLI_PARAM_LGWIN]: 22,
    [BROTLI_PARAM_SIZE_HINT]: bytes.length,
  };
  return zlib.brotliCompressSync(bytes, { params });
}

/**
 * @param {Record<string, readonly string[]>} names of the parts, by their packs
 * @param {boolean} small
 * @returns {Record<string, Buffer>}
 */
export function packsOf(names, small) {
  const packs = Object.entries(names).map(([name, parts]) => [
    name,
    name === OTHERS ? packParts(parts, small) : packScript(parts),
  ]);
  return Object.fromEntries(packs);
}

/**
 * Writes the packs of all parts, and the files that run them.
 *
 * @param {boolean} small
 */
export function packAll(small) {
  const { outputs } = readMetafile();
  const dist = (/** @type {string} */ name) => path.join(ROOT, 'dist', name);
  for (const [name, bytes] of Object.entries(packsOf(namesOfParts(), small))) fs.writeFileSync(dist(name), bytes);
  for (const name of PROGRAMS) {
    // Nothing runs the last line: by it Node tells modules of ECMAScript what they can import by name.
    const names = outputs[`dist/parts/${name}`]?.exports ?? [];
    const exported = names.length > 0 ? `0 && (module.exports = { ${names.join(', ')} });\n` : '';
    const code = `module.exports = require('./load.js').start('${name}');\n${exported}`;
    fs.writeFileSync(dist(name), name === 'cli.js' ? `#!/usr/bin/env node\n${code}` : code);
  }
  fs.writeFileSync(dist('child.js'), CHILD);
  fs.chmodSync(dist('cli.js'), 0o755);
}
