import assert from 'node:assert/strict';
import { changeHeadings } from '../../../../src/core/editor/writing';
import { after } from './marked';

const up = (marked: string) => after(marked, (page, selections) => changeHeadings(page, selections, -1));
const down = (marked: string) => after(marked, (page, selections) => changeHeadings(page, selections, 1));

describe('The level of a heading', () => {
  it('goes up and down by one', () => {
    assert.equal(up('### Sup‸ply'), '## Sup‸ply');
    assert.equal(down('## Sup‸ply ##'), '### Sup‸ply ##');
  });
  it('changes for all headings of a selection, and no text between', () => {
    assert.equal(down('«## A\n\nText\n\n### B»'), '#«## A\n\nText\n\n#### B»');
  });
  it('stops at the first and the sixth', () => {
    assert.equal(up('# A‸'), null);
    assert.equal(down('###### A‸'), null);
  });
  it('makes a heading of a line of text, as deep as its section', () => {
    assert.equal(up('# Title\n\nSup‸ply'), '# Title\n\n## Sup‸ply');
    assert.equal(down('### A\n\nB‸'), '### A\n\n### B‸');
  });
  it('leaves items, tables, code and the front matter alone', () => {
    for (const text of ['- a‸', '| a‸ |', '```\n# a‸\n```', '---\n# a‸\ntitle: b\n---\n', '‸'])
      assert.equal(down(text), null, text);
  });
});
