import assert from 'node:assert/strict';
import type { CodeAction } from 'vscode-languageserver/node';
import { applyEdits, indexLines } from '../../src/core';
import type { UncitedStatementsResult } from '../../src/server/protocol';
import { rangeIn, startServer, type TestClient, URI } from './client';

const BRIEF = `---
title: Ore and magnets
sources:
  - id: 2
    title: Yearbook of pits
    quote: The pit at Norrby shipped 4,100 tons of ore.
  - id: 5
    title: Loans for smelters
---

Smelters often run at night.

## Pits 😀

- **Norrby** shipped [4,100 tons](#pits) of ore in 2023, said the ministry on 4 May.
- Loans to smelters grew by 7% [?].

## Exports

- Exports of garlic fell by 31% in 2022.
`;

describe('brief/uncitedStatements', () => {
  let client: TestClient;
  const ask = (params: unknown) =>
    client.connection.sendRequest<UncitedStatementsResult | null>('brief/uncitedStatements', params);
  const textDocument = { uri: URI };
  beforeEach(async () => {
    client = await startServer();
  });
  afterEach(() => client.stop());

  it('gives the statements without a source, those that need one most first, with their sections', async () => {
    await client.open(BRIEF);
    const result = await ask({ textDocument });
    assert.equal(result?.version, 1);
    assert.equal(result.total, result.statements.length);
    assert.deepEqual(
      result.statements.map(({ text, section }) => [text, section]),
      [
        ['Exports of garlic fell by 31% in 2022.', 'Exports'],
        ['Norrby shipped 4,100 tons of ore in 2023, said the ministry on 4 May.', 'Pits 😀'],
        ['Loans to smelters grew by 7% [?].', 'Pits 😀'],
      ],
    );
    assert.deepEqual(result.statements[1]?.range, rangeIn(BRIEF, BRIEF.split('\n')[14]?.slice(2) ?? ''));
    assert.ok(result.statements.every((statement) => !('likely' in statement)));
  });

  it('keeps to document order where statements need a source as much', async () => {
    await client.open(
      '# Ore\n\n- Pit 3 shipped 12% more in 2023.\n- Pit 1 shipped 14% more in 2023.\n- Pit 2 shipped 13% more in 2023.\n',
    );
    const result = await ask({ textDocument });
    assert.deepEqual(
      result?.statements.map(({ text }) => text.slice(0, 5)),
      ['Pit 3', 'Pit 1', 'Pit 2'],
    );
  });

  it('gives the likeliest source of each on request, with the edit that cites it, and none that shares nothing', async () => {
    await client.open(BRIEF);
    const result = await ask({ textDocument, suggest: true });
    const [garlic, pits, loans] = result?.statements ?? [];
    assert.equal(pits?.likely?.citation, '[2]');
    assert.equal(pits.likely.title, 'Yearbook of pits');
    assert.match(pits.likely.passage, /4,100 tons/);
    assert.deepEqual(
      pits.suggested?.map(({ id, at }) => [id, at]),
      [['2', { uri: URI, range: rangeIn(BRIEF, 'The pit at Norrby shipped 4,100 tons of ore.') }]],
    );
    assert.ok((pits.suggested[0]?.score ?? 0) > 0.05);
    assert.equal(garlic?.likely, null);
    assert.deepEqual(garlic.suggested, []);
    assert.equal(loans?.likely?.id, '5');
    const lines = indexLines(BRIEF);
    const edits = [...pits.likely.edits, ...loans.likely.edits].map(({ range, newText }) => ({
      span: { start: lines.offsetAt(range.start), end: lines.offsetAt(range.end) },
      newText,
    }));
    assert.equal(applyEdits(BRIEF, edits), BRIEF.replace('4 May.', '4 May [2].').replace('7% [?].', '7% [5].'));
  });

  it('gives the first thousand of more, and how many there are', async () => {
    const items = Array.from({ length: 1200 }, (_, i) => `- Pit ${i + 1} shipped 12% more in 2023.\n`);
    await client.open(`# Ore\n\n${items.join('')}`);
    const result = await ask({ textDocument });
    assert.deepEqual([result?.total, result?.statements.length], [1200, 1000]);
    assert.match(result?.statements.at(-1)?.text ?? '', /^Pit 1000 /);
  });

  it('tells whether an import would find sources', async () => {
    const imports = async (text: string, version: number) => {
      await client.change(version, text);
      return (await ask({ textDocument }))?.imports;
    };
    const report = '# Ore\n\nPit 1 shipped 12% more in 2023.\n';
    await client.open(report);
    assert.equal((await ask({ textDocument }))?.imports, false);
    assert.equal(await imports(`${report}\nSee https://ore.example/pits for more.\n`, 2), true);
    assert.equal(await imports(`${report}\n## References\n\n- Miller, J. Ore. https://ore.example/pits\n`, 3), true);
    assert.equal(await imports(`${report}\n## Sources\n\n- [1] Ore. https://ore.example/pits\n`, 4), false);
    assert.equal(await imports(BRIEF.replace('Smelters', 'https://ore.example/pits'), 5), false);
  });

  it('gives nothing of a document that is not open, and none where all is cited', async () => {
    assert.equal(await ask({ textDocument }), null);
    await client.open('# Ore\n\n- Pit 1 shipped 12% more in 2023 [own].\n');
    assert.deepEqual(await ask({ textDocument, suggest: true }), {
      version: 1,
      total: 0,
      statements: [],
      sure: 0.9,
      imports: false,
    });
  });

  for (const [name, params] of [
    ['nothing', null],
    ['no document', { suggest: true }],
    ['a text for a truth value', { textDocument, suggest: 'yes' }],
  ] as const) {
    it(`says what is wrong with ${name}`, async () => {
      await client.open(BRIEF);
      await assert.rejects(async () => ask(params), /brief\/uncitedStatements: (?:textDocument\.uri|suggest) must be /);
      assert.deepEqual(client.log, []);
    });
  }
});

describe('What an editor can do about a document that cites nothing', () => {
  const REPORT = `# Ore in the north

- Pit 1 shipped 12% more in 2023.
- Pit 2 shipped 13% more in 2023.

## References

- Miller, J. Ore in the north. https://ore.example/pits
`;
  const OPTIONS = { showUncitedCommand: 'x.show', suggestSourcesCommand: 'x.suggest', importFileCommand: 'x.import' };
  let client: TestClient;
  afterEach(() => client.stop());
  const offeredAt = async (text: string, part: string, initializationOptions: object = OPTIONS) => {
    client = await startServer({ initializationOptions });
    await client.open(text);
    const { end } = rangeIn(text, part);
    return client.actions({ start: end, end });
  };
  const commandsOf = (actions: readonly CodeAction[]) =>
    actions.flatMap(({ title, command }) => (command ? [[title, command.command, command.arguments]] : []));

  it('is offered at the title by the commands of the client, before the rule is turned off', async () => {
    const actions = await offeredAt(REPORT, 'Ore in the north');
    assert.deepEqual(commandsOf(actions), [
      ['Show each statement', 'x.show', [URI]],
      ['Suggest a source for each statement', 'x.suggest', [URI]],
      ['Import as Brief', 'x.import', [URI]],
    ]);
    assert.deepEqual(actions.map(({ title, kind, diagnostics }) => [title, kind, diagnostics?.[0]?.code]).slice(0, 5), [
      ['Show each statement', 'quickfix', 'citation/none'],
      ['Suggest a source for each statement', 'quickfix', 'citation/none'],
      ['Import as Brief', 'quickfix', 'citation/none'],
      ['Turn off citation/none here', 'quickfix', 'citation/none'],
      ['Turn off citation/none in this file', 'quickfix', 'citation/none'],
    ]);
  });

  it('is offered anywhere on the line of the title', async () => {
    const text = `---\ntitle: Ore in the north\n---\n\n${REPORT.slice(REPORT.indexOf('- '))}`;
    assert.equal(commandsOf(await offeredAt(text, '---\nti')).length, 3);
  });

  it('is not offered elsewhere', async () => {
    assert.deepEqual(commandsOf(await offeredAt(REPORT, 'Pit 1')), []);
  });

  it('is no import where that would find no source', async () => {
    const text = REPORT.slice(0, REPORT.indexOf('\n##'));
    assert.deepEqual(
      commandsOf(await offeredAt(text, 'Ore in the')).map(([title]) => title),
      ['Show each statement', 'Suggest a source for each statement'],
    );
  });

  it('is only what the client has a command for', async () => {
    assert.deepEqual(
      commandsOf(await offeredAt(REPORT, 'Ore in the', { suggestSourcesCommand: 'y', showUncitedCommand: 3 })),
      [['Suggest a source for each statement', 'y', [URI]]],
    );
    await client.stop();
    assert.deepEqual(commandsOf(await offeredAt(REPORT, 'Ore in the', {})), []);
  });

  it('needs no more to be told when it is picked', async () => {
    const resolveSupport = { properties: ['edit'] };
    client = await startServer({
      initializationOptions: OPTIONS,
      capabilities: { textDocument: { codeAction: { dataSupport: true, resolveSupport } } },
    });
    await client.open(REPORT);
    const [action] = await client.actions(rangeIn(REPORT, 'north'));
    assert.equal(action?.command?.command, 'x.show');
    assert.deepEqual(await client.connection.sendRequest('codeAction/resolve', action), action);
  });
});

describe('The fixes of citation/missing', () => {
  it('are offered in all of the insight, and not at the underlined words alone', async () => {
    const text = `# Ore

- Exports fell by 3% in 2023 [1].
- Norrby shipped 4,100 tons of ore, which the ministry had not thought that it would.

## Sources

- [1] Yearbook of pits. https://ore.example/pits
`;
    const client = await startServer();
    await client.open(text);
    const { end } = rangeIn(text, 'not thought');
    const titles = (await client.actions({ start: end, end })).map(({ title }) => title);
    await client.stop();
    assert.equal(titles[0], 'Cite [1] "Yearbook of pits"');
  });

  it('are followed by the suggestion of a source for each, where a source has a passage', async () => {
    const titles = async (quote: string) => {
      const text = `---\nsources:\n  - id: 1\n    title: Yearbook\n${quote}---\n\n- It fell by 3% in 2023 [1].\n- Norrby shipped 4,100 tons.\n`;
      const client = await startServer({ initializationOptions: { suggestSourcesCommand: 'x.suggest' } });
      await client.open(text);
      const actions = await client.actions(rangeIn(text, '4,100'));
      await client.stop();
      return actions.flatMap(({ command, title }) => (command?.command === 'x.suggest' ? [title] : []));
    };
    assert.deepEqual(await titles('    quote: It fell by 3%.\n'), ['Suggest a source for each statement']);
    assert.deepEqual(await titles(''), []);
  });
});
