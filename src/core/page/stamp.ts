import { listedSources } from '../brief/queries/citedSources';
import { unreadBibliographies } from '../brief/sources/unreadBibliographies';
import type { Page } from './page';

/**
 * Returns a key for everything that blocks show of the page as a whole. Two versions of a page with the same key can share
 * blocks. Link definitions, formulas and figures aren't part of it.
 *
 * @param headingShift number of levels that headings move down
 */
export function stampOf({ brief, evidence, comments, unreadImages, remarks }: Page, headingShift: number): string {
  const sources = listedSources(brief).map(({ id, title, publisher, published, url, authors }) => [
    id,
    title?.value,
    publisher?.value,
    published?.value,
    url?.value,
    authors[0]?.value,
  ]);
  const isUnread = unreadBibliographies(brief).length > 0;
  return JSON.stringify([
    brief.language,
    evidence,
    comments,
    unreadImages && [...unreadImages],
    headingShift,
    [...remarks],
    isUnread,
    sources,
  ]);
}
