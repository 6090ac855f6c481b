import assert from 'node:assert/strict';
import { codesOf, startServer, type TestClient } from './client';

/** Texts in which a citation `[9]` is of a source that there is not; its line, and the UTF-16 units before its id. */
const TEXTS = [
  ['a byte order mark', '\ufeff# T\n\n- It rose by 4% [9].\n', 2, 17],
  ['CRLF', '# T\r\n\r\n- It rose by 4% [9].\r\n', 2, 17],
  ['lone CR', '# T\r\r- It rose by 4% [9].\r', 2, 17],
  ['mixed line ends', '# T\r\n\n\r- It rose by 4% [9].', 3, 17],
  ['NUL and other controls', '# T\n\n- I\u0000\u0001\u001b\u009b rose by 4% [9].\n', 2, 20],
  ['halves of surrogate pairs', '# T\n\n- \ud83d\ude00\ud83d \ude00 rose by 4% [9].\n', 2, 20],
  ['astral characters', '# T\n\n- 😀𠀀 rose by 4% [9].\n', 2, 19],
  ['combining marks', '# T\n\n- e\u0301\u0323 rose by 4% [9].\n', 2, 18],
  ['text from right to left', '# T\n\n- ירד ב-4% [9].\n', 2, 12],
  ['other line separators', '# T\n\n- It\u2028\u0085\u000b\u000crose by 4% [9].\n', 2, 20],
] as const;

/** In UTF-8, as a client counts that sends each half of a pair by itself as three bytes. */
function bytesBefore(text: string, line: number, character: number): number {
  const lines = text.split(/\r\n|\r|\n/);
  let bytes = 0;
  for (const char of (lines[line] ?? '').slice(0, character)) {
    const code = char.codePointAt(0) ?? 0;
    bytes += code < 0x80 ? 1 : code < 0x800 ? 2 : code < 0x10000 ? 3 : 4;
  }
  return bytes;
}

describe('The language server, given any text', () => {
  for (const encoding of ['utf-16', 'utf-8'] as const) {
    let client: TestClient;
    before(async () => {
      client = await startServer({ capabilities: { general: { positionEncodings: [encoding] } } });
    });
    after(() => client.stop());

    for (const [i, [what, text, line, units]] of TEXTS.entries()) {
      it(`tells exact places in ${encoding} where there are ${what}, and fixes only what it says`, async () => {
        const uri = `file:///briefs/${encoding}-${i}.brief`;
        await client.open(text, uri);
        const problems = await client.diagnostics(
          (params) => params.uri === uri && codesOf(params.diagnostics).includes('citation/unknown-source'),
        );
        const problem = problems.find(({ code }) => code === 'citation/unknown-source');
        const character = encoding === 'utf-8' ? bytesBefore(text, line, units) : units;
        assert.deepEqual(problem?.range, { start: { line, character }, end: { line, character: character + 1 } });
        // An edit at that very place: the text is then what it would be if it were read anew.
        await client.change(2, '8', problem.range, uri);
        const after = await client.diagnostics(
          (params) => params.uri === uri && JSON.stringify(params.diagnostics).includes('[8]'),
        );
        const changed = after.find(({ code }) => code === 'citation/unknown-source');
        assert.deepEqual(changed?.range, problem.range);
      });
    }
  }
});
