import type { Brief, LineIndex, Span } from '../../core';
import { webLinks } from '../../core/features';
import { parseBriefFile } from '../../files/parseBriefFile';
import { type Configs, configOf } from '../configs';
import { readStandardInput, readTextFile } from '../readText';
import { shownPath, type Target } from '../targets';

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
  /** The addresses, each once, in the order of their first places, with all of these. */
  readonly links: ReadonlyMap<string, readonly LinkPlace[]>;
  /** How many briefs could be read. */
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
  const failed: { path: string; error: string }[] = [];
  const seen = new Set<string>();
  for (const target of targets) {
    const { path } = target;
    const input = target.error === undefined ? await readTarget(target) : { error: target.error };
    if ('error' in input) {
      failed.push({ path, error: input.error });
      continue;
    }
    const brief = await parseBriefFile(input.text, path, process.cwd(), await configOf(configs, path));
    const fileOf = filesOf(path, brief);
    for (const { url, places } of webLinks(brief)) {
      for (const { span, elsewhere } of places) {
        const file = fileOf(elsewhere?.uri);
        // Two briefs may cite one entry of a bibliography.
        const key = JSON.stringify([file?.path, span.start, url]);
        if (!file || seen.has(key)) continue;
        seen.add(key);
        links.set(url, [...(links.get(url) ?? []), { file, span }]);
      }
    }
  }
  return { links, read: targets.length - failed.length, failed };
}

function readTarget({ from, path }: Target) {
  return from === 'stdin' ? readStandardInput() : readTextFile(path);
}

/** The files that a brief's links stand in: none of a bibliography that could not be read. */
function filesOf(path: string, { text, lines, bibliography }: Brief): (uri: string | undefined) => LinkFile | null {
  const own: LinkFile = { path, text, lines };
  const files = new Map<string | undefined, LinkFile>([[undefined, own]]);
  for (const { uri, text: content, lines: index } of bibliography)
    if (uri !== undefined && content !== undefined && index)
      files.set(uri, { path: shownPath(uri), text: content, lines: index });
  return (uri) => files.get(uri) ?? null;
}
