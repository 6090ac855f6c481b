import type { ReadPdf } from '../files/apart/extractFile';
import type { ListSources } from '../files/apart/listApart';
import type { DrawChart } from './pages/charts';

/** What only a server with a machine below it can do; null: it cannot. */
export interface Machine {
  /** Without it the data of charts stand for them. */
  readonly draw: DrawChart | null;
  /** Without it they are listed by the server itself. */
  readonly list: ListSources | null;
  readonly printer: Printer | null;
  readonly readPdf: ReadPdf | null;
  readonly imagesOf: ImagesOf | null;
  /** Reads the table of what is said in Simplified Chinese. */
  readonly wordsOfChinese: (() => Promise<unknown>) | null;
}

export interface Printer {
  /** Why nothing can be printed on this machine, in sentences; null where it can. */
  readonly trouble: () => string | null;
  /**
   * Prints a page that loads nothing. Never rejects.
   *
   * @param signal ends it when it is aborted
   * @returns the bytes of a PDF, or why there is none, in sentences
   */
  readonly print: (
    html: string,
    signal: AbortSignal,
  ) => Promise<{ readonly pdf: Uint8Array } | { readonly error: string }>;
}

/**
 * Makes what reads the images that a brief names, by the rules for all files that it names.
 *
 * @param uri of the brief
 * @param roots URIs of the folders in which may be read; beyond them, in the brief's own folder
 */
export type ImagesOf = (uri: string, roots: readonly string[]) => (path: string) => Promise<Uint8Array | null>;
