import { answers, type Page } from '../links/site';

/** The items of a library, as CSL-JSON. */
export const ITEMS = [
  {
    id: 'http://zotero.org/users/1/items/A',
    type: 'article-journal',
    title: 'Magnets in H<sub>2</sub>O',
    author: [
      { family: 'Berg', given: 'Anna', 'non-dropping-particle': 'van den' },
      { literal: 'World Health Organization' },
    ],
    'container-title': 'Journal of Things',
    publisher: 'Elsewhere',
    issued: { 'date-parts': [['2024', 5, 1]] },
    accessed: { 'date-parts': [['2025', 1, 2]] },
    DOI: '10.1234/abc',
    URL: 'https://example.org/magnets',
    language: 'en',
  },
  {
    id: 'prices2025',
    type: 'webpage',
    title: 'Prices of the year',
    'container-title': 'Sample Wire',
    URL: 'https://example.org/prices',
    issued: { 'date-parts': [[2025]] },
  },
];

/** What Zotero answers that lets other programs ask it, and has Better BibTeX; its picker picks the second item. */
export function zoteroPages(): Readonly<Record<string, Page>> {
  return {
    '/api/users/0/items/top': (request, response) => {
      const query = new URL(request.url ?? '', 'http://localhost').searchParams;
      const word = (query.get('q') ?? '').split(' ')[0]?.toLowerCase() ?? '';
      const found = ITEMS.filter(({ title }) => title.toLowerCase().includes(word));
      const body = query.get('format') === 'keys' ? 'A' : JSON.stringify(found);
      answers(200, { 'content-type': 'text/plain' }, body)(request, response);
    },
    '/better-bibtex/cayw': (request, response) => {
      const isProbe = request.url?.includes('probe=true');
      answers(
        200,
        { 'content-type': 'text/plain' },
        isProbe ? 'ready' : JSON.stringify(ITEMS.slice(1)),
      )(request, response);
    },
  };
}
