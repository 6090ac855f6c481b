import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { NumberFact, NumbersElsewhere } from '../../core';
import type { ParseBriefFile } from '../../files/named/parseBriefFile';
import { readTextFile } from '../io/readText';
import { type Configs, configOf } from './configs';
import type { Target } from './targets';

/** Key numbers and numbers of insights, by their ids. */
export type Figures = ReadonlyMap<string, readonly NumberFact[]>;

/**
 * Reads the key numbers of the files that are checked together, so that each can be compared with the others. Only files with
 * the key `as-of`, which such a number must have, are parsed.
 *
 * @param known the facts of the target at an index; null where they are not known
 */
export async function gatherFigures(
  targets: readonly Target[],
  configs: Configs,
  known: (index: number) => readonly NumberFact[] | null,
): Promise<Figures> {
  if (targets.length < 2) return new Map();
  const facts: NumberFact[] = [];
  const figuresOf = createFiguresReader(configs);
  let index = 0;
  for (const { path, from, error } of targets) {
    const before = known(index++);
    if (before?.length === 0 || from !== 'file' || error !== undefined) continue;
    facts.push(...(before ?? (await figuresOf(path))));
  }
  return byId(facts);
}

/** Adds numbers of insights. The result doesn't depend on the order in which they were found. */
export function withClaims(figures: Figures, claims: readonly NumberFact[]): Figures {
  return byId([...figures.values(), claims].flat());
}

function byId(facts: readonly NumberFact[]): Figures {
  const found = new Map<string, NumberFact[]>();
  for (const fact of facts) {
    const same = found.get(fact.id);
    if (same) same.push(fact);
    else found.set(fact.id, [fact]);
  }
  for (const same of found.values())
    if (same.length > 1) same.sort((a, b) => (a.uri < b.uri ? -1 : a.uri > b.uri ? 1 : 0));
  return found;
}

/** True if a fact is a number of an insight. */
export function isClaim({ sentence }: NumberFact): boolean {
  return sentence !== '';
}

/**
 * Reads the numbers of the insights of files that are not checked. A file is parsed only if it has a year of the numbers in
 * `compared`.
 */
export async function claimsIn(
  paths: readonly string[],
  compared: readonly NumberFact[],
  configs: Configs,
): Promise<readonly NumberFact[]> {
  const years = new Set(compared.flatMap(({ sentence }) => sentence.match(YEARS) ?? []));
  if (years.size === 0) return [];
  const { claimFactsInText } = await import('../../core/checking');
  const parse = (await import('../../files/named/parseBriefFile')).createBriefFileParser();
  const claims: NumberFact[] = [];
  for (const path of paths) {
    const read = readTextFile(path);
    if ('error' in read || ![...years].some((year) => read.text.includes(year))) continue;
    const brief = await parse(read.text, path, process.cwd(), await configOf(configs, path));
    claims.push(...claimFactsInText(brief, uriOf(path)));
  }
  return claims;
}

const YEARS = /(?:19|20)\d\d/g;

/** Makes a function that reads the key numbers of a brief. The parser is loaded with the first that may have some. */
function createFiguresReader(configs: Configs): (path: string) => Promise<readonly NumberFact[]> {
  let parse: ParseBriefFile | null = null;
  return async (path) => {
    const read = readTextFile(path);
    if ('error' in read || !read.text.includes('as-of')) return [];
    const { keyNumbersOf } = await import('../../core/checking');
    parse ??= (await import('../../files/named/parseBriefFile')).createBriefFileParser();
    return keyNumbersOf(await parse(read.text, path, process.cwd(), await configOf(configs, path)), uriOf(path));
  };
}

/** Returns a function that finds the facts of an id in all briefs but one. */
export function figuresBeside(uri: string, figures: Figures): NumbersElsewhere {
  return (id) => (figures.get(id) ?? []).filter((fact) => fact.uri !== uri);
}

export function uriOf(path: string): string {
  return pathToFileURL(resolve(path)).href;
}
