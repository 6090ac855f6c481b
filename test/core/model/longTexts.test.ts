import assert from 'node:assert/strict';
import { checkBrief } from '../../../src/core/checks';
import { importText } from '../../../src/core/importing/importText';
import { parseBrief } from '../../../src/core/model/parseBrief';

const SPACES = ' '.repeat(100_000);

/** Texts that took half a minute each when the work grew with their square. */
const TEXTS: readonly (readonly [what: string, text: string])[] = [
  ['a run of spaces before a year', `a\n${SPACES}2024. b\n`],
  ['a run of spaces after a sentence', `It rose. ${SPACES}5 fell.\n`],
  ['a run of spaces in a source', `## Sources\n\n[1] One${SPACES}, https://one.example\n`],
  ['a run of spaces in a labelled paragraph of sources', `Sources: [1] One${SPACES}x\n`],
  ['a paragraph of many sources', `## Sources\n\n${'[1] x\n'.repeat(20_000)}`],
];

describe('A long text', () => {
  for (const [what, text] of TEXTS) {
    it(`is read in seconds: ${what}`, function () {
      this.timeout(60_000);
      const start = performance.now();
      checkBrief(parseBrief(text));
      importText(text);
      assert.ok(performance.now() - start < 8_000);
    });
  }
});
