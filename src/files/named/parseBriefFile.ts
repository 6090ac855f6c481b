import { resolve } from 'node:path';
import { type Brief, type ConfigFile, parseBrief, relink, workspaceOf } from '../../core/checking';
import type { FileSystem } from '../confined/fileSystem';
import { confinedTo, LOCAL_FILES } from '../confined/localFiles';
import { createNamedFilesReader, namesFiles, pathsNamedBy } from './readNamedFiles';

/**
 * Parses a brief together with the files that it names.
 *
 * @param file the brief's path, which need not exist; paths in the brief are relative to its folder
 * @param root the folder outside of which nothing is read; for a brief outside of it, the brief's folder
 * @param config the brief's configuration
 * @param system reads the files; its places are paths of this machine
 */
export type ParseBriefFile = (
  text: string,
  file: string,
  root: string,
  config?: ConfigFile | null,
  system?: FileSystem,
) => Promise<Brief>;

/** Most text of files that is kept for the next briefs, in UTF-16 units. Beyond that, all of it is dropped. */
const MOST_KEPT = 16 * 1024 * 1024;

/** Makes a {@link ParseBriefFile} for many briefs. A file that several briefs name is read once, and again if it changes. */
export function createBriefFileParser(): ParseBriefFile {
  let reader = createNamedFilesReader(LOCAL_FILES);
  let kept = 0;
  return async (text, file, root, config = null, system = LOCAL_FILES) => {
    const options = config ? { workspace: workspaceOf(config) } : {};
    const brief = parseBrief(text, options);
    const paths = pathsNamedBy(brief);
    if (!namesFiles(paths)) return brief;
    if (kept > MOST_KEPT) {
      reader = createNamedFilesReader(LOCAL_FILES);
      kept = 0;
    }
    const counting: FileSystem = {
      ...system,
      read: async (path, confinement) => {
        const read = await system.read(path, confinement);
        if ('text' in read) kept += read.text.length;
        return read;
      },
    };
    const itself = resolve(file);
    const place = { ...confinedTo(itself, root), brief: itself };
    return relink(brief, { ...options, ...(await reader.read(paths, place, counting)) });
  };
}

/** Parses one brief together with the files that it names. */
export const parseBriefFile: ParseBriefFile = (...args) => createBriefFileParser()(...args);
