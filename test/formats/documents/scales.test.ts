import assert from 'node:assert/strict';
import { readDocument } from '../../../src/formats/documents';

/** What the row that starts so is to be read with. */
function contextOf(text: string, start: string): string | undefined {
  const read = readDocument(text, { path: 'copy.txt', uri: 'file:///copy.txt' });
  const passages = 'passages' in read ? read.passages : [];
  return passages.find((passage) => passage.text.startsWith(start))?.context;
}

describe('The scale of a table in a plain text', () => {
  it('is that of a row of its header', () => {
    const context = contextOf("          2024 | 2023\n$'000 | $'000\nOre | 3,120 | 2,880\nTin | 14 | 12\n", 'Ore');
    assert.equal(context, "2024 | 2023\n$'000 | $'000");
  });

  it('is that in brackets below it, where no other table follows', () => {
    const table = '2024 | 2023\nOre | 3,120 | 2,880\nTin | 14 | 12\n';
    const below = '\nAccounts of the group (expressed in thousands of dollars, except prices) of the year.\n';
    assert.equal(contextOf(table + below, 'Ore'), '(expressed in thousands of dollars, except prices)\n2024 | 2023');
  });

  it('is not that of the next table', () => {
    const table = '2024 | 2023\nOre | 3,120 | 2,880\nTin | 14 | 12\n';
    const next = '\nSales by country are as follows (in millions):\n\n2024 | 2023\nPeru | 7 | 5\nChile | 4 | 2\n';
    assert.equal(contextOf(table + next, 'Ore'), '2024 | 2023');
    assert.match(contextOf(table + next, 'Peru') ?? '', /in millions/);
  });

  it('is read for a row whose label goes on below it with the unit', () => {
    const table = `指标                2024 年        2023 年
归属于上市公司股东的净利润
                 50,744,682     44,121,248
（千元）
基本每股收益（元/股）   11.58         10.06
`;
    assert.match(contextOf(table, '50,744') ?? '', /（千元）$/);
  });
});
