import type { BibliographyFile, FrontMatter } from '../core';
import type { OpenDocument } from './document';

/** What the server may read besides the documents that the client opened. A server without files has none. */
export interface Files {
  /** The bibliography files that a brief's front matter names. */
  readBibliographies(uri: string, frontMatter: FrontMatter): Promise<readonly BibliographyFile[]>;
}

/** Keeps the bibliographies of the open documents. */
export interface Bibliographies {
  /** Those that were read for a document; undefined where none were. */
  of(uri: string): readonly BibliographyFile[] | undefined;
  /** Reads a document's bibliographies, unless the same paths were read for it before. */
  update(document: OpenDocument): void;
  /** Reads those of a document again: a file may have changed. */
  reread(document: OpenDocument): void;
  forget(uri: string): void;
}

/** @param changed called when the bibliographies of a document are there, or are others than before */
export function createBibliographies(files: Files | null, changed: (uri: string) => void): Bibliographies {
  const kept = new Map<string, { readonly paths: string; files?: readonly BibliographyFile[] }>();

  const read = (document: OpenDocument, paths: string) => {
    const { uri } = document;
    const { frontMatter } = document.brief();
    const before = kept.get(uri)?.files;
    const entry = { paths, ...(before ? { files: before } : {}) };
    kept.set(uri, entry);
    if (!files || !frontMatter) return;
    files.readBibliographies(uri, frontMatter).then(
      (found) => {
        // Another reading may have begun meanwhile, or the document was closed.
        if (kept.get(uri) !== entry) return;
        kept.set(uri, { paths, files: found });
        changed(uri);
      },
      () => undefined,
    );
  };

  return {
    of: (uri) => kept.get(uri)?.files,
    update: (document) => {
      const paths = pathsOf(document);
      if (paths !== (kept.get(document.uri)?.paths ?? '')) read(document, paths);
    },
    reread: (document) => {
      const paths = pathsOf(document);
      if (paths !== '') read(document, paths);
    },
    forget: (uri) => kept.delete(uri),
  };
}

function pathsOf(document: OpenDocument): string {
  return (document.brief().frontMatter?.bibliography ?? []).map((field) => field.value).join('\n');
}
