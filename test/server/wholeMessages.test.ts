import assert from 'node:assert/strict';
import { PassThrough } from 'node:stream';
import { WholeMessages } from '../../src/server/messages/wholeMessages';

describe('Messages written to a stream', () => {
  for (const [what, words] of [
    ['of one letter', 'a'],
    ['of letters of each length in UTF-8', 'a é 稀土 😀'],
    ['with half a character', '\ud83d'],
    ['of 200,000 characters', '稀土'.repeat(100_000)],
  ] as const)
    it(`have before them how many bytes they are: one ${what}`, async () => {
      const stream = new PassThrough();
      const chunks: Buffer[] = [];
      stream.on('data', (chunk: Buffer) => chunks.push(chunk));
      const message = { jsonrpc: '2.0', method: 'm', params: { words } };
      await new WholeMessages(stream).write(message);
      const text = JSON.stringify(message);
      const expected = `Content-Length: ${Buffer.byteLength(text)}\r\n\r\n${text}`;
      assert.equal(chunks.length, 1);
      assert.equal(Buffer.concat(chunks).toString(), expected);
    });
});
