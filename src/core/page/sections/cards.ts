/** The chips of a citation, with the verdict on what its source says about the claim, and the card that a chip opens. */

import { say } from '../../base/say';
import { anchorFor, figureContext, sourceAnchor } from '../../brief/queries/anchors';
import { mayBeUnread } from '../../brief/sources/unreadBibliographies';
import type { Brief, Source } from '../../brief/types';
import { citationBlocks, sentenceAt } from '../../evidence/cards/blocks';
import { type Support, supportOf } from '../../evidence/cards/support';
import { formatDate } from '../formats';
import { element, type Html, join, nothing, text } from '../html';
import { toHtml } from '../htmlMarkup';
import { isolated } from '../isolated';
import { type CardWriter, type CitedClaim, labelOf, newPlace, type Page } from '../page';

export interface Card {
  readonly id: string;
  readonly verdict: Support | null;
}

/** Options of a chip. */
export interface ChipOptions {
  /** Locator in the citation, such as `p. 3`. */
  readonly locator?: string | undefined;
  /** Label in place of the source's own. */
  readonly label?: string;
  readonly cited?: CitedClaim | null;
}

/**
 * Returns the chip of one cited source. The chip links to the source's entry, which links back, and has a card with the
 * source's text.
 *
 * @param context name made of the citing text, so that the chip's anchor stays while other text changes
 */
export function chip(id: string, context: string, page: Page, options: ChipOptions = {}): Html {
  const { locator, cited = null, label: name = labelOf(id, page) } = options;
  const label = text(name);
  const size = name.length + (locator?.length ?? 0) > LONG_CHIP ? ' chip-long' : '';
  const detail = locator ? element('span', { class: 'locator' }, text(`, ${locator}`)) : nothing;
  const source = page.sources.get(id);
  if (!source && (page.evidence === 'none' || mayBeUnread(id, page.brief)))
    return element('span', { class: `chip${size}`, 'data-source': id }, label, detail);
  if (!source) {
    const title = `${page.words.unknownSource}: ${isolated(id)}`;
    const hidden = element('span', { class: 'hidden' }, text(`${page.words.unknownSource} `));
    return element('span', { class: `chip chip-broken${size}`, title, 'data-source': id }, hidden, label, detail);
  }
  const anchor = newPlace(id, `${anchorFor('cite', id)}-${context}`, page);
  const card = page.evidence === 'none' ? null : cardOf(id, context, cited, page);
  const verdict = card?.verdict ?? null;
  const names = { class: `chip${size}`, id: anchor };
  const attributes = {
    'aria-label': chipName(id, locator, verdict, page),
    'data-source': id,
    'data-verdict': verdict,
  };
  if (card && page.evidence !== 'on-demand') {
    const opens = { type: 'button', popovertarget: card.id, title: describe(source, page.brief.language) };
    return element('button', { ...names, ...attributes, ...opens }, label, detail);
  }
  const leads = { href: `#${sourceAnchor(source.partOf ?? id)}`, role: 'doc-biblioref' };
  // A card says more than a title, in the same place.
  const says = card ? { 'data-card': card.id } : { title: describe(source, page.brief.language) };
  return element('a', { ...names, ...leads, ...attributes, ...says }, label, detail);
}

/** A chip with more characters than this may be broken at the end of a line. */
const LONG_CHIP = 24;

/** Chips next to each other. */
export function chips(ids: readonly string[], context: string, page: Page, cited: CitedClaim | null = null): Html {
  return join(ids.map((id) => chip(id, context, page, { cited })));
}

function describe(source: Source, language: string): string | null {
  const published = source.published?.value ?? '';
  const date = formatDate(published, language) ?? published;
  const parts = [source.title?.value, source.publisher?.value, date].filter((part) => part);
  return parts.length === 0 ? (source.url?.value ?? null) : parts.map((part) => isolated(part ?? '')).join(' · ');
}

/**
 * Records the card of a chip, to be written on demand. Chips of one source in one sentence share a card.
 *
 * @param context name made of the citing text
 */
export function cardOf(id: string, context: string, cited: CitedClaim | null, page: Page): Card {
  const sentence = cited && sentenceAt(cited.claim, cited.place);
  const owner = cited?.claim.kind === 'figure' ? figureContext(cited.claim.figure) : context;
  const key = `${anchorFor('card', id)}-${owner}${sentence === null ? '' : `-${sentence}`}`;
  const source = page.sources.get(id);
  const verdict = cited && source ? supportOf(page.brief, cited.claim, source, sentence).support : null;
  if (!page.cards.has(key)) {
    page.cards.set(key, { name: chipName(id, undefined, verdict, page), write: () => writeCard(id, cited, page) });
  }
  return { id: key, verdict };
}

/** Returns the accessible name of a chip, such as `Source 5: found`. */
function chipName(id: string, locator: string | undefined, verdict: Support | null, page: Page): string {
  const { words, sources } = page;
  const what = sources.get(id)?.partOf === undefined ? words.source : words.passage;
  const name = `${what} ${isolated(labelOf(id, page))}${locator ? `, ${isolated(locator)}` : ''}`;
  return verdict === null ? name : `${name}: ${words.verdicts[verdict]}`;
}

/** Writes the content of a card: the source, the verdict with its passage, and the link to the source's entry. */
function writeCard(id: string, cited: CitedClaim | null, { brief, words, sources, evidence }: Page): Html {
  const blocks = citationBlocks(brief, id, cited?.claim ?? null, cited?.place ?? null);
  const language = sources.get(id)?.language?.value ?? brief.language;
  const toSource = element('a', { href: `#${sourceAnchor(sources.get(id)?.partOf ?? id)}` }, text(words.goToSource));
  return join([
    // The card is in the user's language, whose tag this is.
    element(
      'div',
      { class: 'card-text', lang: say('en'), dir: 'ltr' },
      toHtml(blocks, language, evidence === 'on-demand'),
    ),
    evidence === 'marks' ? nothing : element('p', { class: 'card-links' }, toSource),
  ]);
}

const written = new WeakMap<Brief, ReadonlyMap<string, CardWriter>>();

/** Keeps the cards of a page for later requests. Until then, none is written. */
export function keepCards(page: Page): void {
  written.set(page.brief, page.cards);
}

/** Returns the cards kept for a brief; undefined if it wasn't rendered. */
export function cachedCards(brief: Brief): ReadonlyMap<string, CardWriter> | undefined {
  return written.get(brief);
}

/** Writes all cards of a page, in the order of their first chips, for the browser to open. */
export function writeCards({ cards }: Page): Html {
  const all = [...cards].map(([id, { name, write }]) =>
    element('div', { class: 'card', id, popover: true, role: 'dialog', 'aria-label': name }, write()),
  );
  return element('div', { class: 'cards' }, join(all));
}
