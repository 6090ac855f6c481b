/**
 * Loads the server in a web worker. The first message isn't one of LSP: it gives the address of our bundles, as the worker may
 * itself run from a copy.
 */
import type { WorkerStart } from '../server/protocol';

/** Code of a part, as a function that fills the exports of its module. */
type Part = (exports: unknown, require: (id: string) => unknown, module: { exports: unknown }) => void;

declare global {
  /** Address of the folder with our scripts, with a `/` at the end. */
  var bundlesOfBrief: string;
  /** Parts that these scripts define, by name. */
  var partsOfBrief: Readonly<Record<string, Part>>;
}

self.onmessage = ({ data }: MessageEvent<WorkerStart>) => {
  self.bundlesOfBrief = data.bundles;
  importScripts(`${data.bundles}shared.js`);
  const modules = new Map<string, { exports: unknown }>();
  const requireFrom = (id: string): unknown => {
    const name = id.replace(/^\.\//, '');
    const known = modules.get(name);
    if (known) return known.exports;
    const module = { exports: {} };
    modules.set(name, module);
    if (!self.partsOfBrief[name]) importScripts(self.bundlesOfBrief + name);
    self.partsOfBrief[name]?.(module.exports, requireFrom, module);
    return module.exports;
  };
  requireFrom('./worker.js');
};
