import type { ConfigFile } from '../../../core/brief/config/config';
import { LOCAL_FILES } from '../../../files/confined/localFiles';
import type { ParseBriefFile } from '../../../files/named/parseBriefFile';
import { readTextFile } from '../../io/readText';
import { createRecorder, type NamedRead } from '../cache/records';

/** Matches a text that may name a file, in the front matter or a figure. A backslash may write any letter there. */
const MAY_NAME_FILES = /bibliography|text|data|style|\\/;

/** Makes a function that lists the files that a brief names. The list is empty if the brief can't be read. */
export function createNamedFiles(): (path: string, config: ConfigFile | null) => Promise<readonly NamedRead[]> {
  const record = createRecorder(LOCAL_FILES);
  let parse: ParseBriefFile | null = null;
  return async (path, config) => {
    const read = readTextFile(path);
    if ('error' in read) return [];
    const hasCopies = config?.folder?.files.some(({ declarations }) => declarations.some(({ textPath }) => textPath));
    if (!hasCopies && !MAY_NAME_FILES.test(read.text)) return [];
    // The parser is loaded only for a brief that needs it.
    parse ??= (await import('../../../files/named/parseBriefFile')).createBriefFileParser();
    const files = record();
    await parse(read.text, path, process.cwd(), config, files.system);
    return files.reads;
  };
}
