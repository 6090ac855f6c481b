/** Turns documents of sources into local copies in Markdown, with the fields that the documents give. */
import { Parser } from 'htmlparser2';
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
/** A field that is repeated more often is not a list of authors. */
const MOST_VALUES = 50;

/** Reads the head of a page: the fields under the names that libraries, publishers and social networks use. */
function saidByPage(html: string): SaidOfItself {
  const metas = new Map<string, string[]>();
  let [url, language, title, inTitle] = ['', '', '', false];
  const parser = new Parser({
    onopentag: (name, { name: key, property, content, rel, href, lang }) => {
      const named = (key ?? property ?? '').toLowerCase();
      if (name === 'meta' && content && metas.size < 1000) {
        const before = metas.get(named) ?? [];
        if (before.length < MOST_VALUES) metas.set(named, [...before, content]);
      }
      if (name === 'link' && rel?.toLowerCase() === 'canonical') url ||= href ?? '';
      if (name === 'html') language = lang ?? '';
      inTitle = name === 'title' && title === '';
    },
    ontext: (text) => {
      if (inTitle && title.length < 1000) title += text;
    },
    onclosetag: () => {
      inTitle = false;
    },
  });
  parser.end(html.slice(0, HEAD));
  const all = (...names: readonly string[]) => names.map((name) => metas.get(name));
  const date = (...names: readonly string[]) => all(...names).map((values) => values?.[0]?.replaceAll('/', '-'));
  return {
    title: [...all('citation_title', 'dc.title', 'og:title'), title],
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
    url: [url, ...all('og:url')],
    doi: all('citation_doi', 'dc.identifier'),
    language: [language],
  };
}
