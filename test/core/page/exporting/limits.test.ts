import assert from 'node:assert/strict';
import { parseBrief } from '../../../../src/core/brief/parseBrief';
import { tooLongForPage, tooLongForPdf, tooLongForWord } from '../../../../src/core/page/exporting/limits';

const cited = (times: number) => parseBrief(`# Ore\n\n${`- Ore [@a${'; @a'.repeat(99)}].\n`.repeat(times / 100)}`);

describe('The limits of what is made as a whole', () => {
  it('let a page have 20,000 citations, and count each source of a citation', () => {
    assert.equal(tooLongForPage(cited(20_000)), null);
    assert.match(tooLongForPage(cited(20_100)) ?? '', /^The brief has over 20,000 citations, .* Split it/);
  });

  it('let a table have 50,000 lines, and name the place of a longer one', () => {
    const table = (lines: number) => parseBrief(`# Ore\n\n| a |\n|---|\n${'| 1 |\n'.repeat(lines - 2)}\nEnd.\n`);
    assert.equal(tooLongForPage(table(50_000)), null);
    assert.match(tooLongForPage(table(50_002)) ?? '', /^The table in line 3 has over 50,000 lines, .* Split it/);
  });

  it('count elements and text for a Word document', () => {
    assert.equal(tooLongForWord('<i>a<br></i>'.repeat(85_000)), null);
    for (const content of ['<i></i>'.repeat(91_000), 'ore '.repeat(5_700_000)])
      assert.match(tooLongForWord(content) ?? '', /^The brief has .* for a Word document\. Split it/);
  });

  it('hold for a PDF what holds for a page, and less', () => {
    assert.equal(tooLongForPdf(cited(100)), null);
    assert.match(tooLongForPdf(cited(20_100)) ?? '', /citations/);
    const table = `| a | b |\n|---|---|\n${'| 1 | 2 |\n'.repeat(9000)}`;
    assert.match(tooLongForPdf(parseBrief(table)) ?? '', /^The brief has .* for a PDF\. Split it/);
  });
});
