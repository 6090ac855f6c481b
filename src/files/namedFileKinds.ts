/** The kinds of files that a brief may name, and their limits. What reads the formats is loaded with the first of them. */
import { type BibliographyFile, indexLines, type SourceText } from '../core';

const MB = 1024 * 1024;

export interface FileKind<T> {
  /** Lower case, with their dot. */
  readonly extensions: readonly string[];
  /** A brief that names more files than this is up to no good. */
  readonly most: number;
  /** What the files of one brief may have together. */
  readonly mostBytes: number;
  maxBytes(path: string): number;
  /** @param garbled some bytes were no text; U+FFFD stands for them */
  read(text: string, path: string, uri: string, garbled: boolean): Promise<T>;
  /** The file as it is known where it could not be read. */
  unread(path: string, unreadable: string): T;
}

export const BIBLIOGRAPHY: FileKind<BibliographyFile> = {
  extensions: ['.bib', '.json', '.yaml', '.yml'],
  most: 20,
  mostBytes: 128 * MB,
  maxBytes: () => 32 * MB,
  read: async (text, path, uri) => {
    const { readBibliography } = await import('../formats');
    const { declarations, errors } = await readBibliography(text, path);
    const lines = indexLines(text);
    return {
      path,
      uri,
      lines,
      declarations: declarations.map((declaration) => ({ ...declaration, uri })),
      errors: errors.map(({ value, span }) => ({ message: value, range: lines.rangeOf(span) })),
    };
  },
  unread: (path, unreadable) => ({ path, declarations: [], errors: [], unreadable }),
};

export const LOCAL_COPY: FileKind<SourceText> = {
  extensions: ['.txt', '.md', '.html', '.htm'],
  most: 200,
  mostBytes: 64 * MB,
  // Markdown takes longer to read.
  maxBytes: (path) => (/\.md$/i.test(path) ? 2 : 8) * MB,
  read: async (text, path, uri, garbled) => {
    if (garbled) return { path, uri, passages: [], unreadable: 'It is not in UTF-8. Save it in that encoding.' };
    const { readDocument } = await import('../formats');
    const read = readDocument(text, { path, uri });
    if ('refused' in read) return { path, uri, passages: [], unreadable: read.refused };
    return { path, uri, passages: read.passages, lines: indexLines(text) };
  },
  unread: (path, unreadable) => ({ path, passages: [], unreadable }),
};
