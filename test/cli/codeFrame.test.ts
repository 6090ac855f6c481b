import assert from 'node:assert/strict';
import { codeFrame } from '../../src/cli/check/reports/codeFrame';
import { indexLines, widthOf } from '../../src/core';

/** Draws the frame of the first place of `marked`, and what is drawn above its carets. */
function draw(text: string, marked: string, columns = 60) {
  const start = text.indexOf(marked);
  const frame = codeFrame(text, indexLines(text), { start, end: start + marked.length }, columns);
  return { ...frame, above: above(frame.source, frame.marks) };
}

function above(source: string, marks: string): string {
  let column = 0;
  let shown = '';
  for (const char of source) {
    if (marks.charAt(column) === '^') shown += char;
    column += widthOf(char);
  }
  return shown;
}

describe('codeFrame', () => {
  it('underlines a span, under its line with its number', () => {
    assert.deepEqual(draw('one\ntwo three\n', 'three'), {
      lineNumber: 2,
      source: 'two three',
      marks: '    ^^^^^',
      above: 'three',
    });
  });

  it('gives CJK characters and emoji two columns', () => {
    assert.equal(draw('中国控制90%[9]', '[9]').marks, '           ^^^');
    assert.equal(draw('😀 中国控制', '中国').marks, '   ^^^^');
  });

  it('gives combining marks no column', () => {
    assert.equal(draw('e\u0301te\u0301 [9]', '[9]').marks, '    ^^^');
  });

  it('draws tabs as spaces up to the next stop', () => {
    const { source, marks } = draw('a\tb [9]', '[9]');
    assert.deepEqual([source, marks], ['a   b [9]', '      ^^^']);
  });

  it('shows controls as escapes, and underlines them whole', () => {
    const { source, above } = draw('a\u202Eb\u001B[9]', '\u202Eb\u001B');
    assert.deepEqual([source, above], ['a<U+202E>b<U+001B>[9]', '<U+202E>b<U+001B>']);
  });

  it('shows the part of a long line that holds the span', () => {
    const text = `${'left '.repeat(100)}[9]${' right'.repeat(100)}`;
    const { source, above } = draw(text, '[9]');
    assert.equal(above, '[9]');
    assert.match(source, /^….*\[9\].*…$/);
    assert.ok(source.length <= 60);
  });

  it('fits long CJK lines by their width', () => {
    const text = `${'中国'.repeat(300)}[9]${'控制'.repeat(300)}`;
    const { source, above } = draw(text, '[9]');
    assert.equal(above, '[9]');
    assert.ok([...source].reduce((sum, char) => sum + widthOf(char), 0) <= 60);
  });

  it('underlines to the end of the line where the span goes on', () => {
    assert.equal(draw('one two\nthree', 'two\nthree').marks, '    ^^^');
  });

  it('points behind the last character for an empty span there', () => {
    assert.equal(codeFrame('one', indexLines('one'), { start: 3, end: 3 }, 60).marks, '   ^');
    assert.equal(codeFrame('', indexLines(''), { start: 0, end: 0 }, 60).marks, '^');
  });

  it('draws any span of any text without failing', () => {
    const text = 'a\t中\uD83D😀\u202E\r\nb\u0000\n\n';
    const lines = indexLines(text);
    for (let start = 0; start <= text.length; start++) {
      for (let end = start; end <= text.length; end++) codeFrame(text, lines, { start, end }, 10);
    }
  });

  it('draws thousands of spans of a line of megabytes', () => {
    const text = 'x'.repeat(5_000_000);
    const lines = indexLines(text);
    for (let i = 0; i < 2000; i++) {
      const { source } = codeFrame(text, lines, { start: 2_500_000, end: 4_000_000 }, 100);
      assert.ok(source.length > 0 && source.length <= 100);
    }
  });
});
