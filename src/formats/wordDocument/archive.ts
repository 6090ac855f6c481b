/** Reads the parts of a Word document that hold its text from its ZIP archive, within limits. */
import { Unzip, UnzipInflate } from 'fflate';
import { say } from '../../core/base/say';

/** Most parts of a document, and most bytes of its text. One with more is made to fill a disk or a memory. */
const MOST_PARTS = 10_000;
const MOST_BYTES = 64 * 1024 * 1024;

/** Bytes that the inflater gets at a time. They unfold to at most a thousand times as many before it can be stopped. */
const STRETCH = 16 * 1024;
const WANTED =
  /^word\/(?:document\d{0,3}|styles|numbering|footnotes|endnotes|comments|commentsExtended)\.xml$|^word\/_rels\/(?:document\d{0,3}|footnotes|endnotes)\.xml\.rels$|^docProps\/core\.xml$/;
/** A name of the main part: some programs number it. */
const MAIN = /^(word\/(?:_rels\/)?document)\d{1,3}(\.xml(?:\.rels)?)$/;

/** A limit that an archive goes over. */
class OverLimit extends Error {}

/**
 * Inflates the parts of a document that hold its text.
 *
 * @returns the texts by the names of their parts; or why it can't be read, as a clause: it is no archive, broken, or over a
 *   limit
 */
export function readArchive(bytes: Uint8Array): ReadonlyMap<string, string> | { readonly error: string } {
  const parts = new Map<string, Uint8Array[]>();
  let count = 0;
  let total = 0;
  const unzip = new Unzip((file) => {
    if (++count > MOST_PARTS) throw new OverLimit(say('it has more than {0} parts', MOST_PARTS.toLocaleString('en')));
    if (!WANTED.test(file.name) || parts.has(file.name)) return;
    const chunks: Uint8Array[] = [];
    parts.set(file.name, chunks);
    file.ondata = (error, chunk) => {
      if (error) throw error;
      total += chunk.length;
      if (total > MOST_BYTES) throw new OverLimit(say('its text unfolds to more than 64 MB'));
      chunks.push(chunk);
    };
    file.start();
  });
  unzip.register(UnzipInflate);
  try {
    for (let at = 0; at < bytes.length; at += STRETCH) {
      unzip.push(bytes.subarray(at, at + STRETCH), at + STRETCH >= bytes.length);
    }
  } catch (error) {
    return {
      error: error instanceof OverLimit ? error.message : say('it is damaged: its archive cannot be unpacked'),
    };
  }
  const texts = new Map<string, string>();
  for (const [name, chunks] of parts) {
    const decoder = new TextDecoder();
    const text = chunks.map((chunk) => decoder.decode(chunk, { stream: true })).join('') + decoder.decode();
    const plain = name.replace(MAIN, '$1$2');
    if (plain === name || !parts.has(plain)) texts.set(plain, text);
  }
  return texts.has('word/document.xml') ? texts : { error: say('it is not a Word document (.docx)') };
}
