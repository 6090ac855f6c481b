import type { ConfigFile, SourceFile } from '../../core/checking';
import { folderOf } from '../documents/uris';
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
