import assert from 'node:assert/strict';
import type { StatusParams, ToolAnswer } from '../../src/server/protocol';
import { rangeIn, startServer, type TestClient, URI } from './client';

const BRIEF = `# Ore

- Prices rose by 12% in 2024 [2][1].
- Exports fell by 30% in 2023.

## Sources

- [1] [Prices of ore](https://example.org/prices)
- [2] [Ore of the world](https://example.org/ore)
`;
const HINT = 'citation/order';

describe('hints that the settings leave out', () => {
  let client: TestClient;
  let settings: unknown;
  beforeEach(() => {
    settings = { showHints: false };
  });
  const start = async (initializationOptions: object = {}) => {
    client = await startServer({
      capabilities: { workspace: { configuration: true, workspaceEdit: { documentChanges: true } } },
      settings: () => settings,
      initializationOptions,
    });
    await client.open(BRIEF);
  };
  afterEach(() => client.stop());
  const codes = async (when: (all: readonly unknown[]) => boolean) =>
    (await client.diagnostics(({ diagnostics }) => when(diagnostics.map(({ code }) => code)))).map(({ code }) => code);

  it('are not among the problems, and are again once the setting is on', async () => {
    await start();
    assert.deepEqual(await codes((all) => all.length > 0 && !all.includes(HINT)), ['citation/missing']);
    settings = { showHints: true };
    await client.connection.sendNotification('workspace/didChangeConfiguration', { settings: null });
    assert.deepEqual(await codes((all) => all.includes(HINT)), [HINT, 'citation/missing']);
  });

  it('have no fixes, neither at their place nor with all safe ones', async () => {
    const titles = async () =>
      (await client.actions(rangeIn(BRIEF, '[2][1]'), { only: ['quickfix', 'source.fixAll.brief'] })).map(
        ({ title }) => title,
      );
    await start();
    await codes((all) => all.length > 0 && !all.includes(HINT));
    assert.deepEqual(await titles(), []);
    settings = { showHints: true };
    await client.connection.sendNotification('workspace/didChangeConfiguration', { settings: null });
    await codes((all) => all.includes(HINT));
    const all = await titles();
    assert.ok(all.includes('Sort the citations') && all.includes('Fix all safe problems'), all.join());
  });

  it('are what the status says, for the status bar', async () => {
    await start();
    // The first may be told before the settings are known.
    const isTold = new Promise<void>((resolve) =>
      client.connection.onNotification('brief/status', ({ showsHints }: StatusParams) => {
        if (!showsHints) resolve();
      }),
    );
    await client.change(2, `${BRIEF}\n`);
    await isTold;
  });

  it('are told all the same to a language model that asks for them', async () => {
    await start();
    const answer = await client.connection.sendRequest<ToolAnswer | null>('brief/toolCheck', {
      textDocument: { uri: URI },
      least: 'hint',
    });
    assert.ok(answer && 'text' in answer && answer.text.includes(HINT));
  });

  it('are no part of those of the workspace either', async () => {
    // A client that asks may do so before the server has asked for the settings.
    await start({ diagnostics: 'pull', showHints: false });
    const report = await client.connection.sendRequest<{ items: readonly { code: unknown }[] }>(
      'textDocument/diagnostic',
      { textDocument: { uri: URI } },
    );
    assert.ok(!report.items.some(({ code }) => code === HINT));
  });
});
