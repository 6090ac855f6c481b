import type { ConfigFile } from '../../core/config/config';
import { LOCAL_FILES } from '../../files/localFiles';
import { type NamedRead, recordReads } from '../cache/records';
import { readTextFile } from '../readText';

/** What a text has that names a file, in the front matter or a figure; a backslash may write any letter there. */
const MAY_NAME_FILES = /bibliography|text|data|style|\\/;

/** The files that are read for a brief, as it names them; none for one that can not be read itself. */
export async function namedFilesOf(path: string, config: ConfigFile | null): Promise<readonly NamedRead[]> {
  const read = readTextFile(path);
  if ('error' in read) return [];
  const hasCopies = config?.folder?.files.some(({ declarations }) => declarations.some(({ textPath }) => textPath));
  if (!hasCopies && !MAY_NAME_FILES.test(read.text)) return [];
  // What reads briefs is loaded where there is one to read.
  const { parseBriefFile } = await import('../../files/parseBriefFile');
  const files = recordReads(LOCAL_FILES, path);
  await parseBriefFile(read.text, path, process.cwd(), config, files.system);
  return files.reads;
}
