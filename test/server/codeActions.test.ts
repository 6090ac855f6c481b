import assert from 'node:assert/strict';
import { type ClientCapabilities, type CodeAction, CodeActionTriggerKind } from 'vscode-languageserver/node';
import type { AddSourceResult, MarkVerifiedResult, RenumberResult } from '../../src/server/protocol';
import { applied, rangeIn, startServer, type TestClient, URI } from './client';

const BRIEF = `# Rare earths

- China mined 69% of them in 2024 [3][1][1].
- Prices rose by 12% in 2025 [3, 1].

## Sources

- [1] [Prices of rare earths](https://example.org/prices)
- [3] [Mineral Commodity Summaries 2025](https://usgs.example/minerals)
`;
const RESOLVES = {
  workspace: { workspaceEdit: { documentChanges: true } },
  textDocument: { codeAction: { dataSupport: true, resolveSupport: { properties: ['edit'] } } },
};

describe('code actions over the protocol', () => {
  let client: TestClient;
  const start = async (text: string, capabilities?: ClientCapabilities) => {
    client = await startServer(capabilities ? { capabilities } : {});
    await client.open(text);
  };
  afterEach(() => client.stop());
  const whole = rangeIn(BRIEF, BRIEF);
  const resolve = (action: CodeAction | undefined) =>
    client.connection.sendRequest<CodeAction>('codeAction/resolve', action);

  it('say which kinds there are', async () => {
    await start(BRIEF);
    const { codeActionProvider } = client.initialized.capabilities;
    assert.ok(typeof codeActionProvider === 'object');
    for (const kind of [
      'quickfix',
      'source.fixAll.brief',
      'source.organizeSources.brief',
      'refactor.rewrite.brief.keys',
    ])
      assert.ok(codeActionProvider.codeActionKinds?.includes(kind), kind);
    assert.equal(codeActionProvider.resolveProvider, false);
  });

  it('fix all of one rule after the fixes of the one problem', async () => {
    await start(BRIEF);
    const actions = await client.actions(rangeIn(BRIEF, '[3, 1]'), { only: ['quickfix'] });
    const at = actions.findIndex(({ title }) => title === 'Fix all citation/order problems in this file');
    const single = actions.findIndex(({ title }) => title === 'Sort the citations');
    assert.ok(single >= 0 && at > single);
    assert.equal(applied(BRIEF, actions[at], 1), BRIEF.replace('[3][1][1]', '[1][1][3]').replace('[3, 1]', '[1, 3]'));
  });

  it('give the edits of slow ones when they are picked, to clients that can ask', async () => {
    await start(BRIEF, RESOLVES);
    const actions = await client.actions(rangeIn(BRIEF, '[3, 1]'), { only: ['quickfix'] });
    const action = actions.find(({ title }) => title.startsWith('Fix all'));
    assert.equal(action?.edit, undefined);
    assert.ok(actions.find(({ title }) => title === 'Sort the citations')?.edit);
    assert.match(applied(BRIEF, await resolve(action), 1), /\[1, 3\]/);
  });

  it('refuse edits of a text that has changed since', async () => {
    await start(BRIEF, RESOLVES);
    const actions = await client.actions(rangeIn(BRIEF, '[3, 1]'), { only: ['quickfix'] });
    await client.change(2, `${BRIEF}\n`);
    await assert.rejects(resolve(actions.find(({ title }) => title.startsWith('Fix all'))), { code: -32801 });
    await assert.rejects(resolve({ title: 'x', data: { uri: URI, range: 3 } }), { code: -32602 });
  });

  it('open the page of a rule, for clients that can show one', async () => {
    await start(BRIEF, { window: { showDocument: { support: true } } });
    const shown: unknown[] = [];
    client.connection.onRequest('window/showDocument', (params) => {
      shown.push(params);
      return { success: true };
    });
    const actions = await client.actions(rangeIn(BRIEF, '[3, 1]'), { only: ['quickfix'] });
    const { command } = actions.at(-1) ?? {};
    assert.equal(command?.title, 'Show documentation for citation/order');
    await client.connection.sendRequest('workspace/executeCommand', command);
    assert.deepEqual(shown, [
      {
        uri: 'https://github.com/research-briefs/research-briefs/blob/main/docs/rules/citation/order.md',
        external: true,
      },
    ]);
    const other = { command: command?.command, arguments: ['https://other.example'] };
    await assert.rejects(client.connection.sendRequest('workspace/executeCommand', other), { code: -32602 });
  });

  it('show the page of a rule by the command of a client that has the pages', async () => {
    client = await startServer({ capabilities: {}, initializationOptions: { rulePageCommand: 'own.page' } });
    await client.open(BRIEF);
    const actions = await client.actions(rangeIn(BRIEF, '[3, 1]'), { only: ['quickfix'] });
    const title = 'Show documentation for citation/order';
    assert.deepEqual(actions.at(-1)?.command, { title, command: 'own.page', arguments: ['citation/order'] });
  });

  it('have a client that can ask for the title of a key number ask for it', async () => {
    const text = '- Smelting capacity is 90%.\n';
    const extract = async (initializationOptions: unknown) => {
      client = await startServer({ capabilities: {}, initializationOptions });
      await client.open(text);
      const [action] = await client.actions(rangeIn(text, '90%'), { only: ['refactor.extract'] });
      return action;
    };
    const asking = await extract({ titleFigureCommand: 'own.title' });
    assert.ok(asking?.edit);
    assert.deepEqual(asking.command?.command, 'own.title');
    assert.deepEqual(asking.command.arguments, [URI, 'smelting-capacity', 'Smelting capacity']);
    await client.stop();
    assert.equal((await extract({}))?.command, undefined);
  });

  it('give edits without a version to clients that know none', async () => {
    await start(BRIEF, {});
    const [action] = await client.actions(whole, { only: ['source.fixAll'] });
    assert.deepEqual(Object.keys(action?.edit ?? {}), ['changes']);
    assert.ok((action?.edit?.changes?.[URI]?.length ?? 0) > 0);
  });

  it('fix all that is safe until nothing is left', async () => {
    await start(BRIEF);
    const [action] = await client.actions(whole, { only: ['source.fixAll'] });
    assert.equal(applied(BRIEF, action, 1), BRIEF.replace('[3][1][1]', '[1][3]').replace('[3, 1]', '[1, 3]'));
  });

  it('organize the sources, and offer nothing where they are in order', async () => {
    await start(BRIEF);
    const [action] = await client.actions(whole, { only: ['source.organizeSources.brief'] });
    assert.equal(action?.title, 'Organize sources');
    const organized = applied(BRIEF, action, 1);
    assert.match(
      organized,
      /2024 \[1\]\[2\]\[2\]\.\n.*\[1, 2\]\.\n\n## Sources\n\n- \[1\] \[Mineral.*\n- \[2\] \[Prices/,
    );
    await client.change(2, organized);
    assert.deepEqual(await client.actions(whole, { only: ['source.organizeSources'] }), []);
  });

  it('offer nothing that concerns the whole brief where no kind is asked for', async () => {
    await start(BRIEF);
    const kinds = (await client.actions(rangeIn(BRIEF, '69%'))).map(({ kind }) => kind ?? '');
    assert.ok(!kinds.some((kind) => kind.startsWith('source')), kinds.join());
  });

  it('convert numbers to keys and back', async () => {
    await start(BRIEF);
    const [action] = await client.actions(rangeIn(BRIEF, '3, 1'), { only: ['refactor'] });
    const keyed = applied(BRIEF, action, 1);
    assert.match(keyed, /\[@usgs-2025; @example\]\./);
    assert.match(keyed, /\n- \[@example\] \[Prices/);
    await client.change(2, keyed);
    const [back] = await client.actions(rangeIn(keyed, 'usgs-2025'), { only: ['refactor.rewrite'] });
    assert.match(applied(keyed, back, 2), /\[1, 2\]\.\n/);
  });

  it('offer no refactoring to a cursor that only comes by', async () => {
    await start(BRIEF);
    const { start: at } = rangeIn(BRIEF, '3, 1');
    const kinds = async (triggerKind: CodeActionTriggerKind) =>
      (await client.actions({ start: at, end: at }, { triggerKind })).map(({ kind }) => kind ?? '');
    const isRefactoring = (kind: string) => kind.startsWith('refactor');
    assert.ok((await kinds(CodeActionTriggerKind.Invoked)).some(isRefactoring));
    assert.ok(!(await kinds(CodeActionTriggerKind.Automatic)).some(isRefactoring));
  });

  it('count citations anew on request', async () => {
    await start(BRIEF);
    const ask = () =>
      client.connection.sendRequest<RenumberResult | null>('brief/renumber', { textDocument: { uri: URI } });
    const result = await ask();
    assert.deepEqual([result?.outcome, result?.version, result?.renumbered], ['done', 1, 2]);
    await client.change(2, 'No sources.\n');
    assert.deepEqual(await ask(), { version: 2, outcome: 'no numbers', renumbered: 0, edits: [] });
    await assert.rejects(client.connection.sendRequest('brief/renumber', {}), { code: -32602 });
  });

  describe('mark as verified', () => {
    const CLAIM = '- China mined 69% of them in 2024 [3][1][1].';
    const reviewing = async (options: object) => {
      client = await startServer({ capabilities: RESOLVES, initializationOptions: options });
      await client.open(BRIEF);
      return client.actions(rangeIn(BRIEF, '69%'), { only: ['refactor.rewrite.brief.verified'] });
    };

    it('the insight that is selected, under the initials that the settings have, on this day', async () => {
      const [action] = await reviewing({ reviewer: 'AZ' });
      assert.equal(action?.title, 'Mark as verified');
      const after = applied(BRIEF, await resolve(action), 1);
      const date = / <!-- brief: verified (\S+) AZ [0-9a-f]{6} -->\n- Prices/.exec(after)?.[1];
      assert.equal(after.slice(0, after.indexOf(' <!--')), BRIEF.slice(0, BRIEF.indexOf(CLAIM) + CLAIM.length));
      assert.ok(Math.abs(Date.parse(date ?? '') - Date.now()) < 2 * 24 * 60 * 60 * 1000, date);
      await client.change(2, after);
      const [again] = await client.actions(rangeIn(after, '69%'), { only: ['refactor.rewrite.brief.verified'] });
      assert.equal(again?.title, 'Mark as verified again');
    });

    it('by a command of the client where nobody has told the initials, if it has one', async () => {
      const [action] = await reviewing({ verifyCommand: 'ask' });
      assert.deepEqual(action?.command, { title: 'Mark as verified', command: 'ask' });
    });

    it('not at all where the initials are not known', async () => {
      assert.deepEqual(await reviewing({}), []);
    });

    it('all that is selected on request, and nothing for what is no initials', async () => {
      await start(BRIEF);
      const ask = (reviewer: unknown, ranges: unknown = [whole]) =>
        client.connection.sendRequest<MarkVerifiedResult | null>('brief/markVerified', {
          textDocument: { uri: URI },
          ranges,
          reviewer,
        });
      const result = await ask('李');
      assert.deepEqual([result?.version, result?.marked, result?.refused, result?.edits.length], [1, 2, 0, 2]);
      for (const reviewer of ['', 'A Z', 'A--', '-->', 3]) await assert.rejects(ask(reviewer), { code: -32602 });
      await assert.rejects(ask('AZ', [1]), { code: -32602 });
    });
  });

  it('add a source by its address, and know one that is there', async () => {
    await start(BRIEF);
    const add = (written: unknown) =>
      client.connection.sendRequest<AddSourceResult | null>('brief/addSource', { textDocument: { uri: URI }, written });
    const added = await add('https://example.org/new');
    assert.ok(added?.kind === 'added');
    assert.equal(added.source.edits[0]?.newText, '\n- [4] [Title of the source](https://example.org/new)');
    assert.deepEqual(added.source.title.start, { line: 9, character: 7 });
    assert.deepEqual((await add('http://www.example.org/prices/'))?.kind, 'known');
    await assert.rejects(add(1), { code: -32602 });
  });

  it('add a source with what is known of it, and refuse fields that are no texts', async () => {
    await start(BRIEF);
    const add = (source: unknown) =>
      client.connection.sendRequest<AddSourceResult | null>('brief/addSource', {
        textDocument: { uri: URI },
        written: '10.3133/mcs2024',
        source,
      });
    const added = await add({ title: 'Ore', authors: ['Ada Sample'], doi: '10.3133/mcs2024' });
    assert.ok(added?.kind === 'added');
    assert.equal(added.source.edits[0]?.newText, '\n- [4] Ada Sample. Ore. doi:10.3133/mcs2024');
    for (const wrong of [{ title: 1 }, { authors: 'Ada' }, { authors: [1] }, { text: null }])
      await assert.rejects(add(wrong), { code: -32602 });
  });
});
