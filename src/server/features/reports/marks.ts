import { saying } from '../../../core/base/say';
import { readTextDocument } from '../../messages/readParams';
import { MARKS_REQUEST, type MarksResult } from '../../protocol';
import type { Feature } from '../feature';

/** The marks of a page that another program makes, such as VS Code's own preview of Markdown. */
export const marks: Feature = {
  register: ({ connection, documentOf, answer, session }) => {
    connection.onRequest<MarksResult | null, void>(
      MARKS_REQUEST,
      answer(MARKS_REQUEST, async (params: unknown) => {
        const { uri } = readTextDocument(MARKS_REQUEST, params);
        const { renderMarks } = await import('../../../core/page');
        const document = await documentOf(uri);
        if (!document) return null;
        const brief = document.brief();
        const words = await session().wordsOfPage(brief.language);
        const rendered = saying(words, () => renderMarks(brief));
        const placed = rendered.marks.map(({ span, ...mark }) => ({
          range: document.positions.rangeOf(span),
          ...mark,
        }));
        return { version: document.version, marks: placed, cards: rendered.cards };
      }),
    );
  },
};
