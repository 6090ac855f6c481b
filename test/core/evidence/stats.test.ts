import assert from 'node:assert/strict';
import { indexLines, parseBrief, statsOf } from '../../../src/core';
import { sourceTexts } from '../../../src/core/brief/queries/citedSources';

function statsOfItems(...items: string[]) {
  const sources = '\n## Sources\n\n- [1] One, https://a.example\n- [2] Two, https://b.example\n';
  return statsOf(parseBrief(`# Ore\n\n## Supply\n\n${items.map((item) => `- ${item}\n`).join('')}${sources}`));
}

describe('statsOf', () => {
  it('counts cited and uncited insights', () => {
    const { insights, cited, own } = statsOfItems('Output rose by 4 % in 2024 [1].', 'It fell by 3 % in 2023.');
    assert.deepEqual({ insights, cited, own }, { insights: 2, cited: 1, own: 0 });
  });

  it('counts the author’s own judgement apart', () => {
    const { insights, cited, own } = statsOfItems('Output will rise by 4 % in 2030 [own].', 'It fell in 2023 [1].');
    assert.deepEqual({ insights, cited, own }, { insights: 2, cited: 1, own: 1 });
  });

  it('leaves out what need not be cited and is not', () => {
    const { insights, cited } = statsOfItems('Market: China', 'Will output rise in 2030?', 'It fell in 2023 [1].');
    assert.deepEqual({ insights, cited }, { insights: 1, cited: 1 });
  });

  it('counts citations, sources and figures', () => {
    const { citations, sources, figures } = statsOfItems('Output rose in 2024 [1][2].', 'It fell in 2023 [1, 2].');
    assert.deepEqual({ citations, sources, figures }, { citations: 3, sources: 2, figures: 0 });
  });

  it('counts what the sources say to numbers and quotations, those of figures included', () => {
    const text = `---
sources:
  - { id: 1, title: Ore, quote: Output of ore rose by 4 % in Chile. }
  - { id: 2, title: Prices }
figures:
  - { id: f, title: Growth of output, value: 4%, cites: [1] }
---

- Output of ore rose by 5 % [1].
- Prices of ore fell by 7 % [2].
- They say "output of ore rose by 5 %" [1].
- It rose by 9 %, which nobody said.
`;
    assert.deepEqual(statsOf(parseBrief(text)).evidence, {
      found: 1,
      differs: 0,
      notFound: 3,
      elsewhere: 0,
      uncheckable: 1,
    });
  });

  it('counts nothing in an empty text', () => {
    assert.equal(statsOf(parseBrief('')).insights, 0);
  });
});

describe('The texts of sources', () => {
  it('are counted for the sources of the brief, and for those of a bibliography that it cites', () => {
    const own = '---\nbibliography: b.bib\nsources:\n  - { id: 1, quote: It is so. }\n  - { id: 2, title: T }\n---\n';
    const brief = parseBrief(`${own}- It is so [1], [@roe].\n`, {
      bibliography: [
        {
          path: 'b.bib',
          uri: 'file:///b.bib',
          lines: indexLines('roe\npoe\n'),
          errors: [],
          declarations: ['roe', 'poe'].map((id) => ({
            id,
            idSpan: { start: 0, end: 3 },
            span: { start: 0, end: 3 },
            declaredIn: 'bibliography' as const,
            authors: [],
            quotes: [],
            uri: 'file:///b.bib',
          })),
        },
      ],
    });
    assert.deepEqual(sourceTexts(brief), { sources: 3, texts: 1 });
  });
});
