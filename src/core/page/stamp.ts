import { listedSources } from '../brief/queries/citedSources';
import { unreadBibliographies } from '../brief/sources/unreadBibliographies';
import type { Page } from './page';

/**
 * What the blocks of a page show of the page as a whole: the same text for two versions of a page where all of it is the
 * same. Link definitions, formulas and figures are none of it.
 *
 * @param headingShift how many levels headings are moved down
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
