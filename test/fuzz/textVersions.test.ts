import assert from 'node:assert/strict';
import fc from 'fast-check';
import { applyEdits, indexLines, type TextEdit } from '../../src/core/base/text';

const PIECES = [
  '\n',
  '\r',
  '\r\n',
  'x',
  ' ',
  '  ',
  '|',
  '| - | - |',
  '|-|- \t',
  '2024. It',
  '\n   2024. ',
  '\u2028',
  '> ',
];

const text = fc.array(fc.constantFrom(...PIECES), { maxLength: 30 }).map((parts) => parts.join(''));
const edit = fc.record({ at: fc.nat(), remove: fc.nat({ max: 6 }), insert: text });

/** Calls `check` with a text and the edit that made it of the one before, after each of some edits. */
function afterEach<T>(
  start: (text: string) => T,
  next: (text: string, before: T, edit: TextEdit) => T,
  check: Check<T>,
) {
  fc.assert(
    fc.property(text, fc.array(edit, { minLength: 1, maxLength: 6 }), (first, edits) => {
      let source = first;
      let value = start(source);
      for (const { at, remove, insert } of edits) {
        const from = at % (source.length + 1);
        const change = { span: { start: from, end: Math.min(source.length, from + remove) }, newText: insert };
        source = applyEdits(source, [change]);
        value = next(source, value, change);
        check(value, start(source), source);
      }
    }),
    { numRuns: 1000 },
  );
}

type Check<T> = (value: T, fresh: T, text: string) => void;

describe('A text after edits', () => {
  it('has the lines that it has when they are indexed from the start', () => {
    afterEach(
      (source) => indexLines(source),
      (source, lines, edit) => lines.edited(edit, source),
      (lines, fresh, source) => {
        assert.equal(lines.count, fresh.count, JSON.stringify(source));
        for (let line = 0; line < fresh.count; line++) {
          assert.equal(lines.startOf(line), fresh.startOf(line), JSON.stringify(source));
          assert.equal(lines.endOf(line), fresh.endOf(line), JSON.stringify(source));
        }
      },
    );
  });
});
