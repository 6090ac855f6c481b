import { toTextEdits } from '../../diagnostics/toLsp';
import { invalid, readLocated } from '../../messages/readParams';
import { part } from '../../part';
import type { Feature } from '../feature';
import { bytesOf } from './importing';

/** The text of the article that a brief sums up. */
export const articleText: Feature = {
  register: ({ onDocument, session }) => {
    onDocument('brief/articleText', readParams, async (document, { path, name, base64 }) => {
      const [{ readArticle }, { addArticleText, citePassages, citeSources }] = await Promise.all([
        import('../../../files/apart/readArticle'),
        import('../../../core/importing/importText'),
      ]);
      const article = await readArticle(name, bytesOf('brief/articleText', base64), session().readPdf);
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
    });
  },
};

function readParams(method: string, params: unknown) {
  const [path, name, base64] = [part(params, 'path'), part(params, 'name'), part(params, 'base64')];
  if (typeof path !== 'string' || typeof name !== 'string' || typeof base64 !== 'string')
    throw invalid(method, 'path, name and base64 must be texts');
  if (!/^sources\/article(?:-\d{1,3})?\.txt$/.test(path)) throw invalid(method, 'path must be that of an article');
  return { ...readLocated(method, params), path, name, base64 };
}
