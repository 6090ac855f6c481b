/** Turns a PDF into text, by the parser of Firefox in the build of unpdf, which draws nothing and loads nothing. */

import { getDocument, type PDFDocumentLoadingTask, type PDFDocumentProxy } from 'unpdf/pdfjs';
import { say } from '../core/base/say';
import { type DocumentSource, trustedSource } from '../formats/trusted';
import type { ExtractedPdf, Page } from './extracted';
import { readPage } from './readPage';
import { textOfPages } from './textOfPages';

/** Most pages of a source. A PDF with more is a library. */
const MOST_PAGES = 3000;
/** Most pieces of text that are read of a page. A page with more is a drawing. */
const MOST_PIECES = 50_000;
/** Longest text of a local copy, in UTF-16 units: less than the 8 MB that are read of a copy. */
const MOST_TEXT = 4_000_000;

/**
 * Reads the text of a PDF, its pages and its metadata. Never rejects.
 *
 * @param readCMap reads one of the tables that CJK fonts are encoded by, which documents do not hold: `UniGB-UCS2-H.bcmap`
 */
export async function extractPdf(bytes: Uint8Array, readCMap: (name: string) => Uint8Array): Promise<ExtractedPdf> {
  let task: PDFDocumentLoadingTask | undefined;
  try {
    task = getDocument({
      data: bytes,
      BinaryDataFactory: cMapsBy(readCMap),
      cMapUrl: 'cmaps/',
      cMapPacked: true,
      useWorkerFetch: false,
      useSystemFonts: false,
      useWasm: false,
      disableFontFace: true,
      isEvalSupported: false,
      enableXfa: false,
      stopAtErrors: false,
      verbosity: 0,
    });
    return await extract(await task.promise);
  } catch (error) {
    if (error instanceof Error && error.name === 'PasswordException')
      return { error: say('it is locked with a password; save it without one in the program that opens it') };
    return { error: say('it is not a readable PDF; open it in another program and save it again') };
  } finally {
    await task?.destroy().catch(() => undefined);
  }
}

async function extract(document: PDFDocumentProxy): Promise<ExtractedPdf> {
  const { numPages } = document;
  if (numPages > MOST_PAGES)
    return { error: say('it has more than {0} pages; save those that you cite as a separate PDF', MOST_PAGES) };
  const pages: Page[] = [];
  for (let number = 1; number <= numPages; number++) pages.push(await pageOf(document, number));
  if (pages.every(({ pieces }) => pieces.length === 0))
    return {
      error: say('there is no text in it: its pages are scanned images; run OCR first'),
    };
  const text = textOfPages(pages);
  if (text.length > MOST_TEXT)
    return {
      error: say('it has too much text; save the pages that you cite as a separate PDF'),
    };
  const { info, metadata } = await document.getMetadata().catch(() => ({ info: {}, metadata: null }));
  return { text, pages: numPages, source: sourceOf(info, (name) => metadata?.get(name), text) };
}

/** Reads a page. A broken one counts as empty, and the others are still read. */
async function pageOf(document: PDFDocumentProxy, number: number): Promise<Page> {
  try {
    const page = await document.getPage(number);
    const { items } = await page.getTextContent();
    const read = readPage(items.slice(0, MOST_PIECES), page.getViewport({ scale: 1 }));
    page.cleanup();
    return read;
  } catch {
    return { width: 0, height: 0, pieces: [] };
  }
}

/** Returns a reader for the files that the parser asks for: tables by their names, and nothing else. */
function cMapsBy(readCMap: (name: string) => Uint8Array) {
  return class {
    readonly fetch = async ({ kind, filename }: { readonly kind: string; readonly filename: string }) => {
      if (kind !== 'cMapUrl' || !/^[\w-]{1,40}\.bcmap$/.test(filename)) throw new Error('There is no such file.');
      return readCMap(filename);
    };
  };
}

/**
 * @param info of the document's dictionary
 * @param xmp a property of its XMP metadata by its name, `dc:title`
 * @param text of its pages
 */
function sourceOf(info: object, xmp: (name: string) => unknown, text: string): DocumentSource {
  const said = new Map(Object.entries(info));
  return trustedSource(
    {
      title: [xmp('dc:title'), said.get('Title')],
      authors: [xmp('dc:creator'), said.get('Author')],
      publisher: [xmp('dc:publisher')],
      // `CreationDate` and `ModDate` are those of the file.
      published: [xmp('prism:publicationdate'), xmp('prism:coverdate')],
      doi: [xmp('prism:doi'), xmp('pdfx:doi'), xmp('crossmark:doi')],
      language: [said.get('Language')],
    },
    text,
  );
}
