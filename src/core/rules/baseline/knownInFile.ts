import { decoded } from '../../base/urls';
import type { ConfigFile } from '../../brief/config/config';
import type { CheckOptions } from '..';
import { compareWith } from './knownProblems';

/**
 * Returns a function that removes the problems that the configuration's baseline has for a brief; null if it has none.
 *
 * @param uri of the brief
 * @param digests as {@link compareWith} takes them
 */
export function withoutKnownOf(
  { uri: config, baseline }: ConfigFile,
  uri: string,
  digests?: Map<string, string>,
): NonNullable<CheckOptions['withoutKnown']> | null {
  if (!baseline) return null;
  const known = baseline.files.get(fromFolderOf(`${config.slice(0, config.lastIndexOf('/'))}/${baseline.path}`, uri));
  return known ? (brief, problems) => compareWith(known, brief, problems, digests).others : null;
}

/** Returns the path from the folder of one file to another; both are URIs of one file system. */
export function fromFolderOf(file: string, uri: string): string {
  const folder = decoded(file).split('/').slice(0, -1);
  const parts = decoded(uri).split('/');
  let shared = 0;
  while (shared < folder.length && folder[shared] === parts[shared]) shared++;
  return [...folder.slice(shared).map(() => '..'), ...parts.slice(shared)].join('/');
}
