import assert from 'node:assert/strict';
import { checkBrief } from '../../../src/core/checks';
import { importText } from '../../../src/core/importing/importText';
import { parseBrief } from '../../../src/core/model/parseBrief';

const SPACES = ' '.repeat(100_000);

/** Texts that took half a minute each, and so ran into the timeout, when the work grew with their square. */
const TEXTS: readonly (readonly [what: string, text: string])[] = [
  ['a run of spaces before a year', `a\n${SPACES}2024. b\n`],
  ['a run of spaces after a sentence', `It rose. ${SPACES}5 fell.\n`],
  ['a run of spaces in a source', `## Sources\n\n[1] One${SPACES}, https://one.example\n`],
  ['a run of spaces in a labelled paragraph of sources', `Sources: [1] One${SPACES}x\n`],
  ['a paragraph of many sources', `## Sources\n\n${'[1] x\n'.repeat(20_000)}`],
];

describe('A long text', () => {
  for (const [what, text] of TEXTS) {
    it(`is read to its end: ${what}`, () => {
      for (const { span, rule } of checkBrief(parseBrief(text)))
        assert.ok(span.start < span.end && span.end <= text.length, rule);
      assert.notEqual(importText(text).trim(), '');
    });
  }
});
