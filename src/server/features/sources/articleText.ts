import { toTextEdits } from '../../diagnostics/toLsp';
import { invalid, readTextDocument } from '../../messages/readParams';
import { part } from '../../part';
import { ARTICLE_TEXT_REQUEST, type ArticleTextResult } from '../../protocol';
import type { Feature } from '../feature';
import { bytesOf } from './importing';

/** The text of the article that a brief sums up. */
export const articleText: Feature = {
  register: ({ connection, documentOf, answer, session }) => {
    connection.onRequest<ArticleTextResult | null, void>(
      ARTICLE_TEXT_REQUEST,
      answer(ARTICLE_TEXT_REQUEST, async (params: unknown) => {
        const [path, name, base64] = [part(params, 'path'), part(params, 'name'), part(params, 'base64')];
        if (typeof path !== 'string' || typeof name !== 'string' || typeof base64 !== 'string')
          throw invalid(ARTICLE_TEXT_REQUEST, 'path, name and base64 must be texts');
        if (!/^sources\/article(?:-\d{1,3})?\.txt$/.test(path))
          throw invalid(ARTICLE_TEXT_REQUEST, 'path must be that of an article');
        const document = await documentOf(readTextDocument(ARTICLE_TEXT_REQUEST, params).uri);
        if (!document) return null;
        const [{ readArticle }, { addArticleText, citePassages, citeSources }] = await Promise.all([
          import('../../../files/apart/readArticle'),
          import('../../../core/importing/importText'),
        ]);
        const article = await readArticle(name, bytesOf(ARTICLE_TEXT_REQUEST, base64), session().readPdf);
        if ('error' in article) return article;
        // It may have been edited while the article was read.
        const { version, positions } = document;
        const brief = document.brief();
        const added = addArticleText(brief, path, article.paragraphs) ?? citePassages(brief, { ...article, path });
        if (!added) return { version, none: true };
        const { edit, text, passages, fit, why } = added;
        const turn = why && citeSources(brief);
        const result = { version, edits: toTextEdits(positions, [edit]), text, passages, fit };
        return turn ? { ...result, misfit: { why, edits: toTextEdits(positions, [turn]) } } : result;
      }),
    );
  },
};
