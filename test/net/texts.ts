/** The texts that the net is cast over: the same on every run. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { anyBrief } from '../fuzz/anyBrief';
import { BODY, only } from '../hostile/briefs';
import { payloadsFor } from '../hostile/payloads';

export interface NetText {
  readonly name: string;
  readonly text: string;
}

const SEED = 20;
const MADE_UP = 300;

/**
 * The samples, made-up briefs, every hostile text in every place of a body, and the documents of a folder.
 *
 * @param documents a folder of Markdown documents; null: only what the repository holds
 */
export function netTexts(documents: string | null): NetText[] {
  return [
    ...filesIn('samples', 'samples', /\.(?:brief|md)$/),
    ...(documents === null ? [] : filesIn(documents, 'documents', /\.md$/)),
    ...fc.sample(anyBrief, { seed: SEED, numRuns: MADE_UP }).map((text, i) => ({ name: `made-up/${i}`, text })),
    ...payloadsFor('net.test').flatMap(({ text }, i) =>
      Object.keys(BODY).map((place) => ({ name: `hostile/${i} ${place}`, text: only(place, text).text })),
    ),
  ];
}

function filesIn(folder: string, name: string, wanted: RegExp): NetText[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((path) => wanted.test(path))
    .sort()
    .map((path) => ({ name: `${name}/${path}`, text: readFileSync(join(folder, path), 'utf8') }));
}
