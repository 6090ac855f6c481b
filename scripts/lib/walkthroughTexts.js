/** The briefs that the walkthrough shows, and the commands that it runs, by the names that they have there. */

/**
 * @param {string} text
 * @returns {(start: string) => number} on which line of it a line begins like this, from 1
 */
const lineIn = (text) => (start) => text.split('\n').findIndex((line) => line.startsWith(start)) + 1;

const ENGLISH_BRIEF = `---
title: Rare earths
sources:
  - id: 1
    title: Mineral Commodity Summaries
    publisher: Sample Geological Notes
    url: https://example.org/minerals
    quote: China mined 69% of the world's rare earths in 2024.
  - id: 2
    title: Refining and alloys in numbers
    publisher: Sample Metals Statistics
    url: https://example.org/metals
    quote: Prices of neodymium oxide rose by 12% in the first quarter.
  - id: 3
    title: Four decades of patience
    publisher: Sample Institute
    url: https://example.org/patience
---

## Supply

- China mined 69% of the world's rare earths in 2024 [1].
- Prices of neodymium oxide rose by 21% in the first quarter [2].
- A new smelter takes ten years to build, and costs more than a mine does.
- Only one mine opened outside China last year [?].
`;

export const ENGLISH = {
  folder: '',
  chinese: false,
  newBrief: 'Brief: New Brief',
  addCitation: 'Brief: Add Citation',
  showSources: 'Research Briefs: Focus on Sources View',
  brief: ENGLISH_BRIEF,
  line: lineIn(ENGLISH_BRIEF),
  section: '## Supply',
  claim: '- Prices of',
  keys: `# Rare earths at a glance

1. Mining
   - China **leads** [1]
   - Others *follow* slowly [1]
2. Refining [1]

| Year | Share [1] |
| ---- | --------: |
| 2023 |       68% |
| 2024 |       69% |

\`\`\`figure
id: chain
image: images/chain.svg
alt: From ore to magnet
cites: [1]
\`\`\`

## Sources

- [1] [Mineral Commodity Summaries](https://example.org/minerals)
`,
};

const CHINESE_BRIEF = `---
title: 稀土
sources:
  - id: 1
    title: 矿产品概览
    publisher: 示例地质札记
    url: https://example.org/zh/minerals
    quote: 2024 年，中国开采了全球 69% 的稀土。
  - id: 2
    title: 冶炼与合金统计
    publisher: 示例金属统计
    url: https://example.org/zh/metals
    quote: 第一季度，氧化钕价格上涨 12%。
  - id: 3
    title: 四十年的耐心
    publisher: 示例研究所
    url: https://example.org/zh/patience
---

## 供应

- 2024 年，中国开采了全球 69% 的稀土 [1]。
- 第一季度，氧化钕价格上涨 21% [2]。
- 新建一座冶炼厂需要 10 年，花费超过一座矿山。
- 去年中国以外只有一座矿山投产 [?]。
`;

export const CHINESE = {
  folder: 'zh-cn',
  chinese: true,
  newBrief: '简报: 新建简报',
  addCitation: '简报: 添加引用',
  showSources: 'Research Briefs: Focus on 来源 View',
  brief: CHINESE_BRIEF,
  line: lineIn(CHINESE_BRIEF),
  section: '## 供应',
  claim: '- 第一季度',
  keys: `# 稀土一览

1. 开采
   - 中国**领先** [1]
   - 其他国家*缓慢*跟进 [1]
2. 冶炼 [1]

| 年份 | 份额 [1] |
| ---- | -------: |
| 2023 |      68% |
| 2024 |      69% |

\`\`\`figure
id: chain
image: images/chain.svg
alt: 从矿石到磁体
cites: [1]
\`\`\`

## 来源

- [1] [矿产品概览](https://example.org/zh/minerals)
`,
};
