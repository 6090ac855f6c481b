/** The kinds of files that a brief may name, and their limits. The readers of the formats are loaded with the first file. */

import { say } from '../../core/base/say';
import {
  asShared,
  type BaselineFile,
  type BibliographyFile,
  type Config,
  type DataFile,
  indexLines,
  type LineIndex,
  readConfig,
  readLibrary,
  type SourceText,
  type StyleFile,
} from '../../core/checking';
import { noSuchFile } from '../confined/confinement';

const MB = 1024 * 1024;

export interface FileKind<T> {
  /** Lower case, with their dot. */
  readonly extensions: readonly string[];
  /** Most files of the kind in one brief. No honest brief names more. */
  readonly most: number;
  /** Largest size of all these files of one brief together, in bytes. */
  readonly mostBytes: number;
  maxBytes(path: string): number;
  read(text: string, path: string, uri: string): Promise<T>;
  /** Makes the result for a file that could not be read. Its URI is known if it is not text. */
  unread(path: string, unreadable: string, uri?: string): T;
}

export const BIBLIOGRAPHY: FileKind<BibliographyFile> = {
  extensions: ['.bib', '.ris', '.json', '.yaml', '.yml'],
  most: 20,
  mostBytes: 128 * MB,
  maxBytes: () => 32 * MB,
  read: async (text, path, uri) => {
    const { readBibliography } = await import('../../formats');
    const { declarations, errors } = await readBibliography(text, path);
    const lines = indexLines(text);
    return {
      path,
      uri,
      lines,
      text,
      // The declarations were made for this file. Copies of them would each have their own shape, which takes much memory.
      declarations: declarations.map((declaration) => Object.assign(declaration, { uri })),
      errors: errors.map(({ value, span, ...kind }) => ({ message: value, range: lines.rangeOf(span), ...kind })),
    };
  },
  unread: (path, unreadable) => ({ path, declarations: [], errors: [], unreadable }),
};

/** A style of lists of sources. */
export const STYLE: FileKind<StyleFile> = {
  extensions: ['.csl'],
  most: 1,
  mostBytes: MB,
  maxBytes: () => MB,
  read: async (text, path, uri) => {
    const { readStyle } = await import('../../styles');
    const read = readStyle(text);
    if ('style' in read) return { path, uri, text, errors: [] };
    const { message, at } = read.error;
    const range = indexLines(text).rangeOf({ start: at, end: Math.min(text.length, at + 1) });
    return { path, uri, errors: [{ message, range }] };
  },
  unread: (path, unreadable) => ({ path, errors: [], unreadable }),
};

/** The file that the `sources` of a configuration names. */
export const LIBRARY: FileKind<BibliographyFile> = {
  extensions: ['.yaml', '.yml'],
  most: 1,
  mostBytes: MB,
  maxBytes: () => MB,
  read: async (text, path, uri) => {
    const { sources, errors } = readLibrary(text);
    const lines = indexLines(text);
    return {
      path,
      uri,
      lines,
      declarations: asShared(sources, uri),
      errors: errors.map(({ message, span }) => ({ message, range: lines.rangeOf(span) })),
    };
  },
  unread: BIBLIOGRAPHY.unread,
};

/** The file of known diagnostics, which the `baseline` of a configuration names. */
export const BASELINE: FileKind<BaselineFile> = {
  extensions: ['.json'],
  most: 1,
  mostBytes: 10 * MB,
  maxBytes: () => 10 * MB,
  read: async (text, path) => {
    const { readBaseline } = await import('../../core/rules/baseline');
    const read = readBaseline(text);
    if ('files' in read) return { path, text, files: read.files, missing: false };
    const unreadable = say('{0}. Restore it, or remove it and accept the problems again.', read.error);
    return { ...BASELINE.unread(path, unreadable), text };
  },
  unread: (path, unreadable) => ({
    path,
    text: null,
    files: new Map(),
    unreadable,
    missing: unreadable === noSuchFile(),
  }),
};

/** The text of a configuration, before the files that it names are read. */
export interface ConfigText {
  readonly text: string;
  readonly lines: LineIndex;
  readonly config: Config;
  readonly unreadable?: string;
}

export const CONFIG: FileKind<ConfigText> = {
  extensions: ['.yaml', '.yml'],
  most: 1,
  mostBytes: MB,
  maxBytes: () => MB,
  read: async (text) => configText(text),
  unread: (_path, unreadable) => configText('', unreadable),
};

/** Reads the text of a configuration. The text is empty if the file could not be read. */
export function configText(text: string, unreadable?: string): ConfigText {
  const read = { text, lines: indexLines(text), config: readConfig(text) };
  return unreadable === undefined ? read : { ...read, unreadable };
}

/** The file with the rows of a figure. */
export const DATA: FileKind<DataFile> = {
  extensions: ['.csv', '.tsv', '.json'],
  most: 50,
  mostBytes: 64 * MB,
  maxBytes: () => 32 * MB,
  read: async (text, path, uri) => {
    const { readRows } = await import('../../formats');
    const read = readRows(text, path);
    return 'refused' in read ? { ...DATA.unread(path, read.refused), uri } : { path, uri, ...read };
  },
  unread: (path, unreadable) => ({ path, columns: [], rows: [], unreadable }),
};

export const LOCAL_COPY: FileKind<SourceText> = {
  extensions: ['.txt', '.md', '.html', '.htm'],
  most: 200,
  mostBytes: 64 * MB,
  // Markdown takes longer to read.
  maxBytes: (path) => (/\.md$/i.test(path) ? 2 : 8) * MB,
  read: async (text, path, uri) => {
    const { readDocument } = await import('../../formats');
    const read = readDocument(text, { path, uri });
    if ('refused' in read) return LOCAL_COPY.unread(path, read.refused, uri);
    return { path, uri, passages: read.passages, lines: indexLines(text) };
  },
  unread: (path, unreadable, uri) => ({ path, ...(uri !== undefined && { uri }), passages: [], unreadable }),
};
