import assert from 'node:assert/strict';
import { parseBrief, parseChanged } from '../../../src/core/brief/parseBrief';

const LIST = `
## Works cited

1. Valley report. https://valley.example/report
2. Mine atlas. https://atlas.example/mines
3. Wage survey. https://survey.example/wages
14. Harbour study. https://harbour.example/study
`;

/** The ids that a text cites in a document whose list has 1, 2, 3 and 14. */
function cited(text: string, list = LIST): string {
  return parseBrief(`# T\n\n${text}\n${list}`)
    .citations.flatMap(({ items }) => items.map(({ id }) => id))
    .join(' ');
}

/** The ids that the text of a table's cell cites. */
const inCell = (text: string) => cited(`| Place | Says |\n| --- | --- |\n| Upper valley | ${text} |\n`);

describe('A number of a listed source without brackets', () => {
  const read: readonly (readonly [text: string, ids: string])[] = [
    ['Mines closed in the valley.14 Wages fell.3', '14 3'],
    ['He called it "the quiet decade".2 Others did not.', '2'],
    ['He said "It was the quiet decade."2 Others did not.', '2'],
    ['Most of them moved (above all the young).3', '3'],
    ['It ran at **half of its load**.3 Later it closed.', '3'],
    ['Of all wages, 85%.14 Then came the harbour.', '14'],
    ['In the valleys,3 as on the coast, mines closed.', '3'],
    ['They asked "Who pays for this?" 3, and nobody knew.', '3'],
    ['Coal left the U.S.14 It came back.', '14'],
    ['Wages fell twice.2,3 Then they rose.', '2 3'],
    ['礦場在山谷中關閉 14。', '14'],
    ['工資連年下降 2，其後回升 3。', '2 3'],
    ['礦場在山谷中關閉。14', '14'],
    ['山谷中的礦場關閉了三座（自2011年起） 14。', '14'],
    ['工資連年下降（僅限山谷地區） 2，其後回升（Harbour Study） 3。', '2 3'],
    ['Mines closed in the valley.¹⁴', '14'],
    ['Mines closed in the valley^14^ and wages fell.^2,3^', '14 2 3'],
    ['Mines closed in the valley.$^{14}$ Wages fell$^3$ again.', '14 3'],
    ['Mines (CNN) $^{[3]}$ closed$^{[1-2]}$ there.', '3 1 2'],
    ['Mines closed \\[1\\] and wages fell \\[2, 3\\].', '1 2 3'],
    ['Mines closed \\[1] there.', '1'],
    ['Mines closed `[2, 3]`.', '2 3'],
    ['Mines closed [\\[3\\]](https://survey.example/wages).', '3'],
    ['Mines closed [³](https://survey.example/wages), wages fell [¹⁴](https://a.example).', '3 14'],
    ['Mines closed [³], wages fell [¹⁴].', '3 14'],
    ['Mines closed [3](#ref3), wages fell [[2]](#ref2).', '3 2'],
    ['Mines closed [①] and wages fell [②③].', '1 2 3'],
    ['Mines closed [1: 34-35], wages fell [2: S. 7].', '1 2'],
    ['Mines closed【14†L3-L9】.', '14'],
    ['Mines closed [^3^].', '3'],
    ['Mines closed.2\n\nWages fell.3\n\nSome (such as the pits of old harbours 14), shut.\n\nThey left.1', '2 3 14 1'],
    ['Mines closed. Wages fell.3 They met their fate ("last of the old" 2), and left.', '3 2'],
    ["The pit calls 'open';.14 The gate reads /var/rules/.3", '14 3'],
    ['The old rules of the *upper valley (by law)* are these (*in short*) 14 :', '14'],
    ['Their shares are what the gauges showed 3 : ![](shares.png) and so on.', '3'],
  ];
  for (const [text, ids] of read) it(`is cited in ${text}`, () => assert.equal(cited(text), ids));

  const cells: readonly (readonly [text: string, ids: string])[] = [
    ['Mines closed.14', '14'],
    ['<sup>3</sup>', '3'],
    ['¹⁴', '14'],
    ['^2^', '2'],
    ['$^{2}$', '2'],
  ];
  for (const [text, ids] of cells) it(`is cited in the cell ${text}`, () => assert.equal(inCell(text), ids));

  const texts: readonly string[] = [
    'It rose to 3.14 Million and then by 1.2 Points.',
    'See No.2 Street, Fig.3 Above, vol.2 Part, p.14 There, v.2 Beta and Sec.3 Below.',
    'It met Dr.1 Mayer and Prof.2 Ito on Dec.14 There.',
    'The file node.js.3 Keeps release.candidate.2 Apart, and /var/log/app.1 Too.',
    'It lasted from 10:14 to 12:3, at a ratio of 1:2, scale 1/3.',
    'It costs $2,3 or 1,3 or 14,2 francs.',
    'A function f(x)2 and a base Fe(OH)3 are none.',
    'At age 14, sometimes 3. Of all pages 2, most.',
    'Genie 3。Windows 2，RTX 14。',
    '見第 3。方案 2，步驟 1。端口 1 和 3，約 14。',
    '定義見下。4 個端口，1 個界面。',
    '工資下降 3 次，回升 2 成。',
    '產量（百萬公噸） 3，工資（10億元） 14，溫度（°C） 2，算力（TFLOPS） 1。',
    '方案（僅限山谷地區） 2。函數（單位：公里） 3。山谷（2） 1。',
    'A cube of 2<sup>14</sup>, a list O(n<sup>2</sup>), km<sup>2</sup>.',
    'Sulfate SO₄²⁻, the isotope ¹³C, δ¹⁴C, Ca²⁺, Ф/м², yr⁻¹, 10³ and mol/dm³.',
    'The gem called Diamond⁹ shone.',
    'It has many miners,14 million of them young.',
    '他说“好几天,3 天”。',
    'The best is the **Volkswagen ID.3**',
    'In pandoc, x^2^ and 10^3^ are powers, and $x^{2}$ and 10$^{3}$, too. So is $a^{[1]}$.',
    'Write `[1]` or put the `[2]` there: `[3]`. Write `[9]`, \\[9\\] or [\\[9\\]](https://nine.example/).',
    'It takes the times [10:14], [1:2] and [12:3].',
    'Go on with [2](./02-second.md), [03](03-third.md) or [4](#four).',
    'Standards such as RFC [6749](https://rfc.example/6749), RFC [3](https://rfc.example/3).',
    'On [2013-02-04] and [1-2-3] it rained.',
    'The vectors [1,1]ᵀ, [1, 1]ᵀ/√2, [1, 2]^T, [1,1,1,1], [1, 1] and codes [[14,2,3]], [[1,2],[2,3]].',
    'An interval [0, 1] or [0;1], an array x[0], the rows = [1, 2] and "rows": [1, 2].',
    'Quelle: "@context": "https://schema.org", [{"@type": "Thing"}].',
    'Nothing came of it【99†L3-L9】, as [S4] and [SRC-2] say.',
    '[2.1 Mines](#mines) and [Part.2 Wages](#wages).',
    'The sum is ( _n_ _−_ 1) _v_ [2] _k_ and _a_ [2] _[b]_ over _v_ [3] 2.',
    'A table.<br>\\\n<sup>1</sup> *Of those who answered* \\\n<sup>2</sup> *In thousands*',
  ];
  for (const text of texts) it(`is not cited in ${text}`, () => assert.equal(cited(text), ''));

  const column = (...cells: readonly string[]) =>
    `Mines closed.2\n\nWages fell.3\n\nThey left.1\n\n| Place | Says |\n| --- | --- |\n${cells.map((cell) => `| Valley | ${cell} |\n`).join('')}`;

  for (const cells of [
    ['$20 14', 'a fee', '€1,200 3'],
    ['~0.12 seconds 14', '98 MB 3', '1,792 GB/s 2'],
    ['工資逐年下降 14', '約 10-20 次 3', '不詳'],
    ['5x the load of Pro 2', '20x the load of Pro 3'],
  ])
    it(`is cited in cells of which most end so: ${cells.join(' | ')}`, () => {
      const numbers = cells.flatMap((cell) => /(?<= )\d+$/.exec(cell)?.[0] ?? []);
      assert.equal(cited(column(...cells)), ['2', '3', '1', ...numbers].join(' '));
    });

  for (const cells of [
    ['$20 14', 'a fee', 'no fee'],
    ['Level 2 Phase 1', 'Level 2 Phase 3'],
    ['10 to 14', '2 of 3'],
    ['20 % share 2', '20 % share 3'],
    ['Genie 3', 'Gemma 2'],
    ['第 3', '工資方案 2'],
  ])
    it(`is not cited in cells that count or of which few end so: ${cells.join(' | ')}`, () =>
      assert.equal(cited(column(...cells)), '2 3 1'));

  it('is cited in such cells only where the text cites by glued numbers', () => {
    const table = '| Place | Says |\n| --- | --- |\n| Valley | $20 14 |\n| Coast | €1,200 3 |\n';
    assert.equal(cited(`Mines closed.\n\n${table}`), '');
    assert.equal(cited('The mines of this valley cost $20 14'), '');
  });

  it('is cited behind a formula that was left out, and a fraction is none', () => {
    const glued = 'Mines closed.2\n\nWages fell.3\n\nThey left.1\n\n';
    assert.equal(cited(`${glued}The share is defined as .14\n\nThe sample: .3 Then it is noted.`), '2 3 1 14 3');
    assert.equal(cited(`${glued}The share was .14. It fell to .3, and rose by p = .2`), '2 3 1');
    assert.equal(cited('The share is defined as .14'), '');
  });

  for (const cell of ['2<sup>3</sup>', '狀態 3', 'Level 2', '3', 'x²', 'Volkswagen ID.3'])
    it(`is not cited in the cell ${cell}`, () => assert.equal(inCell(cell), ''));

  it('is not cited where no list has it', () => {
    const text = 'Mines closed in the valley.14 Wages fell¹ then. They rose^2^ again \\[3\\].';
    assert.equal(cited(text, ''), '');
    assert.equal(cited('Signs behind a full stop mean nothing else.¹', ''), '1');
  });

  it('is text where brackets cite, if it is escaped, code, or behind a space', () => {
    assert.equal(cited('Mines closed [1]. Wages fell \\[2\\], then rose `[3]`. 礦場關閉 14。'), '1');
    assert.equal(cited('Mines closed. Wages fell \\[2\\], then rose `[3]`. 礦場關閉 14。'), '2 3 14');
  });

  it('becomes text again as soon as brackets cite', () => {
    const before = parseBrief(`# T\n\nMines closed \\[2\\].\n\nWages fell.\n${LIST}`);
    const text = before.text.replace('fell', 'fell [1]');
    const ids = (brief: typeof before) => brief.citations.flatMap(({ items }) => items.map(({ id }) => id));
    assert.deepEqual(ids(before), ['2']);
    assert.deepEqual(ids(parseChanged(before, text)), ['1']);
  });

  it('declares no source by the link whose words it is', () => {
    const text =
      'Mines closed [\\[8\\]](https://eight.example/), [9](#nine), [10](./ten.md), [6749](https://rfc.example/).';
    assert.deepEqual(parseBrief(text).sources, []);
  });

  it('ends the sentence that it belongs to', () => {
    const brief = parseBrief(`# T\n\nMines closed in 3.5 Million places.14 Wages fell.3\n${LIST}`);
    assert.deepEqual(
      brief.insights[0]?.sentences.map(({ cites }) => cites),
      [['14'], ['3']],
    );
  });
});

describe('A key without @', () => {
  const sources = '---\nsources:\n  - { id: S1, title: One }\n  - { id: SRC-1, title: Two }\n---\n\n';
  it('is cited in brackets where it is declared', () => {
    const ids = parseBrief(`${sources}Mines closed [S1], wages fell [SRC-1, S1].`).insights[0]?.cites;
    assert.deepEqual(ids, ['S1', 'SRC-1']);
  });
});

describe('An @ that names no source', () => {
  const keyed = '---\nsources:\n  - { id: doe2019, title: One }\n---\n\n';
  const ids = (text: string) => parseBrief(keyed + text).citations.flatMap(({ items }) => items.map(({ id }) => id));

  for (const text of [
    '@fig-mines shows it, @tbl-wages too, as do @eq:rate, @sec-two and [@fig-mines; @lst:one].',
    'Pass @param and @returns, thank @octo-cat and [@octo-cat](https://code.example/octo-cat).',
    '| Who |\n| --- |\n| @octocat |',
    '"@context": "https://schema.org", [{"@type": "Thing", "@id": 3}]',
  ])
    it(`cites nothing in ${text}`, () => assert.deepEqual(ids(text), []));

  it('cites where it has a year as the keys of sources have, or is in brackets', () => {
    assert.deepEqual(ids('As @roe2020 says. So does [@roe; @fig-mines].'), ['roe2020', 'roe']);
  });

  it('cites a source by its own identifier', () => {
    assert.deepEqual(ids('So it was [@doi:10.1234/abc; @pmid:123].'), ['doi:10.1234/abc', 'pmid:123']);
  });
});
