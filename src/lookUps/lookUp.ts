import { say } from '../core/base/say';
import { decodePage, readArticle, readPageDetails } from '../formats';
import type { NetworkAnswer, Request } from '../network/contract';
import { type Found, type FoundSource, LookUpError, type Subject } from './contract';
import { clean, readArxiv, readCslItem, readOpenLibrary } from './records';
import { addressOf, hostOf, SERVICES, type Services } from './services';

export interface LookUpOptions {
  readonly request: Request;
  /** Day of the look-up, in ISO 8601. */
  readonly today: string;
  readonly signal?: AbortSignal;
  /** True if the host may be one of this machine or its network. */
  readonly allowPrivate?: boolean;
  /** Other private hosts that the user has allowed, also as targets of redirects. */
  readonly privateHosts?: readonly string[];
  readonly services?: Services;
}

const MOST_RECORD_BYTES = 2 * 1024 * 1024;
const MOST_PAGE_BYTES = 5 * 1024 * 1024;

const ACCEPT: Readonly<Record<Subject['kind'], string>> = {
  // Agencies that have no CSL redirect to the page of the work.
  doi: 'application/vnd.citationstyles.csl+json, text/html;q=0.5',
  arxiv: 'application/atom+xml',
  isbn: 'application/json',
  pubmed: 'application/json',
  page: 'text/html, application/xhtml+xml;q=0.9',
};

/**
 * Looks up a source, at one service or at the page itself, by one request and its redirects.
 *
 * @throws NetworkError where there is no answer, LookUpError where it is of no use
 */
export async function lookUp(subject: Subject, options: LookUpOptions): Promise<Found> {
  const { request, today, signal, allowPrivate = false, privateHosts = [], services = SERVICES } = options;
  const host = hostOf(subject, services);
  const answer = await request({
    url: addressOf(subject, services),
    headers: { accept: ACCEPT[subject.kind], 'accept-language': '*' },
    mostBytes: subject.kind === 'page' ? MOST_PAGE_BYTES : MOST_RECORD_BYTES,
    allowPrivate,
    privateHosts,
    ...(signal === undefined ? {} : { signal }),
  });
  checkStatus(answer, subject, host);
  const contentType = answer.headers.get('content-type') ?? '';
  const text = decodePage(answer.body, contentType);
  const isPage = /\bhtml\b/i.test(contentType) || (contentType === '' && /^\s*<(?:!doctype|html)\b/i.test(text));
  if (subject.kind === 'page' || (subject.kind === 'doi' && isPage)) {
    if (!isPage) throw noPage(contentType, host);
    return pageOf(subject, answer, text, today);
  }
  const source = answer.isCut ? null : await recordOf(subject, text);
  if (!source && !answer.isCut && isEmptyAnswer(subject, text)) throw unknownAt(host, subject);
  if (!source)
    throw new LookUpError('unreadable', host, say('The answer of {0} cannot be read. Try again later.', host));
  return { source: { ...source, accessed: today }, text: null, isCut: false };
}

async function recordOf({ kind, id }: Subject, text: string): Promise<FoundSource | null> {
  switch (kind) {
    case 'arxiv':
      return readArxiv(text, id);
    case 'isbn':
      return readOpenLibrary(text, id);
    case 'doi': {
      const source = await readCslItem(text);
      return source && { ...source, doi: id };
    }
    case 'pubmed': {
      const source = await readCslItem(text);
      return source && { ...source, url: `https://pubmed.ncbi.nlm.nih.gov/${id}/` };
    }
    case 'page':
      return null;
  }
}

/** True if a service says with an empty answer that it knows nothing, as two of them do. */
function isEmptyAnswer({ kind }: Subject, text: string): boolean {
  return kind === 'isbn' ? /^\s*\{\s*\}\s*$/.test(text) : kind === 'arxiv' && /<feed\b/.test(text);
}

function pageOf(subject: Subject, { url, isCut }: NetworkAnswer, html: string, today: string): Found {
  const { url: ownUrl, ...details } = readPageDetails(html, url);
  const isDoi = subject.kind === 'doi';
  const source = { ...clean(details), ...(isDoi ? { doi: subject.id } : { url: ownUrl }), accessed: today };
  const text = isDoi ? null : readArticle(html);
  return { source, text: text === '' ? null : text, isCut };
}

function checkStatus({ status }: NetworkAnswer, subject: Subject, host: string): void {
  if (status === 200 || status === 203) return;
  if (status === 404 || status === 410 || (subject.kind !== 'page' && status === 400)) throw unknownAt(host, subject);
  if (status === 429 || status >= 500)
    throw new LookUpError('busy', host, say('{0} cannot answer at the moment ({1}). Try again later.', host, status));
  if (status >= 400)
    throw new LookUpError(
      'refused',
      host,
      say('{0} blocks automated access to this ({1}). Open it in a browser.', host, status),
    );
  throw new LookUpError('unreadable', host, say('The answer of {0} cannot be read ({1}).', host, status));
}

const NAMES: Readonly<Record<Subject['kind'], () => string>> = {
  doi: () => 'DOI',
  arxiv: () => say('arXiv id'),
  isbn: () => 'ISBN',
  pubmed: () => say('PubMed id'),
  page: () => say('page'),
};

function unknownAt(host: string, { kind, id }: Subject): LookUpError {
  return new LookUpError('unknown', host, say('{0} has no {1} {2}. Check its spelling.', host, NAMES[kind](), id));
}

function noPage(contentType: string, host: string): LookUpError {
  const type = contentType.replace(/;.*$/s, '').trim().slice(0, 60) || say('no type');
  return new LookUpError(
    'unreadable',
    host,
    say('{0} sent {1}, not a web page. Download it, and add it as a file.', host, type),
  );
}
