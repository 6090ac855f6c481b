/** The marks of a brief, for a page that another program makes of its Markdown. */

import type { Span } from '../base/text';
import { isUncited } from '../brief/needs/uncited';
import type { Brief } from '../brief/types';
import { element, type Html, join, nothing, tagsOf, text } from './html';
import { createPage, type Page } from './page';
import { readReplacements } from './replacements';
import { writeCards } from './sections/cards';

/** What a stretch of the text is shown as. */
export interface PlacedMark {
  /** In UTF-16 offsets of the document; empty where a tag is added. */
  readonly span: Span;
  /** Whether the text stays, between `opening` and `closing`. */
  readonly keeps: boolean;
  readonly opening: Html;
  readonly closing: Html;
}

/** Our style holds for what is in such an element, and for nothing else on the page. */
const SCOPE = { class: 'brief-mark' };

export interface RenderedMarks {
  /** In the order of the text. Marks are in each other only where the outer one keeps its text. */
  readonly marks: readonly PlacedMark[];
  /** The cards that chips open without a script, for the end of the page. */
  readonly cards: Html;
}

/**
 * The chips, verdicts and tags of a brief, by their places in its text. Links, figures, and footnotes that are remarks are left
 * to the program that shows the page.
 */
export function renderMarks(brief: Brief): RenderedMarks {
  const page = createPage(brief, false, 'marks');
  const marks = [...written(page), ...missing(page)].sort((a, b) => a.span.start - b.span.start);
  return { marks, cards: element('div', SCOPE, writeCards(page)) };
}

/** The marks that stand for something that is written. */
function written(page: Page): PlacedMark[] {
  const { brief } = page;
  const reader = readReplacements(page);
  const others = new Set([...brief.figureReferences, ...brief.links].map(({ span }) => span.start));
  return brief.blocks.flatMap((block) =>
    reader.take(block.span).flatMap(({ span, html, marks, labels }): PlacedMark[] => {
      const placed = { start: block.span.start + span.start, end: block.span.start + span.end };
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

/** A tag behind each insight that needs a source, has none, and does not say so itself. */
function missing({ brief, words }: Page): PlacedMark[] {
  const withGap = new Set(brief.slips.filter(({ kind }) => kind === 'gap').map(({ insight }) => insight));
  const tag = element('span', SCOPE, element('span', { class: 'tag tag-missing' }, text(words.noSource)));
  return brief.insights.flatMap((insight, index) => {
    if (!isUncited(insight) || insight.mustCite !== 'warning' || withGap.has(index)) return [];
    const { end } = insight.span;
    return { span: { start: end, end }, keeps: false, opening: tag, closing: nothing };
  });
}
