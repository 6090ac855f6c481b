import type { ConfigFile, SourceFile } from '../core/checking';
import type { Session } from './session';
import { folderOf } from './uris';

/**
 * The files of the library folders that hold for the briefs of the workspace, as far as these are known, each once.
 *
 * @param others files for which one may hold besides
 */
export async function librarySources(
  { workspace, documents, index }: Pick<Session, 'workspace' | 'documents' | 'index'>,
  others: readonly string[] = [],
): Promise<SourceFile[]> {
  const uris = [...documents().map(({ uri }) => uri), ...index.uris(), ...others];
  const configs = new Set<ConfigFile>();
  for (const folder of new Set(uris.map(folderOf))) {
    const config = await workspace?.config(`${folder}/brief`);
    if (config) configs.add(config);
  }
  const files = new Map([...configs].flatMap(({ folder }) => folder?.files ?? []).map((file) => [file.uri, file]));
  return [...files.values()];
}
