import { type Brief, indexAhead } from '../../core/checking';
import { type Log, traceOf } from '../messages/answers';
import type { FilesOfDocuments } from '../workspace/namedFiles';
import type { Dependencies, OpenDocument } from './document';
import { readAhead } from './readAhead';

/** Reads large texts a few milliseconds at a time, before anybody asks for all of them at once. */
export interface ReadInPieces {
  /** Reads and checks a long document, and the files that it names, until it is not wanted any more. */
  long(document: OpenDocument, isWanted: () => boolean): Promise<void>;
  /** Reads a brief with large bibliographies, and indexes these. */
  withBibliographies(uri: string, around: Dependencies): Promise<void>;
}

/** Functions for reading in pieces. */
export interface Reading {
  /** Returns an open brief. */
  document(uri: string): OpenDocument | undefined;
  /** Reads another text as if it were the document's. */
  read(document: OpenDocument, text: string, around: Dependencies): OpenDocument;
  dependenciesOf(uri: string): Dependencies;
  /** Checks a brief, so that later versions know the results. */
  check(brief: Brief, uri: string): void;
  /** Lets others have their turn. */
  pause(): Promise<void>;
  readonly named: () => Pick<FilesOfDocuments, 'update' | 'settled'>;
  readonly log: Log;
}

/** Least number of entries for reading in pieces. Bibliographies with fewer are read and indexed at once. */
const MANY_ENTRIES = 500;

export function createReadInPieces(reading: Reading): ReadInPieces {
  const { document: documentOf, read, dependenciesOf, check, pause, named, log } = reading;

  const indexed = async (uri: string, around: Dependencies): Promise<void> => {
    const files = [...(around.files?.bibliography ?? []), ...(around.workspace?.bibliography ?? [])];
    if (files.reduce((sum, { declarations }) => sum + declarations.length, 0) < MANY_ENTRIES) return;
    await pause();
    const document = documentOf(uri);
    if (!document) return;
    const brief = read(document, document.text, around).brief();
    for (const _ of indexAhead(brief)) {
      await pause();
      if (!documentOf(uri)) return;
    }
    // The version that counts takes over the results.
    check(brief, uri);
    await pause();
  };

  return {
    long: (document, isWanted) =>
      readAhead(document.text, {
        read: (text) => {
          const part = read(document, text, dependenciesOf(document.uri));
          named().update(part);
          check(part.brief(), document.uri);
        },
        pause: async () => {
          await named().settled(document.uri);
          await pause();
          return isWanted();
        },
      }),
    withBibliographies: async (uri, around) => {
      try {
        await indexed(uri, around);
      } catch (error) {
        log(`The indexing of bibliographies failed. ${traceOf(error)}`);
      }
    },
  };
}
