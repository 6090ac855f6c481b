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

describe('A BibTeX file as strangers write it', () => {
  const read = (text: string) => readBibliography(text, 'refs.bib');
  const only = (text: string) => read(text).declarations[0];

  it('has accents, letters and fonts of TeX as the characters that they are', () => {
    const title = String.raw`Caf{\'e} M\"uller \emph{or} {\O}rsted \c{c}a \v{S} {\"{\i}} Stra{\ss}e, 5\% \& $\alpha$--Fe`;
    assert.equal(
      only(`@misc{a, title = {${title}}}`)?.title?.value,
      'Café Müller or Ørsted ça Š ï Straße, 5% & α–Fe'.normalize('NFC'),
    );
  });

  it('has the names of programs that TeX typesets', () => {
    const title = String.raw`The {\TeX}book, \LaTeX{} and \BibTeX\ for \XeLaTeX`;
    assert.equal(only(`@misc{a, title = {${title}}}`)?.title?.value, 'The TeXbook, LaTeX and BibTeX for XeLaTeX');
  });

  it('has names as one says them, in whatever order they are written', () => {
    const author = '{The Bureau and Office} and van der Berg, Jan and Doe, Jr, Karl and Roe, R.  and Mia Poe';
    assert.deepEqual(
      only(`@misc{a, author = {${author}}}`)?.authors.map(({ value }) => value),
      ['The Bureau and Office', 'Jan van der Berg', 'Karl Doe Jr', 'R. Roe', 'Mia Poe'],
    );
  });

  it('joins pieces and strings, and has none of a comment', () => {
    const text =
      '@string{j = "Journal"}\n% @misc{no, title = {No}}\n@comment{@misc{no2, title = {No}}}\n@misc(a, journal = j # { of } # "Ore")';
    assert.deepEqual(
      read(text).declarations.map(({ id, publisher }) => [id, publisher?.value]),
      [['a', 'Journal of Ore']],
    );
  });

  it('gives a part what it has of the whole that it names', () => {
    const text =
      '@inbook{a, title = {Part}, crossref = {B}}\n@book{b, title = {Whole}, publisher = {Press}, year = 2020}';
    const part = only(text);
    assert.deepEqual([part?.title?.value, part?.publisher?.value, part?.published?.value], ['Part', 'Press', '2020']);
  });

  it('keeps an entry with a dollar sign that opens nothing', () => {
    assert.equal(only('@misc{a, title = {Ore at $5 a ton}}')?.title?.value, 'Ore at $5 a ton');
  });

  it('leaves out what strings of strings unfold to', () => {
    const bomb = Array.from({ length: 60 }, (_, n) => `@string{s${n + 1} = s${n} # s${n}}`).join('\n');
    const { declarations, errors } = read(`@string{s0 = "ore"}\n${bomb}\n@misc{a, title = s60}\n@misc{b, title = {B}}`);
    assert.deepEqual(
      declarations.map(({ id, title }) => [id, title?.value]),
      [['b', 'B']],
    );
    assert.match(errors[0]?.value ?? '', /^A @string expands to more than \d+ characters\.$/);
  });

  it('does not unfold one long string everywhere', () => {
    const entries = Array.from({ length: 1000 }, (_, n) => `@misc{a${n}, title = s # "x"}\n`).join('');
    const text = `@string{s = "${'ore '.repeat(10_000)}"}\n${entries}`;
    const { declarations, errors } = read(text);
    assert.ok(declarations.length < 20, String(declarations.length));
    assert.match(errors[0]?.value ?? '', /^A @string expands to more than \d+ characters\.$/);
  });

  it('leaves out a value of more than 50,000 characters, and says so', () => {
    const { declarations, errors } = read(`@misc{a, year = 2020, title = {${'a'.repeat(50_001)}}}`);
    assert.deepEqual([declarations[0]?.title, declarations[0]?.published?.value], [undefined, '2020']);
    assert.match(errors[0]?.value ?? '', /^Its title is longer than 50000 characters, so it is left out\.$/);
  });

  it('shows TeX as it is written where there is more than is read, and says so', () => {
    const entries = Array.from({ length: 50 }, (_, n) => `@misc{k${n}, title = {${'$\\bar\\alpha$ '.repeat(70)}${n}}}`);
    const { declarations, errors } = read(entries.join('\n'));
    assert.doesNotMatch(declarations[0]?.title?.value ?? '', /\\/);
    assert.match(declarations.at(-1)?.title?.value ?? '', /^\\bar\\alpha/);
    assert.match(errors[0]?.value ?? '', /over the limit for TeX/);
  });

  it('is not read on after a thousand broken entries, and says so', () => {
    const { errors } = read('@a{'.repeat(5000));
    assert.equal(errors.length, 1001);
    assert.match(errors.at(-1)?.value ?? '', /^The rest is not read/);
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

  it('has what is wrong in an entry in that entry only', () => {
    const { declarations, errors } = readBibliography(
      '- id: a\n  title: "\n- id: b\n- id: c\n  x: [1,\n- id: d\n',
      'a.yaml',
    );
    assert.deepEqual(
      declarations.map(({ id }) => id),
      ['b', 'd'],
    );
    assert.equal(errors.length, 2);
  });

  it('says where its JSON is wrong', () => {
    const text = '[{"id": "a" "title": "b"}]';
    const { errors } = readBibliography(text, 'a.json');
    assert.deepEqual(errors, [{ value: 'A "," or "}" is expected here.', span: { start: 12, end: 13 } }]);
  });

  it('is not read where it is nested too deep, and says so', () => {
    for (const [text, path] of [
      ['['.repeat(100_000), 'a.json'],
      [`${'{"a":'.repeat(100_000)}1`, 'a.json'],
      [`- id: a\n  x: ${'['.repeat(9000)}`, 'a.yaml'],
      [`- id: a\n  ${'- '.repeat(4000)}`, 'a.yaml'],
      [`- ${'? '.repeat(4000)}`, 'a.yaml'],
    ] as const)
      assert.match(readBibliography(text, path).errors[0]?.value ?? '', /deep/, text.slice(0, 20));
  });

  it('has no entry of more than 10,000 characters, and says so', () => {
    const text = `- id: a\n  title: ${'a'.repeat(10_000)}\n- id: b\n`;
    const { declarations, errors } = readBibliography(text, 'a.yaml');
    assert.deepEqual(
      declarations.map(({ id }) => id),
      ['b'],
    );
    assert.match(errors[0]?.value ?? '', /longer than 10000 characters/);
  });

  it('is not read on after twenty broken entries, and says so', () => {
    const { errors } = readBibliography('- id: a\n  title: "\n'.repeat(5000), 'a.yaml');
    assert.equal(errors.length, 21);
    assert.match(errors.at(-1)?.value ?? '', /^The rest is not read/);
  });

  it('unfolds no aliases', () => {
    const lines = Array.from({ length: 40 }, (_, n) => `  a${n + 1}: &a${n + 1} [*a${n}, *a${n}]\n`).join('');
    const { declarations } = readBibliography(`- id: a\n  a0: &a0 [x, x]\n${lines}  title: Ore\n`, 'a.yaml');
    assert.deepEqual(
      declarations.map(({ id, title }) => [id, title?.value]),
      [['a', 'Ore']],
    );
  });
});
