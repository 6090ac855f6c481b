import type { Brief, Problem } from '../../core';
import { say } from '../../core/base/say';
import { readTextFile } from '../io/readText';
import { tryToWrite } from '../io/writeFile';

/** A mended `bibliography` is read only with the brief that names it: then new problems may be there to fix. */
const MOST_READINGS = 3;

/** A brief after its fixes, and how many problems they fixed. */
export interface Fixed {
  readonly brief: Brief;
  readonly fixed: number;
}

/** Applies the fixes that are right whatever the author meant, until there are none left. */
export async function fixBrief(
  brief: Brief,
  parse: (text: string) => Promise<Brief>,
  check: (brief: Brief) => readonly Problem[],
): Promise<Fixed> {
  const { fixAll } = await import('../../core/editor');
  let current = brief;
  let fixed = 0;
  for (let reading = 0; reading < MOST_READINGS; reading++) {
    const result = fixAll(current, check);
    if (result.edits.length === 0) break;
    fixed += result.fixed;
    current = await parse(result.brief.text);
  }
  return { brief: current, fixed };
}

/**
 * Puts a fixed text into the file that it was read from, where a byte order mark before it stays.
 *
 * @param before the text that was read
 * @returns in one clause what stood in the way, and null where nothing did
 */
export function writeFixed(path: string, before: string, after: string): string | null {
  const now = readTextFile(path);
  if ('error' in now) return now.error;
  if (now.text !== before) return say('it has changed meanwhile; nothing was written');
  return tryToWrite(path, `${now.marked ? '\uFEFF' : ''}${after}`);
}
