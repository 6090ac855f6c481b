import { spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { median } from './measure';

/** What there is to ask of VS Code. */
const TYPES = join('node_modules', '@types', 'vscode', 'index.d.ts');

/** Anything that the extension asks of `vscode` while it is activated: it can be called, made and looked into. */
const ACTIVATION = `
const make = () => new Proxy(class {}, {
  get: (target, key) => key === 'prototype' ? target.prototype : key === 'then' ? undefined
    : key === Symbol.iterator ? [][Symbol.iterator] : key === Symbol.toPrimitive ? () => '' : make(),
  apply: () => make(),
});
const types = require('node:fs').readFileSync(process.argv[3], 'utf8');
const names = [...types.matchAll(/export (?:class|enum|namespace|function|const|let) (\\w+)/g)].map((found) => found[1]);
const vscode = Object.fromEntries(names.map((name) => [name, make()]));
const Module = require('node:module');
const load = Module._load;
Module._load = (name, ...rest) => (name === 'vscode' ? vscode : load(name, ...rest));
const begun = performance.now();
const { activate } = require(process.argv[2]);
const loaded = performance.now();
activate({ subscriptions: [], asAbsolutePath: (path) => path, extensionUri: make() }).catch(() => undefined);
// All that it does before it waits for something.
setImmediate(() => {
  console.log(JSON.stringify([loaded - begun, performance.now() - loaded]));
  process.exit();
});
`;

/** Milliseconds. */
export interface Activation {
  readonly loaded: number;
  readonly run: number;
}

/**
 * Activates an extension a few times, each in a process of its own where nothing answers for VS Code.
 *
 * @param extension the path of its script
 * @param folder where a script may be written
 * @returns the median
 */
export function activationOf(extension: string, folder: string, times: number): Activation {
  const script = join(folder, 'activate.cjs');
  writeFileSync(script, ACTIVATION);
  const found = Array.from({ length: times }, (): readonly number[] => {
    const { stdout } = spawnSync(process.execPath, [script, extension, TYPES]);
    return JSON.parse(String(stdout));
  });
  const [loaded = 0, run = 0] = [0, 1].map((part) => median(found.map((time) => time[part] ?? 0)));
  return { loaded, run };
}
