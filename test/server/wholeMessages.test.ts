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

  it('are the same when their diagnostics were written before', async () => {
    const stream = new PassThrough();
    const chunks: Buffer[] = [];
    stream.on('data', (chunk: Buffer) => chunks.push(Buffer.from(chunk)));
    const range = { start: { line: 0, character: 0 }, end: { line: 0, character: 1 } };
    const diagnostics = ['a', '稀土'].map((words) => ({ range, message: words }));
    const messageOf = (params: object) => ({ jsonrpc: '2.0', method: 'textDocument/publishDiagnostics', params });
    const message = messageOf({ diagnostics, uri: 'file:///a.brief', version: 1 });
    const writer = new WholeMessages(stream);
    await writer.write(message);
    await writer.write(message);
    await writer.write(messageOf({ ...message.params, diagnostics: [] }));
    const texts = chunks.map((chunk) => chunk.toString());
    assert.equal(texts[1], texts[0]);
    const [head = '', body = ''] = texts[0]?.split('\r\n\r\n') ?? [];
    assert.equal(head, `Content-Length: ${Buffer.byteLength(body)}`);
    assert.deepEqual(JSON.parse(body), message);
    assert.deepEqual(JSON.parse(texts[2]?.split('\r\n\r\n')[1] ?? '').params.diagnostics, []);
  });
});
