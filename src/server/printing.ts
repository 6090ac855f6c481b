/**
 * Prints a page that loads nothing. Never rejects.
 *
 * @param signal ends it when it is aborted
 * @returns the bytes of a PDF, or why there is none, in sentences
 */
export type PrintPdf = (
  html: string,
  signal: AbortSignal,
) => Promise<{ readonly pdf: Uint8Array } | { readonly error: string }>;
