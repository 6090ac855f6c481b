import assert from 'node:assert/strict';
import type { ServerResponse } from 'node:http';
import { NetworkError, request } from '../../src/network';
import { askAll, askPatiently, askReader, ReaderError, type ReaderReply } from '../../src/reader';
import { type OwnServer, serve } from '../network/servers';

const saying = (content: string) => JSON.stringify({ choices: [{ message: { content }, finish_reason: 'stop' }] });
const event = (content: string) => `data: ${JSON.stringify({ choices: [{ delta: { content } }] })}\n\n`;
const json = { 'content-type': 'application/json' };
const stream = { 'content-type': 'text/event-stream' };
const PACE = { mostTries: 3, waitMs: 1, mostWaitMs: 2000 };

describe('A second reader at an address', () => {
  let server: OwnServer;
  let bodies: string[];
  let answer: (response: ServerResponse, body: string) => void;
  beforeEach(async () => {
    bodies = [];
    server = await serve((asked, response) => {
      let body = '';
      asked.on('data', (piece) => {
        body += piece;
      });
      asked.on('end', () => {
        bodies.push(body);
        answer(response, body);
      });
    });
  });
  afterEach(() => server.close());

  const ask = async (
    prompts: readonly string[],
    options: {
      readonly key?: string;
      readonly url?: string;
      readonly signal?: AbortSignal;
      readonly timeoutMs?: number;
    } = {},
  ) => {
    const replies: (ReaderReply | undefined)[] = prompts.map(() => undefined);
    const { signal = new AbortController().signal, ...others } = options;
    const way = { request, url: `${server.address}/v1/`, model: 'm', key: '', timeoutMs: 5000, ...others };
    await askAll(
      prompts.map((user) => ({ system: 'S', user })),
      {
        ...{ atOnce: 2, signal },
        ask: (prompt, turns, ended) => askPatiently(() => askReader(prompt, way, ended), turns, PACE),
        onReply: (index, reply) => {
          replies[index] = reply;
        },
      },
    );
    return replies;
  };

  it('gets the prompt by the chat-completions protocol, with the key', async () => {
    answer = (response) => response.writeHead(200, json).end(saying('It says so.'));
    assert.deepEqual(await ask(['P'], { key: 'secret' }), [{ answer: 'It says so.' }]);
    const [asked] = server.asked;
    assert.equal(asked?.method, 'POST');
    assert.equal(asked?.url, '/v1/chat/completions');
    assert.equal(asked?.headers.authorization, 'Bearer secret');
    assert.deepEqual(JSON.parse(bodies[0] ?? ''), {
      ...{ model: 'm', temperature: 0, stream: false },
      messages: [
        { role: 'system', content: 'S' },
        { role: 'user', content: 'P' },
      ],
    });
  });

  it('may stream what it says', async () => {
    answer = (response) => response.writeHead(200, stream).end(`${event('It ')}${event('says')}data: [DONE]\n\n`);
    assert.deepEqual(await ask(['P']), [{ answer: 'It says' }]);
  });

  it('has said nothing where its answer is damaged, cut off or too long', async () => {
    for (const [head, body] of [
      [json, saying('It says').slice(0, -9)],
      [json, '{"choices": []}'],
      [json, '{"choices": [{"message": {"content": "It"}, "finish_reason": "length"}]}'],
      [stream, event('It ')],
      [stream, `${event('It ')}data: {"choi`],
      [json, saying('x'.repeat(2 * 1024 * 1024))],
    ] as const) {
      answer = (response) => response.writeHead(200, head).end(body);
      assert.deepEqual(await ask(['P']), [{ failed: 'damaged' }], body.slice(0, 80));
    }
  });

  it('has said nothing where the connection ends in the middle', async () => {
    answer = (response) => {
      response.writeHead(200, stream).write(event('It '));
      setImmediate(() => response.destroy());
    };
    assert.deepEqual(await ask(['P']), [{ failed: 'damaged' }]);
  });

  it('has said nothing where it is silent for too long, and the others are asked', async () => {
    answer = (response, body) => {
      if (!body.includes('silent')) response.writeHead(200, json).end(saying('Yes'));
    };
    assert.deepEqual(await ask(['silent', 'P'], { timeoutMs: 300 }), [{ failed: 'silent' }, { answer: 'Yes' }]);
  });

  it('is asked again where it is busy, and left alone after some attempts', async () => {
    let left = 2;
    answer = (response) =>
      left-- > 0
        ? response.writeHead(429, { 'retry-after': '0' }).end()
        : response.writeHead(200, json).end(saying('Yes'));
    assert.deepEqual(await ask(['P']), [{ answer: 'Yes' }]);
    left = 99;
    assert.deepEqual(await ask(['P']), [{ failed: 'busy' }]);
    assert.equal(server.asked.length, 6);
  });

  it('is asked about no more than so many claims at once', async () => {
    const waiting: ServerResponse[] = [];
    let most = 0;
    answer = (response) => {
      most = Math.max(most, waiting.push(response));
      if (waiting.length === 2) for (const each of waiting.splice(0)) each.writeHead(200, json).end(saying('Yes'));
    };
    assert.equal((await ask(['A', 'B', 'C', 'D', 'E', 'F'])).filter(Boolean).length, 6);
    assert.equal(most, 2);
  });

  it('is asked nothing more once it refuses, or once the user cancels', async () => {
    answer = (response) => response.writeHead(401).end();
    await assert.rejects(ask(['A', 'B', 'C', 'D']), ReaderError);
    assert.ok(server.asked.length <= 2);
    const stop = new AbortController();
    answer = (response, body) => {
      if (body.includes('"A"')) response.writeHead(200, json).end(saying('Yes'));
      else stop.abort();
    };
    const replies = await ask(['A', 'B', 'C', 'D'], { signal: stop.signal });
    assert.deepEqual(replies.slice(2), [undefined, undefined]);
  });

  it('is followed nowhere, and gets nothing without https unless it is on this machine', async () => {
    answer = (response) => response.writeHead(307, { location: `${server.address}/other` }).end();
    await assert.rejects(ask(['P']), (error) => error instanceof ReaderError && error.status === 307);
    assert.equal(server.asked.length, 1);
    for (const url of ['http://192.0.2.1/v1', 'http://models.example/v1', 'http://localhost.example/v1'])
      await assert.rejects(ask(['P'], { url }), (error) => error instanceof NetworkError && error.kind === 'address');
  });
});
