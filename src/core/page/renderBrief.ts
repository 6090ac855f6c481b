/** A brief as HTML: the content of the preview, and of the page that is exported. */

import { offsetOfFirstWord } from '../base/text';
import type { DrawnCharts } from '../brief/figures/charts';
import type { Brief } from '../brief/types';
import { directionOf } from './formats';
import { element, type Html, nothing, text } from './html';
import { createPage, type EvidenceMode, type Page } from './page';
import { joinBody, joinHead, type Part, partsOf } from './parts';
import { readBlocks } from './sections/blocks';
import { renderBody, renderTitle } from './sections/body';
import { cachedCards, keepCards, writeCards } from './sections/cards';
import type { StyledList } from './sections/entries';
import type { WriteFormula } from './sections/formulas';
import { renderHeader } from './sections/header';
import { renderOutline } from './sections/outline';
import { renderReview } from './sections/review';

export interface RenderOptions {
  /** Whether the host of the page loads images of the brief's folder; else their words stand for them. */
  readonly loadsImages?: boolean;
  /** Claims beside what their sources say, in place of the body. */
  readonly review?: boolean;
  /** Whether the page has an outline, where its sections are worth one. */
  readonly outline?: boolean;
  /** What the page says of evidence. Where the cards are on demand, the default, {@link cardsOf} gives them. */
  readonly evidence?: EvidenceMode;
  /** Whether it shows the comments of people, which readers of a brief do not see. */
  readonly comments?: boolean;
  /** The charts that were drawn so far; those that are missing are being drawn. Null: nobody draws any. */
  readonly charts?: DrawnCharts | null;
  /** Writes formulas, once it is there. Null: their source stands for them. */
  readonly writeFormula?: WriteFormula | null;
  /** The sources in a style of lists, or why they are not. Null: in our own. */
  readonly styled?: StyledList | null;
}

/**
 * Renders a brief. Nothing of the author's gets into the result but escaped text, links that pass `safeUrl`, drawings that
 * pass `safeSvg`, and
 * `data-src` paths of images below the brief's folder, which the host may load.
 *
 * Elements that stand for a place of the text carry its zero-based line: `data-line` where page and text run in
 * parallel, `data-at` elsewhere.
 */
export function renderBrief(brief: Brief, options: RenderOptions = {}): Html {
  const { page, attributes, parts } = renderAll(brief, options);
  const body = offsetOfFirstWord(brief.content) < 0 ? nothing : element('div', { class: 'body' }, joinBody(parts));
  return element(
    'article',
    attributes,
    joinHead(parts),
    body,
    page.evidence === 'in-page' ? writeCards(page) : nothing,
  );
}

/** A brief as the parts that the preview shows, which say what has changed. */
export interface RenderedParts {
  /** The article around them, without content. */
  readonly frame: Html;
  /** In the order of the page. Lines in their markup count from those of the parts. */
  readonly parts: readonly Part[];
}

/**
 * Renders a brief in parts. Their markup is that of {@link renderBrief}, but for the lines.
 *
 * @param view where it is shown again and again: a block that shows the same there as in the last rendering is not rendered
 *   again. The result is the same
 */
export function renderParts(brief: Brief, options: RenderOptions = {}, view: object = {}): RenderedParts {
  const { attributes, parts } = renderAll(brief, options, view);
  return { frame: element('article', attributes), parts };
}

/** @param view given where the page is in parts, whose lines count from each of them */
function renderAll(brief: Brief, options: RenderOptions, view?: object) {
  const { loadsImages = true, charts = null, writeFormula = null, styled = null, evidence = 'on-demand' } = options;
  const { review = false, outline = false, comments = false } = options;
  const page = createPage(brief, loadsImages, evidence, {
    charts,
    writeFormula,
    styled,
    relativeLines: view !== undefined,
    comments,
  });
  const attributes = {
    class: 'brief',
    lang: brief.language,
    dir: directionOf(brief.language),
    // The words of what the preview's script adds: the way to the source text, and what stands for images from the web.
    'data-show-source': page.words.showSource,
    ...(evidence === 'on-demand' && {
      'data-web-image': page.words.webImage,
      'data-load-web-images': page.words.loadWebImages,
    }),
  };
  const reader = readBlocks(page, view);
  const parts = offsetOfFirstWord(brief.content) < 0 ? partsOf('head', 0, renderEmpty(page)) : write();
  // Those of blocks that were not rendered again are not among them.
  if (evidence === 'on-demand' && !reader.hasTaken()) keepCards(page);
  return { page, attributes, parts };

  /** In the order of the page, in which the links back from the sources are counted. */
  function write(): Part[] {
    const header = partsOf('head', 0, renderHeader(page, renderTitle(page, reader)));
    const content = review ? renderReview(page, reader) : renderBody(page, reader);
    // Beside their evidence claims stand without their headings.
    return [...header, ...partsOf('head', 0, outline && !review ? renderOutline(page) : nothing), ...content];
  }
}

/**
 * Cards of a brief's citations, by the ids that chips of the page rendered on demand name. One that is not there is
 * left out: the page was that of an earlier text.
 */
export function cardsOf(brief: Brief, ids: readonly string[]): ReadonlyMap<string, Html> {
  if (!cachedCards(brief)) renderBrief(brief);
  const cards = cachedCards(brief);
  return new Map(
    ids.flatMap((id) => {
      const card = cards?.get(id);
      return card ? [[id, card.write()] as const] : [];
    }),
  );
}

function renderEmpty({ words }: Page): Html {
  const example = '# Rare earths\n\n- China refines 90% of them. [1]\n\n## Sources\n\n- [1] …';
  return element(
    'div',
    { class: 'empty' },
    element('h1', {}, text(words.emptyTitle)),
    element('p', {}, text(words.emptyHint)),
    element('pre', {}, element('code', {}, text(example))),
  );
}
