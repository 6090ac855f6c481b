import assert from 'node:assert/strict';
import { readBibliography } from '../../src/formats/bibliography';
import { bibtexDetails } from '../../src/formats/bibliography/bibtexDetails';
import { toCslItem } from '../../src/styles/cslItem';

const read = (text: string) => readBibliography(text, 'refs.bib');
const titleOf = (tex: string) => read(`@misc{a, title = {${tex}}}`).declarations[0]?.title?.value;
const authorsOf = (tex: string) =>
  read(`@misc{a, author = {${tex}}}`).declarations[0]?.authors.map(({ value }) => value);
const cslOf = (entry: string) => bibtexDetails(entry, new Set(['a'])).get('a');

describe('A BibTeX file of another program', () => {
  it('has entries whose types have underscores and hyphens', () => {
    const { declarations, errors } = read('@data_set{a, title = {Tides}}\n@e-print{b, title = {Gates}}\n');
    assert.deepEqual([declarations.map(({ id }) => id), errors], [['a', 'b'], []]);
  });

  it('says which entries have no key', () => {
    const text = '@misc{, title = {Tides}}\n@misc{a, title = {Gates}}\n';
    const { declarations, errors } = read(text);
    assert.deepEqual(
      declarations.map(({ id }) => id),
      ['a'],
    );
    assert.deepEqual(
      errors.map(({ value, span }) => [value, text.slice(span.start, span.end)]),
      [['This entry has no key, so it cannot be cited. Write one after its brace.', '@misc{, title = {Tides}}']],
    );
  });

  it('says which keys are there twice, and has both entries', () => {
    const { declarations, errors } = read('@misc{a, title = {Tides}}\n@misc{b}\n@misc{a, title = {Gates}}\n');
    assert.deepEqual(
      declarations.map(({ id }) => id),
      ['a', 'b', 'a'],
    );
    assert.deepEqual(
      errors.map(({ value }) => value),
      ['"a" is given twice, and the first is used. Remove one.'],
    );
  });

  it('notes in one message how many entries stand there twice in the same words', () => {
    const entry = '@misc{a, title = {Tides}}\n';
    const { errors } = read(`${entry}@misc{b}\n${entry}${entry.replace(', ', ',\n  ')}`);
    assert.deepEqual(
      errors.map(({ value, isNote }) => [value, isNote]),
      [['2 entries stand twice in the same words. Remove one of each.', true]],
    );
  });

  it('says in one message how many entries have none', () => {
    const { errors } = read('@misc{, title = {Tides}}\n'.repeat(3000));
    assert.deepEqual(
      errors.map(({ value, span }) => [value, span.start]),
      [['3000 entries have no key, so they cannot be cited. Write one after each brace.', 0]],
    );
  });

  for (const [tex, text] of [
    [String.raw`Tides\ of the\ North`, 'Tides of the North'],
    [String.raw`Tides,\,gates\;and\quad locks`, 'Tides, gates and locks'],
    [String.raw`In \log n steps, or $O(n \log n)$`, 'In log n steps, or O(n log n)'],
    [String.raw`Run\hyphen{}off and multi\hyphen part`, 'Run-off and multi-part'],
    [
      String.raw`Hydro\-dynamics of \textless fish\textgreater\ and \textquotesingle gates`,
      "Hydrodynamics of <fish> and 'gates",
    ],
    [String.raw`The \ud835\udd38 case`, 'The 𝔸 case'],
    [String.raw`The $\backslash$ud835$\backslash$udd38 case`, 'The 𝔸 case'],
    [String.raw`The {\&}\#55349;{\&}\#56632; case`, 'The &#55349;&#56632; case'],
    [String.raw`A half \ud835 alone`, 'A half 835 alone'],
    [String.raw`\'𝔸 and \𝔸 \foo`, '𝔸 and 𝔸'],
    [String.raw`\logic of the \hyphens`, 'of the'],
  ] as const)
    it(`reads ${tex}`, () => {
      assert.equal(titleOf(tex), text);
      assert.doesNotMatch(titleOf(tex) ?? '', /[\uD800-\uDFFF]/u);
    });

  it('has no author whose name is "others"', () => {
    assert.deepEqual(authorsOf('Berg, Anna and others'), ['Anna Berg']);
    assert.deepEqual(authorsOf('Others, Anna and Otherson, Li'), ['Anna Others', 'Li Otherson']);
  });

  it('has names by their parts, whatever options they have', () => {
    const name = 'family=Berg, given=Anna, given-i=A, prefix=van den, useprefix=, nametitle=Dr';
    assert.deepEqual(authorsOf(`${name} and family="Cruz", given="Ana", useprefix=false`), [
      'Anna van den Berg',
      'Ana Cruz',
    ]);
    assert.deepEqual(cslOf(`@misc{a, author = {${name}}}`)?.['author'], [
      { family: 'Berg', given: 'Anna', 'dropping-particle': 'van den' },
    ]);
  });

  it('gives institutions to styles as they are written', () => {
    assert.deepEqual(
      cslOf('@report{a, author = {Harbour Research Institute and {Tide Watch}, and Berg, Anna and Li Na}}')?.['author'],
      [
        { literal: 'Harbour Research Institute' },
        { literal: 'Tide Watch' },
        { family: 'Berg', given: 'Anna' },
        { family: 'Na', given: 'Li' },
      ],
    );
  });

  it('gives editors to styles as editors only', () => {
    const entry = '@book{a, title = {Tides}, editor = {Berg, Anna}}';
    const [source] = read(entry).declarations;
    assert.ok(source);
    const item = toCslItem(source, cslOf(entry) ?? null, 'en');
    assert.deepEqual([item['author'], item['editor']], [undefined, [{ family: 'Berg', given: 'Anna' }]]);
    const both = entry.replace('editor', 'author = {Li Na}, editor');
    assert.deepEqual(toCslItem(source, cslOf(both) ?? null, 'en')['author'], [{ family: 'Na', given: 'Li' }]);
  });

  it('leaves no half of a character behind a command that hides its argument', () => {
    assert.equal(titleOf('Sets \\vphantom\\{ of tides'), 'Sets of tides');
  });

  for (const [command, tex, text] of [
    ['mkbibitalic', 'Life of \\mkbibitalic{Salmo salar} at sea', 'Life of Salmo salar at sea'],
    ['mkbibbold', '\\mkbibbold{Gates}', 'Gates'],
    ['textup', 'Tides \\textup{(new)}', 'Tides (new)'],
  ] as const)
    it(`keeps the words of \\${command}`, () => {
      assert.equal(titleOf(tex), text);
    });

  it('reads simple formulas by itself, however many there are', () => {
    const entries = Array.from(
      { length: 900 },
      (_, i) => `@misc{a${i}, title = {Tide ${i} of $\\alpha_2 \\leq x^{3}$}}`,
    );
    const { declarations, errors } = read(entries.join('\n'));
    assert.deepEqual([declarations.at(-1)?.title?.value, errors], ['Tide 899 of α₂ ≤x³', []]);
  });

  it('takes what is missing from the whole of its whole', () => {
    const text = `@inbook{a, title = {Gates}, crossref = {b}}
@book{b, title = {Tides}, crossref = {c}}
@mvbook{c, title = {Water}, publisher = {Ebb}, date = {1999}}`;
    const { publisher, published } = read(text).declarations[0] ?? {};
    assert.deepEqual([publisher?.value, published?.value], ['Ebb', '1999']);
    assert.equal(cslOf(text)?.['container-title'], 'Tides');
  });

  it('ends where entries name each other', () => {
    assert.equal(read('@book{a, title = {T}, crossref = {b}}\n@book{b, crossref = {a}}').declarations.length, 2);
  });

  it('has its addition in the title, its part in the volume, and the title of its issue', () => {
    const csl = cslOf(
      '@article{a, title = {Gates}, subtitle = {A view}, titleaddon = {Talk}, volume = {7}, part = {2}, issuetitle = {Locks}}',
    );
    assert.deepEqual(
      [csl?.['title'], csl?.['volume'], csl?.['collection-title']],
      ['Gates: A view. Talk', '7.2', 'Locks'],
    );
  });

  it('has no date where digits of its year are unknown', () => {
    const entry = '@book{a, title = {Gates}, date = {20uu}}';
    assert.deepEqual([read(entry).declarations[0]?.published, cslOf(entry)?.['issued']], [undefined, undefined]);
  });
});
