/** What a Vega-Lite specification of an author's loads, and the same specification with that put into it. */
import { derive } from '../../base/derive';
import type { DataRow } from '../types';

/** Deeper specifications are not looked into; the reader of YAML lets none through that is. */
const DEEPEST = 100;

/** The `url`s of its data, each once, wherever in it they stand. */
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

/** A specification with rows in the place of the addresses that it loads; null: no rows. */
export function withRows(spec: unknown, rowsOf: (url: string) => readonly DataRow[] | null): unknown {
  return withUrls(spec, rowsOf);
}

function withUrls(node: unknown, rowsOf: (url: string) => readonly DataRow[] | null, key = '', depth = 0): unknown {
  if (typeof node !== 'object' || node === null || depth > DEEPEST) return node;
  if (Array.isArray(node)) return node.map((item) => withUrls(item, rowsOf, key, depth + 1));
  const copy: Record<string, unknown> = Object.create(null);
  for (const [name, value] of Object.entries(node)) {
    const loads = key === 'data' && name === 'url' && typeof value === 'string';
    // Rows that are there have no format to be read in.
    if (key === 'data' && name === 'format' && 'url' in node) continue;
    copy[loads ? 'values' : name] = loads ? (rowsOf(value) ?? []) : withUrls(value, rowsOf, name, depth + 1);
  }
  return copy;
}
