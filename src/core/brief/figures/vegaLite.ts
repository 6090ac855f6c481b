/** Finds the files that an author's Vega-Lite specification loads, and puts their rows into it. */
import { derive } from '../../base/derive';
import type { DataRow } from '../types';

/** Deepest level of a specification that is looked into. The reader of YAML refuses deeper ones. */
const DEEPEST = 100;

/** Returns the `url`s of a specification's data, each once, wherever they stand. */
export function urlsOf(spec: unknown): readonly string[] {
  return typeof spec === 'object' && spec !== null ? urlsIn(spec) : [];
}

const urlsIn = derive((spec: object): readonly string[] => {
  const found = new Set<string>();
  withUrls(spec, (url) => {
    found.add(url);
    return null;
  });
  return [...found];
});

/** Returns a specification with rows instead of the addresses that it loads; null stands for no rows. */
export function withRows(spec: unknown, rowsOf: (url: string) => readonly DataRow[] | null): unknown {
  return withUrls(spec, rowsOf);
}

function withUrls(node: unknown, rowsOf: (url: string) => readonly DataRow[] | null, key = '', depth = 0): unknown {
  if (typeof node !== 'object' || node === null || depth > DEEPEST) return node;
  if (Array.isArray(node)) return node.map((item) => withUrls(item, rowsOf, key, depth + 1));
  const copy: Record<string, unknown> = Object.create(null);
  for (const [name, value] of Object.entries(node)) {
    const loads = key === 'data' && name === 'url' && typeof value === 'string';
    // Rows were read already, and need no format.
    if (key === 'data' && name === 'format' && 'url' in node) continue;
    copy[loads ? 'values' : name] = loads ? (rowsOf(value) ?? []) : withUrls(value, rowsOf, name, depth + 1);
  }
  return copy;
}
