import assert from 'node:assert/strict';
import type { CopiesResult, NameCopiesResult } from '../../src/server/protocol';
import { rangeIn, startServer, type TestClient, URI } from './client';

const BRIEF = `---
title: Ore
sources:
  - id: 1
    title: Prices
    url: https://a.net/prices#may
  - id: 2
    title: A book
---

- 😀 It rose by 12% in 2025 [1].
- Output fell by 13% [2].
`;

describe('brief/copies', () => {
  let client: TestClient;
  const textDocument = { uri: URI };
  const ask = (params: unknown) => client.connection.sendRequest<CopiesResult | null>('brief/copies', params);
  const name = (copies: unknown) =>
    client.connection.sendRequest<NameCopiesResult | null>('brief/nameCopies', { textDocument, copies });
  afterEach(() => client.stop());

  it('lists the sources whose text is not here, by the folder of their copies', async () => {
    client = await startServer();
    assert.equal(await ask({ textDocument }), null);
    await client.open(BRIEF);
    const wanted = await ask({ textDocument });
    assert.equal(wanted?.parts.length, 1);
    const [part] = wanted?.parts ?? [];
    assert.deepEqual([part?.folder, part?.prefix], ['file:///briefs/sources', 'sources/']);
    assert.deepEqual(
      part?.sources.map(({ id, url }) => [id, url]),
      [
        ['1', 'https://a.net/prices'],
        ['2', null],
      ],
    );
  });

  it('gives the edits that name what was made', async () => {
    client = await startServer();
    await client.open(BRIEF);
    const end = rangeIn(BRIEF, 'https://a.net/prices#may').end;
    assert.deepEqual(
      await name([
        { id: '1', path: 'sources/1.md', part: 'abstract' },
        { id: '9', path: 'sources/9.md', part: null },
      ]),
      {
        version: 1,
        edits: [{ range: { start: end, end }, newText: '\n    text: sources/1.md\n    copy: abstract' }],
        files: [],
        unnamed: ['9'],
      },
    );
  });

  it('names only files of copies', async () => {
    client = await startServer();
    await client.open(BRIEF);
    for (const path of ['../x.md', '/etc/passwd', 'sources/../x.md', 'sources/x.exe', 'other/x.md', 'sources/x.md\n'])
      await assert.rejects(name([{ id: '1', path, part: null }]), /path must be that of a copy/);
    await assert.rejects(name([{ id: '1', path: 'sources/1.md', part: 'half' }]), /part must be abstract/);
    await assert.rejects(name([{ id: '1', path: null, part: 'abstract' }]), /part must be paywall or scripts/);
    await assert.rejects(name('x'), /copies must be a list/);
  });

  it('is offered at what cannot be checked, and at the source, to a client that has a command for it', async () => {
    client = await startServer({ initializationOptions: { keepCopiesCommand: 'keep' } });
    await client.open(BRIEF);
    const offered = async (words: string) =>
      (await client.actions(rangeIn(BRIEF, words))).flatMap(({ command }) =>
        command?.command === 'keep' ? command : [],
      );
    for (const words of ['12%', '[1]', '1\n    title: Prices'])
      assert.deepEqual(await offered(words), [
        { title: 'Keep copies of all sources…', command: 'keep', arguments: [URI] },
      ]);
    // Nobody can be asked for the text of the book.
    assert.deepEqual(await offered('13%'), []);
    assert.deepEqual(await offered('It rose'), []);
  });
});
