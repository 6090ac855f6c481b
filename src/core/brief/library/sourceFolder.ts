/** The files of a library folder together: which of them are sources, and which declare what another one declares. */

import { derive } from '../../base/derive';
import { indexLines } from '../../base/text';
import { ID } from '../../document/frontMatter/schemas';
import { asShared } from '../config/config';
import type { BibliographyFile, SourceDeclaration, SourceFile, SourceFolder } from '../types';
import { readSourceFile } from './readSourceFile';
import { idOfFile } from './sourceNames';

/** A file of a folder, as it is named. */
export interface NamedFile {
  /** As messages show it: `sources/usgs-2024.yaml`. */
  readonly path: string;
  readonly uri: string;
  /** Without what leads to it. */
  readonly name: string;
}

/** Whether a file that declares sources is one of a library folder. */
export function isSourceFile(file: BibliographyFile): file is SourceFile {
  return 'written' in file;
}

/** A file with this text; null where it does not read as a source. */
export function sourceFileOf(named: NamedFile, written: string): SourceFile | null {
  const read = readSourceFile(written, named.name);
  if (!read) return null;
  const { declaration, writtenId, errors, unknownKeys, suppressions } = read;
  return {
    ...named,
    written,
    lines: indexLines(written),
    declarations: declaration ? asShared([declaration], named.uri) : [],
    errors: [],
    writtenId,
    yamlErrors: errors,
    unknownKeys,
    suppressions,
  };
}

/**
 * A file that could not be read: the name of one in YAML still declares its source. Null for Markdown, which may be
 * anything.
 *
 * @param unreadable why: a sentence
 */
export function unreadSourceFile(named: NamedFile, unreadable: string): SourceFile | null {
  if (named.name.endsWith('.md')) return null;
  const id = idOfFile(named.name);
  const nowhere = { start: 0, end: 0 };
  const declaration: SourceDeclaration = {
    id,
    idSpan: nowhere,
    span: nowhere,
    declaredIn: 'bibliography',
    authors: [],
    quotes: [],
    broken: true,
  };
  return {
    ...named,
    written: '',
    lines: indexLines(''),
    declarations: ID.test(id) ? asShared([declaration], named.uri) : [],
    errors: [],
    writtenId: null,
    yamlErrors: [],
    unknownKeys: [],
    suppressions: [],
    unreadable,
  };
}

/**
 * A folder of these files: in the order of their names, without the local copies of its sources. Each has the file that
 * declares the same id and counts. An unchanged file stays the same object.
 */
export function sourceFolderOf(folder: Omit<SourceFolder, 'files'>, files: readonly SourceFile[]): SourceFolder {
  const copies = new Set(files.flatMap(({ declarations }) => declarations.flatMap(copyBeside)));
  const sorted = files
    .filter(({ name }) => !copies.has(name.normalize('NFC')))
    .sort((a, b) => (a.name < b.name ? -1 : a.name > b.name ? 1 : 0));
  // Of two, the file with the id as its name counts.
  const firsts = new Map<string, SourceFile>();
  const named = sorted.filter(({ name, declarations }) => declarations[0]?.id === idOfFile(name));
  for (const file of [...named, ...sorted])
    for (const { id } of file.declarations) if (!firsts.has(id)) firsts.set(id, file);
  return {
    ...folder,
    files: sorted.map((file) => {
      const first = firsts.get(file.declarations[0]?.id ?? '');
      return first && first !== file ? withTwin(file, first) : file;
    }),
  };
}

/** The name of the local copy of a source, where it lies in the folder itself. */
function copyBeside({ textPath }: SourceDeclaration): string[] {
  const path = textPath?.value.replace(/^(?:\.\/)+/, '').normalize('NFC') ?? '';
  return path === '' || path.includes('/') ? [] : [path];
}

const withTwin = derive((file: SourceFile, twin: SourceFile): SourceFile => ({ ...file, twin }));
