import assert from 'node:assert/strict';
import { parseBrief } from '../../../../src/core/brief/parseBrief';
import { lengthOf } from '../../../../src/core/brief/queries/length';

const lengthOfText = (text: string) => lengthOf(parseBrief(text));

describe('The length of a brief', () => {
  it('counts words of headings, text and tables, without citations and comments', () => {
    const text =
      '# Ore prices\n\n- Output **rose** by 4 % [1]. <!-- no -->\n\n| Year | Tonnes |\n| --- | --- |\n| 2024 | 5 |\n';
    assert.deepEqual(lengthOfText(text), { words: 10, characters: 0, minutes: 1 });
  });
  it('leaves out front matter, lists of sources and code', () => {
    const text =
      '---\ntitle: Not counted here\n---\n\nOne two three.\n\n```js\nlet x = 1\n```\n\n## Sources\n\n- [1] Ore Yearbook, https://ore.example\n';
    assert.equal(lengthOfText(text).words, 3);
  });
  it('counts each Chinese character, and reads 400 of them in a minute', () => {
    assert.deepEqual(lengthOfText('产量增长 USGS。\n'), { words: 5, characters: 4, minutes: 1 });
    assert.equal(lengthOfText(`${'产量增长了'.repeat(240)}。\n`).minutes, 3);
  });
  it('reads 230 words in a minute, and none in an empty text', () => {
    assert.equal(lengthOfText(`${'word '.repeat(460)}\n`).minutes, 2);
    assert.deepEqual(lengthOfText(''), { words: 0, characters: 0, minutes: 0 });
  });
});
