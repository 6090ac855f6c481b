import assert from 'node:assert/strict';
import type { CodeAction, Command } from 'vscode-languageserver';
import type {
  ReaderNotesResult,
  ReaderQuestionsResult,
  ReaderReportResult,
  ToolAnswer,
} from '../../src/server/protocol';
import { startServer, type TestClient, URI } from './client';

const BRIEF = `---
title: T
sources:
  - {id: 1, title: Mines, quote: "Revenue of the mine rose by 12 %."}
---

## Money

- Profit of the mine rose by 12 % [1].
- The mine has 3 owners [1].

## Others

- The mine is deep [1].
- Nothing is said of the mine.
`;
const textDocument = { uri: URI };
const at = (line: number) => ({ start: { line, character: 3 }, end: { line, character: 3 } });

describe('A second reader', () => {
  let client: TestClient;
  const ask = <R>(method: string, params: object) =>
    client.connection.sendRequest<R>(method, { textDocument, ...params });
  const questions = (line: number, model = 'qwen3') =>
    ask<ReaderQuestionsResult>('brief/readerQuestions', { range: at(line), model });
  const readings = async (answer: string) => {
    const [first] = (await questions(0)).questions;
    return [{ hash: first?.hash, kind: 'quotes', model: 'qwen3', day: '2026-12-02', answer }];
  };
  const profit = JSON.stringify({ verdict: 'contradicted', words: 'Revenue of the mine', claim: 'Profit of the mine' });
  before(async () => {
    client = await startServer({ initializationOptions: { readAgainstSourcesCommand: 'client.read' } });
    await client.open(BRIEF);
  });
  after(() => client.stop());

  it('is asked about each cited claim, whose place is told as seen from the cursor', async () => {
    const { version, kind, prompts, questions: asked } = await questions(8);
    assert.deepEqual([version, kind, prompts], [1, 'quotes', 1]);
    assert.deepEqual(
      asked.map(({ range, scope }) => [range.start.line, scope]),
      [
        [8, 'claim'],
        [9, 'section'],
        [13, 'brief'],
      ],
    );
    const { prompt, tokens = 0 } = asked[0] ?? {};
    assert.deepEqual(JSON.parse(prompt?.user ?? ''), {
      claim: 'Profit of the mine rose by 12 %.',
      passages: ['Revenue of the mine rose by 12 %.'],
    });
    assert.ok(tokens > 100);
    assert.equal((await questions(0, 'bespoke-minicheck')).kind, 'yes-no');
  });

  it('gives notes that can be proved, with the place of the passage and the edits', async () => {
    const { notes } = await ask<ReaderNotesResult>('brief/readerNotes', { readings: await readings(profit) });
    const [note] = notes;
    assert.deepEqual([note?.code, note?.isHint, note?.range.start.line], ['reader/contradicted', false, 8]);
    assert.equal(note?.passage?.message, '[1] says: "Revenue of the mine rose by 12 %."');
    assert.equal(note?.passage?.range.start.line, 3);
    assert.deepEqual(
      note?.edits.map(({ newText }) => newText),
      ['Revenue'],
    );
    const lie = await readings(profit.replace('Revenue of', 'Losses of'));
    assert.deepEqual((await ask<ReaderNotesResult>('brief/readerNotes', { readings: lie })).notes, []);
  });

  it('is reported on, with what was asked and had no answer', async () => {
    const asked = (await questions(0)).questions.map(({ hash }) => hash);
    const { text, summary } = await ask<ReaderReportResult>('brief/readerReport', {
      ...{ model: 'qwen3', host: 'h', day: '2026-12-02', asked: asked.slice(0, 2), readings: await readings(profit) },
      failed: { [asked[1] ?? '']: 'busy' },
    });
    assert.match(summary, /^Claims read: 2\. Supported: 0\. Different: 1\..*No answer that counts: 1\.$/);
    assert.match(text, /\*\*Line 10\*\* · The model was busy each time it was asked\./);
  });

  it('is told of to an assistant, as a model', async () => {
    const answer = await ask<ToolAnswer>('brief/toolReading', { readings: await readings(profit) });
    assert.ok('text' in answer);
    const { caution, readings: told } = JSON.parse(answer.text);
    assert.match(caution, /language model's opinion/);
    assert.equal(told[0].verdict, 'contradicted');
  });

  it('is offered at a claim whose source has a text, on request only, to a client that has the command', async () => {
    const titles = async (line: number, triggerKind: 1 | 2) => {
      const actions = await client.connection.sendRequest<(CodeAction | Command)[]>('textDocument/codeAction', {
        ...{ textDocument, range: at(line), context: { diagnostics: [], triggerKind } },
      });
      return actions.filter(({ title }) => title.startsWith('Read against its sources')).map(({ command }) => command);
    };
    const [command] = await titles(8, 1);
    assert.ok(typeof command === 'object');
    assert.deepEqual([command.command, command.arguments], ['client.read', [URI]]);
    assert.deepEqual([await titles(8, 2), await titles(14, 1)], [[], []]);
  });

  it('refuses parameters that are none', async () => {
    for (const [method, params] of [
      ['brief/readerQuestions', { model: 'm' }],
      ['brief/readerQuestions', { range: at(0) }],
      ['brief/readerNotes', { readings: [{ hash: 1 }] }],
      ['brief/readerNotes', {}],
      ['brief/readerReport', { model: 'm', host: 'h', day: 'd', readings: [] }],
      ['brief/toolReading', { readings: 'all' }],
    ] as const)
      await assert.rejects(ask(method, params), /must be/, `${method} ${JSON.stringify(params)}`);
  });
});
