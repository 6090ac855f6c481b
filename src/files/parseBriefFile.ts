import { resolve } from 'node:path';
import { type Brief, type ConfigFile, parseBrief, workspaceOf } from '../core/checking';
import type { FileSystem } from './fileSystem';
import { confinedTo, LOCAL_FILES } from './localFiles';
import { createNamedFilesReader, namesFiles, namingOf } from './readNamedFiles';

/**
 * Parses a brief together with the files that it names.
 *
 * @param file where the brief lies, or would lie; its folder is what paths in it are relative to
 * @param root nothing outside of it is read; where the brief itself lies outside, its folder is the root
 * @param config the configuration that holds for it
 * @param system what reads the files, whose places are paths of this machine
 */
export async function parseBriefFile(
  text: string,
  file: string,
  root: string,
  config: ConfigFile | null = null,
  system: FileSystem = LOCAL_FILES,
): Promise<Brief> {
  const options = config ? { workspace: workspaceOf(config) } : {};
  const brief = parseBrief(text, options);
  const naming = namingOf(brief);
  if (!namesFiles(naming)) return brief;
  const itself = resolve(file);
  const place = { ...confinedTo(itself, root), brief: itself };
  return parseBrief(text, { ...options, ...(await createNamedFilesReader(system).read(naming, place)) });
}
