import assert from 'node:assert/strict';
import { parse } from 'yaml';
import { applyEdits } from '../../../../src/core/base/text';
import { parseFrontMatter } from '../../../../src/core/document/frontMatter';
import { quoteText } from '../../../../src/core/document/frontMatter/slips';
import { fixture } from '../../../fixture';

function read(text: string) {
  const frontMatter = parseFrontMatter(text);
  assert.ok(frontMatter);
  return frontMatter;
}

describe('a value that must be in quotes', () => {
  const values: readonly string[] = [
    'Rare earths: a primer',
    'Rare earths:',
    'He said: "no" \\o/',
    'He said: "no", it\'s "yes"',
    '@USGS',
    '%change',
    '`code`',
    '*bold*',
    '*bold* and more',
    '& company',
    '&company',
    '!important',
    '! important',
    '> 5% growth',
    '>5',
    '>5 million',
    '| pipe',
    '| :',
    '- dash',
    '? why',
    ', comma',
    '] bracket',
    '} brace',
    '[draft] Rare earths',
    '{draft} Rare earths',
    '"Rare" earths',
    "'Tis the season",
    '#1 in rare earths',
    '稀土: 概览',
  ];
  for (const value of values) {
    it(`is offered in quotes: ${value}`, () => {
      const text = `---\nurl: u\ntitle: ${value}\npublisher: P\n---\n`;
      const { errors, url, publisher } = read(text);
      assert.deepEqual([url?.value, publisher?.value], ['u', 'P'], 'the other keys survive');
      assert.equal(errors.length, 1);
      const quote = errors[0]?.quote;
      assert.ok(quote);
      assert.deepEqual(quote.span, { start: 18, end: 18 + value.length });
      const mended = read(applyEdits(text, [quote]));
      assert.deepEqual(mended.errors, []);
      assert.equal(mended.title?.value, value);
    });
  }

  it('keeps the comment after it', () => {
    const text = '---\ntitle: Rare earths: a primer # draft\n---\n';
    const [error] = read(text).errors;
    assert.equal(
      applyEdits(text, error?.quote ? [error.quote] : []),
      '---\ntitle: "Rare earths: a primer" # draft\n---\n',
    );
  });

  it('may be an item of a list', () => {
    const text = '---\nauthors:\n  - Ada\n  - Smith: the editor\n---\n';
    const { errors, authors } = read(text);
    assert.deepEqual(
      authors.map(({ value }) => value),
      ['Ada'],
    );
    const mended = read(applyEdits(text, errors[0]?.quote ? [errors[0].quote] : []));
    assert.equal(mended.authors[1]?.value, 'Smith: the editor');
  });

  it('may be several items of a flow list, each with its own fix, and is read all the same', () => {
    const text = '---\nfigures:\n  - {id: f, value: 1, cites: [@usgs, @doe]}\n---\n';
    const { errors, figures } = read(text);
    assert.deepEqual(
      figures[0]?.cites.map(({ value }) => value),
      ['usgs', 'doe'],
    );
    const edits = errors.flatMap(({ quote }) => (quote ? [quote] : []));
    const mended = applyEdits(text, edits);
    assert.equal(mended, '---\nfigures:\n  - {id: f, value: 1, cites: ["@usgs", "@doe"]}\n---\n');
    assert.deepEqual(read(mended).errors, []);
    assert.equal(read(mended).figures[0]?.cites[0]?.value, 'usgs');
  });

  it('in an entry costs that entry only', () => {
    const text = '---\nsources:\n  - id: 1\n    title: A: b\n  - id: 2\n    title: B\n---\n';
    const { errors, sources } = read(text);
    assert.deepEqual(
      sources.map(({ id, title, broken }) => [id, title?.value, broken]),
      [
        ['1', undefined, true],
        ['2', 'B', undefined],
      ],
    );
    assert.equal(read(applyEdits(text, errors[0]?.quote ? [errors[0].quote] : [])).sources[0]?.title?.value, 'A: b');
  });

  it('is closed where its quote is open', () => {
    const text = '---\ntitle: "Rare earths\npublisher: P\n---\n';
    const [error] = read(text).errors;
    assert.equal(error?.message, 'This quote is not closed: add " at the end of the value.');
    assert.equal(error?.quote?.newText, '"Rare earths"');
  });
});

describe('quoteText', () => {
  for (const text of [
    '',
    'a',
    '"',
    "'",
    '"\'',
    '\\',
    '\\"',
    'tab\there',
    '\u0007',
    '\u0085',
    '😀 稀土',
    ' padded ',
    '#',
  ]) {
    it(`writes ${JSON.stringify(text)} so that YAML reads it back`, () => {
      assert.equal(parse(quoteText(text)), text);
    });
  }
});

describe('YAML that is not read is reported on its line', () => {
  const slips: readonly (readonly [name: string, entry: string])[] = [
    [
      'a key indented too far',
      '  - id: 1\n     title: x\n     ^^^^^^^^ This line is indented too far: align it with the key above.',
    ],
    ['a key indented too little', '  - id: 1\n   title: x\n   ^^^^^^^^ Align this line with the keys above.'],
    [
      'a key indented by a tab',
      '  - id: 1\n\t  title: x\n\t  ^^^^^^^^ Indent with spaces: YAML does not allow tabs here.',
    ],
    [
      'a key without a colon',
      '  - id: 1\n    title x\n    ^^^^^^^ This line is not a key: value pair. Add a colon and a space.\n    url: y',
    ],
    [
      'a last key without a colon',
      '  - id: 1\n    title: x\n    url y\n    ^^^^^ This line is not a key: value pair. Add a colon and a space.',
    ],
    ['a key without a space', '  - id: 1\n    title:x\n    ^^^^^^^ Put a space after the colon.'],
    [
      'an open single quote',
      "  - id: 1\n    title: '\n           ^ This quote is not closed: add ' at the end of the value.",
    ],
    [
      'an open bracket',
      '  - id: 1\n    authors: [a, b\n             ^^^^^ This bracket is not closed: add ], or check the brackets inside it.\n    url: x',
    ],
    [
      'an open bracket inside another',
      '  - {id: 1, authors: [a}\n                     ^^^ This bracket is not closed: add ], or check the brackets inside it.',
    ],
    [
      'a bracket too many',
      '  - id: 1\n    authors: [a]]\n                ^ This is not valid YAML. Check quotes, colons and indentation.',
    ],
    [
      'an unknown escape',
      '  - id: 1\n    title: "a\\q"\n             ^^^ This is not an escape in double quotes. Write \\\\ for a backslash, or use single quotes.',
    ],
    [
      'a tag of YAML',
      '  - id: 1\n    title: !!str x\n           ^^^^^^^ Tags (!name) are not read in briefs: remove the tag.',
    ],
    ['a key that is a list', '  - id: 1\n    [a]: b\n    ^^^^^^ A key must be a plain text: write it as key: value.'],
    ['a key after a question mark', '  - id: 1\n    ? a\n    ^^^ A key must be a plain text: write it as key: value.'],
    ['an anchor on an entry', '  - &a\n    ^^ Anchors (&name) are not read in briefs: remove the anchor.\n    id: 1'],
  ];
  for (const [name, entry] of slips) {
    it(name, () => {
      const { text, expected } = fixture(`---\nsources:\n${entry}\n  - id: 2\n---\n`);
      const { errors, sources } = read(text);
      assert.deepEqual(
        errors.map(({ span, message }) => ({ ...span, label: message })),
        expected,
      );
      assert.deepEqual(
        sources.map(({ id, broken }) => [id, broken]),
        [
          ['1', true],
          ['2', undefined],
        ],
      );
    });
  }

  it('nesting over 100 levels, without delay', () => {
    for (const deep of ['['.repeat(200_000), '- '.repeat(200_000), 'a: '.repeat(200_000), '[{a: '.repeat(200_000)]) {
      const { errors, title } = read(`---\ntags:\n  ${deep}\ntitle: T\n---\n`);
      assert.deepEqual(
        errors.map(({ message }) => message),
        ['This is nested more than 100 levels deep, and is not read.'],
      );
      assert.equal(title?.value, 'T');
    }
  });

  it('nesting over 100 levels by indentation', () => {
    const stairs = Array.from({ length: 120 }, (_, depth) => `${' '.repeat(depth)}a:`).join('\n');
    assert.match(read(`---\n${stairs}\ntitle: T\n---\n`).errors[0]?.message ?? '', /nested more than 100/);
  });

  it('aliases that would grow without end', () => {
    const bomb = ['a: &a [x, x]', 'b: &b [*a, *a]', 'c: &c [*b, *b]'].join('\n');
    assert.equal(read(`---\n${bomb}\ntitle: T\n---\n`).errors.length, 3);
  });
});
