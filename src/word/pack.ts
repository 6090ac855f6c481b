/** The last step: the same brief gives the same bytes. */
import { strFromU8, strToU8, unzipSync, type Zippable, zipSync } from 'fflate';
import { NO_DAY } from './comments';

export interface Finish {
  /** The days on which the brief was published and changed, `2025-08-06`. */
  readonly created: string | undefined;
  readonly modified: string | undefined;
}

/** The first moment that a ZIP file can tell, in the local time that it is told in. */
const LONG_AGO = new Date(1980, 0, 1);

/**
 * Takes chance and the clock out of a document: the library gives links names by chance, counts drawings and bookmarks
 * over all documents that it wrote, and dates the document today.
 */
export function finish(packed: Uint8Array, options: Finish): Uint8Array {
  const files = unzipSync(packed);
  const names = relationshipNames(files);
  const parts: Zippable = {};
  // A reader of the package looks at the types first.
  const paths = Object.keys(files).sort((a, b) => rank(a) - rank(b) || (a < b ? -1 : 1));
  for (const path of paths) {
    const bytes = files[path];
    if (!bytes) continue;
    const isText = /\.(?:xml|rels)$/.test(path);
    parts[path] = [isText ? strToU8(finishPart(path, strFromU8(bytes), names, options)) : bytes, { mtime: LONG_AGO }];
  }
  return zipSync(parts);
}

const rank = (path: string) => (path === '[Content_Types].xml' ? 0 : path === '_rels/.rels' ? 1 : 2);

function finishPart(
  path: string,
  xml: string,
  names: ReadonlyMap<string, string>,
  { created, modified }: Finish,
): string {
  if (path === 'docProps/core.xml') return withDates(xml, created, modified);
  // A comment without a day has none.
  if (path === 'word/comments.xml') return xml.replaceAll(` w:date="${NO_DAY.toISOString()}"`, '');
  // No text of an author's has a "<" or a name that was made by chance a moment ago.
  const bookmarks = counter();
  const drawings = counter();
  return xml
    .replace(/"(rId[\w-]+)"/g, (whole, name: string) => (names.has(name) ? `"${names.get(name)}"` : whole))
    .replace(
      /(<w:bookmarkStart w:name="\w+" w:id="|<w:bookmarkEnd w:id=")(\d+)/g,
      (_, start: string, id: string) => start + bookmarks(id),
    )
    .replace(/(<wp:docPr id=")(\d+)/g, (_, start: string, id: string) => start + drawings(id));
}

/** Gives each different text the next number. */
function counter(): (text: string) => string {
  const known = new Map<string, string>();
  return (text) => {
    const number = known.get(text) ?? String(known.size + 1);
    known.set(text, number);
    return number;
  };
}

/** Names in the order in which the parts list them. */
function relationshipNames(files: Readonly<Record<string, Uint8Array>>): Map<string, string> {
  const names = new Map<string, string>();
  for (const path of Object.keys(files).sort()) {
    const bytes = files[path];
    if (!bytes || !path.endsWith('.rels')) continue;
    for (const [, name = ''] of strFromU8(bytes).matchAll(/<Relationship\b[^>]*?\bId="([^"]+)"/g)) {
      // Plain numbers are given by the library itself, always the same.
      if (!/^rId\d+$/.test(name) && !names.has(name)) names.set(name, `rIdLink${names.size + 1}`);
    }
  }
  return names;
}

function withDates(xml: string, created: string | undefined, modified: string | undefined): string {
  const dates = { created, modified };
  return xml
    .replace(
      /<dcterms:(created|modified)\b([^>]*)>[^<]*<\/dcterms:\1>/g,
      (_, name: 'created' | 'modified', rest: string) => {
        const day = dates[name];
        return day !== undefined && isDay(day) ? `<dcterms:${name}${rest}>${day}T00:00:00Z</dcterms:${name}>` : '';
      },
    )
    .replace(/<(dc:creator|cp:lastModifiedBy)>Un-named<\/\1>/g, '');
}

function isDay(text: string): boolean {
  return /^\d{4}-\d{2}-\d{2}$/.test(text) && !Number.isNaN(Date.parse(`${text}T00:00:00Z`));
}
