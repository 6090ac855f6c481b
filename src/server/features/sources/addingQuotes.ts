import { toTextEdits } from '../../diagnostics/toLsp';
import { invalid, readTextDocument } from '../../messages/readParams';
import { part } from '../../part';
import { ADD_QUOTES_REQUEST, type AddQuotesResult, type NewQuote } from '../../protocol';
import type { Feature } from '../feature';

/** Passages that are added to a source. */
export const addingQuotes: Feature = {
  register: ({ connection, documentOf, answer }) => {
    connection.onRequest<AddQuotesResult | null, void>(
      ADD_QUOTES_REQUEST,
      answer(ADD_QUOTES_REQUEST, async (params: unknown) => {
        const [source, quotes, text] = [part(params, 'source'), part(params, 'quotes'), part(params, 'text')];
        if (typeof source !== 'string') throw invalid(ADD_QUOTES_REQUEST, 'source must be a text');
        if (!Array.isArray(quotes)) throw invalid(ADD_QUOTES_REQUEST, 'quotes must be a list');
        if (text !== undefined && typeof text !== 'string') throw invalid(ADD_QUOTES_REQUEST, 'text must be a text');
        const wanted = quotes.map(readQuote);
        const document = await documentOf(readTextDocument(ADD_QUOTES_REQUEST, params).uri);
        if (!document) return null;
        const { addQuotes } = await import('../../../core/editor');
        const { version, positions } = document;
        const added = addQuotes(document.brief(), source, wanted, text);
        return added.kind === 'added' ? { ...added, version, edits: toTextEdits(positions, added.edits) } : added;
      }),
    );
  },
};

function readQuote(quote: unknown): NewQuote {
  const [text, page, url] = [part(quote, 'text'), part(quote, 'page'), part(quote, 'url')];
  const isText = (value: unknown): value is string | undefined => value === undefined || typeof value === 'string';
  if (typeof text !== 'string' || !isText(page) || !isText(url))
    throw invalid(ADD_QUOTES_REQUEST, 'each quote must have a text');
  return { text, ...(page === undefined ? {} : { page }), ...(url === undefined ? {} : { url }) };
}
