import { fileURLToPath } from 'node:url';
import type { Brief, LineIndex, Span } from '../../core';
import { webLinks } from '../../core/editor';
import type { Configs } from '../check/configs';
import { readTargets } from '../check/readTargets';
import type { Target } from '../check/targets';
import { readTextFile } from '../io/readText';
import { shownPath } from '../io/shownPath';

/** A file that names addresses: a brief, or a bibliography of one. */
export interface LinkFile {
  readonly path: string;
  readonly text: string;
  readonly lines: LineIndex;
}

export interface LinkPlace {
  readonly file: LinkFile;
  readonly span: Span;
}

export interface GatheredLinks {
  /** All places of each address, in the order of the first places. */
  readonly links: ReadonlyMap<string, readonly LinkPlace[]>;
  /** Days on which sources were read there, by address. */
  readonly accessed: ReadonlyMap<string, string>;
  /** Number of briefs that could be read. */
  readonly read: number;
  readonly failed: readonly { readonly path: string; readonly error: string }[];
}

/**
 * Reads briefs, and gathers their links.
 *
 * @throws CommandError if a configuration has an error
 */
export async function gatherLinks(targets: readonly Target[], configs: Configs): Promise<GatheredLinks> {
  const links = new Map<string, LinkPlace[]>();
  const read = new Map<string, string>();
  const failed: { path: string; error: string }[] = [];
  const seen = new Set<string>();
  for await (const one of readTargets(targets, configs)) {
    if ('error' in one) {
      failed.push(one);
      continue;
    }
    const { path, brief } = one;
    const fileOf = filesOf(path, brief);
    for (const { url, places, accessed } of webLinks(brief)) {
      if (accessed !== undefined && !read.has(url)) read.set(url, accessed);
      for (const { span, elsewhere } of places) {
        const file = fileOf(elsewhere?.uri);
        // Two briefs may cite one entry of a bibliography.
        const key = JSON.stringify([file?.path, span.start, url]);
        if (!file || seen.has(key)) continue;
        seen.add(key);
        const known = links.get(url);
        if (known) known.push({ file, span });
        else links.set(url, [{ file, span }]);
      }
    }
  }
  return { links, accessed: read, read: targets.length - failed.length, failed };
}

/** Finds the files that a brief's links are in, each with its text. A file that many briefs share is read again for each. */
function filesOf(path: string, { text, lines, bibliography }: Brief): (uri: string | undefined) => LinkFile | null {
  const own: LinkFile = { path, text, lines };
  const files = new Map<string, LinkFile>();
  return (uri) => {
    if (uri === undefined) return own;
    const before = files.get(uri);
    const file = bibliography.find((each) => each.uri === uri);
    if (before || !file?.lines) return before ?? null;
    const found = { path: shownPath(uri), text: file.text ?? textAt(uri), lines: file.lines };
    files.set(uri, found);
    return found;
  };
}

function textAt(uri: string): string {
  const read = readTextFile(fileURLToPath(uri));
  return 'text' in read ? read.text : '';
}
