import assert from 'node:assert/strict';
import { checkBrief, importText, parseBrief } from '../../../src/core';
import { bareHeading } from '../../../src/core/importing/text/words';

const SUMMARY =
  'Metals\n' +
  '谁来制造磁体?“没那么快,也没那么便宜”\n' +
  'Ore & Alloy Weekly·2024-11-03 17:05\n' +
  '\n' +
  'Main Points - The piece asks who, outside of one country, will make permanent magnets by 2030, ' +
  'particularly as the low-cost plants are all in one place [2][9] - It recalls that the first plants were sold ' +
  'abroad in the 1990s, which left "know-how + patents" with the buyers [2] Plants and Capacity - Three plants in ' +
  "Europe and the U.S. make 4% of the world's magnets [4][5] - A fourth plant, worth $120 million, opens next " +
  'year [4] Policy - Grants cover up to 30% of the cost of a plant [9][11] - Buyers must report the origin of ' +
  'magnets from 2027 [11]';

describe('Importing a text that names a bibliography', () => {
  it('leaves its keys to that file', () => {
    const text = '---\nbibliography: refs.bib\n---\n\n# Ore\n\nIt rose [@ore2024], as @mill2023 says.\n';
    assert.equal(importText(text), text);
  });
});

describe('importing a summary that runs on in one paragraph', () => {
  const text = importText(SUMMARY);
  const brief = parseBrief(text);

  it('writes title and category to the front matter, and the article with its publisher and date', () => {
    assert.equal(
      text.slice(0, text.indexOf('\n## ')),
      '---\n' +
        'title: "谁来制造磁体?“没那么快,也没那么便宜”"\n' +
        'tags: [Metals]\n' +
        'sources:\n' +
        '  - id: article\n' +
        '    title: 谁来制造磁体?“没那么快,也没那么便宜”\n' +
        '    publisher: Ore & Alloy Weekly\n' +
        '    published: 2024-11-03T17:05\n' +
        '    cite: passages\n' +
        '---\n',
    );
    assert.equal(brief.title?.value, '谁来制造磁体?“没那么快,也没那么便宜”');
    assert.equal(brief.sources[0]?.published?.value, '2024-11-03T17:05');
    assert.deepEqual(brief.frontMatter?.errors, []);
  });

  it('makes a section of each heading, and an insight of each bullet', () => {
    assert.deepEqual(
      brief.sections.map(({ heading }) => heading),
      ['Main Points', 'Plants and Capacity', 'Policy'],
    );
    assert.deepEqual(
      brief.insights.map(({ section, cites }) => [section, cites]),
      [
        [0, ['2', '9']],
        [0, ['2']],
        [1, ['4', '5']],
        [1, ['4']],
        [2, ['9', '11']],
        [2, ['11']],
      ],
    );
  });

  it('keeps the wording of each bullet', () => {
    assert.equal(
      brief.insights[1]?.text,
      'It recalls that the first plants were sold abroad in the 1990s, which left "know-how + patents" with the buyers [2]',
    );
  });

  it('ends with a stub for each cited source, in the order of the numbers, where no byline names an article', () => {
    const stubs = /\n## Sources\n\n- \[2\]\n- \[4\]\n- \[5\]\n- \[9\]\n- \[11\]\n$/;
    assert.match(importText(SUMMARY.replace('·2024-11-03 17:05', '')), stubs);
  });

  it('leaves nothing to complain of but the missing text', () => {
    assert.deepEqual(
      checkBrief(brief).map(({ message }) => message),
      ['The text of [@article] is missing, so its passages cannot be checked. Add it as "text".'],
    );
  });

  it('reports exactly the insight whose citations are taken out', () => {
    const without = parseBrief(text.replace(' [4][5]', ''));
    const missing = checkBrief(without).filter(({ rule }) => rule === 'citation/missing');
    assert.deepEqual(
      missing.map(({ span, about = span }) => without.text.slice(about.start, about.start + 12)),
      ['Three plants'],
    );
  });
});

/** The body that a text is made into: all after the front matter, without stubs. */
function bodyOf(text: string): string {
  return importText(text)
    .replace(/^---\n[\s\S]*?\n---\n\n?/, '')
    .replace(/\n## (?:Sources|来源)\n[\s\S]*$/, '');
}

function headOf(text: string): string {
  return /^---\n([\s\S]*?)---\n/.exec(importText(text))?.[1] ?? '';
}

describe('importing the lines above the body', () => {
  const body = '\nPrices rose in the north [1]. They fell in the south [2].\n';

  const heads: readonly (readonly [string, string, string])[] = [
    [
      'the publisher first',
      'A Title\nMetals Weekly | 2025-08-06 03:21\n',
      'title: A Title\npublisher: Metals Weekly\npublished: 2025-08-06T03:21\n',
    ],
    [
      'the date first',
      'A Title\nAug 6, 2025 · Metals Weekly\n',
      'title: A Title\npublisher: Metals Weekly\npublished: 2025-08-06\n',
    ],
    [
      'the byline above the title',
      'Metals Weekly · 6 Aug 2025\nA Title\n',
      'title: A Title\npublisher: Metals Weekly\npublished: 2025-08-06\n',
    ],
    [
      'a blank line below the title',
      'A Title\n\nMetals Weekly · 6 Aug 2025\n',
      'title: A Title\npublisher: Metals Weekly\npublished: 2025-08-06\n',
    ],
    [
      'a subtitle',
      'A Title of Some Length\nA longer subtitle of it\nMetals Weekly · 6 Aug 2025\n',
      'title: A Title of Some Length\nsubtitle: A longer subtitle of it\npublisher: Metals Weekly\npublished: 2025-08-06\n',
    ],
    [
      'authors',
      'A Title\nBy Ann Ore and Bo Li\nMetals Weekly, Aug 6, 2025, updated Aug 7, 2025\n',
      'title: A Title\npublisher: Metals Weekly\nauthors: [Ann Ore, Bo Li]\npublished: 2025-08-06\nupdated: 2025-08-07\n',
    ],
    [
      'labels on lines of their own',
      'Title: A Title\nSource: Metals Weekly\nDate: August 2025\nTags: ore, magnets\n',
      'title: A Title\npublisher: Metals Weekly\npublished: 2025-08\ntags: [ore, magnets]\n',
    ],
    [
      'Chinese labels',
      '行业动态\n稀土磁体由谁来生产\n来源：金属周刊 2025年8月6日 下午3:21 作者：王五\n',
      'title: 稀土磁体由谁来生产\npublisher: 金属周刊\nauthors: [王五]\npublished: 2025-08-06T15:21\ntags: [行业动态]\n',
    ],
    [
      'values that need quotes',
      'Magnets: what now? #3\n@metals · 2025-08-06\n',
      'title: "Magnets: what now? #3"\npublisher: "@metals"\npublished: 2025-08-06\n',
    ],
    [
      'a title that is a sentence',
      'Prices rose in May.\nMetals Weekly · 2025-08-06\n',
      'title: Prices rose in May.\npublisher: Metals Weekly\npublished: 2025-08-06\n',
    ],
    ['no byline', 'A Title on Its Own\n', 'title: A Title on Its Own\n'],
    ['no byline but a category', 'Metals\nA Title on Its Own\n', 'title: A Title on Its Own\ntags: [Metals]\n'],
  ];
  for (const [name, above, front] of heads) {
    it(`reads ${name}`, () => {
      assert.equal(headOf(above + body), front);
      assert.equal(bodyOf(above + body), body.slice(1));
    });
  }

  it('takes a sentence with a date for no byline', () => {
    const text = 'Prices rose.\nOn August 6, 2025, the ministry named new rules [1].\n';
    assert.equal(headOf(text), '');
    assert.equal(bodyOf(text), 'Prices rose.\n\nOn August 6, 2025, the ministry named new rules [1].\n');
  });

  it('keeps a line that has no place in the front matter at the head of the body', () => {
    const text = `A Title\nShare\nSave\nMetals Weekly · 2025-08-06\n${body}`;
    assert.equal(headOf(text), 'title: A Title\npublisher: Metals Weekly\npublished: 2025-08-06\n');
    assert.equal(bodyOf(text), `Share\n\nSave\n${body}`);
  });

  it('takes the caption of a first table for no title', () => {
    const table = '\n\n| Port | Crates |\n| --- | --- |\n| Bergen | 14 |\n';
    for (const caption of ['Crates of salt (thousands)', 'Table 1: Crates of salt'])
      assert.equal(importText(caption + table), caption + table);
    assert.equal(importText(`Salt of the North${table}`), `---\ntitle: Salt of the North\n---${table}`);
  });

  it('takes the heading of the first list for no title', () => {
    assert.equal(headOf('Supply\n- It grew [1]\n\nPrices\n- They fell [2]\n'), '');
  });
});

describe('importing the body', () => {
  it('keeps lists that are broken into lines, whatever their bullets', () => {
    assert.equal(
      bodyOf(
        'Ore Supply\r\n• Mines reopened [1]\r\n* Output doubled [2]\r\n\r\nPrices:\r\n1. They fell [1]\r\n2) They rose [2]\r\n',
      ),
      '## Ore Supply\n\n- Mines reopened [1]\n- Output doubled [2]\n\n## Prices\n\n1. They fell [1]\n2. They rose [2]\n',
    );
  });

  it('keeps the nesting of a list', () => {
    assert.equal(
      bodyOf('• Mines\n    • North [1]\n    • South [2]\n• Ports [3]\n'),
      '- Mines\n  - North [1]\n  - South [2]\n- Ports [3]\n',
    );
    const list = '- Mines\n    - North [1]\n    - South [2]\n- Ports [3]\n';
    assert.equal(bodyOf(list), list);
  });

  it('joins a line that was cut at a margin to the one above it', () => {
    assert.equal(
      bodyOf('- Mines in the north\n  reopened [1]\n- 北方的\n  矿山[2]\n\nA text that goes on\nhere. And ends [1].\n'),
      '- Mines in the north reopened [1]\n- 北方的矿山[2]\n\nA text that goes on here. And ends [1].\n',
    );
  });

  it('joins nothing to a line that ends with the number of a source', () => {
    const text =
      'Output of ore\n\nOutput of the mine rose in the first year.2\nto 40 tonnes\nPrices fell for all kinds of ore.1\n\nWorks cited\n\n1. Ore Notes https://ore.example/a\n2. Mine Notes https://ore.example/b\n';
    assert.match(importText(text), /^Output of the mine rose in the first year\.2$/m);
  });

  it('makes headings of numbered lines above bullets', () => {
    assert.equal(
      bodyOf('1. Supply\n- It grew [1]\n2. Prices\n- They fell [2]\n'),
      '## 1. Supply\n\n- It grew [1]\n\n## 2. Prices\n\n- They fell [2]\n',
    );
  });

  it('makes headings of short lines above paragraphs', () => {
    assert.equal(
      bodyOf('A Title\nMetals Weekly · 2025-08-06\n\nOre Supply\nMines reopened [1].\n\nPrices\n\nThey fell [2].\n'),
      '## Ore Supply\n\nMines reopened [1].\n\n## Prices\n\nThey fell [2].\n',
    );
  });

  it('takes marks and backslashes off the numbers of bold headings and titles', () => {
    assert.equal(bareHeading('**2\\. Roe**:'), '2. Roe');
    const { title } = parseBrief(importText('**2\\. Roe**\n\nOutput rose by 5 % in 2024.\n'));
    assert.equal(title?.value, '2. Roe');
  });

  it('makes a smaller heading of one with two numbers', () => {
    assert.equal(
      bodyOf('1. Market\n\n1.1 Supply\n\nIt grew [1].\n\n2. Prices\n\nThey fell [2].\n'),
      '## 1. Market\n\n### 1.1 Supply\n\nIt grew [1].\n\n## 2. Prices\n\nThey fell [2].\n',
    );
  });

  it('knows numbers in brackets and in circles', () => {
    assert.equal(
      bodyOf('行业概况：\n（1）产量增长[1]。\n② 价格下降[2]。\n\n展望：\n(1) 需求上升[3]。\n'),
      '## 行业概况\n\n1. 产量增长[1]。\n2. 价格下降[2]。\n\n## 展望\n\n1. 需求上升[3]。\n',
    );
  });

  it('leaves a line that leads into a list as it is', () => {
    assert.equal(
      bodyOf('Three things matter here:\n- Ore [1]\n- Power [2]\n'),
      'Three things matter here:\n\n- Ore [1]\n- Power [2]\n',
    );
  });

  it('keeps code, tables and quotations as they are', () => {
    const text = '```\n- not - A list [1]\n```\n\n| a | b |\n| - | - |\n| 1 | 2 |\n\n> Said - Nobody\n';
    assert.equal(importText(text), text);
  });

  it('keeps a text without any structure as one paragraph', () => {
    const text = 'Prices rose by 4 % - more than anybody had expected - and will rise further.\n';
    assert.equal(importText(text), text);
  });

  it('makes nothing of nothing', () => {
    assert.equal(importText(' \r\n\n'), '');
  });

  it('turns pasted HTML into Markdown', () => {
    assert.equal(
      bodyOf(
        '<div><h2>Supply</h2><ul><li>It <b>grew</b> <a href="https://a.example/x">[1]</a></li><li>It fell</li></ul></div>',
      ),
      '## Supply\n\n- It **grew** [1]\n- It fell\n',
    );
  });

  it('leaves HTML in a Markdown report alone', () => {
    const text = '# Title\n\n<div>kept</div>\n\nText<br>text.\n';
    assert.equal(importText(text), text);
  });
});

describe('importing sources', () => {
  it('takes over a list of sources at the end, in each way to number it', () => {
    for (const list of [
      '[1] One, https://a.example\n[2] Two',
      '1. One, https://a.example\n2. Two',
      '- [1]: One, https://a.example\n- [2]: Two',
      '[1] One, https://a.example [2] Two',
    ]) {
      const text = importText(`It grew [1]. It fell [2].\n\nSources\n${list}\n`);
      assert.match(text, /\n## Sources\n\n- \[1\] One, https:\/\/a\.example\n- \[2\] Two\n$/, list);
    }
  });

  it('takes over a Chinese list, on a line of its own or behind its heading', () => {
    for (const text of [
      '产量增长[1]。价格下降[2]。\n\n参考文献\n[1] 甲\n[2] 乙\n',
      '产量增长[1]。价格下降[2]。\n\n参考文献：[1] 甲 [2] 乙\n',
    ]) {
      assert.match(importText(text), /\n## 参考文献\n\n- \[1\] 甲\n- \[2\] 乙\n$/);
    }
  });

  for (const [what, lines] of [
    ['a comment of several lines', '<!-- Not used:\nOld report https://a.example/old\n-->'],
    ['a comment that nothing closes', '<!-- Not used:\n\nOld report https://a.example/old'],
    ['a comment within a sentence', 'See below. <!-- Not used:\nOld report https://a.example/old\n-->'],
    ['a block of HTML', '<ol>\n<li>Old report https://a.example/old</li>\n</ol>'],
    ['a formula', '$$\n\\text{https://a.example/old}\n$$'],
  ] as const) {
    it(`numbers no line of ${what} in a list of sources`, () => {
      const text = `# Ore\n\nOutput rose by 4%.\n\n## Sources\n\n- New report https://a.example/new\n\n${lines}\n`;
      assert.equal(importText(text), text.replace('- New', '- [1] New'));
    });
  }

  it('counts entries on from the usual numbers, however long a cited one is', () => {
    const text =
      '# Ore\n\nOutput rose by 4% [@{99999999999999999999}].\n\n## Sources\n\n- New report https://a.example/new\n';
    assert.match(importText(text), /^- \[1\] New report https:\/\/a\.example\/new$/m);
  });

  it('adds the stubs that are missing to the list that is there', () => {
    assert.match(
      importText('It grew [1]. It fell [3].\n\nReferences\n1. One\n'),
      /\n## References\n\n- \[1\] One\n- \[3\]\n$/,
    );
  });

  it('names the section in the language of the text', () => {
    assert.match(importText('产量增长了百分之四[1]。\n'), /\n## 来源\n\n- \[1\]\n$/);
  });

  it('declares a cited key in the front matter', () => {
    const brief = parseBrief(importText('## Supply\n\n- It grew [@usgs-2024].\n'));
    assert.deepEqual(
      brief.sources.map(({ id }) => id),
      ['usgs-2024'],
    );
  });
});

describe('importing a brief', () => {
  it('returns it byte for byte where nothing is missing', () => {
    for (const text of [
      '---\r\ntitle: A\r\n---\r\n\r\n- It grew [1]\r\n\r\n## Sources\r\n\r\n- [1] One\r\n',
      '# Title\n\nIt   grew - Much [1] - Fast [1]\n\n[1]: https://a.example\n',
      'Title\n=====\n\n* It grew.',
    ]) {
      assert.equal(importText(text), text);
    }
  });

  it('adds nothing where an entry would declare nothing, as the list of sources is broken', () => {
    const text = '---\nsources:\n  - { id: 1, title: A }\n- id: 1\n---\n\n- It grew [1][3].\n';
    assert.equal(importText(text), text);
  });

  it('adds stubs for what only another stub makes a citation, and then no more', () => {
    const imported = importText('# Title\n\nIt grew, says @china2024, by half [@usgs].\n');
    assert.deepEqual(
      parseBrief(imported).sources.map(({ id }) => id),
      ['usgs', 'china2024'],
    );
    assert.equal(importText(imported), imported);
  });

  it('adds stubs only, with the line ends that it has', () => {
    assert.equal(
      importText('# Title\r\n\r\n* It grew [1]\r\n'),
      '# Title\r\n\r\n* It grew [1]\r\n\r\n## Sources\r\n\r\n- [1]\r\n',
    );
  });
});
