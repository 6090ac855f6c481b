import assert from 'node:assert/strict';
import { readBibliography } from '../../src/formats/bibliography';

describe('A BibTeX file', () => {
  const text = [
    '@article{usgs-2024,',
    '  title = {The {US} Survey \\& more},',
    '  author = {Doe, Jane and M{\\"u}ller, Karl},',
    '  journal = {Journal of Things}, year = 2024, month = jan,',
    '  url = {https://example.org/a_b}, doi = {10.1000/x}',
    '}',
    '',
    '@misc{broken, title = {Never closed',
    '',
    '@book{郭2025, title = "稀土年鉴", author = {郭}, publisher = {出版社}}',
    '',
  ].join('\n');
  const { declarations, errors } = readBibliography(text, 'refs.bib');
  const entry = (id: string) => declarations.find((declaration) => declaration.id === id);

  it('gives its entries with their fields as plain text', () => {
    const survey = entry('usgs-2024');
    assert.deepEqual(
      [survey?.title?.value, survey?.authors.map(({ value }) => value), survey?.publisher?.value],
      ['The US Survey & more', ['Jane Doe', 'Karl Müller'], 'Journal of Things'],
    );
    assert.deepEqual(
      [survey?.published?.value, survey?.url?.value, survey?.doi?.value],
      ['2024-01', 'https://example.org/a_b', '10.1000/x'],
    );
  });

  it('says where each entry and its key stand', () => {
    const book = entry('郭2025');
    assert.equal(text.slice(book?.idSpan.start, book?.idSpan.end), '郭2025');
    assert.ok(text.slice(book?.span.start, book?.span.end).startsWith('@book{郭2025'));
  });

  it('reports a broken entry and keeps the others', () => {
    assert.equal(errors.length, 1);
    assert.equal(entry('郭2025')?.title?.value, '稀土年鉴');
  });

  it('that is empty or no BibTeX has no entries', () => {
    for (const other of ['', 'just text', '@', '@article{', '%'.repeat(50)]) {
      assert.deepEqual(
        readBibliography(other, 'refs.bib').declarations.filter(({ id }) => id === ''),
        [],
      );
    }
  });
});

describe('A CSL file', () => {
  const item = {
    id: 'usgs-2024',
    type: 'report',
    title: 'Survey',
    author: [{ given: 'Jane', family: 'Doe' }, { literal: 'The Bureau' }],
    publisher: 'Bureau',
    issued: { 'date-parts': [[2024, 3, 5]] },
    URL: 'https://example.org',
  };

  it('gives its items from JSON', () => {
    const text = JSON.stringify([item]);
    const [source] = readBibliography(text, 'refs.json').declarations;
    assert.deepEqual(
      [source?.id, source?.title?.value, source?.published?.value, source?.url?.value],
      ['usgs-2024', 'Survey', '2024-03-05', 'https://example.org'],
    );
    assert.deepEqual(
      source?.authors.map(({ value }) => value),
      ['Jane Doe', 'The Bureau'],
    );
    assert.equal(text.slice(source?.idSpan.start, source?.idSpan.end), '"usgs-2024"');
  });

  it('gives its items from YAML, below references or at the top', () => {
    for (const text of ['references:\n- id: 01\n  title: Survey\n', '- id: 01\n  title: Survey\n']) {
      assert.deepEqual(
        readBibliography(text, 'refs.yaml').declarations.map(({ id, title }) => [id, title?.value]),
        [['01', 'Survey']],
      );
    }
  });

  it('that does not parse says what is wrong', () => {
    for (const text of ['[{', 'title: x', '']) assert.ok(readBibliography(text, 'refs.json').errors.length > 0, text);
  });
});
