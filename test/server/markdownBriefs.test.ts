import assert from 'node:assert/strict';
import { isMarkdownBrief } from '../../src/server/workspace/markdownBriefs';

const URI = 'file:///w/reports/a.md';
const is = (text: string, uri = URI, include: readonly string[] = [], roots = ['file:///w']) =>
  isMarkdownBrief(uri, text, { config: null, include, roots });

describe('A Markdown file is a brief', () => {
  it('if its front matter has sources, however its lines end', () => {
    for (const text of [
      '---\nsources:\n  - id: 1\n---\n',
      '---\r\ntitle: T\r\nsources: []\r\n---\r\nText',
      '\uFEFF---\ntitle: T\nsources:\n...\n',
    ])
      assert.equal(is(text), true, JSON.stringify(text));
  });

  it('and not if sources are named elsewhere, or the front matter is not closed', () => {
    for (const text of [
      '',
      '# T\n\nsources:\n',
      '---\ntitle: T\n---\n\nsources: []\n',
      '---\nmore:\n  sources: []\n---\n',
      '---\nsources: []\n',
      'Text\n---\nsources: []\n---\n',
    ])
      assert.equal(is(text), false, JSON.stringify(text));
  });

  it('if the user includes it in a folder that is open', () => {
    assert.equal(is('', URI, ['reports/*.md']), true);
    assert.equal(is('', URI, ['*.md', '!reports/**']), false);
    assert.equal(is('', URI, ['reports/*.md'], ['file:///other', 'file:///w/']), true);
    assert.equal(is('', URI, ['reports/*.md'], ['file:///w/rep']), false);
    assert.equal(is('', 'file:///w%20x/报/a.md', ['报/*'], ['file:///w x']), true);
    assert.equal(is('', 'untitled:a.md', ['**'], ['file:///w']), false);
  });

  it('or not, where megabytes of front matter have no end', () => {
    assert.equal(is(`---\n${'a: b\n'.repeat(400_000)}`), false);
  });
});
