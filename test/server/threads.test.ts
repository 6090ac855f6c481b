import assert from 'node:assert/strict';
import type { EditThreadResult, ThreadsResult } from '../../src/server/protocol';
import { rangeIn, startServer, type TestClient, URI } from './client';

const BRIEF = `# Ore

- Output rose by 4% in 2024.
- It fell before. {>>When? @AZ 2026-11-28<<} {>>In 2020. @BC 2026-11-29<<}

| a |
| - |
| 1 |
`;

describe('the threads of a brief, over the protocol,', () => {
  let client: TestClient;
  before(async () => {
    client = await startServer();
    await client.open(BRIEF);
  });
  after(() => client.stop());

  const about = { textDocument: { uri: URI } };
  const edit = (params: object) =>
    client.connection.sendRequest<EditThreadResult | null>('brief/editThread', { ...about, ...params });

  it('have their insights, their comments, and the places where new ones can start', async () => {
    const result = await client.connection.sendRequest<ThreadsResult | null>('brief/threads', about);
    assert.deepEqual(result, {
      version: 1,
      threads: [
        {
          range: rangeIn(BRIEF, 'It fell before.'),
          resolved: false,
          comments: [
            { range: rangeIn(BRIEF, '{>>When? @AZ 2026-11-28<<}'), text: 'When?', author: 'AZ', date: '2026-11-28' },
            {
              range: rangeIn(BRIEF, '{>>In 2020. @BC 2026-11-29<<}'),
              text: 'In 2020.',
              author: 'BC',
              date: '2026-11-29',
            },
          ],
        },
      ],
      commentable: ['Output rose by 4% in 2024.', 'It fell before.', '| a |\n| - |\n| 1 |'].map((part) =>
        rangeIn(BRIEF, part),
      ),
    });
  });

  it('take a comment of today as one insertion', async () => {
    const result = await edit({ range: rangeIn(BRIEF, 'rose'), action: 'add', text: 'Where?', author: 'CD' });
    assert.ok(result && 'edits' in result);
    const { end } = rangeIn(BRIEF, 'Output rose by 4% in 2024.');
    assert.deepEqual(
      result.edits.map(({ range }) => range),
      [{ start: end, end }],
    );
    assert.match(result.edits[0]?.newText ?? '', /^ \{>>Where\? @CD \d{4}-\d\d-\d\d<<\}$/);
  });

  it('are resolved by one edit of their last comment', async () => {
    const range = rangeIn(BRIEF, '{>>When? @AZ 2026-11-28<<}');
    assert.deepEqual(await edit({ range, action: 'resolve' }), {
      version: 1,
      edits: [
        { range: rangeIn(BRIEF, '{>>In 2020. @BC 2026-11-29<<}'), newText: '{>>In 2020. @BC 2026-11-29 resolved<<}' },
      ],
    });
  });

  it('say why a comment cannot be written', async () => {
    const result = await edit({ range: rangeIn(BRIEF, '# Ore'), action: 'add', text: 'x', author: 'CD' });
    assert.ok(result && 'refused' in result && /Choose one/.test(result.refused));
  });

  it('take nothing that is no action, text or author', async () => {
    const range = rangeIn(BRIEF, 'rose');
    for (const params of [
      { range, action: 'erase' },
      { action: 'delete' },
      { range, action: 'add', text: 7, author: 'CD' },
      { range, action: 'add', text: 'x', author: 'a <<} b' },
      { range, action: 'edit', text: 'x'.repeat(20_001) },
    ])
      await assert.rejects(edit(params), /brief\/editThread/);
  });

  it('are null of a document that is not open', async () => {
    const textDocument = { uri: 'file:///briefs/none.brief' };
    assert.equal(await client.connection.sendRequest('brief/threads', { textDocument }), null);
  });
});
