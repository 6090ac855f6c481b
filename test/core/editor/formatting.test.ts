import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { applyEdits, formattingAfterLineBreak, formattingEdits, parseBrief, type Span } from '../../../src/core';
import { KEY_ORDER } from '../../../src/core/editor/formatting/keyOrder';
import { withCursor } from '../../fixture';

function formatted(text: string, range?: Span): string {
  return applyEdits(text, formattingEdits(parseBrief(text), range));
}

function unchanged(text: string): void {
  assert.equal(formatted(text), text);
}

describe('formatting tables', () => {
  it('aligns columns as they are shown, where CJK characters take two', () => {
    const text = '| 国家 | share |\n|---|--:|\n| 中国 | 90% |\n| United States | 4% |\n';
    assert.equal(
      formatted(text),
      '| 国家          | share |\n| ------------- | ----: |\n| 中国          |   90% |\n| United States |    4% |\n',
    );
  });

  it('keeps the colons of the row of dashes', () => {
    assert.equal(
      formatted('| left | middle | right | none |\n|:-|:-:|-:|-|\n| a | b | c | d |\n'),
      '| left | middle | right | none |\n| :--- | :----: | ----: | ---- |\n| a    |   b    |     c | d    |\n',
    );
  });

  it('takes an escaped bar for text, in code too', () => {
    assert.equal(
      formatted('| a | b |\n|-|-|\n| x \\| y | `p\\|q` |\n'),
      '| a      | b      |\n| ------ | ------ |\n| x \\| y | `p\\|q` |\n',
    );
  });

  it('puts bars at both ends', () => {
    assert.equal(formatted('a | b\n--|--\n1 | 2\n'), '| a   | b   |\n| --- | --- |\n| 1   | 2   |\n');
  });

  it('aligns a table in a list and in a quotation where they stand', () => {
    assert.equal(
      formatted('- Shares:\n\n  | a | b |\n  |-|-|\n  | long | 2 |\n'),
      '- Shares:\n\n  | a    | b   |\n  | ---- | --- |\n  | long | 2   |\n',
    );
    assert.equal(
      formatted('> | a | b |\n> |-|-|\n> | long | 2 |\n'),
      '> | a    | b   |\n> | ---- | --- |\n> | long | 2   |\n',
    );
  });

  it('leaves one alone that would be too wide, or has cells that nobody sees', () => {
    unchanged(`| a | b |\n|-|-|\n| ${'x'.repeat(120)} | 2 |\n`);
    unchanged('| a | b |\n|-|-|\n| 1 | 2 | 3 |\n');
  });

  it('counts the text of a citation as it will be', () => {
    assert.equal(
      formatted('| a | b |\n|-|-|\n| 4% [ 1 ] | 2 |\n\n[1]: https://e.example\n'),
      '| a      | b   |\n| ------ | --- |\n| 4% [1] | 2   |\n\n[1]: https://e.example\n',
    );
  });

  it('numbers the items behind one that a line break began', () => {
    const { text, cursor } = withCursor('1. one\n2. |\n2. two\n');
    assert.equal(applyEdits(text, formattingAfterLineBreak(parseBrief(text), cursor)), '1. one\n2. \n3. two\n');
  });

  it('takes away the marker of an item that a line break left without text', () => {
    const { text, cursor } = withCursor('- one\n- \n|\n');
    assert.equal(applyEdits(text, formattingAfterLineBreak(parseBrief(text), cursor)), '- one\n\n\n');
  });

  it('keeps the numbers of a list that declares sources under a heading of any words', () => {
    const list = [
      '1. Ada Low. Ore. 2020. https://a.example/ore',
      '2. |',
      '2. Bo Li. Tin. 2021. https://b.example/tin',
      '3. Cy Ng. Zinc. 2021. https://c.example/zinc',
    ].join('\n');
    const claims = 'Ore rose by 4% [1]. Tin fell by 2% [2]. Zinc fell by 1% [3].';
    const { text, cursor } = withCursor(`${claims}\n\n## What we read\n\n${list}\n`);
    const edited = applyEdits(text, formattingAfterLineBreak(parseBrief(text), cursor));
    assert.equal(edited, text.replace('2. \n', '4. \n'));
  });
});

describe('formatting citations', () => {
  const SOURCES =
    '\n## Sources\n\n- [1] A. <https://a.example>\n- [3] B. <https://b.example>\n- [@c] C. <https://c.example>\n';
  const insight = (written: string) => formatted(`- It grew by 4% ${written}.\n${SOURCES}`).split('\n')[0];

  it('puts one space after a comma and none elsewhere', () => {
    assert.equal(insight('[1 ,3]'), '- It grew by 4% [1, 3].');
    assert.equal(insight('[ 1 ][ 3 ]'), '- It grew by 4% [1][3].');
    assert.equal(insight('[1 - 3]'), '- It grew by 4% [1-3].');
    assert.equal(insight('[@c ;@c]'), '- It grew by 4% [@c; @c].');
    assert.equal(insight('[1 ，3]'), '- It grew by 4% [1，3].');
  });

  it('writes commas as most of the brief does', () => {
    assert.equal(
      formatted(`- It grew by 4% [1,3].\n- It fell by 4% [1,3].\n- It is 4% [1, 3].\n${SOURCES}`),
      `- It grew by 4% [1,3].\n- It fell by 4% [1,3].\n- It is 4% [1,3].\n${SOURCES}`,
    );
  });

  it('keeps their order, what stands between brackets, and locators', () => {
    for (const written of ['[3, 1]', '[1], [3]', '[1] [3]', '[1, pp. 3,4]', '[@c, p. 3,4]'])
      assert.equal(insight(written), `- It grew by 4% ${written}.`);
  });

  it('touches neither code, math, headings nor the titles of sources', () => {
    unchanged(
      '## Growth [ 1 ]\n\nWrite `[1 ,3]` or $x[1 ,3]$ [1].\n\n```\n[1 ,3]\n```\n\n## Sources\n\n- [1] On [1 ,3]. <https://a.example>\n',
    );
  });
});

describe('formatting front matter', () => {
  it('puts keys in the order of the documentation, comments along with them', () => {
    assert.equal(
      formatted(
        '---\npublished: 2025-01-01\n# Who?\npublisher: Desk\nsources:\n  - id: 1\n    url: https://a.example\n  # no more\ntitle: Growth\n---\n',
      ),
      '---\ntitle: Growth\n# Who?\npublisher: Desk\npublished: 2025-01-01\nsources:\n  - id: 1\n    url: https://a.example\n  # no more\n---\n',
    );
  });

  it('has the order of docs/format.md', () => {
    const table =
      /\| key \| value \|\n\| --- \| --- \|\n((?:\|.*\n)+)/.exec(readFileSync('docs/format.md', 'utf8'))?.[1] ?? '';
    const keys = table
      .split('\n')
      .flatMap((row) => [...(row.split(' | ')[0] ?? '').matchAll(/`([\w-]+)`/g)].map((match) => match[1]));
    assert.deepEqual(KEY_ORDER, keys);
  });

  it('puts the id of an entry first', () => {
    assert.equal(
      formatted(
        '---\nsources:\n  - title: A\n    url: https://a.example\n    id: 1 # one\n  - {title: B, id: 2}\n---\n',
      ),
      '---\nsources:\n  - id: 1 # one\n    title: A\n    url: https://a.example\n  - {title: B, id: 2}\n---\n',
    );
  });

  it('moves a key with its spaces taken away', () => {
    assert.equal(formatted('---\ntags: [a]  \ntitle: x  \n---\n'), '---\ntitle: x\ntags: [a]\n---\n');
  });

  it('leaves keys of other programs in their place, and passes no comment that stands by itself', () => {
    assert.equal(
      formatted('---\nlayout: wide\ntags: [a]\ntitle: x\n---\n'),
      '---\nlayout: wide\ntitle: x\ntags: [a]\n---\n',
    );
    unchanged('---\npages:\n  - name: x\n    id: 1\n---\n');
    unchanged('---\ntags: [a]\n\n# About the brief\n\ntitle: x\n---\n');
  });

  it('leaves alone what does not parse', () => {
    unchanged('---\ntags: [a\ntitle: x\n---\n');
    unchanged('---\ntags: [a]\ntitle: x\ntitle: y\n---\n');
    unchanged('---\ntags: [a]\na stray line\ntitle: x\n---\n');
    unchanged('---\nsources:\n  - title: "A\n    id: 1\n---\n');
  });

  it('keeps every space of a block of text', () => {
    unchanged('---\ntitle: x\nsummary: |\n  One  \n  \n  two\n---\n');
  });
});

describe('formatting white space', () => {
  it('takes it from the ends of lines, and keeps line breaks of Markdown', () => {
    assert.equal(formatted('One \ntwo  \nthree\\ \nfour  \n\t\n- five \t\n'), 'One\ntwo  \nthree\\ \nfour\n\n- five\n');
  });

  it('keeps the space of a task that is to be written', () => {
    unchanged('- [ ] \n');
  });

  it('touches neither code nor HTML', () => {
    unchanged('```\na  \n\n\n```\n\n    b  \n    c\n\n<div>\nd  \n</div>\n');
    unchanged('One `a  \nb` two.\n');
  });

  it('puts one blank line before and after headings and lists', () => {
    assert.equal(
      formatted('# T\ntext\n## A\n\n\n\ntext\n- a\n- b\n## B\ntext\n'),
      '# T\n\ntext\n\n## A\n\ntext\n\n- a\n- b\n\n## B\n\ntext\n',
    );
  });

  it('leaves comments beside what they speak of', () => {
    unchanged('<!-- brief-disable-next-line citation/missing -->\n- It grew by 4%.\n<!-- brief: computed -->\n## B\n');
    unchanged('- It grew by 4%. <!-- brief: computed (1,2  - 1 ) * 2/5 -->\n');
    unchanged(
      '| A   | B                                |\n| --- | -------------------------------- |\n| a   | 4 <!-- brief: computed 2  *2 --> |\n',
    );
  });

  it('leaves a mark of a section under its heading', () => {
    const text = '## A\n\n<!-- brief: own -->\n\n- It falls.\n\n## B <!-- brief: own -->\n\n- It rises.\n';
    unchanged(text);
    const tight = formatted('## A\n<!-- brief: own -->\n- It falls.\n## B <!-- brief: own -->   \n- It rises.\n');
    assert.deepEqual(
      parseBrief(tight).insights.map(({ own }) => own),
      [true, true],
    );
    assert.equal(formatted(tight), tight);
  });

  it('ends the text with one line break, but for code that nothing closes', () => {
    assert.equal(formatted('text'), 'text\n');
    assert.equal(formatted('text\n\n \n'), 'text\n');
    assert.equal(formatted('```\na\n```\n\n'), '```\na\n```\n');
    unchanged('```\na\n\n\n');
    unchanged('');
  });

  it('keeps the line breaks of a file with CRLF', () => {
    const text = '---\ntags: [a]\ntitle: x\n---\n# T\ntext \n| a | b |\n|-|-|\n| 1 | 2 |';
    assert.equal(formatted(text.replaceAll('\n', '\r\n')), formatted(text).replaceAll('\n', '\r\n'));
  });
});

describe('formatting a range', () => {
  const text = 'One [ 1 ]\n\nTwo [ 1 ]  \n## Three\n\n[1]: https://a.example';

  it('touches only the blocks in it', () => {
    const start = text.indexOf('Two') + 1;
    assert.equal(formatted(text, { start, end: start }), text.replace('Two [ 1 ]  ', 'Two [1]'));
  });

  it('does nothing between blocks', () => {
    assert.equal(formatted('One \n\n\n\nTwo \n', { start: 6, end: 6 }), 'One \n\n\n\nTwo \n');
  });
});
