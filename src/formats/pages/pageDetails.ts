/** Reads the fields of a source from what a web page says about itself. */
import { isoDate } from '../bibliography/isoDate';
import { isThing, own, type PageMeta, readPageMeta } from './pageMeta';
import { plainWords } from './plainWords';

/** Fields of a source, as the format has them. */
export interface PageDetails {
  readonly title?: string;
  readonly authors?: readonly string[];
  readonly publisher?: string;
  readonly published?: string;
  readonly url: string;
  readonly doi?: string;
  readonly type: string;
  readonly language?: string;
}

/** Kinds of JSON-LD (schema.org) that are the page itself, with the types of CSL that they are. */
const KINDS: ReadonlyMap<string, string> = new Map([
  ['ScholarlyArticle', 'article-journal'],
  ['MedicalScholarlyArticle', 'article-journal'],
  ['NewsArticle', 'article-newspaper'],
  ['ReportageNewsArticle', 'article-newspaper'],
  ['AnalysisNewsArticle', 'article-newspaper'],
  ['OpinionNewsArticle', 'article-newspaper'],
  ['Report', 'report'],
  ['TechArticle', 'webpage'],
  ['BlogPosting', 'post-weblog'],
  ['Book', 'book'],
  ['Thesis', 'thesis'],
  ['Dataset', 'dataset'],
  ['Article', 'webpage'],
  ['WebPage', 'webpage'],
]);

/**
 * Reads the details of a page. Data for libraries (`citation_…`, which Google Scholar and Zotero read) is believed first. Data
 * for machines in general follows (JSON-LD, Dublin Core), then data for sharing (Open Graph), and last the title of the window.
 *
 * @param address where the page came from, after redirects
 */
export function readPageDetails(html: string, address: string): PageDetails {
  const meta = readPageMeta(html);
  const thing = mainThing(meta);
  const kind = thing ? kindsOf(thing).find((name) => KINDS.has(name)) : undefined;
  const journal = first(meta.valuesOf('citation_journal_title', 'citation_conference_title', 'prism.publicationname'));
  const title =
    first(meta.valuesOf('citation_title')) ??
    wordsOf(thing, 'headline') ??
    (kind === 'WebPage' ? undefined : wordsOf(thing, 'name')) ??
    first(meta.valuesOf('dc.title', 'dcterms.title', 'og:title', 'twitter:title')) ??
    titleOfWindow(meta);
  const publisher =
    journal ??
    first(
      meta.valuesOf('citation_technical_report_institution', 'citation_dissertation_institution', 'citation_publisher'),
    ) ??
    wordsOf(part(thing, 'isPartOf'), 'name') ??
    wordsOf(part(thing, 'publisher'), 'name') ??
    first(meta.valuesOf('dc.publisher', 'dcterms.publisher', 'og:site_name', 'application-name'));
  const published = firstDate([
    ...meta.valuesOf(
      'citation_publication_date',
      'citation_date',
      'citation_cover_date',
      'citation_online_date',
      'citation_year',
    ),
    wordsOf(thing, 'datePublished') ?? '',
    ...meta.valuesOf('prism.publicationdate', 'dc.date.issued', 'dcterms.issued', 'dc.date', 'dcterms.date'),
    ...meta.valuesOf('dcterms.created', 'article:published_time', 'datepublished', 'date', 'pubdate', 'publish-date'),
  ]);
  const doi = doiIn([
    ...meta.valuesOf('citation_doi', 'prism.doi', 'dc.identifier', 'dc.identifier.doi', 'dcterms.identifier'),
    wordsOf(thing, 'identifier') ?? '',
  ]);
  const language = firstLanguage([
    ...meta.valuesOf('citation_language'),
    wordsOf(thing, 'inLanguage') ?? '',
    ...meta.valuesOf('dc.language', 'dcterms.language'),
    meta.language,
    ...meta.valuesOf('og:locale'),
  ]);
  const authors = authorsOf(meta, thing);
  return {
    ...(title === undefined ? {} : { title }),
    ...(authors.length === 0 ? {} : { authors }),
    ...(publisher === undefined ? {} : { publisher }),
    ...(published === undefined ? {} : { published }),
    url: ownAddress(meta, address),
    ...(doi === undefined ? {} : { doi }),
    type: journal === undefined ? (KINDS.get(kind ?? '') ?? 'webpage') : 'article-journal',
    ...(language === undefined ? {} : { language }),
  };
}

type Thing = Readonly<Record<string, unknown>>;

/** The thing that describes the page: the first kind that fits, before a thing that only says that it is a page. */
function mainThing({ things }: PageMeta): Thing | undefined {
  const known = things.filter((thing) => kindsOf(thing).some((name) => KINDS.has(name)));
  return known.find((thing) => !kindsOf(thing).includes('WebPage')) ?? known[0];
}

function kindsOf(thing: Thing): string[] {
  return [own(thing, '@type')].flat().filter((name) => typeof name === 'string');
}

function part(thing: Thing | undefined, key: string): Thing | undefined {
  const value: unknown = thing && [own(thing, key)].flat()[0];
  return isThing(value) ? value : undefined;
}

function wordsOf(thing: Thing | undefined, key: string): string | undefined {
  const value: unknown = thing && [own(thing, key)].flat()[0];
  return typeof value === 'string' ? plainWords(value) || undefined : undefined;
}

function first(values: readonly string[]): string | undefined {
  return values.map(plainWords).find((value) => value !== '');
}

/** `Report | Ministry` is the title `Report` where the page says that its site is `Ministry`. */
function titleOfWindow(meta: PageMeta): string | undefined {
  const title = plainWords(meta.title);
  const site = first(meta.valuesOf('og:site_name', 'application-name'));
  const [, start = '', end = ''] = /^(.+?)\s+[|–—·-]\s+([^|–—·]+)$/.exec(title) ?? [];
  return (site !== undefined && end.toLowerCase() === site.toLowerCase() ? start : title) || undefined;
}

const MOST_AUTHORS = 100;

function authorsOf(meta: PageMeta, thing: Thing | undefined): readonly string[] {
  const people: readonly unknown[] = thing ? [own(thing, 'author') ?? own(thing, 'creator')].flat() : [];
  const named = people.map((person) => (isThing(person) ? wordsOf(person, 'name') : person));
  const lists = [
    meta.valuesOf('citation_author', 'citation_authors').flatMap((names) => names.split(/\s*;\s*/)),
    named.filter((name) => typeof name === 'string'),
    meta.valuesOf('dc.creator', 'dcterms.creator', 'dc.contributor.author'),
    meta.valuesOf('author', 'article:author', 'byl', 'sailthru.author', 'parsely-author'),
  ];
  for (const list of lists) {
    const names = list.map(personName).filter((name) => name !== '' && !/^(?:https?:|www\.|@)/i.test(name));
    if (names.length > 0) return [...new Set(names)].slice(0, MOST_AUTHORS);
  }
  return [];
}

/** `Sample, Ada` and `By Ada Sample` are Ada Sample. */
function personName(written: string): string {
  const name = plainWords(written).replace(/^by\s+/i, '');
  const parts = name.split(/\s*,\s*/);
  const [family = '', given = ''] = parts;
  return parts.length === 2 && given !== '' && !/^(?:jr|sr|i{1,3}|iv|inc|ltd|llc)\b/i.test(given)
    ? `${given} ${family}`
    : name;
}

function firstDate(values: readonly string[]): string | undefined {
  return values.map(isoDate).find((date) => date !== undefined);
}

function doiIn(values: readonly string[]): string | undefined {
  const form = /^(?:https?:\/\/(?:dx\.)?doi\.org\/|doi:)?\s*(10\.\d{4,9}\/[^\s\p{Cc}]+)$/iu;
  return values.map((value) => form.exec(value.trim())?.[1]).find((doi) => doi !== undefined);
}

/** Tags of BCP 47, as far as pages use them. Open Graph writes `en_US`. */
function firstLanguage(values: readonly string[]): string | undefined {
  return values
    .map((value) => value.trim().replace(/_/g, '-'))
    .find((value) => /^[a-z]{2,3}(?:-[a-z]{4})?(?:-(?:[a-z]{2}|\d{3}))?$/i.test(value));
}

/** The page's own address (canonical link) if it is on the same site, else the address that it came from. */
function ownAddress(meta: PageMeta, address: string): string {
  const came = new URL(address);
  came.hash = '';
  for (const written of [meta.canonical, ...meta.valuesOf('og:url')]) {
    if (written === '' || !URL.canParse(written, came.href)) continue;
    const own = new URL(written, came.href);
    const isSame = siteName(own) === siteName(came) && /^https?:$/.test(own.protocol) && own.username === '';
    // The front page is not the address of an article, though some sites name it for every article.
    if (isSame && own.port === came.port && (own.pathname !== '/' || came.pathname === '/')) return own.href;
  }
  return came.href;
}

function siteName({ hostname }: URL): string {
  return hostname.replace(/^(?:www|m)\./, '');
}
