import { type ConfigFile, globMatcher } from '../../core/checking';
import { decoded, folderOf } from '../documents/uris';
import { sourceFileIn } from './sourceFiles';

/** The settings that can make a Markdown file a brief, besides its own text. */
export interface Inclusion {
  readonly config: ConfigFile | null;
  /** Globs of the user's, relative to each root. */
  readonly include: readonly string[];
  /** URIs of the folders that are open. */
  readonly roots: readonly string[];
}

/** True if a Markdown file is a brief: the user or its configuration includes it, or its front matter has sources. */
export function isMarkdownBrief(uri: string, text: string, { config, include, roots }: Inclusion): boolean {
  if (hasSources(text)) return true;
  // A file of a library is a source, whatever a glob says.
  if (config?.folder && sourceFileIn(config.folder, uri)) return false;
  if (
    config &&
    isMeant(
      uri,
      folderOf(config.uri),
      config.config.include.map(({ value }) => value),
    )
  )
    return true;
  return roots.some((root) => isMeant(uri, root, include));
}

/** The most UTF-16 units of a text that are searched for front matter. */
const LONGEST = 1 << 20;

/** True if the front matter has a key `sources`. Nothing else is read, as most Markdown files have no such key. */
function hasSources(text: string): boolean {
  const opening = /^\uFEFF?---[ \t]*\r?\n/.exec(text.slice(0, 100));
  if (!opening) return false;
  const rest = text.slice(opening[0].length - 1, LONGEST);
  const closing = /\n(?:---|\.\.\.)[ \t]*\r?(?:\n|$)/.exec(rest);
  return closing !== null && /\nsources[ \t]*:/.test(rest.slice(0, closing.index));
}

function isMeant(uri: string, folder: string, globs: readonly string[]): boolean {
  if (globs.length === 0) return false;
  // Clients and servers encode the same address in different ways.
  const base = `${decoded(folder).replace(/\/$/, '')}/`;
  const path = decoded(uri);
  return path.startsWith(base) && globMatcher(globs)(path.slice(base.length));
}
