import type { ConfigFile, SourceFile, SourceFolder } from '../../core/checking';
import { decoded, folderOf } from '../documents/uris';
import type { Session } from '../session';

/** The briefs of the workspace, as far as they are known, and what they are in. */
type Known = Pick<Session, 'workspace' | 'documents' | 'index'>;

/**
 * The configurations that hold for the briefs of the workspace, each once.
 *
 * @param others files for which one may hold besides
 */
export async function configsOf(
  { workspace, documents, index }: Known,
  others: readonly string[] = [],
): Promise<readonly ConfigFile[]> {
  const uris = [...documents().map(({ uri }) => uri), ...index.uris(), ...others];
  const configs = new Set<ConfigFile>();
  for (const folder of new Set(uris.map(folderOf))) {
    const config = await workspace?.config(`${folder}/brief`);
    if (config) configs.add(config);
  }
  return [...configs];
}

/** The files of the library folders that configurations name, each once. */
export function sourcesIn(configs: readonly ConfigFile[]): SourceFile[] {
  const files = new Map(configs.flatMap(({ folder }) => folder?.files ?? []).map((file) => [file.uri, file]));
  return [...files.values()];
}

const byUri = new WeakMap<SourceFolder, ReadonlyMap<string, SourceFile>>();

/** The file of a library folder that has a URI, in whatever way that is written. */
export function sourceFileIn(folder: SourceFolder, uri: string): SourceFile | undefined {
  const known = byUri.get(folder) ?? new Map(folder.files.map((file) => [decoded(file.uri), file]));
  byUri.set(folder, known);
  return known.get(decoded(uri));
}
