import assert from 'node:assert/strict';
import { parseBrief } from '../../../src/core';
import { importText, storiesIn } from '../../../src/core/importing/importText';

const HEAD = 'Metals\nWho makes the magnets?\nOre Weekly·2025-08-06 03:21\n\n';
const FIRST = `${HEAD}Core Viewpoint - Plants are slow to return [1][2] Market Overview - Demand grew [2][3] - Prices fell [3]\n`;
const SECOND =
  'Cobalt finds no buyers\nOre Weekly·2025-08-07 10:00\n\nCore Insights - Mines closed in 2025 [1] - Stocks grew [2]\n';

const outlineOf = (text: string) => {
  const { sections, insights } = parseBrief(importText(HEAD + text).split('\n## Sources\n')[0] ?? '');
  return sections.map(({ heading, level }, i) => [
    level,
    heading,
    insights.filter(({ section }) => section === i).length,
  ]);
};

describe('Several summaries in one text', () => {
  it('are texts of their own, whose lines keep their numbers', () => {
    const stories = storiesIn(`${FIRST}\n${SECOND}`);
    assert.deepEqual(stories, [FIRST.trimEnd(), '\n'.repeat(6) + SECOND.trimEnd()]);
    assert.match(importText(stories[1] ?? ''), /^---\ntitle: Cobalt finds no buyers\n/);
  });

  it('are one where only one has a byline', () => {
    for (const text of [
      FIRST,
      `${FIRST}\nCobalt finds no buyers\n\n- Mines closed [1]\n`,
      `Note\n\n${FIRST}`,
      `# Two\n\n${FIRST}\n${SECOND}`,
    ])
      assert.deepEqual(storiesIn(text), [text]);
  });

  it('are one where a byline stands above the same body again', () => {
    const text = `${HEAD}Who makes the magnets?\nOre Weekly · 2025-08-06\n\nSupply - Output rose [1] - Prices fell [2]\n`;
    assert.deepEqual(storiesIn(text), [text]);
  });
});

describe('The headings of a summary', () => {
  it('may have one bullet, which runs on', () => {
    const outline = [
      [2, 'Core Viewpoint', 1],
      [2, 'Market Overview', 2],
    ];
    assert.deepEqual(
      outlineOf(
        'Core Viewpoint - Plants are slow to return [1]\n\nMarket Overview - Demand grew [2] - Prices fell [3]\n',
      ),
      outline,
    );
    assert.deepEqual(
      outlineOf('Core Viewpoint - Plants are slow to return [1] Market Overview - Demand grew [2] - Prices fell [3]\n'),
      outline,
    );
  });

  it('are no words before a dash in a sentence', () => {
    assert.deepEqual(outlineOf('The plants - all three - are slow to return [1]\n\nDemand grew - by 12% [2]\n'), []);
    assert.deepEqual(outlineOf('New York - The bank has sold its mine [1]\n\nNew York - It was the last [2]\n'), []);
  });

  it('stand below "Summary by Sections"', () => {
    const outline = [
      [2, 'Core Viewpoint', 1],
      [2, 'Summary by Sections', 0],
      [3, 'Market Overview', 2],
      [3, 'Company Performance', 1],
    ];
    const bullets = ['Demand grew [2]', 'Prices fell [3]'];
    assert.deepEqual(
      outlineOf(
        `Core Viewpoint - Plants are slow [1] Summary by Sections Market Overview - ${bullets.join(' - ')} Company Performance - It grew [4]\n`,
      ),
      outline,
    );
    assert.deepEqual(
      outlineOf(
        `Core Viewpoint\n- Plants are slow [1]\n\nSummary by Sections\n\nMarket Overview\n${bullets.map((each) => `- ${each}\n`).join('')}\nCompany Performance\n- It grew [4]\n`,
      ),
      outline,
    );
  });
});
