import assert from 'node:assert/strict';
import { importText } from '../../../src/core';

const LINE_BREAKS = { 'line feeds': '\n', 'carriage returns and line feeds': '\r\n' };

describe('Buttons at the end of a text that is imported', () => {
  for (const [name, lineBreak] of Object.entries(LINE_BREAKS))
    it(`leave one line break before them, where lines end in ${name}`, () => {
      for (const blank of [[], ['', '']]) {
        const lines = ['# Ore', '', 'Output rose by 4% in 2024.', ...blank, 'Good response', 'Bad response', ''];
        const text = importText(lines.join(lineBreak));
        assert.ok(text.endsWith(`Output rose by 4% in 2024.${lineBreak}`), JSON.stringify(text));
      }
    });
});

describe('An invisible character at the start of a line that is imported', () => {
  it('takes the blanks along that would make code of the line', () =>
    assert.equal(importText('# Ore\n\n\u200B\tOutput rose by 4% [1].\n').split('\n')[2], 'Output rose by 4% [1].'));

  it('stays where the line would be another block without it', () => {
    for (const line of ['\u200B# No heading', '\u200B- no item', '\u200B1. no item', '\u200B> no quotation'])
      assert.match(importText(`# Ore\n\n${line}\n`), new RegExp(`^${line}$`, 'm'));
  });
});
