import assert from 'node:assert/strict';
import { foldingRanges, parseBrief } from '../../../src/core';

/** The lines of a text, each with a number for every fold that starts there: how many lines it hides. */
function folds(text: string): string {
  const { lines } = parseBrief(text);
  const sizes = new Map<number, string[]>();
  for (const { span, kind } of foldingRanges(parseBrief(text))) {
    const first = lines.lineAt(span.start);
    const size = `${lines.lineAt(span.end) - first}${kind === null ? '' : ` ${kind}`}`;
    sizes.set(first, [...(sizes.get(first) ?? []), size]);
  }
  return text
    .split('\n')
    .map((line, i) => (sizes.has(i) ? `${line} «${sizes.get(i)?.join(', ')}»` : line))
    .join('\n');
}

/** Takes a text with folds drawn in, and asserts that they are these. */
function assertFolds(drawn: string): void {
  assert.equal(folds(drawn.replace(/ «[^»]*»/g, '')), drawn);
}

describe('folding', () => {
  it('folds sections with their subsections, without the blank lines at their end', () => {
    assertFolds('# Title\n\n## A «4»\n\n### B «2»\n\ntext\n\n## C\n');
  });

  it('folds lists, and items with what is nested in them', () => {
    assertFolds('- a «4»\n- b «2»\n  - c «1»\n  - d\n- e\n');
  });

  it('folds tables, code, quotations and a footnote', () => {
    assertFolds('| a | «2»\n|---|\n| 1 |\n\n```figure «2»\nid: x\n```\n\n> a «1»\n> b\n\n[^1]: a «2»\n\n    b\n');
  });

  it('folds code that nothing closes without the blank lines at its end', () => {
    assertFolds('```js «1»\na\n\n\n');
  });

  it('folds front matter, its lists and their entries', () => {
    assertFolds(
      '--- «9»\ntitle: x\nsources: «5»\n  - id: 1 «2»\n    title: A\n    url: https://a.example\n  - id: 2 «1»\n    title: "B\nfigures: []\n---\n',
    );
  });

  it('folds comments of the body and comments of YAML that stand together', () => {
    assertFolds(
      '--- «4»\n# one «1 comment»\n# two\ntitle: x\n---\n\n<!-- one «1 comment»\ntwo -->\n\n<!-- brief: computed -->\n',
    );
  });

  it('folds sections and lists with CJK text and CRLF', () => {
    const text = '## 要点\r\n\r\n- 中国占90%[1]。\r\n- 美国占4%。\r\n';
    const { lines } = parseBrief(text);
    assert.deepEqual(
      foldingRanges(parseBrief(text)).map(({ span }) => [lines.lineAt(span.start), lines.lineAt(span.end)]),
      [
        [0, 3],
        [2, 3],
      ],
    );
  });

  it('finds nothing in a text of one line, or none', () => {
    assert.deepEqual(foldingRanges(parseBrief('text')), []);
    assert.deepEqual(foldingRanges(parseBrief('')), []);
  });
});
