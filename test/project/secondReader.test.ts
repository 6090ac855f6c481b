import assert from 'node:assert/strict';
import { READER_VERSION } from '../../src/core/editor';
import { READER_PROMPTS } from '../../src/core/languages/readerPrompts';
import { read } from './files';

describe('The page about the second reader', () => {
  for (const page of ['docs/second-reader.md', 'docs/zh-cn/second-reader.md'])
    it(`has the instructions word for word, and their version: ${page}`, () => {
      const text = read(page);
      for (const prompt of Object.values(READER_PROMPTS)) assert.ok(text.includes(`\n\`\`\`\n${prompt}\n\`\`\`\n`));
      assert.match(text, new RegExp(`(?:version|第) ?${READER_VERSION}[ .]`));
    });
});
