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
  /** True if the host of the page loads images of the brief's folder. Otherwise their alternative texts are shown. */
  readonly loadsImages?: boolean;
  /** True to show claims beside what their sources say, in place of the body. */
  readonly review?: boolean;
  /** True for an outline, if the page has enough sections. */
  readonly outline?: boolean;
  /** Evidence on the page. By default the cards are on demand: {@link cardsOf} returns them. */
  readonly evidence?: EvidenceMode;
  /** True to show people's comments, which readers of a brief don't see. */
  readonly comments?: boolean;
  /** The charts drawn so far; missing ones are being drawn. If null, no charts are drawn. */
  readonly charts?: DrawnCharts | null;
  /** Writes formulas, once loaded. If null, their source is shown. */
  readonly writeFormula?: WriteFormula | null;
  /** The sources in a style of lists, or the reason why they aren't. If null, our own style is used. */
  readonly styled?: StyledList | null;
}

/**
 * Renders a brief. Only this gets from the author into the result: escaped text, links that pass `safeUrl`, drawings that
 * pass `safeSvg`, and `data-src` paths of images below the brief's folder, which the host may load.
 *
 * Elements that stand for a place of the text carry its zero-based line: `data-line` where page and text run in parallel,
 * `data-at` elsewhere.
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
  /** The parts in the order of the page. Lines in a part's markup count from the part's own line. */
  readonly parts: readonly Part[];
}

/**
 * Renders a brief in parts. The markup is the same as from {@link renderBrief}, except for the lines.
 *
 * @param view object that stands for a view of the brief: blocks that are the same as in its last rendering are reused, with
 *   the same result
 */
export function renderParts(brief: Brief, options: RenderOptions = {}, view: object = {}): RenderedParts {
  const { attributes, parts } = renderAll(brief, options, view);
  return { frame: element('article', attributes), parts };
}

/** @param view given if the page is in parts; lines then count from each part */
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
    // Labels for the preview's script: of the link to the source text, and of the placeholders for images from the web.
    'data-show-source': page.words.showSource,
    ...(evidence === 'on-demand' && {
      'data-web-image': page.words.webImage,
      'data-load-web-images': page.words.loadWebImages,
    }),
  };
  const reader = readBlocks(page, view);
  const parts = offsetOfFirstWord(brief.content) < 0 ? partsOf('head', 0, renderEmpty(page)) : write();
  // The page lacks the cards of blocks that were reused.
  if (evidence === 'on-demand' && !reader.hasTaken()) keepCards(page);
  return { page, attributes, parts };

  /** Renders the parts in the order of the page, by which links back from the sources are counted. */
  function write(): Part[] {
    const header = partsOf('head', 0, renderHeader(page, renderTitle(page, reader)));
    const content = review ? renderReview(page, reader) : renderBody(page, reader);
    // A review shows claims without their headings.
    return [...header, ...partsOf('head', 0, outline && !review ? renderOutline(page) : nothing), ...content];
  }
}

/**
 * Returns cards of a brief's citations, by the ids that chips name on a page with cards on demand. An unknown id is left
 * out: the page is from an earlier text.
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
