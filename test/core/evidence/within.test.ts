import assert from 'node:assert/strict';
import { inspectBrief, parseBrief } from '../../../src/core';
import { claimBeside } from '../rules/claimBeside';

/** The verdicts on the numbers of a claim; `within` where a range of the claim holds the passage's number. */
function verdictsOf(claim: string, passage: string): string[] {
  const { insights } = inspectBrief(parseBrief(claimBeside(`- ${claim} [1].`, [passage])));
  return insights.flatMap(({ numbers }) =>
    numbers.map(({ surface, verdict, within }) => `${surface} ${within ? 'within' : verdict}`),
  );
}

describe('A range of a claim', () => {
  for (const [claim, passage, ...expected] of [
    ['The mill employs more than 183 weavers', 'The mill employs 240 weavers.', '183 within'],
    ['The mill employs fewer than 400 weavers', 'The mill employs 240 weavers.', '400 within'],
    ['The bridge is at least 60 metres long', 'The bridge is 68 metres long.', '60 metres within'],
    ['More than half of the mill burned', 'Of the mill, 57% burned.', 'half within'],
    ['The mill has between 200 and 300 weavers', 'The mill has 240 weavers.', '200 and 300 within'],
    ['The bridge opened after 2015', 'The bridge opened on 2 May 2016.', '2015 within'],
    ['The bridge opened before April 12, 2016', 'The bridge opened on 11 April 2016.', 'April 12, 2016 within'],
    ['The bridge opened by 2018', 'The bridge opened in 2016.', '2018 within'],
    ['Das Zelt stand vor 1930 im Park', 'Das Zelt stand 1921 im Park.', '1930 within'],
    ['大桥在2015年之后通车', '大桥于2016年通车。', '2015年 within'],
  ] as const)
    it(`holds what the passage says: ${claim}`, () => {
      assert.deepEqual(verdictsOf(claim, passage), expected);
    });

  for (const [why, claim, passage, ...expected] of [
    [
      'that is another bound',
      'The fund has up to 126 million crowns',
      'The fund has up to 120 million crowns.',
      '126 million crowns notFound',
    ],
    [
      'of another range',
      'Waves were 15 to 40 metres high',
      'Waves were 15 to 30 metres high.',
      '15 to 40 metres notFound',
    ],
    ['of a date that is a bound itself', 'The bridge opens by 2029', 'The bridge opens by 2025.', '2029 notFound'],
    ['far away', 'The mill employs more than 100 weavers', 'The mill employs 5,500 weavers.', '100 notFound'],
    ['on the other side', 'The mill employs more than 183 weavers', 'The mill employs 140 weavers.', '183 notFound'],
    ['of another thing', 'The mill employs more than 183 weavers', 'The mill opened with 240 looms.', '183 notFound'],
    [
      'that is only a bound',
      'The bridge is at least 60 metres long',
      'It is up to 90 metres long.',
      '60 metres notFound',
    ],
    ['on the day itself', 'The bridge opened after 2015', 'The bridge opened on 2 May 2015.', '2015 found'],
    [
      'where the claim names a start',
      'The bridge has been open since 2015',
      'The bridge opened in 2018.',
      '2015 notFound',
    ],
    [
      'where "after" counts years',
      'The bridge opened the year after 2012',
      'The bridge opened in 2018.',
      '2012 notFound',
    ],
  ] as const)
    it(`does not hold a number ${why}`, () => {
      assert.deepEqual(verdictsOf(claim, passage), expected);
    });
});
