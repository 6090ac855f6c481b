import type { SourceFile, SourceFolder } from '../../../../src/core';
import { sourceFileOf, sourceFolderOf } from '../../../../src/core/brief/library/sourceFolder';

export const BASE = 'file:///briefs';

/** A library folder with these files. */
export function libraryOf(files: Readonly<Record<string, string>>): SourceFolder {
  const read = Object.entries(files).flatMap(([name, text]): SourceFile[] => {
    const file = sourceFileOf({ path: `sources/${name}`, uri: `${BASE}/sources/${encodeURI(name)}`, name }, text);
    return file ? [file] : [];
  });
  const names = new Set(Object.keys(files));
  return sourceFolderOf({ base: BASE, path: 'sources', uri: `${BASE}/sources`, names }, read);
}
