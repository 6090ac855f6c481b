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
