import assert from 'node:assert/strict';
import { parseMarkdown } from '../../../src/core/document/markdown';

/** The addresses in a text. */
function urlsIn(text: string): string[] {
  const urls: string[] = [];
  parseMarkdown(text).iterate({
    enter: ({ name, from, to }) => {
      if (name === 'URL') urls.push(text.slice(from, to));
    },
  });
  return urls;
}

describe('addresses in Chinese and Japanese text', () => {
  for (const [text, url] of [
    ['见https://example.org/a。然后', 'https://example.org/a'],
    ['见https://example.org/路径，以及', 'https://example.org/路径'],
    ['（https://example.org/a）', 'https://example.org/a'],
    ['「https://example.org/a?b=1」と', 'https://example.org/a?b=1'],
    ['见https://example.org/a.。', 'https://example.org/a'],
  ] as const)
    it(`end before a full-width mark: ${text}`, () => assert.deepEqual(urlsIn(text), [url]));

  it('leave what follows to be read', () => {
    const text = '见https://example.org/a。[1] 与 https://example.org/b';
    assert.deepEqual(urlsIn(text), ['https://example.org/a', 'https://example.org/b']);
    const names: string[] = [];
    parseMarkdown(text).iterate({ enter: ({ name }) => void names.push(name) });
    assert.ok(names.includes('Citation'));
  });

  it('are read as ever where no such mark is in them', () =>
    assert.deepEqual(urlsIn('See https://example.org/a_(b)), and 路https://example.org/x'), [
      'https://example.org/a_(b)',
      'https://example.org/x',
    ]));
});
