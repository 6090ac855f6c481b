import { saying } from '../../../core/base/say';
import { readLocated } from '../../messages/readParams';
import type { Feature } from '../feature';

/** The marks of a page that another program makes, such as VS Code's own preview of Markdown. */
export const marks: Feature = {
  register: ({ onDocument, session }) => {
    onDocument('brief/marks', readLocated, async (document) => {
      const { renderMarks } = await import('../../../core/page');
      const brief = document.brief();
      const words = await session().wordsOfPage(brief.language);
      const rendered = saying(words, () => renderMarks(brief));
      const placed = rendered.marks.map(({ span, ...mark }) => ({
        range: document.positions.rangeOf(span),
        ...mark,
      }));
      return { version: document.version, marks: placed, cards: rendered.cards };
    });
  },
};
