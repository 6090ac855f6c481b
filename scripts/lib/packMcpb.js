/** The bundle that programs for assistants install with one click: the server, and what it loads. */
import { readFileSync } from 'node:fs';
import { join, posix } from 'node:path';
import { zipSync } from 'fflate';
import { namesOfParts, packsOf } from './packParts.js';
import { ROOT } from './root.js';

/** What is handed on beside the code that is loaded, by its place in the bundle. */
const BESIDE = {
  LICENSE: 'LICENSE',
  'icon.png': 'media/icon.png',
  'manifest.json': 'mcpb/manifest.json',
  'dist/ThirdPartyNotices.txt': 'dist/ThirdPartyNotices.txt',
  'dist/citeproc.js': 'dist/citeproc.js',
  'dist/cli.js': 'dist/cli.js',
  'dist/load.js': 'dist/load.js',
  'dist/citeproc.LICENSE.txt': 'dist/citeproc.LICENSE.txt',
  'l10n/cli.zh-cn.json': 'l10n/cli.zh-cn.json',
  'l10n/engine.zh-cn.json': 'l10n/engine.zh-cn.json',
};

/** Of each file in the archive, so that the same files give the same bytes. */
const MADE = new Date('2020-01-01T00:00:00');

/**
 * The bundle of what is built in `dist`.
 *
 * @returns {Uint8Array} a ZIP archive
 */
export function packMcpb() {
  const read = (/** @type {string} */ path) => readFileSync(join(ROOT, path));
  const beside = Object.entries(BESIDE).map(([name, path]) => [name, read(path)]);
  const packs = Object.entries(packsOf(namesNeeded(), true)).map(([name, bytes]) => [`dist/${name}`, bytes]);
  return zipSync(Object.fromEntries([...beside, ...packs]), { level: 9, mtime: MADE });
}

/** @typedef {{ entryPoint?: string, imports: { path: string, kind: string, external?: boolean }[] }} Output */

/**
 * Of all parts, by their packs, those that the command line loads to start, and all that its command `mcp` may load. The way to the
 * network is not among them.
 */
function namesNeeded() {
  const needed = partsNeeded();
  return Object.fromEntries(
    Object.entries(namesOfParts()).map(([pack, names]) => [pack, names.filter((name) => needed.has(name))]),
  );
}

function partsNeeded() {
  /** @type {{ outputs: Record<string, Output> }} */
  const { outputs } = JSON.parse(readFileSync(join(ROOT, 'dist/parts.json'), 'utf8'));
  /** @type {Set<string>} */
  const found = new Set();
  /**
   * @param {string} name of a part
   * @param {boolean} later whether what is loaded later counts, too
   * @param {Set<string>} seen
   */
  const add = (name, later, seen) => {
    if (seen.has(name)) return;
    seen.add(name);
    found.add(name);
    for (const { path, kind } of outputs[`dist/parts/${name}`]?.imports ?? [])
      if (kind !== 'dynamic-import' || later) add(posix.basename(path), later, seen);
  };
  /** @param {string} source */
  const partOf = (source) => {
    const [path] = Object.entries(outputs).find(([, { entryPoint }]) => entryPoint === source) ?? [];
    if (path === undefined) throw new Error(`${source} is in no part: build first.`);
    return posix.basename(path);
  };
  add(partOf('src/cli/main.ts'), false, new Set());
  add(partOf('src/cli/commands/mcp.ts'), true, new Set());
  return found;
}
