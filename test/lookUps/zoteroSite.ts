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

/** The keys of the items in Zotero, in their order. */
const KEYS = ['MAGN2345', 'PRCE2345'];

const PDF = {
  key: 'PQRS6789',
  version: 12,
  library: { type: 'user', id: 0, name: 'My Library' },
  data: {
    key: 'PQRS6789',
    version: 12,
    parentItem: 'MAGN2345',
    itemType: 'attachment',
    linkMode: 'imported_file',
    title: 'Full Text PDF',
    contentType: 'application/pdf',
    filename: 'magnets.pdf',
    tags: [],
  },
};

const annotation = (key: string, sortIndex: string, data: object) => ({
  key,
  version: 13,
  data: {
    key,
    parentItem: 'PQRS6789',
    itemType: 'annotation',
    annotationColor: '#ffd400',
    annotationSortIndex: sortIndex,
    annotationComment: '',
    ...data,
  },
});

/** As Zotero answers, in the order of their changes. */
const ANNOTATIONS = [
  annotation('LATE2345', '00004|000100|00100', {
    annotationType: 'underline',
    annotationText: 'Recycling met 3% of the demand.',
    annotationPageLabel: '105',
    annotationPosition: '{"pageIndex":4,"rects":[[1,2,3,4]]}',
  }),
  annotation('HGLT2345', '00002|000100|00100', {
    annotationType: 'highlight',
    annotationText: 'The mill shipped 48 crates of\u00a0magnets.',
    annotationComment: 'Compare with last year',
    annotationPageLabel: '103',
    annotationPosition: '{"pageIndex":2,"rects":[[1,2,3,4]]}',
  }),
  annotation('STCK2345', '00003|000100|00100', {
    annotationType: 'note',
    annotationComment: 'Ask the author',
    annotationPageLabel: '104',
    annotationPosition: '{"pageIndex":3,"rects":[[1,2,3,4]]}',
  }),
  annotation('DRAW2345', '00001|000100|00100', { annotationType: 'ink', annotationPosition: '{"pageIndex":1}' }),
];

const NOTE = {
  key: 'NOTE2345',
  version: 9,
  data: {
    key: 'NOTE2345',
    parentItem: 'MAGN2345',
    itemType: 'note',
    note: '<h1>Plan</h1><p>Look at the <b>yearbook</b></p>',
  },
};

export const FULL_TEXT =
  'Magnets of the year\n\nThe mill shipped 48 crates of magnets.\n\fRecycling met 3% of the demand.\n';

/** What belongs to the first item: a PDF with highlights and its text, and a note. */
export function itemPages(
  text: object = { content: FULL_TEXT, indexedPages: 2, totalPages: 2 },
): Readonly<Record<string, Page>> {
  const json = (value: unknown) => answers(200, { 'content-type': 'application/json' }, JSON.stringify(value, null, 4));
  return {
    '/api/users/0/items/MAGN2345/children': json([PDF, NOTE]),
    '/api/users/0/items/PQRS6789/children': json(ANNOTATIONS),
    '/api/users/0/items/PQRS6789/fulltext': json(text),
  };
}

/** What Zotero answers that lets other programs ask it, and has Better BibTeX; its picker picks the second item. */
export function zoteroPages(): Readonly<Record<string, Page>> {
  return {
    '/api/users/0/items/top': (request, response) => {
      const query = new URL(request.url ?? '', 'http://localhost').searchParams;
      const word = (query.get('q') ?? '').split(' ')[0]?.toLowerCase() ?? '';
      const found = ITEMS.filter(({ title }) => title.toLowerCase().includes(word));
      const withKeys = ITEMS.flatMap((item, i) =>
        found.includes(item)
          ? [{ key: KEYS[i], version: 7, links: {}, meta: {}, csljson: JSON.stringify([item]) }]
          : [],
      );
      const isIncluded = query.get('include') === 'csljson';
      const body = query.get('format') === 'keys' ? 'MAGN2345' : JSON.stringify(isIncluded ? withKeys : found);
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
