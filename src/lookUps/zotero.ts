/**
 * Zotero on this machine, by what it and its add-on Better BibTeX answer on a port of the loopback address: the local API of
 * Zotero 7 and later, and the picker of Better BibTeX (`/better-bibtex/cayw`). Both only read.
 */

import { isZoteroKeys } from '../core/base/zotero';
import type { NetworkAnswer, Request } from '../network/contract';
import { type FoundSource, LookUpError, type ZoteroContent } from './contract';
import { readCslItem } from './records';
import { isObject, readZoteroItem } from './zoteroItem';

/** Origin of Zotero's API. Users don't change its port. */
export const ZOTERO = 'http://127.0.0.1:23119';
const HOST = 'Zotero';
const MOST_FOUND = 30;
/** Most bytes of an answer with a full text, in JSON. */
const MOST_BYTES = 32 * 1024 * 1024;
/** Longest wait for an answer. Zotero is on this machine: a slower answer comes from something else. */
const MOST_STARTING_MS = 5000;
/** Longest wait for the picker, which answers when its user has picked something. */
const MOST_PICKING_MS = 10 * 60 * 1000;

/**
 * - `search`: it answers searches.
 * - `picker`: it shows a picker of its own.
 * - `closed`: it runs, and answers neither.
 * - `absent`: nothing answers there.
 */
export type ZoteroState = 'search' | 'picker' | 'closed' | 'absent';

export interface Zotero {
  state(): Promise<ZoteroState>;
  /**
   * Returns the items of the library that fit a text, the last changed first; for an empty text, the last changed of all.
   *
   * @throws LookUpError, NetworkError
   */
  search(words: string, signal?: AbortSignal): Promise<readonly FoundSource[]>;
  /**
   * The highlights, notes and full text of an item.
   *
   * @param item its key
   * @throws LookUpError, NetworkError
   */
  content(item: string): Promise<ZoteroContent>;
  /** Shows the picker, and waits until something is picked. Returns no source if it is closed without that. */
  pick(signal?: AbortSignal): Promise<readonly FoundSource[]>;
}

/** @param origin server that is asked: a test brings its own */
export function createZotero(request: Request, origin = ZOTERO): Zotero {
  const ask = (path: string, signal?: AbortSignal, timeoutMs?: number, mostBytes?: number): Promise<NetworkAnswer> =>
    request({
      url: origin + path,
      allowPrivate: true,
      // It has no reason to send anybody elsewhere.
      mostRedirects: 0,
      ...(signal ? { signal } : {}),
      ...(timeoutMs === undefined ? {} : { timeoutMs, idleMs: timeoutMs }),
      ...(mostBytes === undefined ? {} : { mostBytes }),
    });
  const itemsIn = async (answer: NetworkAnswer): Promise<readonly FoundSource[]> => {
    const text = new TextDecoder().decode(answer.body).trim();
    if (answer.status !== 200 || answer.isCut) throw unreadable(`status ${answer.status}`);
    return text === '' ? [] : (await Promise.all(itemsOf(text).map(sourceOf))).flatMap((source) => source ?? []);
  };
  const jsonAt = async (path: string): Promise<unknown> => {
    const answer = await ask(path, undefined, undefined, MOST_BYTES);
    if (answer.status === 404) return null;
    if (answer.status !== 200 || answer.isCut) throw unreadable(`status ${answer.status}`);
    return jsonOf(new TextDecoder().decode(answer.body));
  };
  return {
    state: async () => {
      try {
        const isThere = async (path: string) => (await ask(path, undefined, MOST_STARTING_MS)).status === 200;
        if (await isThere('/api/users/0/items/top?limit=1&format=keys')) return 'search';
        return (await isThere('/better-bibtex/cayw?probe=true')) ? 'picker' : 'closed';
      } catch (error) {
        // A network error. Its class is in another bundle, and not known here.
        if (error instanceof Error && 'kind' in error && error.kind !== 'cancelled') return 'absent';
        throw error;
      }
    },
    search: async (words, signal) => {
      const query = words.trim() === '' ? '' : `&q=${encodeURIComponent(words.trim())}`;
      const top = (how: string) => ask(`/api/users/0/items/top?${how}&limit=${MOST_FOUND}${query}`, signal);
      // With the keys of the items; a Zotero that cannot give both gives the items.
      const withKeys = await top('include=csljson');
      return itemsIn(withKeys.status === 200 ? withKeys : await top('format=csljson'));
    },
    content: (item) => readZoteroItem(item, jsonAt),
    pick: async (signal) =>
      itemsIn(await ask('/better-bibtex/cayw?format=translate&translator=csljson', signal, MOST_PICKING_MS)),
  };
}

function jsonOf(json: string): unknown {
  try {
    return JSON.parse(json);
  } catch {
    throw unreadable('no JSON');
  }
}

/** Returns the items in a list, or in an object that has the list, as the API on the web answers. */
function itemsOf(json: string): readonly object[] {
  const written = jsonOf(json);
  const list: unknown = Array.isArray(written) ? written : isObject(written) ? written['items'] : [];
  return Array.isArray(list) ? list.filter(isObject) : [];
}

/** Reads an item of CSL-JSON. Its `URL` is the source's address; other services get theirs from the id that was asked for. */
async function sourceOf(answer: object): Promise<FoundSource | null> {
  const item = cslIn(answer);
  const source = item && (await readCslItem(JSON.stringify(item)));
  if (!source) return null;
  const { URL: url, accessed }: { URL?: unknown; accessed?: unknown } = item;
  const day = dayOf(accessed);
  return {
    ...source,
    ...(typeof url === 'string' && /^https?:\/\/\S+$/i.test(url) ? { url } : {}),
    ...(day === undefined ? {} : { accessed: day }),
    ...('key' in answer && typeof answer.key === 'string' && isZoteroKeys(answer.key) ? { zotero: answer.key } : {}),
  };
}

/** Returns the item of CSL-JSON in an answer: all of it, or its `csljson`, which may be a list as JSON text. */
function cslIn(answer: object): object | null {
  if (!('csljson' in answer)) return answer;
  const { csljson } = answer;
  if (typeof csljson === 'string') return itemsOf(csljson)[0] ?? null;
  return isObject(csljson) ? csljson : null;
}

/** Reads `{ "date-parts": [[2025, 8, 7]] }`; parts may be texts. */
function dayOf(date: unknown): string | undefined {
  const lists: unknown = isObject(date) ? date['date-parts'] : [];
  const parts: unknown = Array.isArray(lists) ? lists[0] : [];
  if (!Array.isArray(parts)) return undefined;
  const written = parts.slice(0, 3).map((part, i) => String(part).padStart(i === 0 ? 4 : 2, '0'));
  return /^\d{4}(?:-\d\d){0,2}$/.test(written.join('-')) ? written.join('-') : undefined;
}

function unreadable(what: string): LookUpError {
  return new LookUpError('unreadable', HOST, `Zotero gave an answer that cannot be read (${what}). Try again.`);
}
