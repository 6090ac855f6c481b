/** Tells which files of a library folder are sources, and which of these repeat the id of another one. */

import { derive } from '../../base/derive';
import { indexLines } from '../../base/text';
import { ID } from '../../document/frontMatter/schemas';
import { asShared } from '../config/config';
import type { BibliographyFile, SourceDeclaration, SourceFile, SourceFolder } from '../types';
import { readSourceFile } from './readSourceFile';
import { idOfFile } from './sourceNames';

/** A file of a folder, as it is named. */
export interface NamedFile {
  /** The path as messages show it: `sources/usgs-2024.yaml`. */
  readonly path: string;
  readonly uri: string;
  /** The name without the folders before it. */
  readonly name: string;
}

/** True if a file that declares sources is a file of a library folder. */
export function isSourceFile(file: BibliographyFile): file is SourceFile {
  return 'written' in file;
}

/** Reads a file with this text; null if it isn't a source. */
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
 * Makes a file that couldn't be read. The name of a file in YAML still declares its source. Null for Markdown, which may
 * be anything.
 *
 * @param unreadable the reason, as a sentence
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
 * Makes a folder of files, in the order of their names and without the local copies of its sources. If two files declare
 * one id, only the first counts, and the other has it as its `twin`. An unchanged file stays the same object.
 */
export function sourceFolderOf(folder: Omit<SourceFolder, 'files'>, files: readonly SourceFile[]): SourceFolder {
  const copies = new Set(files.flatMap(({ declarations }) => declarations.flatMap(copyBeside)));
  const sorted = files
    .filter(({ name }) => !copies.has(name.normalize('NFC')))
    .sort((a, b) => (a.name < b.name ? -1 : a.name > b.name ? 1 : 0));
  // If two files declare one id, a file with the id as its name counts as the first.
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

/** Returns the name of a source's local copy, if that lies in the folder itself. */
function copyBeside({ textPath }: SourceDeclaration): string[] {
  const path = textPath?.value.replace(/^(?:\.\/)+/, '').normalize('NFC') ?? '';
  return path === '' || path.includes('/') ? [] : [path];
}

const withTwin = derive((file: SourceFile, twin: SourceFile): SourceFile => ({ ...file, twin }));
