import type { Brief } from '../../core';
import { createBriefFileParser } from '../../files/named/parseBriefFile';
import { readStandardInput, readTextFile } from '../io/readText';
import { type Configs, configOf } from './configs';
import type { Target } from './targets';

/** A target with its brief, or why it could not be read. */
export type ReadTarget = { readonly path: string } & ({ readonly brief: Brief } | { readonly error: string });

/**
 * Reads the briefs of targets, one after the other, each with the files that it names.
 *
 * @throws CommandError if a configuration has an error
 */
export async function* readTargets(targets: readonly Target[], configs: Configs): AsyncGenerator<ReadTarget> {
  const parse = createBriefFileParser();
  for (const { path, from, error } of targets) {
    const read = error !== undefined ? { error } : from === 'stdin' ? await readStandardInput() : readTextFile(path);
    if ('error' in read) yield { path, error: read.error };
    else yield { path, brief: await parse(read.text, path, process.cwd(), await configOf(configs, path)) };
  }
}
