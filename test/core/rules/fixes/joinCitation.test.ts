import assert from 'node:assert/strict';
import { applyEdits } from '../../../../src/core/base/text';
import { parseBrief } from '../../../../src/core/brief/parseBrief';
import { citeAtEnd } from '../../../../src/core/rules/fixes/joinCitation';

const SOURCES = `

## Sources

${['1', '3', '5', '7', '9'].map((id) => `- [${id}] Source ${id}, https://example.org/${id}`).join('\n')}
`;

/** Cites a source in the first sentence of the last insight. */
function cited(body: string, id: string): string | null {
  const keys = ['usgs', 'doe', 'iea'].map((key) => `  - id: ${key}\n    title: Source ${key}\n`).join('');
  const head = `---\nsources:\n${keys}---\n\n`;
  const brief = parseBrief(`${head}${body}${SOURCES}`);
  const span = brief.insights.at(-1)?.sentences[0]?.span;
  assert.ok(span);
  const edit = citeAtEnd(brief, span, id);
  return edit && applyEdits(brief.text, [edit]).slice(head.length, -SOURCES.length);
}

describe('a citation that joins those at the end of a sentence', () => {
  for (const [name, before, id, after] of [
    ['stands alone where there is none', '- It fell by 30%.', '3', '- It fell by 30% [3].'],
    ['goes behind a smaller number', '- It fell [1].', '3', '- It fell [1][3].'],
    ['goes before a greater number', '- It fell [5].', '3', '- It fell [3][5].'],
    ['goes between two numbers', '- It fell [1][7].', '3', '- It fell [1][3][7].'],
    ['goes behind the last where they are in no order', '- It fell [7][1].', '3', '- It fell [7][1][3].'],
    ['goes into a list in its order', '- It fell [1, 7].', '3', '- It fell [1, 3, 7].'],
    ['goes to the start of a list', '- It fell [5,7].', '3', '- It fell [3,5,7].'],
    ['goes to the end of a list', '- It fell [1，3]。', '7', '- It fell [1，3，7]。'],
    ['keeps what parts the others', '- It fell [1], [7].', '3', '- It fell [1], [3], [7].'],
    ['goes behind a range', '- It fell [1-3].', '7', '- It fell [1-3][7].'],
    ['goes before a range', '- It fell [3-5].', '1', '- It fell [1][3-5].'],
    ['leaves a page alone', '- It fell [1, p. 3].', '7', '- It fell [1, p. 3][7].'],
    ['goes behind one that stands behind the full stop', '- It fell. [1]', '3', '- It fell. [1][3]'],
    ['goes behind one within parentheses', '- It fell (see [1]).', '3', '- It fell (see [1][3]).'],
    [
      'goes before a comment',
      '- It fell [1]. <!-- brief: computed -->',
      '3',
      '- It fell [1][3]. <!-- brief: computed -->',
    ],
    [
      'goes behind a link with a source',
      '- It fell [1](https://example.org/1).',
      '3',
      '- It fell [1](https://example.org/1)[3].',
    ],
    [
      'goes before a link with a source',
      '- It fell [5](https://example.org/5).',
      '3',
      '- It fell [3][5](https://example.org/5).',
    ],
    ['goes behind a superscript', '- It fell⁵.', '3', '- It fell⁵[3].'],
    ['goes behind the label of a link', '- It [fell][5].', '3', '- It [fell][5][3].'],
    ['of a key joins a key', '- It fell [@usgs].', 'doe', '- It fell [@usgs; @doe].'],
    ['of a key joins a key with its page', '- It fell [see @usgs, p. 3].', 'doe', '- It fell [see @usgs, p. 3; @doe].'],
    ['of a key joins a row of keys', '- It fell [@usgs][@iea].', 'doe', '- It fell [@usgs][@iea][@doe].'],
    ['of a key stands behind a number', '- It fell [1].', 'doe', '- It fell [1][@doe].'],
    ['of a number stands behind a key', '- It fell [@usgs].', '3', '- It fell [@usgs][3].'],
    ['is no part of a name in the sentence', '- It fell, says @usgs.', 'doe', '- It fell, says @usgs [@doe].'],
    ['goes to the end where others stand within', '- It fell [1] and rose.', '3', '- It fell [1] and rose [3].'],
    ['goes to the end of its own sentence', '- It fell [1]. It rose [5].', '3', '- It fell [1][3]. It rose [5].'],
    [
      'makes a list where the brief makes lists',
      '- A [1, 3] and b [5, 7].\n- It fell [1].',
      '3',
      '- A [1, 3] and b [5, 7].\n- It fell [1, 3].',
    ],
  ] as const) {
    it(name, () => assert.equal(cited(before, id), after));
  }

  it('is not put there twice', () => {
    assert.equal(cited('- It fell [1][3].', '3'), null);
    assert.equal(cited('- It fell [1-5].', '3'), null);
    assert.equal(cited('- It fell [@usgs; @doe].', 'doe'), null);
  });
});
