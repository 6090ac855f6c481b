/** Reads an item of Zotero: highlights and notes, and the full text of its attachment (Zotero Web API v3, local API). */
import { highlightLink, isZoteroKeys } from '../core/base/zotero';
import { plainWords } from '../formats';
import type { ZoteroContent, ZoteroPassage } from './contract';

/** Requests JSON at a path of Zotero's API; null if there is nothing. */
export type AskZotero = (path: string) => Promise<unknown>;

/** Most attachments of an item that are read. */
const MOST_ATTACHMENTS = 20;
const MOST_PASSAGES = 1000;
/** Longest text that is taken, in UTF-16 units: the most that a local copy may have. */
const LONGEST_TEXT = 5_000_000;

/**
 * Reads what belongs to an item. Nothing is written.
 *
 * @param item its key
 * @throws as `ask` does
 */
export async function readZoteroItem(item: string, ask: AskZotero): Promise<ZoteroContent> {
  const children = await childrenOf(item, ask);
  const attachments = children.filter(isAttachment).slice(0, MOST_ATTACHMENTS);
  const known = new Map(children.map((child) => [child.key, child]));
  for (const { key } of attachments) for (const child of await childrenOf(key, ask)) known.set(child.key, child);
  const order = new Map(attachments.map(({ key }, i) => [key, i]));
  const passages = [...known.values()]
    .map((child) => ({ child, passage: passageOf(child) }))
    .sort(
      (a, b) =>
        (order.get(a.child.parent) ?? MOST_ATTACHMENTS) - (order.get(b.child.parent) ?? MOST_ATTACHMENTS) ||
        a.child.place.localeCompare(b.child.place, 'en'),
    )
    .flatMap(({ passage }) => passage ?? []);
  const pdfs = attachments.filter(isPdf);
  return {
    passages: passages.slice(0, MOST_PASSAGES),
    pdf: pdfs.length === 1 ? (pdfs[0]?.key ?? null) : null,
    ...(await fullText([...pdfs, ...attachments.filter((one) => !isPdf(one))], ask)),
  };
}

interface Child {
  readonly key: string;
  readonly parent: string;
  /** Position in its attachment, as a text that can be sorted. */
  readonly place: string;
  readonly data: Readonly<Record<string, unknown>>;
}

async function childrenOf(key: string, ask: AskZotero): Promise<Child[]> {
  const list = await ask(`/api/users/0/items/${key}/children`);
  return (Array.isArray(list) ? list : []).flatMap((one: unknown): Child[] => {
    const data = isObject(one) && isObject(one['data']) ? one['data'] : null;
    const [own, parent] = [textOf(one, 'key') || textOf(data, 'key'), textOf(data, 'parentItem')];
    if (!data || !isKey(own)) return [];
    return [{ key: own, parent, place: textOf(data, 'annotationSortIndex'), data }];
  });
}

function isAttachment({ data }: Child): boolean {
  return data['itemType'] === 'attachment';
}

function isPdf({ data }: Child): boolean {
  return data['contentType'] === 'application/pdf';
}

/** Returns a highlight with the words of the source, or a note with the user's words. Null for others, such as a drawing. */
function passageOf({ key, parent, data }: Child): ZoteroPassage | null {
  if (data['itemType'] === 'note') {
    const text = plainWords(textOf(data, 'note').replace(/<[^<>]*>/g, ' '));
    return text === '' ? null : { kind: 'note', text, comment: '' };
  }
  if (data['itemType'] !== 'annotation') return null;
  const comment = plainWords(textOf(data, 'annotationComment'));
  const marked = plainWords(textOf(data, 'annotationText'));
  const text = marked === '' ? comment : marked;
  if (text === '') return null;
  const index = pageIndexOf(data['annotationPosition']);
  const label = plainWords(textOf(data, 'annotationPageLabel')).slice(0, 20);
  const page = label === '' ? (index === null ? '' : String(index + 1)) : label;
  const url = isKey(parent) ? highlightLink(parent, key, index === null ? null : index + 1) : null;
  return {
    kind: marked === '' ? 'note' : 'highlight',
    text,
    comment: marked === '' ? '' : comment,
    ...(page === '' ? {} : { page }),
    ...(url === null ? {} : { url }),
  };
}

/** Reads `{"pageIndex": 2, "rects": []}`, as an object or as JSON text. Pages are counted from 0. */
function pageIndexOf(position: unknown): number | null {
  let read: unknown = position;
  try {
    if (typeof position === 'string') read = JSON.parse(position);
  } catch {
    return null;
  }
  const index = isObject(read) ? read['pageIndex'] : null;
  return Number.isSafeInteger(index) && Number(index) >= 0 && Number(index) < 99_999 ? Number(index) : null;
}

/**
 * Returns the text of the first attachment that has a whole one. A cut text is left out: what it lacks may be in the source.
 */
async function fullText(
  attachments: readonly Child[],
  ask: AskZotero,
): Promise<Pick<ZoteroContent, 'text' | 'isTextCut'>> {
  let isTextCut = false;
  for (const { key } of attachments) {
    const found = await ask(`/api/users/0/items/${key}/fulltext`);
    const text = textOf(found, 'content')
      .replace(/\r\n?/g, '\n')
      // Pages end at a form feed; other control characters mean nothing.
      .replace(/(?![\t\n\f])\p{Cc}/gu, '')
      .trim();
    if (text === '' || !isObject(found)) continue;
    const isWhole = found['indexedPages'] === found['totalPages'] && found['indexedChars'] === found['totalChars'];
    if (isWhole && text.length <= LONGEST_TEXT) return { text, isTextCut: false };
    isTextCut = true;
  }
  return { text: null, isTextCut };
}

function textOf(value: unknown, key: string): string {
  const text = isObject(value) ? value[key] : '';
  return typeof text === 'string' ? text : '';
}

function isKey(text: string): boolean {
  return isZoteroKeys(text) && !text.includes('/');
}

export function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
