import assert from 'node:assert/strict';
import { headerScales } from '../../../../src/core/evidence/matching/headers';

function says(exponent: number, ...notes: string[]): void {
  for (const note of notes) {
    it(`“${note}” says 10^${exponent}`, () => assert.deepEqual([...headerScales('', note)], [exponent]));
  }
}

describe('The scale of a table', () => {
  says(3, '(in thousands, except per share data)', "$'000 | $'000", 'TEUR', "Population ('000)", '(en milliers)', 'T€');
  says(6, 'RMB in millions', '£m | £m', 'In millions of dollars', 'in Mio. €', "en millions d'euros", '(R$ milhões)');
  says(6, 'Looms 2024 (m)', 'Weavers (mn)');
  says(6, '（単位：百万円）', 'Revenue, USD million', 'Revenue ($m)');
  says(8, '单位：亿元', '（亿美元）', '(단위: 억원)');
  says(9, 'Billions of dollars', '€bn', 'Mrd. €');
  says(4, '单位：人民币万元', '（万人）');

  it('is said in brackets, in a cell, or in a phrase of a passage', () => {
    assert.deepEqual([...headerScales('| 2019 | (in millions) |\n| 5 | 6 |')], [6]);
    assert.deepEqual([...headerScales('Notes (Expressed in thousands of U.S. dollars)')], [3]);
    assert.deepEqual([...headerScales('The assets are as follows, in millions:')], [6]);
    assert.deepEqual([...headerScales('All amounts are in thousands of euros.')], [3]);
  });

  it('is not said by a number with a scale, or in running text', () => {
    assert.deepEqual([...headerScales('It lost 5 million (about 2 million more) in millions of homes (5万人).')], []);
    assert.deepEqual([...headerScales('', 'It cost 5 million, or £5m more.')], []);
  });
});
