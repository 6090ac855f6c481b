/** Figures: tiles of key numbers, charts, tables, images; each with its title, caption and sources. */

import { figureAnchor, figureContext } from '../../brief/queries/anchors';
import type { Figure, FigureContent } from '../../brief/types';
import { before, formatDate, formatValue } from '../formats';
import { element, type Html, join, nothing, text } from '../html';
import { imageOrLink } from '../markdown/links';
import { citedByFigure, lineIn, type Page } from '../page';
import { chips } from './cards';
import { renderData, renderSpecification } from './charts';
import { dataEntry, figureFields } from './dataEntry';
import { renderFreeLine } from './freeText';

/** Key numbers next to each other; nothing if there are none. */
export function renderTiles(figures: readonly Figure[], page: Page): Html {
  if (figures.length === 0) return nothing;
  const items = figures.map((figure) => element('li', {}, renderTile(figure, page, 0)));
  return element('ul', { class: 'tiles', 'aria-label': page.words.keyNumbers }, join(items));
}

/**
 * Renders a figure in its place on the page.
 *
 * @param inFlow true if the figure's text is here too, so that the page and the text scroll together
 * @param first first line of the part around the figure
 */
export function renderFigure(figure: Figure, page: Page, inFlow: boolean, first: number): Html {
  if (figure.content?.kind === 'value') {
    return element('div', { class: 'tiles', ...lineOf(figure, page, inFlow, first) }, renderTile(figure, page, first));
  }
  const { words, placement } = page;
  const number = placement.numbers.get(figure);
  const name =
    number === undefined ? nothing : element('span', { class: 'figure-name' }, text(`${words.figure} ${number}`));
  const title = figure.title
    ? element('span', { class: 'figure-title' }, renderFreeLine(figure.title.value, page))
    : nothing;
  const head = name || title ? element('figcaption', {}, join([name, title].filter(Boolean), text(' '))) : nothing;
  const caption = figure.caption ? renderFreeLine(figure.caption.value, page) : nothing;
  const parts = [caption, asOf(figure, page), sourcesOf(figure, page)].filter(Boolean);
  const foot = parts.length > 0 ? element('p', { class: 'figure-note' }, join(parts, text(' '))) : nothing;
  return element(
    'figure',
    {
      id: anchorOf(figure, page),
      ...lineOf(figure, page, inFlow, first),
      ...dataEntry(page, () => figureFields(figure, page)),
    },
    head,
    renderContent(figure, figure.content, page),
    foot,
  );
}

function renderTile(figure: Figure, page: Page, first: number): Html {
  const { content } = figure;
  const value = content?.kind === 'value' ? renderValue(content) : nothing;
  const label = figure.title?.value ?? figure.caption?.value ?? figure.id?.value ?? '';
  const caption = figure.title && figure.caption ? renderFreeLine(figure.caption.value, page) : nothing;
  const note = [asOf(figure, page), sourcesOf(figure, page)].filter(Boolean);
  return element(
    'div',
    {
      class: 'tile',
      id: anchorOf(figure, page),
      'data-at': lineIn(firstLineOf(figure, page), first, page),
      ...dataEntry(page, () => figureFields(figure, page)),
    },
    element('span', { class: 'tile-value' }, value),
    element('span', { class: 'tile-label' }, renderFreeLine(label, page)),
    caption ? element('span', { class: 'tile-caption' }, caption) : nothing,
    note.length > 0 ? element('span', { class: 'tile-note' }, join(note, text(' '))) : nothing,
  );
}

/** Renders a number with its unit, in an element of its own if it is longer than one character. */
function renderValue({ value, unit }: Extract<FigureContent, { kind: 'value' }>): Html {
  const whole = formatValue(value.value, unit?.value);
  const words = unit?.value ?? '';
  if (words.length < 2 || words === whole || !whole.endsWith(words)) return text(whole);
  return join([text(whole.slice(0, -words.length)), element('span', { class: 'tile-unit' }, text(words))]);
}

function renderContent(figure: Figure, content: FigureContent | null, page: Page): Html {
  const unreadable = () => element('p', { class: 'unreadable' }, text(page.words.unreadable));
  switch (content?.kind) {
    case 'image':
      return imageOrLink(content.path.value, figure.alt?.value ?? figure.caption?.value ?? page.words.image, page);
    case 'data':
      return renderData(figure, content, page);
    case 'vega-lite':
      return renderSpecification(figure, content, page);
    case undefined:
      return unreadable();
    default:
      return nothing;
  }
}

function asOf(figure: Figure, page: Page): Html {
  if (!figure.asOf) return nothing;
  const date = formatDate(figure.asOf.value, page.brief.language) ?? figure.asOf.value;
  return element('span', { class: 'as-of' }, text(before(page.words.asOf, date)));
}

/** Returns the chips of a figure's sources, or the tag in their place. */
function sourcesOf(figure: Figure, page: Page): Html {
  const ids = figure.cites.map((cite) => cite.value);
  if (ids.length > 0) {
    return chips(ids, figureContext(figure), page, citedByFigure(figure, page));
  }
  if (figure.own) return element('span', { class: 'tag tag-own' }, text(page.words.ownWork));
  return page.evidence === 'none' ? nothing : element('span', { class: 'tag tag-missing' }, text(page.words.noSource));
}

/** Returns the anchor of a figure; null without an id. If two figures share an id, only the first has the anchor. */
function anchorOf(figure: Figure, { figures }: Page): string | null {
  return figure.id && figures.get(figure.id.value) === figure ? figureAnchor(figure.id.value) : null;
}

function lineOf(figure: Figure, page: Page, inFlow: boolean, first: number): Readonly<Record<string, number>> {
  return { [inFlow ? 'data-line' : 'data-at']: lineIn(firstLineOf(figure, page), first, page) };
}

/** Returns the zero-based line at which a figure starts in the text. */
export function firstLineOf({ span }: Figure, { brief }: Page): number {
  return brief.lines.lineAt(span.start);
}
