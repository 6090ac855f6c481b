import { dirname, resolve } from 'node:path';
import { type Brief, type ConfigFile, parseBrief, workspaceOf } from '../core';
import { isInside, LOCAL_FILES } from './localFiles';
import { createNamedFilesReader, namesFiles } from './readNamedFiles';

/**
 * Parses a brief together with the files that it names.
 *
 * @param file where the brief lies, or would lie; its folder is what paths in it are relative to
 * @param root nothing outside of it is read; where the brief itself lies outside, its folder is the root
 * @param config the configuration that holds for it
 */
export async function parseBriefFile(
  text: string,
  file: string,
  root: string,
  config: ConfigFile | null = null,
): Promise<Brief> {
  const options = config ? { workspace: workspaceOf(config) } : {};
  const brief = parseBrief(text, options);
  if (!namesFiles(brief)) return brief;
  const itself = resolve(file);
  const folder = dirname(itself);
  const place = { folder, root: isInside(folder, root) ? root : folder, brief: itself };
  return parseBrief(text, { ...options, ...(await createNamedFilesReader(LOCAL_FILES).read(brief, place)) });
}
