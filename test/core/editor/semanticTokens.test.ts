import assert from 'node:assert/strict';
import { parseBrief, parseChanged, semanticTokens } from '../../../src/core';
import { fixture } from '../../fixture';

const SOURCES = '\n## Sources\n\n- [1] A. <https://a.example>\n';

/** Asserts that the tokens of an annotated text are those that are underlined: type, and modifier if it has one. */
function assertTokens(annotated: string): void {
  const { text, expected } = fixture(annotated);
  const tokens = semanticTokens(parseBrief(text + SOURCES)).filter(({ span }) => span.end <= text.length);
  assert.deepEqual(
    tokens.map(({ span, type, modifier }) => ({ ...span, label: modifier === null ? type : `${type} ${modifier}` })),
    expected,
  );
}

describe('semantic tokens', () => {
  it('tell citations with a source from those without', () => {
    assertTokens(`
- It grew by 4% [1].
                ^^^ citation
- It fell by 4% [9].
                ^^^ citation unknown
- It is at 4% [1, 9].
               ^ citation
                  ^ citation unknown`);
  });

  it('are the keys, and not their prefixes and locators', () => {
    assertTokens(`
It grew [see @usgs, p. 3; @doe].
              ^^^^ citation unknown
                           ^^^ citation unknown`);
  });

  it('tell what is marked as own, and as not cited yet', () => {
    assertTokens(`
- It will grow [own].
               ^^^^^ mark own
- It grew by 4% [?].
                ^^^ mark uncited`);
  });

  it('tell figures that are there from those that are not', () => {
    assertTokens(`---
figures:
  - id: share
        ^^^^^ figure declaration
    value: 4%
    cites: [1, 9]
            ^ citation
               ^ citation unknown
---

It is {{share}}, see @fig:none.
        ^^^^^ figure
                          ^^^^ figure unknown`);
  });

  it('mark ids where they are declared', () => {
    assertTokens(`---
sources:
  - id: usgs-2024
        ^^^^^^^^^ source declaration
  - id: usgs
        ^^^^ source declaration
    title: "A
---

中国占90%[@usgs-2024]。
        ^^^^^^^^^ citation`);
  });

  it('are none in code, math and escaped brackets', () => {
    assertTokens('Write `[9]`, $x[1]$ or \\[9].\n\n```\n[1]\n```');
  });

  it('lie side by side in order', () => {
    const text = `[1][9][5-7] [1](https://a.example) [[1]](https://a.example) [x][1] ¹ [^1]\n\n[^1]: [1]: {{x}} [90%]{{x}}\n`;
    let free = 0;
    for (const { span } of semanticTokens(parseBrief(text + SOURCES))) {
      assert.ok(free <= span.start && span.start < span.end);
      free = span.end;
    }
  });

  for (const [what, edit] of [
    ['a source comes', { before: '- [1] A', newText: '- [9] B. <https://b.example>\n' }],
    ['a source goes', { before: '- [1] A', newText: 'No source. ' }],
    ['a figure comes', { before: 'Output', newText: '```figure\nid: share\nvalue: 4%\n```\n\n' }],
    ['all moves', { before: '- It grew', newText: '# Ore\n\n' }],
  ] as const)
    it(`are those of the text as it is when ${what}`, () => {
      const text = `- It grew by 4% [1], and fell by 3% [9] [own].\n\nOutput: {{share}}, see @fig:share [?].\n${SOURCES}`;
      const brief = parseBrief(text);
      semanticTokens(brief);
      const after = text.replace(edit.before, (before) => edit.newText + before);
      assert.deepEqual(semanticTokens(parseChanged(brief, after)), semanticTokens(parseBrief(after)));
    });
});
