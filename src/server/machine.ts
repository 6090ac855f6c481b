import type { ReadPdf } from '../files/apart/extractFile';
import type { ListSources } from '../files/apart/listApart';
import type { DrawChart } from './pages/charts';

/** Functions that only a server with a machine below it has; null: it lacks them. */
export interface Machine {
  /** Draws charts. Without it, their data are shown instead. */
  readonly draw: DrawChart | null;
  /** Lists sources. Without it, the server itself lists them. */
  readonly list: ListSources | null;
  readonly printer: Printer | null;
  readonly readPdf: ReadPdf | null;
  readonly imagesOf: ImagesOf | null;
  /** Reads the table of our words in Simplified Chinese. */
  readonly wordsOfChinese: (() => Promise<unknown>) | null;
}

export interface Printer {
  /** Returns the reason why nothing can be printed on this machine, in sentences; null if it can print. */
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
 * Makes a reader for the images that a brief names, by the rules for all files that it names.
 *
 * @param uri of the brief
 * @param roots URIs of the folders in which files may be read; beyond them, in the brief's own folder
 */
export type ImagesOf = (uri: string, roots: readonly string[]) => (path: string) => Promise<Uint8Array | null>;
