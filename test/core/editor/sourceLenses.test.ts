import assert from 'node:assert/strict';
import { parseBrief, sourceLenses } from '../../../src/core';

function lenses(text: string): string[] {
  return sourceLenses(parseBrief(text)).map(({ span, title }) => `${text.slice(span.start, span.end)}: ${title}`);
}

describe('lenses on sources', () => {
  it('say how often each is cited, by the text and by figures', () => {
    assert.deepEqual(
      lenses(
        '---\nsources:\n  - id: 1\n  - id: usgs\n  - id: usgs-2024\nfigures:\n  - id: share\n    value: 4%\n    cites: [usgs]\n---\n\nIt grew [1], {{share}}.\n\nIt fell [1].\n',
      ),
      ['1: cited twice', 'usgs: cited once', 'usgs-2024: not cited'],
    );
  });

  it('stand on the first declaration of the brief, and not on a citation that brings its address', () => {
    const text =
      'It grew [1], [2](https://b.example).\n\n[1]: https://a.example\n\n## Sources\n\n- [1] A. <https://a.example>\n';
    assert.deepEqual(lenses(text), ['1: cited once']);
    assert.equal(sourceLenses(parseBrief(text))[0]?.span.start, text.indexOf('[1]:') + 1);
  });
});
