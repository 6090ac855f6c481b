import type { ConfigFile } from '../../../core/brief/config/config';
import { LOCAL_FILES } from '../../../files/confined/localFiles';
import type { ParseBriefFile } from '../../../files/named/parseBriefFile';
import { readTextFile } from '../../io/readText';
import { createRecorder, type NamedRead } from '../cache/records';

/** What a text has that names a file, in the front matter or a figure; a backslash may write any letter there. */
const MAY_NAME_FILES = /bibliography|text|data|style|\\/;

/** Makes a function that lists the files that a brief names; none for a brief that cannot be read. */
export function createNamedFiles(): (path: string, config: ConfigFile | null) => Promise<readonly NamedRead[]> {
  const record = createRecorder(LOCAL_FILES);
  let parse: ParseBriefFile | null = null;
  return async (path, config) => {
    const read = readTextFile(path);
    if ('error' in read) return [];
    const hasCopies = config?.folder?.files.some(({ declarations }) => declarations.some(({ textPath }) => textPath));
    if (!hasCopies && !MAY_NAME_FILES.test(read.text)) return [];
    // What reads briefs is loaded where there is one to read.
    parse ??= (await import('../../../files/named/parseBriefFile')).createBriefFileParser();
    const files = record(path);
    await parse(read.text, path, process.cwd(), config, files.system);
    return files.reads;
  };
}
