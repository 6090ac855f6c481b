import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { FigureFact, FiguresElsewhere } from '../../core';
import type { ParseBriefFile } from '../../files/named/parseBriefFile';
import { readTextFile } from '../io/readText';
import { type Configs, configOf } from './configs';
import type { Target } from './targets';

/** Key numbers by their ids. */
export type Figures = ReadonlyMap<string, readonly FigureFact[]>;

/**
 * The key numbers of the files that are checked together, so that each can be compared with the others. A file without
 * the one key that such a number must have is not parsed for it.
 *
 * @param known those of the target at an index; null where they are not known
 */
export async function gatherFigures(
  targets: readonly Target[],
  configs: Configs,
  known: (index: number) => readonly FigureFact[] | null,
): Promise<Figures> {
  const facts = new Map<string, FigureFact[]>();
  if (targets.length < 2) return facts;
  const figuresOf = createFiguresReader(configs);
  let index = 0;
  for (const { path, from, error } of targets) {
    const before = known(index++);
    if (before?.length === 0 || from !== 'file' || error !== undefined) continue;
    for (const fact of before ?? (await figuresOf(path))) {
      const same = facts.get(fact.id);
      if (same) same.push(fact);
      else facts.set(fact.id, [fact]);
    }
  }
  return facts;
}

/** What reads briefs is loaded with the first that may have key numbers. */
function createFiguresReader(configs: Configs): (path: string) => Promise<readonly FigureFact[]> {
  let parse: ParseBriefFile | null = null;
  return async (path) => {
    const read = readTextFile(path);
    if ('error' in read || !read.text.includes('as-of')) return [];
    const { keyNumbersOf } = await import('../../core/checking');
    parse ??= (await import('../../files/named/parseBriefFile')).createBriefFileParser();
    return keyNumbersOf(await parse(read.text, path, process.cwd(), await configOf(configs, path)), uriOf(path));
  };
}

/** Those of all briefs but one. */
export function figuresBeside(uri: string, figures: Figures): FiguresElsewhere {
  return (id) => (figures.get(id) ?? []).filter((fact) => fact.uri !== uri);
}

export function uriOf(path: string): string {
  return pathToFileURL(resolve(path)).href;
}
