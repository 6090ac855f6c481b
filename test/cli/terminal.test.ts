import assert from 'node:assert/strict';
import { escapeControls, escapeLines, hasColors, toJson } from '../../src/cli/io/terminal';

describe('escapeControls', () => {
  it('shows what a terminal must not get', () => {
    assert.equal(
      escapeControls('a\n\t\u001B\u009B\u200B\u2028\u2067\uFEFF\uD800\u{E0041}'),
      'a<U+000A><U+0009><U+001B><U+009B><U+200B><U+2028><U+2067><U+FEFF><U+D800><U+E0041>',
    );
  });

  it('leaves what people write alone, joined emoji and Persian too', () => {
    const text = 'é 中国 👩‍🔬 می‌خواهم “q” —';
    assert.equal(escapeControls(text), text);
  });

  it('keeps line breaks and tabs where lines are wanted', () => {
    assert.equal(escapeLines('a\n\tb\u0007'), 'a\n\tb<U+0007>');
  });

  it('keeps the line ends of Windows, and shows a carriage return that would write over a line', () => {
    assert.equal(escapeLines('a\r\nb\r\n'), 'a\r\nb\r\n');
    assert.equal(escapeLines('safe\rfalse\r\r\n'), 'safe<U+000D>false<U+000D>\r\n');
  });
});

describe('toJson', () => {
  it('escapes controls without changing the value', () => {
    const value = { a: '\u202E\u0085\u007F\u{E0041}\n中国', b: ['\u2028'] };
    const json = toJson(value);
    assert.deepEqual(JSON.parse(json), value);
    assert.ok(![...json].some((char) => char !== '\n' && /[\p{Cc}\u202E\u2028\u{E0041}]/u.test(char)));
    assert.ok(json.includes('中国'));
  });
});

describe('hasColors', () => {
  const terminal = { isTTY: true };
  it('follows NO_COLOR, then FORCE_COLOR, then the terminal', () => {
    assert.equal(hasColors(terminal, {}), true);
    assert.equal(hasColors({}, {}), false);
    assert.equal(hasColors(terminal, { TERM: 'dumb' }), false);
    assert.equal(hasColors(terminal, { NO_COLOR: '' }), true);
    assert.equal(hasColors(terminal, { NO_COLOR: '1' }), false);
    assert.equal(hasColors({}, { FORCE_COLOR: '1' }), true);
    assert.equal(hasColors(terminal, { FORCE_COLOR: '0' }), false);
    assert.equal(hasColors({}, { FORCE_COLOR: '1', NO_COLOR: '1' }), false);
  });
});
