/** Decides which fields of a document's metadata can be believed. */
import type { SourceTexts } from '../core/document/types/source';

/** Fields of a source that its document gives. */
export type DocumentSource = Omit<SourceTexts, 'accessed' | 'type' | 'text'>;

/** Metadata of a document, in the order in which they are believed: each a text, a list of texts or nothing. */
export interface SaidOfItself {
  readonly title?: readonly unknown[];
  readonly authors?: readonly unknown[];
  readonly publisher?: readonly unknown[];
  /** Dates of publication, not of the file. */
  readonly published?: readonly unknown[];
  readonly url?: readonly unknown[];
  readonly doi?: readonly unknown[];
  readonly language?: readonly unknown[];
}

/** UTF-16 units at the start of a document that should hold its title and authors. */
const FRONT = 8000;
const LONGEST_TITLE = 300;
const MOST_AUTHORS = 50;

/**
 * Returns the fields that can be believed. Title and authors are often left by a program or a template: they count where the
 * document's first pages have the same words. A date counts where it is said to be that of publication.
 *
 * @param text what the document shows
 */
export function trustedSource(said: SaidOfItself, text: string): DocumentSource {
  const front = text
    .slice(0, FRONT)
    .toLowerCase()
    .replace(/[\f\u00AD]/g, '');
  const all = (key: keyof SaidOfItself) => (said[key] ?? []).flatMap(textsOf);
  const title = all('title').find((one) => isTitle(one) && sharesWords(one, front));
  const authors = (said.authors ?? [])
    .map((value) =>
      textsOf(value)
        .flatMap(namesIn)
        .filter((name) => isName(name) && sharesWords(name, front)),
    )
    .find((names) => names.length > 0);
  const publisher = all('publisher').find((one) => one.length < 200 && /\p{L}{2}/u.test(one));
  const published = all('published').find(isDate)?.slice(0, 10);
  const url = all('url').find((one) => /^https?:\/\/[^\s<>"]{4,500}$/i.test(one));
  const doi = all('doi')
    .map((one) => one.replace(/^(?:https?:\/\/(?:dx\.)?doi\.org\/|doi:\s*)/i, ''))
    .find((one) => /^10\.\d{4,9}\/\S{1,200}$/.test(one));
  const language = all('language').find((one) => /^[A-Za-z]{2,3}(?:-[A-Za-z0-9]{1,8}){0,3}$/.test(one));
  return {
    ...(title ? { title } : {}),
    ...(authors ? { authors: authors.slice(0, MOST_AUTHORS) } : {}),
    ...(publisher ? { publisher } : {}),
    ...(published ? { published } : {}),
    ...(url ? { url } : {}),
    ...(doi ? { doi } : {}),
    ...(language ? { language } : {}),
  };
}

/** A value may be a text or a list of texts. */
function textsOf(value: unknown): string[] {
  const values: unknown[] = Array.isArray(value) ? value : [value];
  return values.flatMap((one) => {
    const text = typeof one === 'string' ? one.replace(/[\s\p{Cc}]+/gu, ' ').trim() : '';
    return text === '' ? [] : [text];
  });
}

/** `Microsoft Word - draft3.docx`, `untitled`, `report_final.indd`, `Slide 1`: what programs write. */
const RUBBISH =
  /^(?:microsoft\b|untitled|unbenannt|sans titre|无标题|未命名|powerpoint presentation|slide ?\d*|document ?\d*|doc ?\d+|book ?\d*|title|print|layout ?\d*|cover|scan)/i;
const FILE_NAME = /\.(?:docx?|pdf|indd|qxd|tex|dvi|pptx?|xlsx?|rtf|odt|wpd|html?|pmd|fm|p65)$/i;

/** True if a text could be a title. */
function isTitle(text: string): boolean {
  return (
    text.length >= 4 &&
    text.length <= LONGEST_TITLE &&
    /\p{L}{2}/u.test(text) &&
    !RUBBISH.test(text) &&
    !FILE_NAME.test(text) &&
    !/^\S*[_\d]\S*$/.test(text) &&
    !text.includes('\uFFFD')
  );
}

/** True if a text could be the name of a person or of an institution, not of an account. */
function isName(text: string): boolean {
  const isAccount =
    /^(?:admin(?:istrator)?|users?|owner|author|default|unknown|anonymous|guest|windows|microsoft|adobe|hp|dell|lenovo|test|root|pc)\b/i;
  const isWord = /^[\p{Ll}\d._-]+$/u.test(text);
  return (
    text.length >= 2 &&
    text.length <= 120 &&
    /\p{L}{2}/u.test(text) &&
    !isAccount.test(text) &&
    !isWord &&
    !text.includes('@')
  );
}

/** Splits a list of names: `Ada Sample; Lin Muster`, `Ada Sample, Lin Muster and Bo Test`. `Sample, Ada` is one name. */
function namesIn(text: string): string[] {
  const parts = text.split(/\s*[;；、]\s*/).filter((one) => one !== '');
  if (parts.length > 1) return parts;
  const listed = text.split(/\s*[,，]\s*(?:and\s+)?|\s+and\s+|\s+&\s+/).filter((one) => one !== '');
  return listed.length > 1 && listed.every((one) => /\S\s+\S/.test(one) || /\p{Script=Han}/u.test(one))
    ? listed
    : [text];
}

/** True if at least 75 % of a text's words stand in the front of the document. */
function sharesWords(text: string, front: string): boolean {
  const words = (text.match(/[\p{L}\p{N}]+/gu) ?? []).filter((word) => word.length > 1 || /\p{Script=Han}/u.test(word));
  const shared = words.filter((word) => front.includes(word.toLowerCase()));
  return words.length > 0 && shared.length >= 0.75 * words.length;
}

function isDate(text: string): boolean {
  return /^(?:19|20)\d\d(?:-(?:0[1-9]|1[0-2])(?:-(?:0[1-9]|[12]\d|3[01]))?)?(?:T.*)?$/.test(text);
}
