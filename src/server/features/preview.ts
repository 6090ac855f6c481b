import { renderBrief } from '../../core';
import { RENDER_REQUEST, type RenderParams, type RenderResult } from '../protocol';
import type { Feature } from './feature';

/** The HTML of a preview. */
export const preview: Feature = {
  register: ({ connection, answer, session }) => {
    connection.onRequest(
      RENDER_REQUEST,
      answer(RENDER_REQUEST, ({ uri }: RenderParams): RenderResult | null => {
        const document = session().document(uri);
        if (!document) return null;
        const brief = document.brief();
        const { title, language } = brief;
        return { version: document.version, title: title?.value ?? '', language, html: renderBrief(brief) };
      }),
    );
  },
};
