/** The bundle that programs for assistants install with one click: the server, and what it loads. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { zipSync } from 'fflate';
import { ROOT } from './root.js';

/** What is handed on beside the code that is loaded, by its place in the bundle. */
const BESIDE = {
  LICENSE: 'LICENSE',
  'icon.png': 'media/icon.png',
  'manifest.json': 'mcpb/manifest.json',
  'dist/ThirdPartyNotices.txt': 'dist/ThirdPartyNotices.txt',
  'dist/citeproc.js': 'dist/citeproc.js',
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
  const paths = { ...BESIDE, ...Object.fromEntries(codeOf().map((path) => [path, path])) };
  const files = Object.entries(paths).map(([name, path]) => [name, readFileSync(join(ROOT, path))]);
  return zipSync(Object.fromEntries(files), { level: 9, mtime: MADE });
}

/** @typedef {{ entryPoint?: string, imports: { path: string, kind: string, external?: boolean }[] }} Output */

/**
 * What the command line loads to start, and all that its command `mcp` may load. The way to the network is not among it.
 *
 * @returns {string[]} paths from the root
 */
function codeOf() {
  /** @type {{ outputs: Record<string, Output> }} */
  const { outputs } = JSON.parse(readFileSync(join(ROOT, 'dist/chunk.json'), 'utf8'));
  /** @type {Set<string>} */
  const found = new Set();
  /**
   * @param {string} path
   * @param {boolean} later whether what is loaded later counts, too
   */
  const add = (path, later) => {
    if (found.has(path)) return;
    found.add(path);
    for (const { path: imported, kind, external = false } of outputs[path]?.imports ?? []) {
      if (kind === 'dynamic-import' && !later) continue;
      const own = external && imported.startsWith('./') ? join('dist', imported) : imported;
      if (!external || existsSync(join(ROOT, own))) add(own.replaceAll('\\', '/'), later);
    }
  };
  /** @param {string} source */
  const entryOf = (source) => {
    const [path] = Object.entries(outputs).find(([, { entryPoint }]) => entryPoint === source) ?? [];
    if (path === undefined) throw new Error(`${source} is in no chunk: build first.`);
    return path;
  };
  const start = entryOf('src/cli/main.ts');
  add(start, false);
  const atStart = [...found];
  found.clear();
  add(entryOf('src/cli/commands/mcp.ts'), true);
  return [...new Set([...atStart, ...found])].sort();
}
