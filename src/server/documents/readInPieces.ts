import { type Brief, indexAhead } from '../../core/checking';
import { type Log, traceOf } from '../messages/answers';
import type { FilesOfDocuments } from '../workspace/namedFiles';
import type { Inherited, OpenDocument } from './document';
import { readAhead } from './readAhead';

/** What a document is read with besides its text. */
export type Dependencies = Pick<Inherited, 'files' | 'workspace'>;

/** What is read a few milliseconds at a time, before anybody asks for all of it at once. */
export interface ReadInPieces {
  /**
   * Reads and checks a long document, and the files that it names.
   *
   * @returns what was read; undefined where it is not wanted any more
   */
  long(document: OpenDocument, isWanted: () => boolean): Promise<Brief | undefined>;
  /**
   * Reads a brief with large bibliographies, and indexes these.
   *
   * @returns what was read; undefined where they are small, or the document was closed
   */
  withBibliographies(uri: string, around: Dependencies): Promise<Brief | undefined>;
}

/** What such reading works with. */
export interface Reading {
  /** An open brief. */
  document(uri: string): OpenDocument | undefined;
  /** A text in the place of a document, with what is known of an earlier one. */
  read(document: OpenDocument, text: string, previous: Brief | undefined, around: Dependencies): OpenDocument;
  dependenciesOf(uri: string): Dependencies;
  /** Checks a brief, so that what is found is known to the versions after it. */
  check(brief: Brief, uri: string): void;
  /** Lets others have their turn. */
  pause(): Promise<void>;
  readonly named: () => Pick<FilesOfDocuments, 'update' | 'settled'>;
  readonly log: Log;
}

/** Bibliographies with fewer are read and indexed at once. */
const MANY_ENTRIES = 500;

export function createReadInPieces(reading: Reading): ReadInPieces {
  const { document: documentOf, read, dependenciesOf, check, pause, named, log } = reading;

  const indexed = async (uri: string, around: Dependencies): Promise<Brief | undefined> => {
    const files = [...(around.files?.bibliography ?? []), ...(around.workspace?.bibliography ?? [])];
    if (files.reduce((sum, { declarations }) => sum + declarations.length, 0) < MANY_ENTRIES) return undefined;
    await pause();
    const document = documentOf(uri);
    if (!document) return undefined;
    const brief = read(document, document.text, document.lastBrief(), around).brief();
    for (const _ of indexAhead(brief)) {
      await pause();
      if (!documentOf(uri)) return undefined;
    }
    // What is found is taken over by the version that counts.
    check(brief, uri);
    await pause();
    return brief;
  };

  return {
    long: (document, isWanted) =>
      readAhead(document.text, {
        read: (text, previous) => {
          const part = read(document, text, previous, dependenciesOf(document.uri));
          named().update(part);
          check(part.brief(), document.uri);
          return part.brief();
        },
        pause: async () => {
          await named().settled(document.uri);
          await pause();
          return isWanted();
        },
      }),
    withBibliographies: async (uri, around) => {
      try {
        return await indexed(uri, around);
      } catch (error) {
        log(`The indexing of bibliographies failed. ${traceOf(error)}`);
        return undefined;
      }
    },
  };
}
