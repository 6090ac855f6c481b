import assert from 'node:assert/strict';
import { applyEdits, indexLines } from '../../src/core';
import type { ToolAnswer } from '../../src/server/protocol';
import { startServer, type TestClient, URI } from './client';

const BRIEF = `---
sources:
  - id: 1
    title: Deals of the year
    quote: The agreement over magnets is worth $500 million.
---

- The agreement over magnets 😀 is worth 5亿 dollars. It was signed in July.
- Two plants opened in 2024.
`;

describe('The tools for language models', () => {
  let client: TestClient;
  const send = (method: string, params: object) => client.connection.sendRequest<ToolAnswer | null>(method, params);
  const ask = async (method: string, params: object = {}) => {
    const answer = await send(method, { textDocument: { uri: URI }, ...params });
    assert.ok(answer && 'text' in answer, JSON.stringify(answer));
    return { ...answer, report: JSON.parse(answer.text) };
  };
  before(async () => {
    client = await startServer();
    await client.open(BRIEF);
  });
  after(() => client.stop());

  it('check a document, and leave out what is less grave than asked for', async () => {
    const { version, report, edits } = await ask('brief/toolCheck');
    assert.deepEqual([version, edits], [1, []]);
    const rules = report.problems.map(({ rule, line }: { rule: string; line: number }) => [rule, line]);
    assert.deepEqual(rules.slice(-2), [
      ['citation/missing', 8],
      ['citation/missing', 9],
    ]);
    assert.deepEqual((await ask('brief/toolCheck', { least: 'error' })).report.problems, []);
  });

  it('find the evidence for a claim', async () => {
    const { report } = await ask('brief/toolEvidence', { claim: 'The agreement over magnets is worth $500 million' });
    assert.equal(report.passages[0].source, '1');
    assert.equal(report.numbers[0].verdict, 'found');
  });

  it('give the edit of a citation, for the version that they saw', async () => {
    const { version, edits, report } = await ask('brief/toolCite', { line: 8, insight: 'The agreement over magnets' });
    assert.equal(version, 1);
    assert.equal(report.citation, '[1]');
    const lines = indexLines(BRIEF);
    const spans = edits.map(({ range, newText }) => ({
      span: { start: lines.offsetAt(range.start), end: lines.offsetAt(range.end) },
      newText,
    }));
    assert.equal(applyEdits(BRIEF, spans), BRIEF.replace('dollars.', 'dollars [1].'));
  });

  it('say why there is no citation', async () => {
    const answer = await send('brief/toolCite', { textDocument: { uri: URI }, line: 1 });
    assert.ok(answer && 'refused' in answer);
    assert.match(answer.refused, /^Nothing takes a citation on line 1/);
  });

  it('know nothing of a document that is not open', async () => {
    for (const method of ['brief/toolCheck', 'brief/toolCite', 'brief/toolEvidence'])
      assert.equal(await send(method, { textDocument: { uri: 'file:///briefs/none.brief' }, claim: 'x' }), null);
  });

  for (const [method, params, why] of [
    ['brief/toolCheck', { least: 'loud' }, /least must be one of/],
    ['brief/toolEvidence', {}, /claim must be a text/],
    ['brief/toolEvidence', { claim: 'x'.repeat(5001) }, /claim must be a text of at most 5000/],
    ['brief/toolCite', { line: 0 }, /line must be a whole number/],
    ['brief/toolCite', { source: 4 }, /source must be a text/],
    ['brief/toolCite', { textDocument: 4 }, /textDocument\.uri must be a text/],
  ] as const) {
    it(`say what is wrong with ${method} and ${JSON.stringify(params).slice(0, 40)}`, async () => {
      await assert.rejects(async () => send(method, { textDocument: { uri: URI }, ...params }), why);
      assert.deepEqual(client.log, []);
    });
  }
});
