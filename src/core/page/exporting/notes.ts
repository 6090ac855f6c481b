/** Writes citations as the footnotes of plain Markdown, `[^1]`, and the text of each footnote. */

import { doiUrl } from '../../base/safeUrl';
import { declaredIds, resolveCitation } from '../../brief/blocks/resolve';
import type { CitationItem, Source } from '../../brief/types';
import { canStartCitation, readCitation } from '../../document/citations';
import { formatDate } from '../formats';
import type { Page } from '../page';
import { besidesOf } from '../sections/besides';
import { opaqueEnd } from '../sections/freeText';
import { markdownOfEntry } from './bibliography';
import { escapeMarkdown, linkTo } from './escape';

/** The footnotes of a document, numbered as they are first asked for. */
export interface Notes {
  /** Returns the marks for some citations, `[^1][^2]`; null if one of the sources isn't declared. */
  mark(items: readonly Pick<CitationItem, 'id' | 'locator' | 'prefix'>[]): string | null;
  /** Returns a text of the front matter, which is Markdown, with the marks of its citations. */
  inText(source: string): string;
  /** Returns a line for each footnote. */
  definitions(): string[];
  /** True if a source has a footnote. */
  has(id: string): boolean;
}

export function createNotes(page: Page): Notes {
  /** Footnotes by id, locator and prefix: two pages of a source are two footnotes. */
  const written = new Map<string, { readonly number: number; readonly text: string }>();
  const cited = new Set<string>();

  const mark: Notes['mark'] = (items) => {
    if (items.some(({ id }) => !page.sources.has(id))) return null;
    const marks = items.map(({ id, locator = '', prefix = '' }) => {
      const key = JSON.stringify([id, locator, prefix]);
      const source = page.sources.get(id);
      const before = written.get(key);
      const number = before?.number ?? written.size + 1;
      const place = source?.partOf === undefined ? locator : `${page.words.passage.toLowerCase()} ${id}`;
      if (source && !before) written.set(key, { number, text: describeCited(source, place, prefix, page) });
      cited.add(source?.partOf ?? id);
      return `[^${number}]`;
    });
    return marks.join('');
  };

  return {
    mark,
    inText: (source) => {
      const declared = declaredIds(new Set(page.sources.keys()));
      const parts: string[] = [];
      let at = 0;
      while (at < source.length) {
        const afterComment = endOfComment(source, at);
        if (afterComment !== null) {
          at = afterComment;
          continue;
        }
        const opaque = opaqueEnd(source, at);
        const found = opaque === at && canStartCitation(source, at) ? readCitation(source, at) : null;
        const resolved = found?.kind === 'citation' ? resolveCitation(found, declared) : null;
        const marks = resolved?.kind === 'citation' ? mark(resolved.items) : null;
        const end = resolved?.kind === 'citation' ? resolved.end : Math.max(opaque, found?.span.end ?? 0, at + 1);
        if (marks !== null) {
          // The mark of a footnote belongs to the word before it.
          if (parts.at(-1) === ' ') parts.pop();
          parts.push(marks);
        } else parts.push(found?.kind === 'own' ? `(${page.words.ownJudgement})` : source.slice(at, end));
        at = end;
      }
      return parts.join('');
    },
    definitions: () => [...written.values()].map(({ number, text }) => `[^${number}]: ${text}`),
    has: (id) => cited.has(id),
  };
}

/** Returns the end of the comment that starts at a place; null if there is no comment. */
function endOfComment(source: string, at: number): number | null {
  const end = source.startsWith('<!--', at) ? source.indexOf('-->', at + 2) : -1;
  return end < 0 ? null : end + 3;
}

function describeCited(source: Source, locator: string, prefix: string, page: Page): string {
  const before = prefix === '' ? '' : `${escapeMarkdown(prefix)} `;
  const after = locator === '' ? '' : `, ${escapeMarkdown(locator)}`;
  return before + describeSource(source, page, after);
}

/**
 * Describes a source on one line, in the style that is asked for. Our own style has authors, title, publisher, date, address.
 * All else that the source's entry in the text says follows.
 *
 * @param after text that follows before the address, escaped
 */
export function describeSource(source: Source, page: Page, after = ''): string {
  return [describeReference(source, page, after), ...besidesOf(source).map(markdownOfEntry)].join(' · ');
}

function describeReference(source: Source, { brief, styled }: Page, after: string): string {
  const entry = styled && !('unstyled' in styled) ? styled.entries.get(source.partOf ?? source.id) : undefined;
  if (entry && entry.length > 0)
    return after === '' ? markdownOfEntry(entry) : `${markdownOfEntry(entry)}${after.replace(/^,/, '')}.`;
  const date = source.published && (formatDate(source.published.value, brief.language) ?? source.published.value);
  const parts = [
    ...source.authors.map(({ value }) => escapeMarkdown(value)),
    ...(source.title ? [`*${escapeMarkdown(source.title.value)}*`] : []),
    ...(source.publisher ? [escapeMarkdown(source.publisher.value)] : []),
    ...(date ? [escapeMarkdown(date)] : []),
  ];
  const address = source.url?.value ?? (source.doi && (doiUrl(source.doi.value) ?? source.doi.value));
  const words = parts.join(', ') + after;
  if (address === undefined) return words === '' ? escapeMarkdown(source.id) : `${words}.`;
  return words === '' ? linkTo(address) : `${words}. ${linkTo(address)}`;
}
