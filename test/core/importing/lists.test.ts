import assert from 'node:assert/strict';
import { parseBrief } from '../../../src/core';
import { importText, importWithReport } from '../../../src/core/importing/importText';

/** A body below a heading, and what it becomes. */
type Case = readonly [what: string, body: string, after: string];

const TURNED: readonly Case[] = [
  [
    'a table without numbers into one with a column of them',
    'It rose ([see](https://kelp.example/survey)).\n\n## Sources\n\n| Title | Link |\n| --- | :-- |\n| Kelp Survey 2024 | https://kelp.example/survey |\n| Price Index | [index](https://sea.example/) |\n',
    'It rose [1].\n\n## Sources\n\n| # | Title | Link |\n| --- | --- | :-- |\n| [1] | Kelp Survey 2024 | https://kelp.example/survey |\n| [2] | Price Index | [index](https://sea.example/) |\n',
  ],
  [
    'rows that open without a bar',
    'It rose [1].\n\n## Sources\n\nTitle | Link\n--- | ---\nKelp Survey 2024 | https://kelp.example/survey\n',
    'It rose [1].\n\n## Sources\n\n| # | Title | Link\n| --- | --- | ---\n| [1] | Kelp Survey 2024 | https://kelp.example/survey\n',
  ],
  [
    'items whose address stands on a line below their title',
    'It rose [K](https://kelp.example/survey).\n\n## Sources\n\n- Coast Office. **Kelp Survey.**\n  <https://kelp.example/survey>\n- Sea Market. **Price Index.**\n  Checked in May.\n  <https://sea.example/>\n',
    'It rose K [1].\n\n## Sources\n\n- [1] Coast Office. **Kelp Survey.**\n  <https://kelp.example/survey>\n- [2] Sea Market. **Price Index.**\n  Checked in May.\n  <https://sea.example/>\n',
  ],
  [
    'a paragraph with many entries in brackets into as many',
    'It rose [1][3].\n\n## Sources\n\n[1] Kelp Survey. https://kelp.example/survey [2] Price Index. https://sea.example/ [3] Farms of the coast, 2020. [4] A last one.\n',
    'It rose [1][3].\n\n## Sources\n\n- [1] Kelp Survey. https://kelp.example/survey\n- [2] Price Index. https://sea.example/\n- [3] Farms of the coast, 2020.\n- [4] A last one.\n',
  ],
  [
    'a line with many counted entries into as many',
    'It rose [1][2].\n\n## Sources\n\n1. Kelp Survey. https://kelp.example/survey 2. Price Index. https://sea.example/\n',
    'It rose [1][2].\n\n## Sources\n\n1. Kelp Survey. https://kelp.example/survey\n2. Price Index. https://sea.example/\n',
  ],
  [
    'the links at the end of an answer into entries with their titles',
    'It rose[\\[1\\]](https://kelp.example/s#:~:text=rose), and fell[\\[2\\]](https://sea.example/)[\\[3\\]](https://kelp.example/s#:~:text=fell).\n\n---\n\n[\\[1\\]](https://kelp.example/s#:~:text=rose) [\\[3\\]](https://kelp.example/s#:~:text=fell) Kelp Survey \\| Coast\n\n<https://kelp.example/s>\n\n[\\[2\\]](https://sea.example/) https://sea.example/\n\n<https://sea.example/>\n',
    'It rose[1], and fell[2][1].\n\n---\n\n## Sources\n\n- [1] Kelp Survey \\| Coast. https://kelp.example/s\n- [2] sea.example. https://sea.example/\n',
  ],
  [
    'numbers that are links to entries without an address, which get it',
    'It rose [[1](https://kelp.example/s)], and fell [2](https://sea.example/).\n\n## Sources\n\n- [1] Kelp Survey\n- [2] Price Index, 2024.\n',
    'It rose [1], and fell [2].\n\n## Sources\n\n- [1] Kelp Survey. https://kelp.example/s\n- [2] Price Index, 2024. https://sea.example/\n',
  ],
];

const LEFT: readonly Case[] = [
  [
    'tables of other sections',
    '## Prices\n\n| Year | Price |\n| --- | --- |\n| 2024 | 7 |\n\n## Sources\n\n- [1] Kelp Survey. https://kelp.example/s\n',
    '',
  ],
  [
    'tables of sources with numbers',
    'It rose [1].\n\n## Sources\n\n| No. | Title | Link |\n| --- | --- | --- |\n| 1 | Kelp Survey | https://kelp.example/s |\n| 2 | Index | https://sea.example/ |\n',
    '',
  ],
  [
    'numbers within an entry',
    'It rose [1].\n\n## Sources\n\n1. Kelp 2. Survey of the coast. https://kelp.example/s\n2. Chapter 3. Prices of 2020, in a book.\n',
    '',
  ],
  [
    'works that an entry names',
    'It rose [1].\n\n## Sources\n\n- [1] Kelp Survey, which cites [2] and [3].\n- [2] One\n- [3] Two\n',
    '',
  ],
  [
    'numbers that are links, of which there is no list',
    'It rose [1](https://kelp.example/s).\n',
    'It rose [1].\n\n## Sources\n\n- [1] kelp.example. https://kelp.example/s\n',
  ],
];

describe('Importing lists of sources', () => {
  for (const [what, body, after] of TURNED)
    it(`turns ${what}`, () => {
      const text = importText(`# Kelp\n\n${body}`);
      assert.equal(text, `# Kelp\n\n${after}`);
      assert.equal(importText(text), text);
      const { sources } = parseBrief(text);
      assert.ok(
        sources.every(({ title }) => title),
        JSON.stringify(sources.map(({ id, title }) => [id, title?.value])),
      );
    });

  for (const [what, body, after] of LEFT)
    it(`leaves ${what}`, () =>
      assert.equal(importText(`# Kelp\n\n${body}`), `# Kelp\n\n${after === '' ? body : after}`));
});

const FEES = 'https://port.example/fees';
const QUAY = 'https://harbour.example/news/quay';
const BODY =
  '# Ports\n\n## Fees\n\nFees rose by 4% [1]. The quay closed [2].\n\n## Outlook\n\nA quay opens in 2027 [1][2].\n';

describe('Importing a list of sources without a heading', () => {
  const addressesOf = (text: string) => parseBrief(text).sources.map(({ id, url }) => [id, url?.value]);
  const BOTH = [
    ['1', FEES],
    ['2', QUAY],
  ];
  const FOUND: readonly (readonly [what: string, text: string])[] = [
    ['addresses below a report with headings', `${BODY}\n[1] ${FEES}\n[2] ${QUAY}\n`],
    ['titles and addresses', `${BODY}\n[1] Port fees ${FEES}\n[2] Quay closes, in spring: ${QUAY}\n`],
    ['links', `${BODY}\n[1] [Port fees](${FEES})\n[2] <${QUAY}>\n`],
    ['items', `${BODY}\n- [1] ${FEES}\n- [2] ${QUAY}\n`],
    ['lines right below the last paragraph', `${BODY}[1] ${FEES}\n[2] ${QUAY}\n`],
    ['lines parted by blank ones, below a rule', `${BODY}\n---\n\n[1] ${FEES}\n\n[2] ${QUAY}\n`],
    ['addresses below their titles', `${BODY}\n[1] Port fees\n${FEES}\n[2] Quay closes\n${QUAY}\n`],
    ['a plain text', `Fees rose by 4% [1]. The quay closed [2].\n\n[1] ${FEES}\n[2] Quay closes ${QUAY}`],
    [
      'a text that runs on',
      `Fees - They rose [1] - The quay closed [2] Outlook - More [1]\n\n[1] ${FEES}\n[2] ${QUAY}\n`,
    ],
    ['an outline', `- Fees\n\t- rose [1]\n\t- closed [2]\n\n[1] ${FEES}\n[2] ${QUAY}\n`],
    ['Windows line ends', `${BODY}\n[1] ${FEES}\n[2] ${QUAY}\n`.replaceAll('\n', '\r\n')],
  ];
  for (const [what, text] of FOUND)
    it(`takes its entries for what the numbers cite: ${what}`, () => {
      const imported = importText(text);
      assert.deepEqual(addressesOf(imported), BOTH, imported);
      const { citations, sections } = parseBrief(imported);
      assert.deepEqual([...new Set(citations.flatMap(({ items }) => items.map(({ id }) => id)))], ['1', '2']);
      assert.equal(sections.at(-1)?.kind, 'sources');
      assert.equal(importText(imported), imported);
    });

  it('puts the heading on the level of the others, and leaves the text above', () =>
    assert.equal(
      importText(`${BODY}\n[1] Port fees. ${FEES}\n[2] Quay closes. ${QUAY}\n`),
      `${BODY}\n## Sources\n\n- [1] Port fees. ${FEES}\n- [2] Quay closes. ${QUAY}\n`,
    ));

  const NO_LIST: readonly (readonly [what: string, text: string])[] = [
    ['whose numbers do not rise', `${BODY}\n[2] ${FEES}\n[1] ${QUAY}\n`],
    ['in code', `${BODY}\n\`\`\`\n[1] ${FEES}\n[2] ${QUAY}\n\`\`\`\n`],
    [
      'that end in a sentence',
      `${BODY}\n[1] is at ${FEES} and is the office that sets the fees of all ports on this coast.\n`,
    ],
  ];
  for (const [what, text] of NO_LIST)
    it(`takes no lines for one ${what}`, () => {
      const first = parseBrief(importText(text)).sources.find(({ id }) => id === '1');
      assert.notEqual(first?.url?.value, FEES);
    });

  it('keeps the list that has a heading, and adds no second one', () => {
    const text = `${BODY}\n## Sources\n\n- [1] Port fees. ${FEES}\n- [2] Quay closes. ${QUAY}\n\n## Notes\n\nSee below.\n`;
    assert.equal(importText(text), text);
  });
});

const NAMED: readonly (readonly [what: string, body: string, entry: string])[] = [
  [
    'behind a label',
    '- **Source:** [Kelp Survey No. 4](https://a.example/4)',
    'Kelp Survey No. 4. https://a.example/4',
  ],
  [
    'in a cell',
    '| Farm | Source |\n| --- | --- |\n| North | [kelp yearbook](https://a.example/y) |',
    'kelp yearbook. https://a.example/y',
  ],
  [
    'behind the stop of its sentence',
    'It rose. [market recap](https://a.example/m)',
    'market recap. https://a.example/m',
  ],
  [
    'by one word, which is its publisher',
    'It rose. [Tidewatch](https://a.example/k)',
    'Tidewatch. https://a.example/k',
  ],
  [
    'before its address',
    '- Price index of the sea market: https://a.example/p',
    'Price index of the sea market. https://a.example/p',
  ],
];
const UNNAMED: readonly (readonly [what: string, body: string])[] = [
  ['as words of a sentence', 'It [rose by a third](https://a.example/x) in May.'],
  ['by a label of one word', '- Video: https://a.example/x'],
  ['by a label in bold', '- **Where to watch**: https://a.example/x'],
  ['by a sentence', '- The whole list is at: https://a.example/x'],
  ['by nothing', 'It rose. https://a.example/x'],
];

describe('Importing a plain text', () => {
  it('takes each line below the heading of its sources for an entry', () => {
    const lines = [
      'Kelp Farms of the Coast: A Survey',
      'Kelp farms grew in 2024, and so did their prices.2 The farms of the north were the largest.1',
      'Works cited',
      'Kelp Yearbook: Farms of the North - Sea Institute, accessed May 2, 2025, https://kelp.example/yearbook',
      'Price Index - Coast Office, accessed May 2, 2025, https://sea.example/prices',
      '(PDF) Kelp Trade - ResearchGate, accessed May 2, 2025, https://trade.example/kelp',
    ];
    const text = importText(`${lines.join('\n')}\n`);
    assert.match(
      text,
      /^## Works cited\n\n- \[1\] Kelp Yearbook: .*\n- \[2\] Price Index .*\n- \[3\] \(PDF\) Kelp Trade .*\n$/m,
    );
    assert.equal(importText(text), text);
  });
});

describe('The title of a source that a link makes', () => {
  for (const [what, body, entry] of NAMED)
    it(`is what the document calls it ${what}`, () =>
      assert.ok(importText(`# T\n\n${body}\n`).endsWith(`- [1] ${entry}\n`), importText(`# T\n\n${body}\n`)));

  for (const [what, body] of UNNAMED)
    it(`is asked for where the document names it ${what}`, () => {
      const { text, report } = importWithReport(`# T\n\n${body}\n`);
      assert.ok(text.endsWith('- [1] a.example. https://a.example/x\n'), text);
      assert.deepEqual(report.untitled, ['1']);
    });
});
