/** A brief as HTML: the content of the preview, and of the page that is exported. */
import type { Brief } from '../brief';
import type { DrawnCharts } from '../figures/charts';
import { readBlocks } from './blocks';
import { renderBody, renderTitle } from './body';
import { directionOf } from './formats';
import { renderHeader } from './header';
import { element, type Html, text } from './html';
import { createPage, type Page } from './page';

export interface RenderOptions {
  /** Whether the host of the page loads images of the brief's folder; else their words stand for them. */
  readonly loadsImages?: boolean;
  /** The charts that were drawn so far; those that are missing are being drawn. Null: nobody draws any. */
  readonly charts?: DrawnCharts | null;
}

/**
 * Renders a brief. Nothing of the author's gets into the result but escaped text, links that pass `safeUrl`, and
 * `data-src` paths of images below the brief's folder, which the host may load.
 *
 * Elements that stand for a place of the text carry its zero-based line: `data-line` where page and text run in
 * parallel, `data-at` elsewhere.
 */
export function renderBrief(brief: Brief, { loadsImages = true, charts = null }: RenderOptions = {}): Html {
  const page = createPage(brief, loadsImages, charts);
  const attributes = {
    class: 'brief',
    lang: brief.language,
    dir: directionOf(brief.language),
    // The name of what the preview's script adds: the way to the source text.
    'data-show-source': page.words.showSource,
  };
  if (brief.text.trim() === '') return element('article', attributes, renderEmpty(page));
  const reader = readBlocks(page);
  // In the order of the page, in which the links back from the sources are counted.
  const header = renderHeader(page, renderTitle(page, reader));
  return element('article', attributes, header, element('div', { class: 'body' }, renderBody(page, reader)));
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
