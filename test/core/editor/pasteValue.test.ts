import assert from 'node:assert/strict';
import { applyEdits, parseBrief } from '../../../src/core';
import { pasteValue } from '../../../src/core/editor';
import { unmarked } from './writing/marked';

const LINES = 'Fees rise: by 4 %.\r\n\r\n  The north quay stays closed.\n';
const VALUE = '"Fees rise: by 4 %. The north quay stays closed."';

/** The text after a paste; null if nothing but the plain text is offered. */
function pasted(marked: string, lines = LINES): string | null {
  const { page, selections } = unmarked(marked);
  const [selection = { start: 0, end: 0 }] = selections;
  const choice = pasteValue(parseBrief(page.text), selection, lines);
  return choice && applyEdits(page.text, choice.edits);
}

describe('Several lines that are pasted behind a key', () => {
  const PASTED: readonly (readonly [where: string, before: string, after: string])[] = [
    [
      'of the front matter',
      '---\ntitle: Ports\nsummary: ‸\n---\n\nText.\n',
      `---\ntitle: Ports\nsummary: ${VALUE}\n---\n\nText.\n`,
    ],
    ['of another program', '---\ndescription: ‸\n---\n', `---\ndescription: ${VALUE}\n---\n`],
    ['without a space behind it', '---\nsummary:‸\ntitle: P\n---\n', `---\nsummary: ${VALUE}\ntitle: P\n---\n`],
    [
      'of a source',
      '---\nsources:\n  - id: 1\n    quote: ‸\n---\n',
      `---\nsources:\n  - id: 1\n    quote: ${VALUE}\n---\n`,
    ],
    ['over its value', '---\nsummary: «old words»\n---\n', `---\nsummary: ${VALUE}\n---\n`],
    ['in lines of Windows', '---\r\nsummary: ‸\r\n---\r\n', `---\r\nsummary: ${VALUE}\r\n---\r\n`],
  ];
  for (const [where, before, after] of PASTED)
    it(`are one value ${where}`, () => {
      assert.equal(pasted(before), after);
      assert.deepEqual(parseBrief(after).frontMatter?.errors, []);
    });

  it('have no quotation marks where YAML needs none', () =>
    assert.equal(
      pasted('---\nsummary: ‸\n---\n', 'Fees rise.\nA quay closes.'),
      '---\nsummary: Fees rise. A quay closes.\n---\n',
    ));

  it('are one value even if they look like the end of the front matter, or like a key', () => {
    assert.equal(pasted('---\nsummary: ‸\n---\n', 'Fees\n---\nQuays'), '---\nsummary: Fees --- Quays\n---\n');
    assert.equal(pasted('---\nsummary: ‸\n---\n', 'Fees\n\nSource: Desk'), '---\nsummary: "Fees Source: Desk"\n---\n');
  });

  const PLAIN: readonly (readonly [what: string, before: string, lines?: string])[] = [
    ['a single line', '---\nsummary: ‸\n---\n', 'Fees rise: by 4 %.\n'],
    ['a block of text', '---\nsummary: ‸\n---\n', '|\n  Fees rise.\n  A quay closes.\n'],
    ['further keys', '---\ntitle: ‸\n---\n', 'Ports\nsummary: Fees rise.'],
    ['keys of another program', '---\ntitle: ‸\n---\n', 'Ports\nformat: html\ntoc: true'],
    ['lines that go on as YAML does', '---\nsummary: ‸\n---\n', 'Fees rise.\n  A quay closes.'],
    ['a text behind a key that takes a list', '---\ntags: ‸\n---\n'],
    ['a text behind a key of a list', '---\nsources: ‸\n---\n'],
    ['a text behind words', '---\nsummary: Now ‸\n---\n'],
    ['a text before words', '---\nsummary: ‸ now\n---\n'],
    ['a text in quotation marks', '---\nsummary: "‸"\n---\n'],
    ['a text in a block of text', '---\nsummary: |\n  note: ‸\n---\n'],
    ['a text in the body', '---\ntitle: P\n---\n\nNote: ‸\n'],
    ['a text where there is no front matter', 'summary: ‸\n'],
  ];
  for (const [what, before, lines] of PLAIN)
    it(`stay as they are: ${what}`, () => assert.equal(pasted(before, lines), null));
});
