import type { Brief, ChartRequest } from '../../../core';
import { saying } from '../../../core/base/say';
import { invalid, readUri } from '../../messages/readParams';
import { notify } from '../../messages/send';
import { createSentPages, type SentPages } from '../../pages/sentPages';
import { part } from '../../part';
import type { Feature } from '../feature';

/** Writes the HTML of a preview. */
export const preview: Feature = {
  register: ({ connection, onRequest, documentOf, session }) => {
    /**
     * Returns what the page needs besides the brief, as far as it is ready. The page is rendered again once the missing charts
     * are drawn, the writer of formulas is loaded, and sources are listed.
     */
    const extrasOf = async (uri: string, brief: Brief, requests: readonly ChartRequest[]) => {
      const done = () => {
        if (session().document(uri)) notify(connection, 'brief/preview', { uri });
      };
      const charts = session().charts?.of(requests, done) ?? null;
      const writeFormula = session().formulas.of(brief, done);
      const { styledLists, settings } = session();
      const styled = await styledLists.of(uri, brief, settings().bibliographyStyle, done);
      return { charts, writeFormula, styled };
    };
    /** Pages that previews were given, by document: the plain page, and the page beside its evidence. */
    const sent = new Map<string, { readonly page: SentPages; readonly review: SentPages }>();
    const sentOf = (uri: string) => {
      for (const other of sent.keys()) if (!session().document(other)) sent.delete(other);
      const pages = sent.get(uri) ?? { page: createSentPages(), review: createSentPages() };
      sent.set(uri, pages);
      return pages;
    };
    onRequest('brief/render', async (params) => {
      const uri = readUri('brief/render', params);
      const have = part(params, 'have');
      const { chartRequests, renderBrief, renderParts } = await import('../../../core/page');
      const document = await documentOf(uri);
      if (!document) return null;
      const brief = document.brief();
      const { title, language } = brief;
      const result = { version: document.version, title: title?.value ?? '', language };
      const options = {
        ...(await extrasOf(uri, brief, chartRequests(brief))),
        review: part(params, 'review') === true,
        outline: true,
        comments: true,
      };
      if (have === undefined) return { ...result, html: renderBrief(brief, options) };
      const pages = sentOf(uri)[options.review ? 'review' : 'page'];
      const changes = pages.changesTo(renderParts(brief, options, pages), typeof have === 'string' ? have : null);
      return { ...result, html: '', changes };
    });
    onRequest('brief/card', async (params) => {
      const uri = readUri('brief/card', params);
      const id = part(params, 'id');
      if (typeof id !== 'string') throw invalid('brief/card', 'id must be a text');
      const { cardsOf } = await import('../../../core/page');
      const document = await documentOf(uri);
      if (!document) return null;
      const words = await session().wordsOfPage(document.brief().language);
      const html = saying(words, () => cardsOf(document.brief(), [id]).get(id));
      return html === undefined || html === null ? null : { html };
    });
  },
};
