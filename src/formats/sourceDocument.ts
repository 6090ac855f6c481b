/** Turns documents of sources into local copies in Markdown, with the fields that the documents give. */
import { readPageMeta } from './pages/pageMeta';
import { readWebPage } from './pages/webPage';
import { type DocumentSource, type SaidOfItself, trustedSource } from './trusted';
import { readParts } from './wordDocument';
import { readArchive } from './wordDocument/archive';
import { readXml } from './wordDocument/xml';

export type SourceDocument =
  | { readonly markdown: string; readonly source: DocumentSource }
  /** Reason why the document can't be read, as a clause. */
  | { readonly error: string };

/** Reads a Word document (DOCX). Nothing is loaded from elsewhere. */
export function sourceOfWordDocument(bytes: Uint8Array): SourceDocument {
  const parts = readArchive(bytes);
  if ('error' in parts) return { error: parts.error };
  const read = readParts(parts);
  if ('error' in read) return read;
  const properties = propertiesIn(parts.get('docProps/core.xml') ?? '');
  const said = {
    title: [properties.get('dc:title')],
    authors: [properties.get('dc:creator')],
    language: [properties.get('dc:language')],
  };
  return { markdown: read.markdown, source: trustedSource(said, read.markdown) };
}

/** Reads a web page. Nothing of it is run or loaded. */
export function sourceOfWebPage(html: string): SourceDocument {
  const read = readWebPage(html);
  if ('error' in read) return read;
  const said = saidByPage(html);
  const titled = [...(said.title ?? []), ...(/^# (.{1,300})$/m.exec(read.markdown)?.slice(1) ?? [])];
  return { markdown: read.markdown, source: trustedSource({ ...said, title: titled }, read.markdown) };
}

/** The texts of the core properties of a document (ISO/IEC 29500-2, 11), by their names. */
function propertiesIn(xml: string): ReadonlyMap<string, string> {
  const properties = new Map<string, string>();
  let open = '';
  readXml(xml, {
    open: (name) => {
      open = name;
    },
    text: (text) => void (open !== '' && properties.set(open, text)),
    close: () => {
      open = '';
    },
  });
  return properties;
}

/** A longer head is not a head. */
const HEAD = 500_000;

/** Reads the head of a page: the fields under the names that libraries, publishers and social networks use. */
function saidByPage(html: string): SaidOfItself {
  const meta = readPageMeta(html.slice(0, HEAD));
  const all = (...names: readonly string[]) => names.map((name) => meta.valuesOf(name));
  const date = (...names: readonly string[]) => all(...names).map(([value]) => value?.replaceAll('/', '-'));
  return {
    title: [...all('citation_title', 'dc.title', 'og:title'), meta.title],
    authors: all('citation_author', 'dc.creator', 'author'),
    publisher: all('citation_publisher', 'dc.publisher', 'og:site_name'),
    published: date(
      'citation_publication_date',
      'citation_date',
      'article:published_time',
      'dc.date.issued',
      'dc.date',
      'dcterms.date',
      'date',
    ),
    url: [meta.canonical, ...all('og:url')],
    doi: all('citation_doi', 'dc.identifier'),
    language: [meta.language],
  };
}
