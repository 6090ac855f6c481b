import assert from 'node:assert/strict';
import { parseFrontMatter } from '../../../../src/core/document/frontMatter';
import { fixture } from '../../../fixture';

function read(text: string) {
  const frontMatter = parseFrontMatter(text);
  assert.ok(frontMatter);
  return frontMatter;
}

/** The ids of sources whose entries are these lines. */
const idsOf = (...lines: string[]) => read(`---\nsources:\n${lines.join('\n')}\n---\n`).sources.map(({ id }) => id);

describe('a source in the front matter', () => {
  it('has all of its fields', () => {
    const text = [
      '---',
      'sources:',
      '  - id: usgs-2024',
      '    title: Mineral commodity summaries',
      '    authors:',
      '      - Ada',
      '      - Bo',
      '    publisher: USGS',
      '    published: 2024-01-31',
      '    accessed: some day',
      '    url: https://example.org/a',
      '    doi: 10.3133/mcs2024',
      '    type: report',
      '    language: en',
      '    text: sources/usgs.md',
      '---',
    ].join('\n');
    const { sources, errors, unknownKeys } = read(text);
    assert.deepEqual([errors, unknownKeys], [[], []]);
    const [source] = sources;
    assert.ok(source);
    const { id, authors, title, publisher, published, accessed, url, doi, type, language, textPath } = source;
    assert.equal(id, 'usgs-2024');
    assert.deepEqual(
      authors.map(({ value }) => value),
      ['Ada', 'Bo'],
    );
    assert.deepEqual(
      [title, publisher, published, accessed, url, doi, type, language, textPath].map((field) => field?.value),
      [
        'Mineral commodity summaries',
        'USGS',
        '2024-01-31',
        'some day',
        'https://example.org/a',
        '10.3133/mcs2024',
        'report',
        'en',
        'sources/usgs.md',
      ],
    );
  });

  it('takes its id as it is written', () => {
    assert.deepEqual(
      idsOf('  - id: 01', '  - id: 1.0', '  - id: 0x10', '  - id: yes', '  - id: "007"', '  - id: 郭2025'),
      ['01', '1.0', '0x10', 'yes', '007', '郭2025'],
    );
  });

  it('leaves out the @ of an id', () => {
    const text = '---\nsources:\n  - id: "@usgs"\n---\n';
    const [source] = read(text).sources;
    assert.equal(source?.id, 'usgs');
    assert.equal(text.slice(source.idSpan.start, source.idSpan.end), 'usgs');
  });

  it('spans its entry, from the hyphen to the end of its last line', () => {
    const { text, expected } = fixture(
      ['---', 'sources:', '  # first', '  - id: 1', '    ^^^^^ the rest', '', '  # second', '---'].join('\n'),
    );
    const [source] = read(text).sources;
    assert.deepEqual(source?.span, { start: (expected[0]?.start ?? 0) - 2, end: expected[0]?.end });
  });

  it('may stand in a list that is not indented', () => {
    assert.deepEqual(idsOf('- id: 1', '  quote:', '  - one', '  - two', '- id: 2', '-', '  id: 3'), ['1', '2', '3']);
  });

  it('may stand in a flow list', () => {
    const { sources, errors } = read('---\nsources: [\n  {id: 1, title: A}, {id: 2}\n]\ntitle: T\n---\n');
    assert.deepEqual(errors, []);
    assert.deepEqual(
      sources.map(({ id, title }) => [id, title?.value]),
      [
        ['1', 'A'],
        ['2', undefined],
      ],
    );
  });

  it('has quotes as a text, as texts, or with their page and URL', () => {
    const quotesOf = (yaml: string) => read(`---\nsources:\n  - id: 1\n${yaml}\n---\n`).sources[0]?.quotes;
    const one = quotesOf('    quote: |\n      Output fell\n      by 3%.');
    assert.equal(one?.[0]?.text, 'Output fell\nby 3%.');
    const many = quotesOf(
      '    quote:\n      - "One."\n      - text: Two.\n        page: 3\n        url: https://example.org',
    );
    assert.deepEqual(
      many?.map(({ text, from, page, url }) => [text, from, page, url]),
      [
        ['One.', 'quote', undefined, undefined],
        ['Two.', 'quote', '3', 'https://example.org'],
      ],
    );
    assert.deepEqual(
      quotesOf('    quote: {text: Three.}')?.map(({ text }) => text),
      ['Three.'],
    );
  });

  const wrong: readonly (readonly [name: string, entry: string, ids: string])[] = [
    ['without an id', '  - title: x\n  ^^^^^^^^^^ This source has no "id": add a line such as id: usgs-2024.', ''],
    ['with an empty id', '  - id:\n    ^^ This source has no "id": add a line such as id: usgs-2024.', ''],
    [
      'that is a text',
      '  - https://example.org\n    ^^^^^^^^^^^^^^^^^^^ A source is made of keys. Begin it with its id, such as id: usgs-2024.',
      '',
    ],
    ['that lacks a space', '  - id:1\n    ^^^^ Put a space after the colon.', ''],
    ['that is empty', '  -\n  ^ This source is empty: give it an id, as in id: usgs-2024.', ''],
    [
      'with a space in its id',
      '  - id: a b\n        ^^^ "id" must be a number or a key such as usgs-2024, without spaces, commas, brackets and braces.',
      'a b',
    ],
    [
      'with the id of a figure',
      '  - id: fig:a\n        ^^^^^ "id" may not start with "fig:", which marks figures in the text.',
      'fig:a',
    ],
    ['with a list as its id', '  - id: [1]\n        ^^^ "id" must be a number or a key such as usgs-2024.', ''],
    [
      'with a map among its authors',
      '  - id: 1\n    authors: [{a: b, c: d}]\n              ^^^^^^^^^^^^ "authors" must be a list of text values.',
      '1',
    ],
    [
      'with a quote that lacks its text',
      '  - id: 1\n    quote:\n      - page: 3\n        ^^^^^^^ "text" is missing here.',
      '1',
    ],
    [
      'out of line',
      '  - id: 1\n   - id: 2\n   ^ Align this entry with the first one: put 2 spaces before its "-".',
      '1 2',
    ],
  ];
  for (const [name, entry, ids] of wrong) {
    it(`${name} is an error, and costs itself only`, () => {
      const { text, expected } = fixture(`---\nsources:\n${entry}\n  - id: last\n---\n`);
      const { errors, sources } = read(text);
      assert.deepEqual(
        errors.map(({ span, message }) => ({ ...span, label: message })),
        expected,
      );
      assert.equal(sources.map(({ id }) => id).join(' '), `${ids} last`.trim());
    });
  }

  it('with an id of over 200 characters is an error, and is left out', () => {
    const front = read(`---\nsources:\n  - id: ${'x'.repeat(201)}\n  - id: ${'y'.repeat(200)}\n---\n`);
    assert.equal(front.sources.length, 1);
    assert.deepEqual(
      front.errors.map(({ message }) => message),
      ['"id" must have at most 200 characters.'],
    );
  });

  it('that is broken is still declared by its id line', () => {
    const broken = (entry: string) => {
      const text = `---\nsources:\n${entry}\n---\n`;
      const [source] = read(text).sources;
      assert.equal(source?.broken, true);
      assert.equal(text.slice(source.idSpan.start, source.idSpan.end), source.id);
      return source.id;
    };
    assert.equal(broken('  - id: 7\n    title: a: b'), '7');
    assert.equal(broken('  - title: a: b\n    id: "x" # note'), 'x');
    assert.equal(broken('  - {id: k, title: [}'), 'k');
    assert.equal(broken('  - title: a: b\n    extra:\n      id: inner\n    id: outer'), 'outer');
  });
});
