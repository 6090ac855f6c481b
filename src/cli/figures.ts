import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { type FigureFact, type FiguresElsewhere, summarize } from '../core';
import { parseBriefFile } from '../files/parseBriefFile';
import { type Configs, configOf } from './configs';
import { readTextFile } from './readText';
import type { Target } from './targets';

/** Key numbers by their ids. */
export type Figures = ReadonlyMap<string, readonly FigureFact[]>;

/**
 * The key numbers of the files that are checked together, so that each can be compared with the others. A file without
 * the one key that such a number must have is not parsed for it.
 */
export async function gatherFigures(targets: readonly Target[], configs: Configs): Promise<Figures> {
  const facts = new Map<string, FigureFact[]>();
  if (targets.length < 2) return facts;
  for (const { path, from, error } of targets) {
    if (from !== 'file' || error !== undefined) continue;
    const read = readTextFile(path);
    if ('error' in read || !read.text.includes('as-of')) continue;
    const brief = await parseBriefFile(read.text, path, process.cwd(), await configOf(configs, path));
    for (const fact of summarize(brief, uriOf(path)).figures) {
      const same = facts.get(fact.id);
      if (same) same.push(fact);
      else facts.set(fact.id, [fact]);
    }
  }
  return facts;
}

/** Those of all briefs but one. */
export function figuresBeside(uri: string, figures: Figures): FiguresElsewhere {
  return (id) => (figures.get(id) ?? []).filter((fact) => fact.uri !== uri);
}

export function uriOf(path: string): string {
  return pathToFileURL(resolve(path)).href;
}
