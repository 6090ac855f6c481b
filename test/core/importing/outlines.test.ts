import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { checkBrief, parseBrief } from '../../../src/core';
import { fixAll } from '../../../src/core/editor';
import { importText, importWithReport } from '../../../src/core/importing/importText';

const FOLDER = 'test/core/importing/outlines';

function fixed(text: string): string {
  return fixAll(parseBrief(text), (brief) => checkBrief(brief)).brief.text;
}

describe('Importing an outline', () => {
  for (const name of readdirSync(FOLDER).sort())
    it(`leaves ${name} byte for byte, and so do the safe fixes`, () => {
      const text = readFileSync(`${FOLDER}/${name}`, 'utf8');
      for (const written of [text, text.replaceAll('\n', '\r\n')]) {
        const { text: imported, report } = importWithReport(written);
        assert.equal(imported, written);
        assert.deepEqual([report.removed, report.lost], [[], []]);
        assert.equal(fixed(imported), written);
      }
    });

  const LEFT: readonly (readonly [what: string, text: string])[] = [
    ['a list that other signs than a dash open', '* Mines\n\n* Ports\n\t+ North\n\t+ South\n'],
    ['a list in which blank lines part the items', '- Mines\n\n\t- North\n\n\t- South\n\n- Ports\n'],
    ['a paragraph that ends as a sentence above a nested list', 'We saw\nthree mines.\n\n- Mines\n  - North\n'],
    ['a block of a formula between two lists', '- Mines\n\t- North\n\n$$\nm = 3\n- 4\n$$\n\n- Ports\n'],
    ['code whose lines are less indented than its item', '- Mines\n    - ```js\nconst Title = 1;\n```\n- Ports\n'],
    ['a page that is named like a key', '- Met [[@jo-doe]]\n\t- and #[[@team]]\n'],
    ['lines below an item that are no part of its sentence', '- TODO Dig\n  SCHEDULED: <2026-03-11 Wed>\n- Wait\n'],
    ['an item without words', '- Mines\n\t- \n- \n'],
  ];
  for (const [what, text] of LEFT) it(`leaves ${what}`, () => assert.equal(importText(text), text));

  it('cites the links in it, and leaves all else', () => {
    assert.equal(
      importText('- Mines\n\t- North ([survey](https://a.example/s))\n\t  tons:: 4,5\n- Ports\n'),
      '- Mines\n\t- North [1]\n\t  tons:: 4,5\n- Ports\n\n## Sources\n\n- [1] survey. https://a.example/s\n',
    );
  });

  it('reads a title and a byline above it, and leaves its lines', () => {
    const outline = '* Mines\n\t* North\n\t  $$\n\t  x = 1\n\t  $$\n\t* South\n* Ports\n';
    assert.equal(
      importText(`Ore of the year\nMetals Weekly · 2025-08-06\n\n${outline}`),
      `---\ntitle: Ore of the year\npublisher: Metals Weekly\npublished: 2025-08-06\n---\n\n${outline}`,
    );
  });

  it('keeps what belongs to an item below a line that becomes a heading', () => {
    const item =
      '- North\n\t- tons:: 4,5\n\t- $$\n\t  m = 3\n\t  $$\n\t- ```js\n\t  const a = 1;\n\t  ```\n\t- Pits [1]\n';
    assert.equal(
      importText(`Mines\n${item}- South - Pits [1]\n\nPorts\n• West [1]\n`).split('\n\n## Sources')[0],
      `## Mines\n\n${item}- South - Pits [1]\n\n## Ports\n\n- West [1]`,
    );
  });

  const TURNED: readonly (readonly [what: string, text: string, after: string])[] = [
    [
      'bullets below lines that are headings',
      'Mines\n- North [1]\n  - Pits [1]\nPorts\n- South [1]\n',
      '## Mines\n\n- North [1]\n  - Pits [1]\n\n## Ports\n\n- South [1]\n',
    ],
    [
      'items that are indented unlike each other',
      '- Mines\n   - North\n  - South\n',
      '- Mines\n  - North\n  - South\n',
    ],
    ['items too deep for their item', '- Mines\n        - North\n', '- Mines\n  - North\n'],
    [
      'numbered headings above bullets',
      '1. Mines\n- North [1]\n\t- Pits [1]\n2. Ports\n- South [1]\n',
      '## 1. Mines\n\n- North [1]\n  - Pits [1]\n\n## 2. Ports\n\n- South [1]\n',
    ],
  ];
  for (const [what, text, after] of TURNED)
    it(`turns ${what}, as it does in any pasted text`, () =>
      assert.equal(importText(text).split('\n\n## Sources')[0]?.trimEnd(), after.trimEnd()));
});
