import assert from 'node:assert/strict';
import { readBibliography } from '../../src/formats/bibliography';
import { assertGrowsEvenly } from '../growth';

const read = (...lines: string[]) => readBibliography(lines.join('\n'), 'refs.ris');
const idsOf = (...lines: string[]) => read(...lines).declarations.map(({ id }) => id);

describe('A RIS file', () => {
  const text = [
    'TY  - JOUR',
    'ID  - usgs-2024',
    'TI  - The survey of',
    'the year',
    'AU  - Doe, Jane',
    'AU  - Müller, Karl, Jr.',
    'JO  - Journal of Things',
    'PY  - 2024',
    'DA  - 2024/01/05/',
    'Y2  - 2025/03',
    'UR  - https://example.org/a_b; https://example.org/c',
    'DO  - https://doi.org/10.1000/x',
    'LA  - en',
    'ER  - ',
    '',
    'TY  - RPRT',
    'A1  - 郭',
    'T1  - 稀土年鉴',
    'PB  - 出版社',
    'Y1  - 2025///',
    'ER  - ',
    '',
  ].join('\r\n');
  const { declarations, errors } = readBibliography(text, 'refs.RIS');
  const [survey, book] = declarations;

  it('gives its entries with their fields', () => {
    assert.deepEqual(errors, []);
    assert.deepEqual(
      [survey?.title?.value, survey?.authors.map(({ value }) => value), survey?.publisher?.value],
      ['The survey of the year', ['Jane Doe', 'Karl Müller Jr.'], 'Journal of Things'],
    );
    const { published, accessed, url, doi, type, language } = survey ?? {};
    assert.deepEqual(
      [published, accessed, url, doi, type, language].map((field) => field?.value),
      ['2024-01-05', '2025-03', 'https://example.org/a_b', '10.1000/x', 'article-journal', 'en'],
    );
    assert.deepEqual([book?.title?.value, book?.published?.value, book?.type?.value], ['稀土年鉴', '2025', 'report']);
  });

  it('says where each entry, its name and its fields stand', () => {
    const at = (span?: { readonly start: number; readonly end: number }) => text.slice(span?.start, span?.end);
    assert.equal(at(survey?.idSpan), 'usgs-2024');
    assert.equal(at(survey?.title?.span), 'The survey of\r\nthe year');
    assert.ok(at(survey?.span).startsWith('JOUR') && at(survey?.span).endsWith('ER  - '));
    assert.equal(at(book?.idSpan), 'RPRT');
  });

  it('names an entry without an ID by its first author and its year, or by its title', () => {
    const entry = (...lines: string[]) => ['TY  - BOOK', ...lines, 'ER  - '];
    assert.deepEqual(
      idsOf(
        ...entry('AU  - O’Neil, Ann', 'PY  - 2024'),
        ...entry('AU  - O’Neil, Bo', 'PY  - 2024/05'),
        ...entry('TI  - The ore trade'),
        ...entry('AU  - 郭', 'PY  - 2023'),
      ),
      ['oneil2024', 'oneil2024b', 'trade', '郭2023'],
    );
  });

  it('reports an entry that has no name, at its first line', () => {
    const { declarations: found, errors: said } = read('TY  - BOOK', 'PY  - 2024', 'ER  - ');
    assert.deepEqual(
      [found.length, said.map(({ value }) => value)],
      [0, ['This entry has neither an ID nor an author or a title: add a line "ID  - name".']],
    );
  });

  it('reports an entry that is not closed, and keeps it and those after it', () => {
    const lines = ['TY  - BOOK', 'ID  - a', 'TY  - BOOK', 'ID  - b', 'ER  - ', 'TY  - BOOK', 'ID  - c'];
    const { declarations: found, errors: said } = read(...lines);
    assert.deepEqual(
      found.map(({ id }) => id),
      ['a', 'b', 'c'],
    );
    assert.deepEqual(
      said.map(({ value, span }) => [value, span.start]),
      [
        ['This entry is not closed: end it with a line "ER  - ".', 6],
        ['This entry is not closed: end it with a line "ER  - ".', lines.slice(0, 5).join('\n').length + 7],
      ],
    );
  });

  it('reports text outside of entries once', () => {
    const lines = ['% notes', 'more', 'TY  - BOOK', 'ID  - a', 'ER  - ', 'after'];
    const { declarations: found, errors: said } = read(...lines);
    assert.equal(found.length, 1);
    assert.deepEqual(
      said.map(({ value, span }) => [value, span.start]),
      [
        ['This line belongs to no entry: begin one with a line such as "TY  - JOUR".', 0],
        [
          'This line belongs to no entry: begin one with a line such as "TY  - JOUR".',
          lines.join('\n').indexOf('after'),
        ],
      ],
    );
  });

  it('that is empty has no entries and nothing wrong', () => {
    assert.deepEqual(read(''), { declarations: [], errors: [] });
    assert.deepEqual(read('\uFEFF', ''), { declarations: [], errors: [] });
  });

  it('has ordinary names like those of the language', () => {
    assert.deepEqual(idsOf('TY  - constructor', 'ID  - __proto__', 'ER  - '), ['__proto__']);
    assert.equal(read('TY  - constructor', 'ID  - a', 'ER  - ').declarations[0]?.type?.value, 'document');
  });

  it('costs as much as its length where one field goes on over many lines', () => {
    assertGrowsEvenly(
      (lines) => readBibliography(`TY  - JOUR\nAB  - Ore\n${'a\n'.repeat(lines)}ER  - \n`, 'refs.ris'),
      50_000,
    );
  });

  for (const [day, date] of [
    ['July', '1948-07'],
    ['14 July', '1948-07-14'],
    ['in summer', '1948'],
    ['1949/02', '1949-02'],
  ] as const)
    it(`has the year of its PY where DA is "${day}"`, () => {
      const { declarations } = read('TY  - BOOK', 'TI  - Tides', 'PY  - 1948', `DA  - ${day}`, 'ER  - ');
      assert.equal(declarations[0]?.published?.value, date);
    });
});
