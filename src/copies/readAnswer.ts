/** Turns the answer of a host into a copy, or into the reason why it isn't one. */
import { decodePage, readKeptPage } from '../formats';
import type { NetworkAnswer } from '../network/contract';
import { type Missing, MOST_BYTES } from './askPage';
import type { CopyState, Extract } from './contract';
import { inertText } from './inert';

/** A copy that is not written yet. */
export interface ReadCopy {
  readonly text: string;
  readonly extension: '.txt' | '.md';
  readonly state: CopyState;
}

/** Most bytes of a local copy: as much as is read of one. */
const MOST_TEXT: Readonly<Record<ReadCopy['extension'], number>> = { '.txt': 8 * 1024 * 1024, '.md': 2 * 1024 * 1024 };

/**
 * Most bytes of a web page. A larger one has too much text, and takes too long to read: a megabyte of small tags takes almost a
 * second, and nothing else is done meanwhile.
 */
const MOST_PAGE = 4 * 1024 * 1024;
/** Most bytes that a character of ASCII has in an encoding that web pages use. */
const WIDEST = 2;

/**
 * Reads a web page, a PDF, a Word document or a text, told by its first bytes and its type.
 *
 * @param today the day, in ISO 8601
 */
export async function readAnswer(answer: NetworkAnswer, extract: Extract, today: string): Promise<ReadCopy | Missing> {
  const { host } = new URL(answer.url);
  const refused = whyNoPage(answer, host);
  if (refused) return refused;
  const size = answer.body.length;
  const type = answer.headers.get('content-type') ?? '';
  const start = new TextDecoder('latin1').decode(answer.body.subarray(0, 1000));
  const name = documentOf(type, start);
  if (name !== null) return withinLimits(await extracted(name, answer.body, extract, host), host);
  const isPage = /\bx?html\b/i.test(type) || /^[\s\uFEFFï»¿]*<(?:!doctype html|html|head)\b/i.test(start);
  if (isPage)
    return size > MOST_PAGE ? tooLarge(host, MOST_PAGE) : withinLimits(pageOf(answer, type, host, today), host);
  if (!/^\s*(?:text\/(?:plain|markdown)\b|$)/i.test(type)) return { reason: 'type', host, detail: shortType(type) };
  const extension = /markdown/i.test(type) ? '.md' : '.txt';
  if (size > MOST_TEXT[extension] * WIDEST) return tooLarge(host, MOST_TEXT[extension]);
  const text = decodePage(answer.body, type);
  if (text.includes('\0')) return { reason: 'type', host, detail: shortType(type) };
  if (text.trim() === '') return { reason: 'empty', host };
  return withinLimits({ text, extension, state: 'whole' }, host);
}

function whyNoPage({ status, isCut }: NetworkAnswer, host: string): Missing | null {
  const detail = String(status);
  if (status === 404 || status === 410) return { reason: 'gone', host, detail };
  if (status === 401) return { reason: 'sign-in', host };
  if (status === 402) return { reason: 'paywall', host };
  if (status === 429 || status === 503) return { reason: 'busy', host };
  if (status >= 500 || status === 408) return { reason: 'failed', host, detail };
  if (status !== 200 && status !== 203) return { reason: 'refused', host, detail };
  return isCut ? tooLarge(host, MOST_BYTES) : null;
}

/** Returns a name of ours that tells the kind of document; null if it isn't a document. */
function documentOf(type: string, start: string): string | null {
  if (/^\s*%PDF-/.test(start)) return 'source.pdf';
  return /officedocument\.wordprocessingml/i.test(type) && start.startsWith('PK') ? 'source.docx' : null;
}

async function extracted(name: string, body: Uint8Array, extract: Extract, host: string): Promise<ReadCopy | Missing> {
  const read = await extract(name, body);
  if ('error' in read) return { reason: 'unreadable', host, detail: read.error };
  return { text: read.text, extension: read.extension, state: 'whole' };
}

function pageOf({ body, url }: NetworkAnswer, type: string, host: string, today: string): ReadCopy | Missing {
  const { markdown, state } = readKeptPage(decodePage(body, type));
  switch (state) {
    case 'paywall':
    case 'scripts':
    case 'gone':
    case 'empty':
      return { reason: state, host };
    default: {
      if (markdown === '') return { reason: 'empty', host };
      // A comment is no passage.
      const from = `${url}, ${today}`.replace(/[\p{Cc}<>]/gu, '').replace(/-{2,}/g, '-');
      return { text: `<!-- ${from} -->\n\n${markdown}\n`, extension: '.md', state };
    }
  }
}

/** Makes a copy inert, unless it is too large. */
function withinLimits(copy: ReadCopy | Missing, host: string): ReadCopy | Missing {
  if ('reason' in copy) return copy;
  const most = MOST_TEXT[copy.extension];
  const isTooLarge = (text: string) => new TextEncoder().encode(text).length > most;
  if (isTooLarge(copy.text)) return tooLarge(host, most);
  const text = inertText(copy.text, copy.extension === '.md');
  return isTooLarge(text) ? tooLarge(host, most) : { ...copy, text };
}

/** @param most bytes */
function tooLarge(host: string, most: number): Missing {
  return { reason: 'too-large', host, detail: String(most / 1024 / 1024) };
}

function shortType(type: string): string {
  return type
    .replace(/;.*$/s, '')
    .replace(/[^\w./+-]/g, '')
    .slice(0, 60);
}
