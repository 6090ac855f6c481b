import assert from 'node:assert/strict';
import { checkBrief, parseBrief } from '../../../src/core';
import { worksOf } from '../../../src/core/brief/queries/citedSources';

/** What a text declares: numbered sources as `1 Title`, works without a number as `- Title <address>`. */
function declared(text: string): string[] {
  const brief = parseBrief(text);
  return [
    ...brief.sources.map(({ id, title }) => `${id} ${title?.value ?? ''}`.trim()),
    ...worksOf(brief).map(({ title, url, doi }) =>
      ['-', title?.value, (url ?? doi) && `<${(url ?? doi)?.value}>`].filter(Boolean).join(' '),
    ),
  ];
}

describe('A list of sources with the numbers behind', () => {
  const list = (items: string) =>
    `# Tin\n\nIt rose (smelt.example [1]) and fell [3].\n\n**References for this part:**\n${items}`;

  it('has sources by these numbers, which cite nothing there', () => {
    const text = list('* smelt.example (n.d.). [1]\n* quay.example. (2020). [3]\n');
    assert.deepEqual(declared(text), ['1 smelt.example (n.d.)', '3 quay.example. (2020)']);
    assert.equal(parseBrief(text).citations.length, 2);
  });

  it('has works where two share a number, or one has several', () => {
    assert.deepEqual(
      declared(list('* smelt.example (n.d.). [1]\n* quay.example (2020). [1]\n* pit.example (2021). [2], [3]\n')),
      ['- smelt.example (n.d.)', '- quay.example (2020)', '- pit.example (2021)'],
    );
  });

  it('declares the numbers that works share, of which none is said to be missing', () => {
    const text = list('* smelt.example (n.d.). [1]\n* quay.example (2020). [1]\n* pit.example (2021). [2], [3]\n');
    assert.deepEqual(
      checkBrief(parseBrief(text)).filter(({ rule }) => rule === 'citation/unknown-source'),
      [],
    );
  });

  it('is none where its items are claims', () => {
    const text =
      '# Tin\n\n**Links of prices and output:**\n\n- Trade rose in 2021, by 5%. [1]\n- Prices fell in 2022. [3]\n';
    assert.deepEqual(declared(text), []);
    assert.equal(parseBrief(text).citations.length, 2);
  });
});

describe('A list of sources without numbers', () => {
  it('has a work in each item with an address', () => {
    assert.deepEqual(
      declared(
        '# Tin\n\n## Sources\n\n- [Tin in brief](https://a.example/tin)\n- Prices of tin: https://b.example/prices\n- https://c.example/mines\n- doi:10.1234/tin.5\n',
      ),
      [
        '- Tin in brief <https://a.example/tin>',
        '- Prices of tin <https://b.example/prices>',
        '- <https://c.example/mines>',
        '- <10.1234/tin.5>',
      ],
    );
  });

  it('has one in each item that is a printed reference', () => {
    assert.deepEqual(
      declared(
        '## Bibliography\n\n- Okafor, N. (2019). Smelting tin by hand. Lagos Press.\n- Rao, P.: "Alloys", 1987.\n',
      ),
      ['- Smelting tin by hand', '- Alloys'],
    );
  });

  it('has none in a link to another part of the text', () => {
    assert.deepEqual(declared('## Further reading\n\n- [Chapter 6](./ch06.md)\n- [Above](#tin)\n'), []);
  });

  it('has none in lines about the document', () => {
    assert.deepEqual(
      declared(
        '# T\n\n## Sources\n\n- One https://a.example/1\n\n---\n\n**Written on**: 3 May 2024\n**Next**: week 2\n',
      ),
      ['- One <https://a.example/1>'],
    );
  });

  it('has none in a label or a remark', () => {
    assert.deepEqual(declared('## Sources\n\nOfficial papers:\n\n- Ministries\n- Whatever was at hand\n'), []);
  });

  it('has one in each item of the groups below a label', () => {
    assert.deepEqual(
      declared(
        '## Sources\n\n- Press\n  - [Harbour News](https://h.example/1)\n  - [Quay Post](https://q.example/2)\n',
      ),
      ['- Harbour News <https://h.example/1>', '- Quay Post <https://q.example/2>'],
    );
  });

  it('is read from paragraphs, of which each is one or has one on each line', () => {
    assert.deepEqual(
      declared(
        '## References\n\nMeyer, A. (2021). Ports\nof the north. https://m.example/ports\n\nhttps://x.example/1\nhttps://y.example/2\n',
      ),
      ['- Ports of the north <https://m.example/ports>', '- <https://x.example/1>', '- <https://y.example/2>'],
    );
  });

  it('is read from a table, whose cells are told apart', () => {
    assert.deepEqual(
      declared(
        '## 来源列表\n\n| 来源 | 网址 | 用途 |\n| --- | --- | --- |\n| 港口年报 | https://p.example/y | 吞吐量 |\n| 海关统计 | https://c.example/s | 出口 |\n',
      ),
      ['- 港口年报 <https://p.example/y>', '- 海关统计 <https://c.example/s>'],
    );
    assert.deepEqual(
      declared('## Sources\n\n| # | Title | URL |\n| - | - | - |\n| 1 | Port report | https://p.example/y |\n'),
      ['1 Port report'],
    );
  });

  it('has a work once, however often it is listed', () => {
    assert.deepEqual(
      declared(
        '## A\n\nText.\n\n### Sources\n\n- One: https://a.example/x\n\n## B\n\nText.\n\n### Sources\n\n- One again: https://www.a.example/x/\n',
      ),
      ['- One <https://a.example/x>'],
    );
  });

  it('adds nothing to a numbered source of the same address', () => {
    assert.deepEqual(declared('## Sources\n\n1. One. https://a.example/x\n\nSee also:\n\n- https://a.example/x\n'), [
      '1 One',
    ]);
  });
});

describe('The heading of a list of sources', () => {
  for (const heading of [
    'Key Citations',
    'Endnotes',
    'Further Reading',
    '引用的著作',
    'Используемые источники',
    'Kaynakça',
    'Źródła',
  ])
    it(`may be ${heading}`, () =>
      assert.deepEqual(declared(`# T\n\nText.\n\n## ${heading}\n\n- [One](https://a.example/1)\n`), [
        '- One <https://a.example/1>',
      ]));

  it('need not be known where it speaks of sources and works follow', () => {
    assert.deepEqual(declared('# T\n\n## Links we used for this\n\n- [One](https://a.example/1)\n'), [
      '- One <https://a.example/1>',
    ]);
  });

  it('is none where it speaks of open source', () => {
    assert.deepEqual(declared('# T\n\n## Open source\n\n- [Tool](https://a.example/1)\n\n## Use\n\nIt runs.\n'), []);
  });

  it('is none where claims follow', () => {
    assert.deepEqual(
      declared(
        '# T\n\n## Energy sources\n\n- Wind grew by 4% in 2024, as [the agency says](https://a.example/1). It slowed since. Nobody knows why.\n',
      ),
      [],
    );
  });

  it('may be missing behind a rule at the end', () => {
    const list =
      '[\\[1\\]](https://a.example/1) The first page\n\n<https://a.example/1>\n\n[\\[2\\]](https://b.example/2) The second\n\n<https://c.example/3>\n';
    assert.deepEqual(declared(`# T\n\nText [\\[1\\]](https://a.example/1).\n\n---\n\n${list}`), [
      '1 The first page',
      '2 The second',
      '- <https://c.example/3>',
    ]);
    assert.deepEqual(declared(`# T\n\nText.\n\n---\n\nSee [the page](https://a.example/1).\n`), []);
  });
});

describe('An entry of a list of sources', () => {
  const first = (text: string) => parseBrief(`Tin rose [1].\n\n## Sources\n\n${text}\n`).sources[0];

  it('has the address that a link to another page of its site shows', () => {
    assert.equal(first('1. Ore, [https://a.example/ore/\u2060](/zh/ore/)')?.url?.value, 'https://a.example/ore/');
    assert.equal(first('1. [Ore](https://a.example/ore)')?.url?.value, 'https://a.example/ore');
  });

  it('has no title of its number alone, or of the signs around its address', () => {
    assert.equal(first('1. 1\n\n   Ore yearbook')?.title?.value, 'Ore yearbook');
    assert.equal(first('1. ORE: `https://a.example/ore`')?.title?.value, 'ORE');
  });

  it('may have a title that begins with a number', () => {
    const list = '1. One. https://a.example/1\n2. 4. Add a mine. https://a.example/2\n3. Three. https://a.example/3';
    assert.deepEqual(
      parseBrief(`Tin rose [1].\n\n## Sources\n\n${list}\n`).sources.map(({ id, title }) => `${id} ${title?.value}`),
      ['1 One', '2 4. Add a mine', '3 Three'],
    );
  });

  it('goes on behind an address that a converter tore off', () => {
    const list =
      '1. Roe, A. Tin. 2018.\n2. Lund, B. Ore. 2019.\n\n[[CrossRef]](https://a.example/2)\n\n_Ore_ **2022** 667\n\n3. Roe, A. Wages and prices of the mines. They rose. 2020.\n4. Lund, B. Gates. 2021.';
    const brief = parseBrief(`Tin rose [4].\n\n**References**\n\n${list}\n`);
    assert.deepEqual(
      brief.sources.map(({ id }) => id),
      ['1', '2', '3', '4'],
    );
  });
});

describe('A footnote that is a source', () => {
  it('may name a file or a note', () => {
    assert.deepEqual(
      declared('Text.[^1] More.[^2]\n\n[^1]: Harbour-plan_v2.pdf\n[^2]: [[notes/Port of Tema]] — "grew"\n'),
      ['^1 Harbour-plan_v2.pdf', '^2 notes/Port of Tema — "grew"'],
    );
  });
  it('is a remark where it only speaks', () => {
    assert.deepEqual(declared('Text.[^1]\n\n[^1]: The file was lost, as harbour.pdf had been before it.\n'), []);
  });
});

describe('The start of an entry', () => {
  for (const [start, id] of [
    ['\\[1\\] ', '1'],
    ['[\\[1\\]](https://x.example) ', '1'],
    ['① ', '1'],
    ['**1.** ', '1'],
    ['[S1] ', 'S1'],
    ['[SRC-1] ', 'SRC-1'],
    ['<a id="ref1"></a>1. ', '1'],
    ['1 ', '1'],
    ['1: ', '1'],
  ] as const)
    it(`may be ${start.trim()}`, () =>
      assert.deepEqual(declared(`# T\n\n## References\n\n${start}Ports of the north. https://x.example\n`), [
        `${id} Ports of the north`,
      ]));

  it('may be followed by the other numbers of the same work', () => {
    assert.deepEqual(
      declared(
        '## References\n\n[\\[1\\]](https://a.example/x#a) [\\[5\\]](https://a.example/x#b) Ports of the north\n',
      ),
      ['1 Ports of the north'],
    );
  });

  it('has its id where that stands', () => {
    const text = '## References\n\n<a id="ref1"></a>1. Ports. https://x.example/1\n';
    const [source] = parseBrief(text).sources;
    assert.equal(source?.declarations[0]?.idSpan.start, text.indexOf('1. Ports'));
  });

  it('goes on counting, so that a year on a wrapped line begins none', () => {
    assert.deepEqual(declared('## Endnotes\n\n1 Ports of the north, report of\n2019 Harbour Office\n2 Quays\n'), [
      '1 Ports of the north, report of 2019 Harbour Office',
      '2 Quays',
    ]);
  });
});

describe('Lists that count from 1 again', () => {
  const LISTS =
    '## Sources\n\n### Press\n\n1. [One](https://a.example/1)\n2. [Two](https://a.example/2)\n\n### Offices\n\n1. [Three](https://a.example/3)\n';
  it('name works without a number where nothing cites the numbers', () => {
    const text = `Tin rose, as [they say](https://a.example/3).\n\n${LISTS}`;
    assert.deepEqual(declared(text), ['1 One', '2 Two', '- Three <https://a.example/3>']);
  });
  it('are no slip of one number that stands twice', () => {
    assert.deepEqual(
      declared(
        '## Sources\n\n- [1] One. https://a.example/1\n- [2] Two. https://a.example/2\n- [2] Three. https://a.example/3\n',
      ),
      ['1 One', '2 Two'],
    );
  });
  it('are the one that is cited, and works without a number', () => {
    assert.deepEqual(declared(`Tin rose [1].\n\n${LISTS}`), ['1 One', '2 Two', '- Three <https://a.example/3>']);
  });
});

describe('A line of links behind the word for sources', () => {
  it('names a work with each of them', () => {
    const line = '**Sources:** [Ore Office](https://a.example/1) | [Tin Board](https://a.example/2)';
    assert.deepEqual(declared(`# Tin\n\nIt rose.\n\n${line}\n\n## Zinc\n\nIt fell.\n`), [
      '- Ore Office <https://a.example/1>',
      '- Tin Board <https://a.example/2>',
    ]);
  });

  it('names none if words stand between the links, or a single link cites', () => {
    for (const line of [
      'Sources: [Ore Office](https://a.example/1) and a talk, [Tin Board](https://a.example/2)',
      'Source: [Ore Office](https://a.example/1)',
      'Prices: [Ore Office](https://a.example/1) | [Tin Board](https://a.example/2)',
    ])
      assert.deepEqual(declared(`# Tin\n\nIt rose.\n\n${line}\n\nIt fell again.\n`), []);
  });
});

describe('A numbered list that a PDF was made of', () => {
  const list = (parts: string) => `# Tin\n\nIt rose [1] and fell [3].\n\n**References**\n\n${parts}`;

  it('joins a paragraph between its entries to the entry before, with its address', () => {
    const text = list(
      '1. Ore Office (2019) Yearbook of tin\n\nand other metals. Oslo\n\n2. Lind K (2020) Prices of tin.\n\n[https://lind.example/tin (as of 3 May 2021)](https://lind.example/tin)\n\n3. Tin Board (2021) Smelters. Oslo\n',
    );
    assert.deepEqual(declared(text), ['1 Yearbook of tin', '2 Prices of tin', '3 Smelters']);
    assert.equal(parseBrief(text).sources[1]?.url?.value, 'https://lind.example/tin');
  });

  it('takes the heads of its pages for no works', () => {
    const text = list(
      '1. Ore Office (2019) Yearbook. Oslo\n\nTin Letters, 2021 4(2) **16**\n\n2. Lind K (2020) Prices. Oslo\n\n3. Tin Board (2021) Smelters. Oslo\n\nTin Letters, 2021 4(2) **17**\n',
    );
    assert.deepEqual(declared(text), ['1 Yearbook', '2 Prices', '3 Smelters']);
  });

  it('ends before far paragraphs without a number, if almost all its works have one', () => {
    const entries = Array.from({ length: 9 }, (_, i) => `${i + 1}. Ore Office (2019) Yearbook ${i + 1}. Oslo\n\n`);
    const table = `|Mine|Tin|\n|---|---|\n${'|North mine of the ore office|12 tons|\n'.repeat(60)}`;
    const text = list(`${entries.join('')}${table}\nTin Letters, 2021 4(2) **17**\n`);
    assert.equal(declared(text).length, 9);
  });

  it('has no entry for a year at the start of a line', () => {
    const text = list(
      '1. Ore Office (2019) Yearbook of tin. Papers\n1968. Board, Oslo\n\n2. American Board of Tin\n\n(2016) Codes and rates of tin, 9th edition\n\n3. Tin Board (2021) Smelters. Oslo\n',
    );
    assert.deepEqual(
      parseBrief(text).sources.map(({ id }) => id),
      ['1', '2', '3'],
    );
  });

  it('keeps a work without a number that has its authors', () => {
    const text = list(
      '- [1] Ore Office (2019) Yearbook. Oslo\n\nLind, K. (2020) Prices of tin. Oslo\n\n- [2] Tin Board (2021) Smelters. Oslo\n- [3] Ruiz, A. (2022) Mines. Oslo\n',
    );
    assert.equal(declared(text).length, 4);
  });

  it('keeps a paragraph with an address that no entry lacks', () => {
    const text = list(
      '1. Yearbook. https://ore.example/\n\nPrices of tin. https://lind.example/tin\n\n2. Smelters. https://tin.example/\n\n3. Mines. https://mine.example/\n',
    );
    assert.deepEqual(declared(text), [
      '1 Yearbook',
      '2 Smelters',
      '3 Mines',
      '- Prices of tin <https://lind.example/tin>',
    ]);
  });
});

describe('A section on data and methods', () => {
  it('has no works in paragraphs of several long sentences', () => {
    const text =
      '# Tin\n\n## Data sources\n\n- **Yearbook:** We took the yearly output of all mines from the Yearbook of the Ore Office (2019). For the years before we asked the companies for the books that they kept.\n- Lind, K. (2020). Prices of tin in the north. Oslo.\n';
    assert.deepEqual(declared(text), ['- Prices of tin in the north']);
  });
});
