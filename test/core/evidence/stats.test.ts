import assert from 'node:assert/strict';
import { indexLines, parseBrief, statsOf } from '../../../src/core';
import { workspaceOf } from '../../../src/core/brief/config/config';
import { sourceTexts } from '../../../src/core/brief/queries/citedSources';
import { uncitedOf } from '../../../src/core/evidence/stats';
import { configFile } from '../brief/config/configFile';

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

  const counted = (text: string) => {
    const brief = parseBrief(text);
    const { insights, cited } = statsOf(brief);
    return { insights, cited, left: uncitedOf(brief).map(({ start }) => brief.content.slice(start, start + 8)) };
  };

  it('counts no insight as cited whose citations nothing declares', () => {
    assert.deepEqual(counted('# Ore\n\n- Output rose by 4 % in 2024 [99].\n- It fell by 3 % in 2023 [99].\n'), {
      insights: 2,
      cited: 0,
      left: ['Output r', 'It fell '],
    });
  });

  it('counts no insight as cited whose sources have nothing but an id', () => {
    const stubs = '---\nsources:\n  - id: 5\n    title:\n---\n\n';
    const listed = '\n## Sources\n\n- [6]\n- [7] Ore Yearbook, https://ore.example\n';
    const items = '- Output rose by 4 % in 2024 [5].\n- It fell by 3 % in 2023 [6].\n- It fell by 2 % in 2022 [7].\n';
    assert.deepEqual(counted(`${stubs}${items}${listed}`), { insights: 3, cited: 1, left: ['Output r', 'It fell '] });
  });

  it('counts an insight as cited if one of its citations leads to a source', () => {
    const { insights, cited } = statsOfItems('Output rose by 4 % in 2024 [1][99].', 'It fell by 3 % in 2023 [98][99].');
    assert.deepEqual({ insights, cited }, { insights: 2, cited: 1 });
  });

  it('counts links, sources in words, identifiers and footnotes that hold a source as cited', () => {
    const items = [
      'Output rose by 4 % in 2024 ([USGS](https://usgs.example/ore)).',
      'Output rose by 3 % in 2023 (Source: Reuters).',
      'Output rose by 2 % in 2022 [@doi:10.1000/182].',
      'Output rose by 1 % in 2021.[^1]',
    ];
    const text = `${items.map((item) => `- ${item}\n`).join('')}\n[^1]: Roe, Ore in 2021, https://roe.example\n`;
    assert.deepEqual(counted(text), { insights: 4, cited: 4, left: [] });
  });

  it('counts an entry whose YAML is broken as a source, since its error is reported', () => {
    const text = '---\nsources:\n  - id: 5\n    title: "Ore\n---\n\n- Output rose by 4 % in 2024 [5].\n';
    const { insights, cited } = counted(text);
    assert.deepEqual({ insights, cited }, { insights: 1, cited: 1 });
  });

  it('doubts no key that an unread bibliography may declare', () => {
    const { insights, cited } = counted('---\nbibliography: a.bib\n---\n\n- Output rose by 4 % in 2024 [@roe].\n');
    assert.deepEqual({ insights, cited }, { insights: 1, cited: 1 });
  });

  it('counts the items below a lead-in as cited only if the lead-in leads to a source', () => {
    const list = (id: number) => `Output changed as follows [${id}]:\n\n- It rose by 4 % in 2024.\n\n`;
    const { insights, cited } = counted(`${list(1)}${list(99)}## Sources\n\n- [1] One, https://a.example\n`);
    assert.deepEqual({ insights, cited }, { insights: 4, cited: 2 });
  });

  it('counts bullets without a full stop', () => {
    const items = '- Exports to Japan recovered\n- Rare earths and magnets\n- Output rose by 4 % [1]\n';
    const sources = '---\nsources:\n  - { id: 1, title: Ore, url: https://ore.example }\n---\n\n';
    assert.deepEqual(counted(`${sources}${items}`), { insights: 2, cited: 1, left: ['Exports '] });
    const listed = '\n## Sources\n\n- [1] Ore, https://ore.example\n';
    assert.deepEqual(counted(`${items}${listed}`), { insights: 2, cited: 1, left: ['Exports '] });
  });

  const report = (start = '') => {
    const rivers = ['Marr', 'Ilse', 'Taun', 'Oder', 'Wupp', 'Nied', 'Lahn', 'Sieg', 'Ruhr', 'Eder'];
    const items = rivers.map((name, i) => `- The ${name} lost ${12 + i}% of its water in 2023 [1].`);
    const others = rivers.map((name, i) => `The ${name} has had a gauge since ${1950 + i}.\n`);
    return `${start}# Rivers\n\n## Water\n\n${items.join('\n')}\n\n## Gauges\n\n${others.join('\n')}\n## Sources\n\n1. Rivers, https://a.example\n`;
  };

  it('counts what states something and cites nothing, though its author seldom cites such an insight', () => {
    const brief = parseBrief(report());
    assert.deepEqual(
      brief.insights.filter(({ mustCite, citedVia }) => mustCite === 'warning' && citedVia === null),
      [],
    );
    const { insights, cited } = statsOf(brief);
    assert.deepEqual({ insights, cited }, { insights: 20, cited: 10 });
  });

  it('counts the same whatever is warned of', () => {
    const workspace = workspaceOf(configFile('must-cite: hard-figure\n'));
    const { insights, cited } = statsOf(parseBrief(report(), { workspace }));
    assert.deepEqual({ insights, cited }, { insights: 20, cited: 10 });
  });

  it('counts an insight whose citation is broken as not cited', () => {
    const { insights, cited } = statsOfItems('Output rose by 4 % in 2024 【4†source】.', 'It fell by 3 % in 2023 [1].');
    assert.deepEqual({ insights, cited }, { insights: 2, cited: 1 });
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
