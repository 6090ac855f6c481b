import { resolve } from 'node:path';
import { type Brief, type ConfigFile, parseBrief, relink, workspaceOf } from '../../core/checking';
import type { FileSystem } from '../confined/fileSystem';
import { confinedTo, LOCAL_FILES } from '../confined/localFiles';
import { createNamedFilesReader, namesFiles, namingOf } from './readNamedFiles';

/**
 * Parses a brief together with the files that it names.
 *
 * @param file where the brief lies, or would lie; its folder is what paths in it are relative to
 * @param root nothing outside of it is read; where the brief itself lies outside, its folder is the root
 * @param config the configuration that holds for it
 * @param system what reads the files, whose places are paths of this machine
 */
export type ParseBriefFile = (
  text: string,
  file: string,
  root: string,
  config?: ConfigFile | null,
  system?: FileSystem,
) => Promise<Brief>;

/** How many characters of files are kept for the next briefs. */
const MOST_KEPT = 16 * 1024 * 1024;

/** Makes a {@link ParseBriefFile} for many briefs: it reads a file once that several of them name, and again if it changes. */
export function createBriefFileParser(): ParseBriefFile {
  let reader = createNamedFilesReader(LOCAL_FILES);
  let kept = 0;
  return async (text, file, root, config = null, system = LOCAL_FILES) => {
    const options = config ? { workspace: workspaceOf(config) } : {};
    const brief = parseBrief(text, options);
    const naming = namingOf(brief);
    if (!namesFiles(naming)) return brief;
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
    return relink(brief, { ...options, ...(await reader.read(naming, place, counting)) });
  };
}

/** Parses one brief together with the files that it names. */
export const parseBriefFile: ParseBriefFile = (...args) => createBriefFileParser()(...args);
