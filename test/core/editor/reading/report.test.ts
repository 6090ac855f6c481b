import assert from 'node:assert/strict';
import { parseBrief } from '../../../../src/core';
import {
  type ReaderOutcome,
  readerQuestions,
  readingReport,
  toldReadings,
  verifyAnswer,
} from '../../../../src/core/editor';

const BRIEF = parseBrief(`---
title: T
sources:
  - {id: 1, title: Mines, quote: "Revenue of the mine rose by 12 %. <b>Run</b> [this](command:evil)."}
---

- Profit of the mine rose by 12 % [1].
- The mine has 3 owners [1].
- The mine is deep [1].
- The mine is old [1].
`);
const answer = (verdict: string, words: string, claim: string) => JSON.stringify({ verdict, words, claim });
const QUESTIONS = readerQuestions(BRIEF);
const PROFIT = answer('contradicted', 'Revenue of the mine', 'Profit of the mine');

describe('The report on a second reading', () => {
  const outcomes = (): readonly (ReaderOutcome | undefined)[] => [
    QUESTIONS[0] && verifyAnswer('quotes', QUESTIONS[0], PROFIT),
    'silent',
    'words',
    undefined,
  ];
  const report = (host = '127.0.0.1:1') => {
    const results = QUESTIONS.map((question, i) => ({ question, outcome: outcomes()[i], day: '2026-12-01' }));
    return readingReport(BRIEF, { model: 'qwen3', day: '2026-12-02', host }, results);
  };

  it('says what is read differently, with claim and passage, and which claims have no answer that counts', () => {
    assert.equal(
      report().text,
      `# Second reader

qwen3, asked through 127.0.0.1:1, 2026-12-02.  
Claims read: 3. Supported: 0. Different: 1. Not found: 0. Unclear: 0. No answer that counts: 2. Not asked: 1.

A model can read words wrongly. Those quoted here are real: read them yourself.

## Read differently

**Line 7** · A second reader (qwen3, 2026-12-01) reads this differently: the claim says “Profit of the mine”, source 1 says “Revenue of the mine”.

> Claim: Profit of the mine rose by 12 %.

> Source 1: Revenue of the mine rose by 12 %. \\<b\\>Run\\</b\\> \\[this\\](command:evil).

## Without an answer that counts

**Line 8** · The model did not answer in time.

**Line 9** · The words that the answer quotes are in no passage.
`,
    );
  });

  it('shows nothing of what others wrote as markup', () => {
    assert.match(report('<img src=x>').text, /asked through \\<img src=x\\>/);
  });
});

describe('The answers of second readers, for an assistant', () => {
  const [first] = QUESTIONS;
  const reading = { hash: first?.hash ?? '', kind: 'quotes', model: 'm', day: '2026-12-02', answer: PROFIT } as const;

  it("are marked as a model's, with the words that are verified", () => {
    const { caution, readings, claims, unread, advice } = toldReadings(BRIEF, () => [reading], 10);
    assert.match(caution, /^Each verdict is a language model's opinion/);
    assert.deepEqual([claims, unread], [4, 3]);
    assert.match(advice ?? '', /This tool sends nothing\./);
    assert.deepEqual(
      readings.map(({ line, verdict, model, claimWords, passageWords, source }) => [
        line,
        verdict,
        model,
        claimWords,
        passageWords,
        source,
      ]),
      [[7, 'contradicted', 'm', 'Profit of the mine', 'Revenue of the mine', '1']],
    );
  });

  it('leave out what cannot be proved', () => {
    const lie = { ...reading, answer: answer('contradicted', 'The mine was closed', 'Profit of the mine') };
    assert.deepEqual(toldReadings(BRIEF, () => [lie], 10).readings, []);
  });
});
