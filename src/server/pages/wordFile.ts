import type { Brief } from '../../core';
import type { DocumentOptions } from '../../word';

/** A brief as DOCX, by what is loaded with the first that is asked for. */
export async function writeWordFile(brief: Brief, html: string, options: DocumentOptions): Promise<Uint8Array> {
  const { writeDocx } = await import('../../word');
  return writeDocx(brief, html, options);
}
