import assert from 'node:assert/strict';
import { harmless } from '../../../../src/core/page/exporting/harmless';

describe('exported Markdown of long texts', () => {
  it('takes work in proportion to texts that are made of what it looks for', () => {
    for (const text of [
      '<',
      '<a ',
      '](',
      ']: ',
      '[^a]: b',
      '<!--',
      '$',
      '\\href',
      '`<b>',
      '[a]: file:///b\n',
      '<b>',
      '](a',
    ])
      assert.ok(harmless(text.repeat(20_000)).length > 0);
  });
});
