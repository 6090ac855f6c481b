import { type Brief, cardsOf, chartRequests, renderBrief } from '../../core';
import {
  CARD_REQUEST,
  type CardParams,
  type CardResult,
  PREVIEW_NOTIFICATION,
  RENDER_REQUEST,
  type RenderParams,
  type RenderResult,
} from '../protocol';
import { send } from '../session';
import type { Feature } from './feature';

/** The HTML of a preview. */
export const preview: Feature = {
  register: ({ connection, answer, session }) => {
    /** The page is rendered again when the charts that are missing are drawn, and what writes formulas is loaded. */
    const extrasOf = (uri: string, brief: Brief) => {
      const done = () => {
        if (session().document(uri)) send(connection.sendNotification(PREVIEW_NOTIFICATION, { uri }));
      };
      const charts = session().charts?.of(chartRequests(brief), done) ?? null;
      return { charts, writeFormula: session().formulas.of(brief, done) };
    };
    connection.onRequest(
      RENDER_REQUEST,
      answer(RENDER_REQUEST, ({ uri, review }: RenderParams): RenderResult | null => {
        const document = session().document(uri);
        if (!document) return null;
        const brief = document.brief();
        const { title, language } = brief;
        return {
          version: document.version,
          title: title?.value ?? '',
          language,
          html: renderBrief(brief, { ...extrasOf(uri, brief), review: review === true }),
        };
      }),
    );
    connection.onRequest(
      CARD_REQUEST,
      answer(CARD_REQUEST, ({ uri, id }: CardParams): CardResult | null => {
        const document = session().document(uri);
        const html = document && cardsOf(document.brief(), [id]).get(id);
        return html === undefined || html === null ? null : { html };
      }),
    );
  },
};
