/** The document of a source to the text of its local copy. */

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
      /** The extension that its local copy takes. */
      readonly extension: '.txt' | '.md';
      /** How many pages it marks; null: none. */
      readonly pages: number | null;
      readonly source: DocumentSource;
    }
  /** Why nothing was read, as a clause, with what to do. */
  | { readonly error: string };

/** What a local copy may have: as much as is read of one. */
const MOST_TEXT = 8 * 1024 * 1024;
const MOST_MARKDOWN = 2 * 1024 * 1024;

/**
 * Reads a PDF, a Word document, a web page, Markdown or a text, which its first bytes and its name tell. Never rejects.
 *
 * @param name of the file, without folders
 * @param readPdf null where there is no process to read one in
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

/** Says in a comment, which is not a passage, where a copy comes from. */
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
