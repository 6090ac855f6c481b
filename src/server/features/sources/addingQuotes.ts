import { toTextEdits } from '../../diagnostics/toLsp';
import { invalid, readLocated } from '../../messages/readParams';
import { part } from '../../part';
import type { NewQuote } from '../../protocol';
import type { Feature } from '../feature';

/** Passages that are added to a source. */
export const addingQuotes: Feature = {
  register: ({ onDocument }) => {
    onDocument('brief/addQuotes', readParams, async (document, { source, quotes, text }) => {
      const { addQuotes } = await import('../../../core/editor');
      const { version, positions } = document;
      const added = addQuotes(document.brief(), source, quotes, text);
      return added.kind === 'added' ? { ...added, version, edits: toTextEdits(positions, added.edits) } : added;
    });
  },
};

function readParams(method: string, params: unknown) {
  const [source, quotes, text] = [part(params, 'source'), part(params, 'quotes'), part(params, 'text')];
  if (typeof source !== 'string') throw invalid(method, 'source must be a text');
  if (!Array.isArray(quotes)) throw invalid(method, 'quotes must be a list');
  if (text !== undefined && typeof text !== 'string') throw invalid(method, 'text must be a text');
  return { ...readLocated(method, params), source, quotes: quotes.map(readQuote), text };
}

function readQuote(quote: unknown): NewQuote {
  const [text, page, url] = [part(quote, 'text'), part(quote, 'page'), part(quote, 'url')];
  const isText = (value: unknown): value is string | undefined => value === undefined || typeof value === 'string';
  if (typeof text !== 'string' || !isText(page) || !isText(url))
    throw invalid('brief/addQuotes', 'each quote must have a text');
  return { text, ...(page === undefined ? {} : { page }), ...(url === undefined ? {} : { url }) };
}
