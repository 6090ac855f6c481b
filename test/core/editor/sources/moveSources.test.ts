import assert from 'node:assert/strict';
import { applyEdits, parseBrief } from '../../../../src/core';
import { moveSources, type SourcePlace } from '../../../../src/core/editor/sources/moveSources';

function move(text: string, place: SourcePlace): string | null {
  const edits = moveSources(parseBrief(text), place);
  return edits && applyEdits(text, edits);
}

function expectMoved(before: string, place: SourcePlace, after: string): void {
  assert.equal(move(before, place), after);
  assert.equal(move(before.replaceAll('\n', '\r\n'), place), after.replaceAll('\n', '\r\n'));
}

const BODY = '# T\n\nIt is 5% [1], and 6% [@usgs].\n';

describe('moving sources to a section', () => {
  it('writes all that is known of them, and takes the front matter away where nothing is left of it', () => {
    expectMoved(
      `---
sources:
  # a comment
  - id: 1
    title: Prices
    authors: [Ada Sample, Bo]
    publisher: Sample Notes
    published: 2024-01-02
    accessed: 2024-02-03
    url: https://a.example/x
  - id: usgs
    title: "Ore: a primer"
    doi: 10.3133/mcs2024
---

${BODY}`,
      'section',
      `${BODY}
## Sources

<!-- a comment -->
- [1] Ada Sample, Bo. Prices. Sample Notes, 2024-01-02 (accessed 2024-02-03). https://a.example/x
- [@usgs] Ore: a primer. doi:10.3133/mcs2024.
`,
    );
  });

  it('leaves those behind of which something would be lost', () => {
    const kept = '  - id: usgs\n    title: B\n    quote: It is 6%.\n';
    const head = (entries: string) => `---\ntags: [x]\nsources:\n${entries}---\n\n`;
    expectMoved(
      `${head(`  - id: 1\n    title: A\n${kept}`)}${BODY}`,
      'section',
      `${head(kept)}${BODY}\n## Sources\n\n- [1] A.\n`,
    );
    for (const field of ['text: a.txt', 'type: report', 'language: de', 'titel: X', 'title: B # note'])
      assert.equal(move(`${head(`  - id: 1\n    ${field}\n`)}${BODY}`, 'section'), null, field);
  });
});

describe('moving sources to the front matter', () => {
  it('takes the heading along where nothing is left below it', () => {
    expectMoved(
      `${BODY}
## Sources

<!-- a comment -->
- [1] Prices: a report. Sample Notes, 2024. https://a.example/x
- [@usgs] [Deals](https://b.example), doi:10.3133/mcs2024

## Next

Text.
`,
      'front matter',
      `---
sources:
  # a comment
  - id: 1
    title: "Prices: a report. Sample Notes, 2024"
    url: https://a.example/x
  - id: usgs
    title: Deals
    url: https://b.example
    doi: 10.3133/mcs2024
---

${BODY}
## Next

Text.
`,
    );
  });

  it('adds to the list that is there, and leaves what says more than a title', () => {
    expectMoved(
      `---\nsources:\n- id: 1\n  title: A\ntitle: X\n---\n\n${BODY}\n## Sources\n\n- [2] B\n- [@usgs] C\n  - with more\n`,
      'front matter',
      `---\nsources:\n- id: 1\n  title: A\n- id: 2\n  title: B\ntitle: X\n---\n\n${BODY}\n## Sources\n\n- [@usgs] C\n  - with more\n`,
    );
  });

  it('moves an ordered list as a whole or not at all', () => {
    const list = (second: string) => `${BODY}\n## Sources\n\n1. A\n2. B${second}\n`;
    assert.match(
      move(list(''), 'front matter') ?? '',
      /^---\nsources:\n {2}- id: 1\n {4}title: A\n {2}- id: 2\n {4}title: B\n---\n/,
    );
    assert.equal(move(list('\n   - more'), 'front matter'), null);
  });
});
