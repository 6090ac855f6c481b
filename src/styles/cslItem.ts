/** Sources as items of CSL-JSON: https://docs.citationstyles.org/en/stable/specification.html#appendix-iv-variables */
import type { SourceTextName } from '../core/base/sourceFields';
import { partsOfName } from '../core/brief/sources/names';
import type { Source } from '../core/brief/types';
import type { CslValue } from './cslValues';
import { dateOf } from './dates';
import { isPeriodical, typeOf } from './types';

/** A work as a reference manager knows it. Every key is a variable of CSL. */
export type CslItem = Readonly<Record<string, CslValue | undefined>> & { readonly id: string; readonly type: string };

/** Fields that a bibliography has for a source and a brief doesn't keep. */
export type CslDetails = Readonly<Record<string, CslValue | undefined>>;

/** The fields of a source that go into an item. */
export type ListedSource = Pick<Source, 'id' | 'authors' | SourceTextName>;

const HAN = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/u;

/**
 * Turns a source into an item. Names of persons are split into their parts, and dates into years, months and days. All other
 * values stay as they are written.
 *
 * @param details fields of the bibliography entry that declares the source; they override its own
 * @param language of the brief (BCP 47), used if the source doesn't tell its own
 */
export function toCslItem(source: ListedSource, details: CslDetails | null, language: string): CslItem {
  const { id, title, authors, publisher, published, accessed, url, doi } = source;
  const type = typeOf(text(details?.['type']) ?? source.type?.value, { url: url?.value, doi: doi?.value });
  const bareDoi = doi && bare(doi.value);
  const names = authors.map(({ value }) => partsOfName(value, publisher?.value));
  // An author who is also the publisher is named once.
  const isOwnWork = authors.length === 1 && authors[0]?.value === publisher?.value;
  const own: Record<string, CslValue | undefined> & { id: string; type: string } = {
    id,
    type,
    title: title?.value,
    author: names.length > 0 ? names : undefined,
    [isPeriodical(type) ? 'container-title' : 'publisher']: isOwnWork ? undefined : publisher?.value,
    issued: published && dateOf(published.value),
    accessed: accessed && dateOf(accessed.value),
    URL: url && !(bareDoi && isDoi(url.value)) ? url.value : undefined,
    DOI: bareDoi ?? undefined,
    language: languageOf(source, language),
  };
  const item: Record<string, CslValue | undefined> & { id: string; type: string } = {
    ...own,
    ...present(details),
    id,
    type,
  };
  // An entry that names a publisher or a container replaces the publisher that the brief knows.
  if (details && (details['container-title'] ?? details['publisher'])) {
    for (const key of ['publisher', 'container-title'] as const) if (details[key] === undefined) delete item[key];
  }
  // A brief knows editors as authors, where a work has no others.
  if (details?.['editor'] !== undefined && details['author'] === undefined) delete item['author'];
  for (const [key, value] of Object.entries(item)) if (value === undefined) delete item[key];
  return item;
}

function present(details: CslDetails | null): CslDetails {
  return Object.fromEntries(Object.entries(details ?? {}).filter(([, value]) => value !== undefined));
}

function text(value: CslValue | undefined): string | undefined {
  return typeof value === 'string' ? value : undefined;
}

const DOI_ADDRESS = /^(?:https?:\/\/(?:dx\.|www\.)?doi\.org\/|doi:\s*)/i;

function bare(doi: string): string {
  return doi.trim().replace(DOI_ADDRESS, '');
}

function isDoi(url: string): boolean {
  return DOI_ADDRESS.test(url);
}

/** Returns the language of a source. Entries of one list may differ in it, and some styles write "et al." in each language. */
function languageOf({ language, title, authors, publisher }: ListedSource, fallback: string): string {
  if (language) return language.value;
  const words = [title, ...authors, publisher].map((field) => field?.value ?? '').join(' ');
  if (/[\p{Script=Hiragana}\p{Script=Katakana}]/u.test(words)) return 'ja-JP';
  if (/\p{Script=Hangul}/u.test(words)) return 'ko-KR';
  if (HAN.test(title?.value ?? words)) return /^zh/i.test(fallback) ? fallback : 'zh-CN';
  return /^(?:zh|ja|ko)\b/i.test(fallback) ? 'en-US' : fallback;
}
