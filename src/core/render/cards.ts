/** What a citation's source says to what is claimed: the verdict on its chip, and the card that the chip opens. */
import type { Brief } from '../brief';
import type { Verdict } from '../evidence/verdicts';
import { citationBlocks, sentenceAt } from '../features/hover/blocks';
import { verdictFor } from '../features/hover/citedFor';
import { toHtml } from '../features/hover/htmlMarkup';
import type { Claim } from '../queries';
import { say } from '../say';
import type { Span } from '../text';
import { anchorFor, figureContext, sourceAnchor } from './anchors';
import { element, type Html, join, text } from './html';
import { isolated } from './isolated';
import { labelOf, type Page } from './page';

/** What a citation stands in, and where. */
export interface CitedClaim {
  readonly claim: Claim;
  /** The place of the citation in an insight; null in a figure. */
  readonly place: Span | null;
}

export interface Card {
  readonly id: string;
  /** Null where nothing is looked up in this source. */
  readonly verdict: Verdict | null;
}

export interface CardWriter {
  /** How it is announced: `Source 5: found`. */
  readonly name: string;
  readonly write: () => Html;
}

/**
 * Notes the card of a chip, to be written when it is wanted. Chips of one source in one sentence share a card.
 *
 * @param context names what cites, by its own text
 */
export function cardOf(id: string, context: string, cited: CitedClaim | null, page: Page): Card {
  const sentence = cited && sentenceAt(cited.claim, cited.place);
  const owner = cited?.claim.kind === 'figure' ? figureContext(cited.claim.figure) : context;
  const key = `${anchorFor('card', id)}-${owner}${sentence === null ? '' : `-${sentence}`}`;
  const verdict = cited && verdictFor(cited.claim, id, sentence);
  if (!page.cards.has(key)) {
    page.cards.set(key, { name: chipName(id, undefined, verdict, page), write: () => writeCard(id, cited, page) });
  }
  return { id: key, verdict };
}

/** How a chip is called: `Source 5: found`. */
export function chipName(id: string, locator: string | undefined, verdict: Verdict | null, page: Page): string {
  const { words } = page;
  const name = `${words.source} ${isolated(labelOf(id, page))}${locator ? `, ${isolated(locator)}` : ''}`;
  return verdict === null ? name : `${name}: ${words.verdicts[verdict]}`;
}

/** The content of a card: the source, the verdict with its passage, and the way to the entry of the source. */
function writeCard(id: string, cited: CitedClaim | null, { brief, words, sources }: Page): Html {
  const blocks = citationBlocks(brief, id, cited?.claim ?? null, cited?.place ?? null);
  const language = sources.get(id)?.language?.value ?? brief.language;
  const toSource = element('a', { href: `#${sourceAnchor(id)}` }, text(words.goToSource));
  return join([
    // What it says of the passage is in the language that is spoken, whose tag this is.
    element('div', { class: 'card-text', lang: say('en'), dir: 'ltr' }, toHtml(blocks, language)),
    element('p', { class: 'card-links' }, toSource),
  ]);
}

const written = new WeakMap<Brief, ReadonlyMap<string, CardWriter>>();

/** Keeps the cards of a page for those who ask for one later. Nothing of them is written until then. */
export function keepCards(page: Page): void {
  written.set(page.brief, page.cards);
}

/** The cards that were kept for a brief; undefined where it was not rendered. */
export function keptCards(brief: Brief): ReadonlyMap<string, CardWriter> | undefined {
  return written.get(brief);
}

/** All cards of a page, in the order of their first chips, for the browser to open. */
export function writeCards({ cards }: Page): Html {
  const all = [...cards].map(([id, { name, write }]) =>
    element('div', { class: 'card', id, popover: true, role: 'dialog', 'aria-label': name }, write()),
  );
  return element('div', { class: 'cards' }, join(all));
}
