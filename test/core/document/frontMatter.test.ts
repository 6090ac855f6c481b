import assert from 'node:assert/strict';
import { parseFigureEntry, parseFrontMatter } from '../../../src/core/document/frontMatter';
import { fixture } from '../../fixture';

/** The front matter of a text that must have one. */
function read(text: string) {
  const frontMatter = parseFrontMatter(text);
  assert.ok(frontMatter, `no front matter in ${text}`);
  return frontMatter;
}

const messages = (text: string) => read(text).errors.map((error) => error.message);
const bodyOf = (text: string) => text.slice(read(text).span.end);

describe('front matter', () => {
  describe('is found', () => {
    const found: readonly (readonly [name: string, text: string, yaml: string])[] = [
      ['between two fences', '---\ntitle: T\n---\nBody\n', 'title: T\n'],
      ['with ... as its closing fence', '---\ntitle: T\n...\nBody\n', 'title: T\n'],
      ['after a byte order mark', '\uFEFF---\ntitle: T\n---\n', 'title: T\n'],
      ['with CRLF', '---\r\ntitle: T\r\n---\r\n', 'title: T\r\n'],
      ['with a lone CR', '---\rtitle: T\r---\r', 'title: T\r'],
      ['with white space after the fences', '---  \ntitle: T\n--- \n', 'title: T\n'],
      ['with comments and blank lines before the first key', '---\n# note\n\ntitle: T\n---\n', '# note\n\ntitle: T\n'],
      ['with a key of another program', '---\nlayout: post\n---\n', 'layout: post\n'],
      [
        'with a slip after a blank line',
        '---\ntitle: T\n\nsubtitle Rare earths\n---\n',
        'title: T\n\nsubtitle Rare earths\n',
      ],
      ['at the end of the text', '---\ntitle: T\n---', 'title: T\n'],
      ['while its first key is being typed', '---\ntit\nsources:\n---\n', 'tit\nsources:\n'],
    ];
    for (const [name, text, yaml] of found) {
      it(name, () => {
        const { yaml: span, closed } = read(text);
        assert.equal(text.slice(span.start, span.end), yaml);
        assert.equal(closed, true);
      });
    }
  });

  describe('is not found', () => {
    const none: readonly (readonly [name: string, text: string])[] = [
      ['in an empty text', ''],
      ['without a fence', 'title: T\n'],
      ['after a first line', '\n---\ntitle: T\n---\n'],
      ['where two thematic breaks follow each other', '---\n---\n'],
      ['where prose follows a thematic break', '---\nThe market grew.\n---\n'],
      ['where a thematic break opens a text with a colon in it', '---\nNote: all figures are estimates.\n\nMore.\n'],
      ['where the first line has four hyphens', '----\ntitle: T\n----\n'],
    ];
    for (const [name, text] of none) it(name, () => assert.equal(parseFrontMatter(text), null));
  });

  describe('that is not closed', () => {
    it('is an error on the opening fence that says what to do', () => {
      const { text, expected } = fixture(
        ['---', '^^^ The front matter is not closed: add a line --- after its last key.', 'title: T', ''].join('\n'),
      );
      assert.deepEqual(
        read(text).errors.map(({ span, message }) => ({ ...span, label: message })),
        expected,
      );
    });

    const bodies: readonly (readonly [name: string, body: string])[] = [
      ['a heading after a blank line', '# Rare earths\n\n- China leads [1].\n'],
      ['prose after a blank line', 'China leads [1].\n'],
      ['a list item outside a list', '- China leads [1].\n'],
      ['a label after a blank line', 'Market: China\n'],
      ['a heading, although a thematic break follows', '# Rare earths\n\nChina leads [1].\n\n---\n\nMore.\n'],
      ['prose, although a thematic break follows', 'China leads [1].\n\n---\n\nMore.\n'],
      ['prose, although a line that looks like a key follows', 'China leads [1].\n\nurl: example.org\n'],
    ];
    for (const [name, body] of bodies) {
      it(`ends before ${name}`, () => {
        const text = `---\ntitle: T\n\n${body}`;
        assert.equal(read(text).closed, false);
        assert.equal(read(text).title?.value, 'T');
        assert.equal(bodyOf(text), body);
      });
    }

    it('goes to the end of a text without a body', () => {
      assert.equal(bodyOf('---\ntitle: T\nsources:\n  - id: 1\n'), '');
    });
  });

  it('keeps comments after a blank line that look like headings', () => {
    const text = '---\ntitle: T\n\n# Our sources\nsources:\n  - id: 1\n\n# Theirs\n  - id: 2\n\n# End\n---\nBody';
    assert.deepEqual(
      read(text).sources.map(({ id }) => id),
      ['1', '2'],
    );
    assert.equal(bodyOf(text), '\nBody');
  });

  it('reads all of its keys', () => {
    const front = read(
      [
        '---',
        'title: "Rare earths: a primer"',
        "subtitle: 'It''s short'",
        'publisher: USGS # a comment',
        'url: https://example.org/a#b',
        'summary: |',
        '  # Not a comment',
        '',
        '  Second line.',
        'authors: [Ada, "Bo, Jr."]',
        'tags: minerals',
        'published: 2025-08-06T03:21',
        'updated: 2025-08-07',
        'language: zh-CN',
        'bibliography:',
        '  - a.bib',
        '  - b.json',
        'rules:',
        '  citation/order: off',
        '---',
      ].join('\n'),
    );
    assert.deepEqual(front.errors, []);
    assert.equal(front.title?.value, 'Rare earths: a primer');
    assert.equal(front.subtitle?.value, "It's short");
    assert.equal(front.publisher?.value, 'USGS');
    assert.equal(front.url?.value, 'https://example.org/a#b');
    assert.equal(front.summary?.value, '# Not a comment\n\nSecond line.');
    assert.deepEqual(
      front.authors.map(({ value }) => value),
      ['Ada', 'Bo, Jr.'],
    );
    assert.deepEqual(
      front.tags.map(({ value }) => value),
      ['minerals'],
    );
    assert.equal(front.published?.value, '2025-08-06T03:21');
    assert.equal(front.updated?.value, '2025-08-07');
    assert.equal(front.language?.value, 'zh-CN');
    assert.deepEqual(
      front.bibliography.map(({ value }) => value),
      ['a.bib', 'b.json'],
    );
    assert.deepEqual(
      front.rules.map(({ code, setting }) => [code.value, setting.value]),
      [['citation/order', 'off']],
    );
  });

  it('reads author, date, lang and references as other names of its keys', () => {
    const front = read('---\nauthor: Ada\ndate: 2025\nlang: en\nreferences:\n  - id: 1\n---\n');
    assert.equal(front.authors[0]?.value, 'Ada');
    assert.equal(front.published?.value, '2025');
    assert.equal(front.language?.value, 'en');
    assert.equal(front.sources[0]?.id, '1');
    assert.deepEqual([front.errors, front.unknownKeys], [[], []]);
  });

  it('reads authors and dates as other programs write them', () => {
    const front = read(
      '---\nauthors:\n  - name: Ada\n    orcid: 0000\n  - literal: The Lab\n  - Bo\ndate: 2 December 2022\nupdated: 2022/12/3\n---\n',
    );
    assert.deepEqual(front.errors, []);
    assert.deepEqual(
      front.authors.map(({ value }) => value),
      ['Ada', 'The Lab', 'Bo'],
    );
    assert.equal(front.published?.value, '2 December 2022');
    assert.deepEqual(read('---\nauthor:\n  name: Ada\n---\n').authors[0]?.value, 'Ada');
  });

  it('reads a time of day with the name of its zone', () => {
    const errorsOf = (updated: string) => read(`---\nupdated: ${updated}\n---\n`).errors.length;
    assert.equal(errorsOf('2026-06-14 8:32 AM ET'), 0);
    assert.equal(errorsOf('4 June 2026, 14:05 (CEST)'), 0);
    assert.equal(errorsOf('2026-06-14 ET'), 1);
    assert.equal(errorsOf('2026-06-14 8:32 AM or so'), 1);
  });

  it('takes no word on whether a text is published for a date', () => {
    const front = read('---\ntitle: T\npublished: true\n---\n');
    assert.deepEqual([front.errors, front.published], [[], undefined]);
    for (const yaml of ['published: false\ndate: 2024-05-02', 'date: 2024-05-02\npublished: false']) {
      const { errors, published } = read(`---\ntitle: T\n${yaml}\n---\n`);
      assert.deepEqual([errors, published?.value], [[], '2024-05-02']);
    }
    assert.equal(read('---\ntitle: T\npublished: soon\n---\n').errors.length, 1);
  });

  it('gives values their places, without quotes', () => {
    const { text, expected } = fixture(
      [
        '---',
        'title: Rare earths # note',
        '       ^^^^^^^^^^^ title',
        'publisher: "USGS"',
        '            ^^^^ publisher',
        'summary: >',
        '  Short.',
        '  ^^^^^^ summary',
        'tags: [a, bc]',
        '          ^^ tag',
        '---',
      ].join('\n'),
    );
    const { title, publisher, summary, tags } = read(text);
    assert.deepEqual(
      [title, publisher, summary, tags[1]].map((field) => field?.span),
      expected.map(({ start, end }) => ({ start, end })),
    );
  });

  it('takes a key without a value as not given', () => {
    const front = read('---\ntitle:\nauthors:\npublisher: ~\nsummary: null\nsources:\nrules:\n---\n');
    assert.deepEqual(front.errors, []);
    assert.equal(front.title ?? front.publisher ?? front.summary, undefined);
  });

  describe('reports', () => {
    const wrong: readonly (readonly [name: string, yaml: string])[] = [
      [
        'a key without its colon',
        'title Rare\n^^^^^^^^^^ This line is not a key: value pair. Add the colon, or indent the line if it continues the text above.',
      ],
      ['a key without the space', 'title:Rare\n^^^^^^^^^^ Put a space after the colon.'],
      ['the word sources without its colon', 'url: x\nsources\n^^^^^^^ Put a colon after "sources".\n  - id: 1'],
      ['a key given twice', 'url: a\nurl: b\n^^^ "url" is given twice, and the first is used. Remove one.'],
      [
        'a key given by both of its names',
        'authors: a\nauthor: b\n^^^^^^ "author" and "authors" mean the same, and "authors" is used. Remove one.',
      ],
      [
        'a date given by both of its names',
        'published: 2024-05-01\ndate: 2024-05-02\n^^^^ "date" and "published" mean the same, and "published" is used. Remove one.',
      ],
      ['a list where a text belongs', 'url: [a]\n     ^^^ "url" must be text.'],
      [
        'each item of a list that is no text',
        'tags: [a, {b: c, d: e}, [f]]\n          ^^^^^^^^^^^^ "tags" must be a list of text values.\n                        ^^^ "tags" must be a list of text values.',
      ],
      [
        'a date that is none',
        'published: 2025-02-29\n           ^^^^^^^^^^ "published" must be a date such as 2025-08-06 or 2025-08-06T03:21.',
      ],
      [
        'a date by the name it is written with',
        'date: soon\n      ^^^^ "date" must be a date such as 2025-08-06 or 2025-08-06T03:21.',
      ],
      [
        'a style that there is not',
        'style: apaa\n       ^^^^ "style" must be one of compact, ama, apa, chicago-author-date, gb-t-7714-2015-author-date, gb-t-7714-2015-numeric, harvard, ieee, mla, vancouver, or the path of a .csl file.',
      ],
      ['a language tag that is none', 'lang: zh_CN\n      ^^^^^ "lang" must be a language tag such as en or zh-CN.'],
      [
        'a setting that is none',
        'rules:\n  citation/order: of\n                  ^^ "citation/order" must be off, hint, information, warning or error.',
      ],
      [
        'rules that are no map',
        'rules: off\n       ^^^ "rules" must have a setting for each rule, such as citation/order: off.',
      ],
      [
        'sources that are no list',
        'sources: none\n         ^^^^ "sources" must be a list. Begin each entry with its id, such as - id: usgs-2024.',
      ],
      [
        'a list that starts on its key’s line',
        'sources: - id: 1\n         ^^^^^^^ Start this list on the line below its key.',
      ],
    ];
    for (const [name, yaml] of wrong) {
      it(`${name}`, () => {
        const { text, expected } = fixture(`---\n${yaml}\nsubtitle: S\n---\n`);
        const { errors, subtitle } = read(text);
        assert.deepEqual(
          errors.map(({ span, message }) => ({ ...span, label: message })),
          expected,
        );
        assert.equal(subtitle?.value, 'S', 'the other keys are read');
      });
    }

    it('what is past 1 MB, and reads what is before', () => {
      const text = `---\ntitle: T\nsources:\n${`  - id: 1\n    title: ${'x'.repeat(5000)}\n`.repeat(300)}---\nBody`;
      const front = read(text);
      assert.match(front.errors[0]?.message ?? '', /larger than 1 MB/);
      assert.equal(front.title?.value, 'T');
      assert.ok(front.sources.length > 200 && front.sources.length < 300);
      assert.equal(bodyOf(text), '\nBody');
    });
  });

  it('reads both lists of sources where there are two', () => {
    const text = '---\nsources:\n  - id: 1\nreferences: [{id: 2}]\n---\n';
    assert.deepEqual(
      read(text).sources.map(({ id }) => id),
      ['1', '2'],
    );
    assert.deepEqual(messages(text), ['"references" is given twice, and both lists are read. Join them.']);
  });

  it('leaves references that are no entries of sources to other programs', () => {
    const other =
      '---\nreferences:\n- Quay: https://quay.example/a\n- https://quay.example/b\n- 窑: https://quay.example/c\n---\n';
    assert.deepEqual([messages(other), read(other).unknownKeys, read(other).sources], [[], [], []]);
    for (const entry of ['title: Kilns', 'id:1', '[{title: Kilns}]']) {
      const ours = `---\nreferences:\n  ${entry.startsWith('[') ? '' : '- '}${entry}\n  - https://quay.example/b\n---\n`;
      assert.notEqual(messages(ours).length, 0, entry);
    }
    assert.equal(messages(other.replace('references', 'sources')).length, 3);
  });

  it('takes names such as __proto__ and constructor as ordinary ones', () => {
    const front = read(
      '---\n__proto__: x\nconstructor: y\nrules:\n  __proto__: off\nsources:\n  - id: __proto__\n---\n',
    );
    assert.deepEqual(
      front.unknownKeys.map(({ key }) => key),
      ['__proto__', 'constructor'],
    );
    assert.equal(front.sources[0]?.id, '__proto__');
    assert.equal(front.rules[0]?.code.value, '__proto__');
  });
});

describe('the YAML of a figure block', () => {
  const before = 'Text.\n\n```figure\n';
  const parse = (yaml: string) => parseFigureEntry(yaml, before.length, { start: 7, end: 60 });

  it('declares the figure with the span of its block', () => {
    const { figure, errors } = parse('id: share\nvalue: 90%\ncites: [1]\n');
    assert.deepEqual(errors, []);
    assert.equal(figure.declaredIn, 'block');
    assert.deepEqual(figure.id, { value: 'share', span: { start: before.length + 4, end: before.length + 9 } });
    assert.deepEqual(figure.span, { start: 7, end: 60 });
  });

  it('has its errors and unknown keys in the document', () => {
    const { errors, unknownKeys } = parse('id: share\nvalue: [90%]\ncite: 1\n');
    assert.deepEqual(errors, [
      { span: { start: before.length + 17, end: before.length + 22 }, message: '"value" must be text.' },
    ]);
    assert.deepEqual(unknownKeys, [
      { key: 'cite', span: { start: before.length + 23, end: before.length + 27 }, owner: 'figure', nearest: 'cites' },
    ]);
  });

  it('keeps its id where its YAML is broken', () => {
    const { figure, errors } = parse('id: share\ntitle: Share: a view\nvalue: 90%\n');
    assert.equal(figure.id?.value, 'share');
    assert.deepEqual(figure.id?.span, { start: before.length + 4, end: before.length + 9 });
    assert.equal(figure.content, null);
    assert.deepEqual(errors[0]?.quote, {
      span: { start: before.length + 17, end: before.length + 30 },
      newText: '"Share: a view"',
    });
  });

  for (const yaml of ['', '\n', '# nothing\n', 'share\n', '- a\n', 'a: 1\n---\nb: 2\n', '%TAG\n', '}\n']) {
    it(`is a figure with an error where it is ${JSON.stringify(yaml)}`, () => {
      const { figure, errors } = parse(yaml);
      assert.equal(figure.content, null);
      assert.ok(errors.length > 0);
    });
  }
});
