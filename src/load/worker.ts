/**
 * Loads the server in a web worker. The first message that comes is not one of LSP: it says where our bundles lie, as the worker may
 * itself run from a copy.
 */
import type { WorkerStart } from '../server/protocol';

/** What a part makes of the module that it is given. */
type Part = (exports: unknown, require: (id: string) => unknown, module: { exports: unknown }) => void;

declare global {
  /** Where scripts of ours lie, with a `/` at the end. */
  var bundlesOfBrief: string;
  /** What these scripts leave. */
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
