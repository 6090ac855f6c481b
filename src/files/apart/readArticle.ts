/** The document of an article as the paragraphs that a summary of it may count. */

import type { Article } from '../../core/importing/importText';
import { extractFile, type ReadPdf } from './extractFile';

export type ReadArticle = Omit<Article, 'path'> | { readonly error: string };

/** Reads what {@link extractFile} reads. Never rejects. */
export async function readArticle(name: string, bytes: Uint8Array, readPdf: ReadPdf | null): Promise<ReadArticle> {
  const extracted = await extractFile(name, bytes, readPdf);
  if ('error' in extracted) return extracted;
  const { readDocument } = await import('../../formats');
  const read = readDocument(extracted.text, { path: `article${extracted.extension}`, uri: '' });
  if ('refused' in read) return { error: read.refused.replace(/[.。]$/, '') };
  return { paragraphs: read.passages.map(({ text }) => text), source: extracted.source };
}
