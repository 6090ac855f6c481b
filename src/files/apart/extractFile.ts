/** Turns the document of a source into the text of its local copy. */

import { say } from '../../core/base/say';
import { kindOfReport } from '../../core/importing/importText';
import type { DocumentSource } from '../../formats';
import { decodeText } from '../confined/confinement';

/** Reads a PDF, as `pdf/readApart.ts` does. */
export type ReadPdf = (
  bytes: Uint8Array,
) => Promise<
  { readonly text: string; readonly pages: number; readonly source: DocumentSource } | { readonly error: string }
>;

export type ExtractedFile =
  | {
      readonly text: string;
      /** The extension of its local copy. */
      readonly extension: '.txt' | '.md';
      /** Number of pages that the text marks; null: none. */
      readonly pages: number | null;
      readonly source: DocumentSource;
    }
  /** The reason why nothing was read, as a clause, with what to do. */
  | { readonly error: string };

/** Largest local copies, in bytes. No more is read of one. */
const MOST_TEXT = 8 * 1024 * 1024;
const MOST_MARKDOWN = 2 * 1024 * 1024;

/**
 * Reads a PDF, a Word document, a web page, Markdown or a text. Its first bytes and its name tell which. Never rejects.
 *
 * @param name of the file, without folders
 * @param readPdf null if there is no process to read a PDF in
 */
export async function extractFile(name: string, bytes: Uint8Array, readPdf: ReadPdf | null): Promise<ExtractedFile> {
  if (/\.pdf$/i.test(name) || /^\s*%PDF-/.test(String.fromCharCode(...bytes.subarray(0, 100)))) {
    if (!readPdf) return { error: say('Only VS Code on the desktop reads PDFs, because they need a separate process') };
    const read = await readPdf(bytes);
    return 'error' in read ? read : withinLimits({ ...read, extension: '.txt' });
  }
  const kind = kindOfReport(name, bytes);
  if (typeof kind !== 'string') return kind;
  if (kind === 'word-document') {
    const { sourceOfWordDocument } = await import('../../formats');
    return fromMarkdown(name, sourceOfWordDocument(bytes));
  }
  const decoded = decodeText(bytes);
  if (!decoded) return { error: say('it is not text') };
  if (decoded.garbled) return { error: say('it is not valid UTF-8; save it as UTF-8') };
  if (kind === 'web-page') {
    const { sourceOfWebPage } = await import('../../formats');
    return fromMarkdown(name, sourceOfWebPage(decoded.text));
  }
  const extension = /\.(?:md|markdown)$/i.test(name) ? '.md' : '.txt';
  return withinLimits({ text: decoded.text, extension, pages: null, source: {} });
}

type Read = { readonly markdown: string; readonly source: DocumentSource } | { readonly error: string };

/** Makes a copy that begins with a comment on its origin. The comment isn't a passage. */
function fromMarkdown(name: string, read: Read): ExtractedFile {
  if ('error' in read) return read;
  if (read.markdown.trim() === '') return { error: say('there is no text in it') };
  const origin = name.replace(/[\p{Cc}<>]/gu, '').replace(/-{2,}/g, '-');
  const text = `<!-- The text of ${origin} -->\n\n${read.markdown}`;
  return withinLimits({ text, extension: '.md', pages: null, source: read.source });
}

function withinLimits(file: Extract<ExtractedFile, { text: string }>): ExtractedFile {
  const most = file.extension === '.md' ? MOST_MARKDOWN : MOST_TEXT;
  const { length } = new TextEncoder().encode(file.text);
  if (length <= most) return file;
  return {
    error: say('its text is larger than {0} MB; save the part that you cite as a separate file', most / 1024 / 1024),
  };
}
