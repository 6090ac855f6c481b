import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import {
  type ClientCapabilities,
  type CompletionContext,
  type CompletionItem,
  type CompletionList,
  CompletionTriggerKind,
  type MarkupContent,
  type Position,
} from 'vscode-languageserver/node';
import { indexLines } from '../../src/core';
import { withCursor } from '../fixture';
import { ofVersion, startServer, type TestClient, URI } from './client';

const HEAD = `---
sources:
  - id: 1
    title: Prices of rare earths
    publisher: Sample Notes
    published: 2024-03-15
  - id: 3
    title: Deals of the year
    quote: The agreement over magnets is worth $500 million.
figures:
  - {id: share, title: Share, value: 90%}
---

`;

const ALL: ClientCapabilities = {
  textDocument: {
    completion: {
      completionItem: {
        insertReplaceSupport: true,
        labelDetailsSupport: true,
        snippetSupport: true,
        documentationFormat: ['markdown', 'plaintext'],
      },
    },
  },
};

describe('textDocument/completion', () => {
  let client: TestClient;
  const start = async (capabilities: ClientCapabilities = {}, initializationOptions?: unknown) => {
    client = await startServer({ capabilities, initializationOptions });
  };
  afterEach(() => client.stop());

  const ask = (position: Position, uri = URI, context?: CompletionContext) =>
    client.connection.sendRequest<CompletionList | null>('textDocument/completion', {
      textDocument: { uri },
      position,
      ...(context ? { context } : {}),
    });
  /** Opens a text, and completes at its `|`. */
  const at = async (marked: string, uri = URI, context?: CompletionContext) => {
    const { text, cursor } = withCursor(marked);
    await client.open(text, uri);
    const position = indexLines(text).positionAt(cursor);
    const list = await ask(position, uri, context);
    assert.ok(list);
    return { list, position, items: list.items };
  };
  const labels = (items: readonly CompletionItem[]) => items.map(({ label }) => label);

  it('is announced with the characters that start it', async () => {
    await start();
    const provider = client.initialized.capabilities.completionProvider;
    assert.equal(provider?.resolveProvider, true);
    for (const character of '[@{:') assert.ok(provider.triggerCharacters?.includes(character), character);
    assert.equal(provider.allCommitCharacters, undefined);
  });

  it('gives the sources in order, with what a client can show', async () => {
    await start(ALL);
    const { list, position } = await at(`${HEAD}- The agreement over magnets is worth $500 million [|].`);
    assert.equal(list.isIncomplete, false);
    assert.deepEqual(labels(list.items), ['[3]', '[1]', '[own]', '[?]']);
    const [, prices] = list.items;
    const { line, character } = position;
    assert.deepEqual(prices, {
      label: '[1]',
      kind: 18,
      sortText: '0001',
      filterText: '1 Prices of rare earths 2024 Sample Notes',
      textEdit: {
        newText: '1]',
        insert: { start: position, end: { line, character: character + 1 } },
        replace: { start: position, end: { line, character: character + 1 } },
      },
      labelDetails: { detail: '  Prices of rare earths', description: '2024 · Sample Notes' },
      data: {
        uri: URI,
        source: '1',
        offset: HEAD.length + '- The agreement over magnets is worth $500 million ['.length,
      },
    });
  });

  it('is for the text that the client saw when it asked, whatever is typed before the answer', async () => {
    await start(ALL);
    const { text, cursor } = withCursor(`${HEAD}- It fell [r|].`);
    await client.open(text);
    const position = indexLines(text).positionAt(cursor);
    await ask(position);
    const asked = ask(position);
    await client.change(2, 'are', { start: position, end: position });
    const edit = (await asked)?.items.find(({ label }) => label === '[1]')?.textEdit;
    const from = { ...position, character: position.character - 1 };
    const end = { ...position, character: position.character + 1 };
    assert.deepEqual(edit, { newText: '1]', insert: { start: from, end }, replace: { start: from, end } });
  });

  it('runs the command of the client that adds a source, and offers none to a client without', async () => {
    await start(ALL, { addSourceCommand: 'client.addSource' });
    const { items } = await at(`${HEAD}- It fell [|].`);
    assert.deepEqual(items.at(-1)?.command, { title: 'New source…', command: 'client.addSource' });
    assert.equal(items.at(-1)?.label, 'New source…');
    assert.ok(items.slice(0, -1).every(({ command }) => command === undefined));
  });

  it('tells what the source says once it is looked at, in the format that the client shows', async () => {
    await start(ALL);
    const { items } = await at(`${HEAD}- The agreement over magnets is worth $500 million [|].`);
    const resolved = await client.connection.sendRequest<CompletionItem>('completionItem/resolve', items[0]);
    const { kind, value } = resolved.documentation as MarkupContent;
    assert.equal(kind, 'markdown');
    assert.match(value, /^\*\*\\\[3\\\] Deals of the year\*\*/);
    assert.match(value, /> The agreement over magnets is worth \\\$500 million\./);
    await client.stop();
    await start();
    const plain = await at(`${HEAD}- The agreement over magnets is worth $500 million [|].`);
    const said = await client.connection.sendRequest<CompletionItem>('completionItem/resolve', plain.items[0]);
    assert.deepEqual((said.documentation as MarkupContent).kind, 'plaintext');
    assert.match((said.documentation as MarkupContent).value, /^\[3\] Deals of the year\n/);
  });

  it('resolves what it knows nothing more about to itself', async () => {
    await start();
    await client.open(HEAD);
    for (const data of [
      undefined,
      null,
      5,
      { uri: URI },
      { uri: URI, source: 3, offset: 'x' },
      { uri: 'file:///no' },
    ]) {
      const item = { label: 'x', ...(data === undefined ? {} : { data }) };
      assert.deepEqual(await client.connection.sendRequest('completionItem/resolve', item), item);
    }
    assert.deepEqual(client.log, []);
  });

  it('says all beside the label to a client that has one place for it', async () => {
    await start();
    const { items } = await at(`${HEAD}- Prices of rare earths fell [|].`);
    assert.equal(items[0]?.detail, 'Prices of rare earths · 2024 · Sample Notes');
  });

  it('gives a client of LSP 3.16 one range, no snippet, no label details and no command', async () => {
    await start();
    const { items } = await at('---\ntitle: A\n|\n---\n');
    for (const item of items) {
      assert.ok(item.textEdit && 'range' in item.textEdit);
      assert.equal(item.insertTextFormat, undefined);
      assert.equal(item.labelDetails, undefined);
      assert.equal(item.command, undefined);
    }
  });

  it('gives a client that says how the command that goes on', async () => {
    await start(ALL, { suggestCommand: 'editor.suggest' });
    const { items } = await at('---\ntitle: A\nlan|\n---\n');
    const language = items.find(({ label }) => label === 'language');
    assert.deepEqual(language?.command, { title: 'Suggest', command: 'editor.suggest' });
    assert.equal(items.find(({ label }) => label === 'publisher')?.command, undefined);
  });

  it('gives snippets where the client takes them', async () => {
    await start(ALL);
    const { items } = await at('- It is 5. <!-- brief|');
    const form = items.find(({ label }) => label === 'brief-disable-line');
    assert.equal(form?.insertTextFormat, 2);
    assert.equal(form?.textEdit?.newText, 'brief-disable-line $0 -->');
  });

  it('comes up by itself where it does not annoy', async () => {
    await start();
    const typed = (triggerCharacter: string): CompletionContext => ({
      triggerKind: CompletionTriggerKind.TriggerCharacter,
      triggerCharacter,
    });
    assert.deepEqual((await at(`${HEAD}- [|]`, URI, typed('['))).items, []);
    const other = 'file:///briefs/other.brief';
    assert.ok((await at(`${HEAD}- It is so [|]`, other, typed('['))).items.length > 0);
  });

  it('is about the text after a change', async () => {
    await start();
    const text = `${HEAD}- It is so.`;
    await client.open(text);
    await client.change(2, `${HEAD}- It is so {{`);
    await client.diagnostics(ofVersion(2)).catch(() => []);
    const line = HEAD.split('\n').length - 1;
    const list = await ask({ line, character: '- It is so {{'.length });
    assert.deepEqual(labels(list?.items ?? []), ['share']);
  });

  it('counts in bytes where that was agreed on', async () => {
    await start({ general: { positionEncodings: ['utf-8'] } });
    await client.open(`${HEAD}- 镍价😀下跌 [].`);
    const line = HEAD.split('\n').length - 1;
    const character = Buffer.byteLength('- 镍价😀下跌 [');
    const list = await ask({ line, character });
    const edit = list?.items[0]?.textEdit;
    assert.ok(edit && 'range' in edit);
    assert.deepEqual(edit.range, { start: { line, character }, end: { line, character: character + 1 } });
  });

  it('is null for a document that is not open', async () => {
    await start();
    assert.equal(await ask({ line: 0, character: 0 }), null);
  });

  describe('of files beside the brief', () => {
    let folder: string;
    beforeEach(() => {
      folder = mkdtempSync(join(tmpdir(), 'research-briefs-completion-'));
      mkdirSync(join(folder, 'data'));
      writeFileSync(join(folder, 'refs.bib'), '');
      writeFileSync(join(folder, 'secret.key'), '');
      writeFileSync(join(folder, 'data/prices.csv'), 'year,price\n2023,5\n');
    });
    afterEach(() => rmSync(folder, { recursive: true, force: true }));

    it('names those that the key takes, and folders', async () => {
      await start();
      const uri = pathToFileURL(join(folder, 'a.brief')).href;
      assert.deepEqual(labels((await at('---\nbibliography: |\n---\n', uri)).items), ['refs.bib', 'data/']);
      const other = pathToFileURL(join(folder, 'b.brief')).href;
      const data = '---\nfigures:\n  - id: a\n    data: data/|\n---\n';
      assert.deepEqual(labels((await at(data, other)).items), ['data/prices.csv']);
    });

    it('names the columns of data', async () => {
      await start();
      const uri = pathToFileURL(join(folder, 'a.brief')).href;
      const figure = '---\nfigures:\n  - id: a\n    data: data/prices.csv\n    chart: line\n    x: |\n---\n';
      assert.deepEqual(labels((await at(figure, uri)).items), ['year', 'price']);
    });

    it('names none for a brief that has no folder', async () => {
      await start();
      assert.deepEqual((await at('---\nbibliography: |\n---\n', 'untitled:Untitled-1')).items, []);
      assert.deepEqual(
        (await at('---\nbibliography: ../|\n---\n', pathToFileURL(join(folder, 'a.brief')).href)).items,
        [],
      );
    });
  });
});
