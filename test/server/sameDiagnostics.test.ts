import assert from 'node:assert/strict';
import { keepingSame } from '../../src/server/diagnostics/sameDiagnostics';
import type { Diagnostic } from '../../src/server/lsp';

const diagnostic = (message: string, line = 0): Diagnostic => ({
  range: { start: { line, character: 0 }, end: { line, character: 1 } },
  message,
  code: 'a/b',
  severity: 2,
  relatedInformation: [],
});

/** Which of them are those that were there: their places among these. */
function placesAmong(last: readonly Diagnostic[], now: readonly Diagnostic[]): number[] {
  return keepingSame(last, now).map((one) => last.indexOf(one));
}

describe('Diagnostics of the version before', () => {
  const last = ['one', 'two', 'three'].map((message) => diagnostic(message));

  it('stay the same objects as long as they say the same', () => {
    assert.deepEqual(
      placesAmong(
        last,
        ['one', 'two', 'three'].map((message) => diagnostic(message)),
      ),
      [0, 1, 2],
    );
  });

  it('are known again around one that came', () => {
    assert.deepEqual(
      placesAmong(
        last,
        ['one', 'new', 'two', 'three'].map((message) => diagnostic(message)),
      ),
      [0, -1, 1, 2],
    );
  });

  it('are known again around one that went', () => {
    assert.deepEqual(
      placesAmong(
        last,
        ['one', 'three'].map((message) => diagnostic(message)),
      ),
      [0, 2],
    );
  });

  it('give way to one that stands on another line or explains itself elsewhere', () => {
    const location = { uri: 'file:///a.brief', range: diagnostic('').range };
    const explained = { ...diagnostic('three'), relatedInformation: [{ message: 'here', location }] };
    const now = [diagnostic('one', 1), diagnostic('two'), explained];
    assert.deepEqual(placesAmong(last, now), [-1, 1, -1]);
    assert.deepEqual(keepingSame(last, now), now);
  });
});
