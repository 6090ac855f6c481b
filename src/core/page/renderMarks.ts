/** The marks of a brief, for a page that another program makes of its Markdown. */

import type { Span } from '../base/text';
import { isUncited } from '../brief/needs/uncited';
import type { Brief } from '../brief/types';
import { inside } from '../document/moved';
import { element, type Html, join, nothing, tagsOf, text } from './html';
import { createPage, type Page } from './page';
import { readReplacements } from './replacements';
import { writeCards } from './sections/cards';

/** Markup for a stretch of the text. */
export interface PlacedMark {
  /** Span in UTF-16 offsets of the document; empty if a tag is added. */
  readonly span: Span;
  /** True if the text stays, between `opening` and `closing`; false if they replace it. */
  readonly keeps: boolean;
  readonly opening: Html;
  readonly closing: Html;
}

/** Our style applies to the content of such an element, and to nothing else on the page. */
const SCOPE = { class: 'brief-mark' };

export interface RenderedMarks {
  /** Marks in the order of the text. Only a mark that keeps its text has others inside. */
  readonly marks: readonly PlacedMark[];
  /** The cards that chips open without a script, for the end of the page. */
  readonly cards: Html;
}

/**
 * Returns the chips, verdicts and tags of a brief, by their places in its text. Links, figures, and footnotes that are
 * remarks are left to the program that shows the page.
 */
export function renderMarks(brief: Brief): RenderedMarks {
  const page = createPage(brief, false, 'marks');
  const marks = [...written(page), ...missing(page)].sort((a, b) => a.span.start - b.span.start);
  return { marks, cards: element('div', SCOPE, writeCards(page)) };
}

/** Returns the marks for text of the brief, such as citations. */
function written(page: Page): PlacedMark[] {
  const { brief } = page;
  const reader = readReplacements(page);
  const others = new Set([...brief.figureReferences, ...brief.links].map(({ span }) => span.start));
  return brief.blocks.flatMap((block) =>
    reader.take(block.span).flatMap(({ span, html, marks, labels }): PlacedMark[] => {
      const placed = inside(span, block.span);
      if (labels || others.has(placed.start) || isRemark(placed, page)) return [];
      if (!marks) return [{ span: placed, keeps: false, opening: element('span', SCOPE, html), closing: nothing }];
      const { title, verdict } = marks;
      const [scope, endOfScope] = tagsOf('span', SCOPE);
      const [doubt, end] = tagsOf('span', { class: 'doubt', title, 'data-verdict': verdict });
      return [{ span: placed, keeps: true, opening: join([scope, doubt]), closing: join([html, end, endOfScope]) }];
    }),
  );
}

function isRemark({ start, end }: Span, { brief, remarks }: Page): boolean {
  const shown = brief.content.slice(start, end);
  return shown.startsWith('[^') && remarks.has(shown.slice(2, -1));
}

/** Returns a tag after each insight that needs a source, has none, and doesn't say so itself. */
function missing({ brief, words }: Page): PlacedMark[] {
  const withGap = new Set(brief.slips.filter(({ kind }) => kind === 'gap').map(({ insight }) => insight));
  const tag = element('span', SCOPE, element('span', { class: 'tag tag-missing' }, text(words.noSource)));
  return brief.insights.flatMap((insight, index) => {
    if (!isUncited(insight) || insight.mustCite !== 'warning' || withGap.has(index)) return [];
    const { end } = insight.span;
    return { span: { start: end, end }, keeps: false, opening: tag, closing: nothing };
  });
}
