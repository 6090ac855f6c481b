/** Tools for reviewers of a brief: filters, and each claim beside what its sources say. */

import type { Insight } from '../../brief/types';
import { claimOf } from '../../evidence/claims';
import { notCitedSet } from '../../evidence/stats';
import { element, type Html, join, nothing, text } from '../html';
import { countDoubts, type Page } from '../page';
import { type Part, partsOf } from '../parts';
import { contextOf } from '../replacements';
import type { BlockReader } from './blocks';
import { cardOf } from './cards';
import { renderSources } from './sources';
import { countOpen, showsThreads } from './threads';

/** Renders buttons for the preview's script: filters, and the view of claims beside their evidence. */
export function renderTools(page: Page): Html {
  if (page.evidence !== 'on-demand' || page.brief.insights.length === 0) return nothing;
  const { words } = page;
  const { review } = words;
  const count = (number: number) => element('span', { class: 'tool-count' }, text(` ${number}`));
  const button = (attributes: Readonly<Record<string, string>>, name: string, number: Html) =>
    element('button', { type: 'button', class: 'tool', ...attributes, 'aria-pressed': 'false' }, text(name), number);
  const showAll = element('button', { type: 'button', class: 'tool', 'data-filter': 'none' }, text(review.showAll));
  return element(
    'div',
    { class: 'tools', role: 'group', 'aria-label': review.name },
    // The head of the page counts them.
    button({ 'data-filter': 'uncited' }, review.uncited, nothing),
    button({ 'data-filter': 'doubt' }, review.doubt, count(countDoubts(page))),
    showsThreads(page) ? button({ 'data-filter': 'comment' }, words.comments.open, count(countOpen(page))) : nothing,
    button({ 'data-view': 'review' }, review.beside, nothing),
    // Hidden by the style while there is no filter.
    element('span', { class: 'filtered', role: 'status' }, text(`${review.othersHidden} `), showAll),
  );
}

/** Renders every insight that is cited or should be, beside the cards of its sources; then the list of sources. */
export function renderReview(page: Page, reader: BlockReader): Part[] {
  const rows = page.brief.insights.flatMap((insight, index) =>
    partsOf('review', reader.lineOf(insight), renderRow(insight, index, page, reader)),
  );
  return [...rows, ...renderSources(page)];
}

function renderRow(insight: Insight, index: number, page: Page, reader: BlockReader): Html {
  if (insight.cites.length === 0 && !notCitedSet(page.brief).has(index)) return nothing;
  const block = { kind: 'paragraph' as const, section: insight.section, span: insight.span };
  const claim = reader.render(block, { part: 'texts' });
  return element(
    'li',
    { class: 'review-row' },
    element('div', { class: 'review-claim' }, claim),
    element('div', { class: 'review-evidence' }, join(cardsOf(claim, insight, index, page))),
  );
}

/** Returns the cards of an insight's chips. If other insights cite for it, returns the cards of all its sources. */
function cardsOf(shown: Html, insight: Insight, index: number, page: Page): Html[] {
  const ids = new Set([...shown.matchAll(/ data-card="([^"]*)"/g)].map((match) => match[1] ?? ''));
  const claim = ids.size === 0 ? claimOf(page.brief, index) : null;
  for (const id of claim ? insight.cites : []) {
    if (claim && page.sources.has(id)) ids.add(cardOf(id, contextOf(index, page), { claim, place: null }, page).id);
  }
  return [...ids].flatMap((id) => {
    const card = page.cards.get(id);
    return card ? [element('div', { class: 'card', role: 'group', 'aria-label': card.name }, card.write())] : [];
  });
}
