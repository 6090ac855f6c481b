import assert from 'node:assert/strict';
import { parseBrief } from '../../../src/core/brief/parseBrief';
import { importText } from '../../../src/core/importing/importText';
import { renderBrief } from '../../../src/core/page/renderBrief';
import { checkBrief } from '../../../src/core/rules';

const SPACES = ' '.repeat(90_000);

/** Texts that took half a minute each, and so ran into the timeout, when the work grew with their square. */
const TEXTS: readonly (readonly [what: string, text: string])[] = [
  ['a run of spaces before a year', `a\n${SPACES}2024. b\n`],
  ['a run of spaces after a sentence', `It rose. ${SPACES}5 fell.\n`],
  ['a run of spaces in a source', `## Sources\n\n[1] One${SPACES}, https://one.example\n`],
  ['a run of spaces in a labelled paragraph of sources', `Sources: [1] One${SPACES}x\n`],
  ['a run of dashes in a source', `## Sources\n\n[1] One${'-'.repeat(90_000)}x\n`],
  ['comments without an end in a source', `## Sources\n\n[1] One${'<!--'.repeat(20_000)}\n`],
  ['a run of marks in a heading', `# One${'.'.repeat(90_000)}x\n`],
  ['marks in a quotation', `He said “One two three${' .'.repeat(45_000)} x” [1].\n`],
  ['many sources of one claim', `It rose by 5% ${'[1]'.repeat(1000)}.\n`],
  ['many ranges of sources', `It rose by 5% ${'[1]–[9]'.repeat(1000)}.\n`],
  ['images in images', `${'![[]()'.repeat(15_000)}\n`],
  ['emphasis in emphasis', `${'*a **a '.repeat(6_500)}b${' a** a*'.repeat(6_500)}\n`],
  ['blank lines in a folded text', `---\nsummary: >\n${'\n'.repeat(100_000)}  a\n---\n\nIt rose.\n`],
  ['keys of keys in brackets', `---\ntags: [${'a: '.repeat(100_000)}]\n---\n\nIt rose.\n`],
  ['keys of keys in brackets, a line each', `---\ntags: [\n${'  a:\n'.repeat(100_000)}  ]\n---\n\nIt rose.\n`],
  ['items within a paragraph', `a\n${'2. b\n'.repeat(19_000)}`],
  ['quotations with emphasis', `${'> *a*\n'.repeat(16_000)}`],
  ['one emphasis over many lines of a quotation', `> *a\n${'> b\n'.repeat(24_000)}> c*\n`],
  ['a line of spaces after one with a bar', `a|b\n${SPACES}x\n`],
  ['a title of a definition that has no end', `[a]: b "\n${'c\n'.repeat(50_000)}`],
  ['definitions of links', Array.from({ length: 10_000 }, (_, n) => `[a${n}]: b\n`).join('')],
  ['a paragraph of many sources', `## Sources\n\n${'[1] x\n'.repeat(16_000)}`],
];

describe('A long text', () => {
  for (const [what, text] of TEXTS) {
    it(`is read to its end: ${what}`, () => {
      const brief = parseBrief(text);
      assert.notEqual(renderBrief(brief), '');
      for (const { span, rule } of checkBrief(brief)) assert.ok(span.start < span.end && span.end <= text.length, rule);
      assert.notEqual(importText(text).trim(), '');
    });
  }
});
