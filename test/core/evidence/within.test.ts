import assert from 'node:assert/strict';
import { inspectBrief, parseBrief } from '../../../src/core';
import { evidenceIn, verdictOf } from '../../../src/core/evidence/cards/verdict';
import { claimOf } from '../../../src/core/evidence/claims';
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
    ['The mill employs more than 190 weavers', 'The mill employs 240 weavers.', '190 within'],
    ['The mill employs fewer than 400 weavers', 'The mill employs 240 weavers.', '400 within'],
    ['The bridge is at least 40 metres long', 'The bridge is 46 metres long.', '40 metres within'],
    ['More than half of the mill burned', 'Of the mill, 61% burned.', 'half within'],
    ['The mill has between 200 and 300 weavers', 'The mill has 240 weavers.', '200 and 300 within'],
    ['The bridge opened after 2015', 'The bridge opened on 2 May 2016.', '2015 within'],
    ['The bridge opened before March 9, 2016', 'The bridge opened on 8 March 2016.', 'March 9, 2016 within'],
    ['The bridge opened by 2018', 'The bridge opened in 2016.', '2018 within'],
    ['The bridge opened the year before 2017', 'The bridge opened on 2 May 2016.', '2017 within'],
    ['The bridge opened 3 years after 2013', 'The bridge opened in 2016.', '3 years within', '2013 within'],
    ['The quay is less than 5 miles north of Arvika', 'The quay lies 3 km north of Arvika.', '5 miles within'],
    ['The mill has between 300 and 200 weavers', 'The mill has 240 weavers.', '300 and 200 within'],
    [
      'Half of the weavers waited 9 days or longer',
      'The median wait of weavers was 9 days.',
      'Half within',
      '9 days found',
    ],
    ['The fund has more than 5 million crowns', 'The fund has over 6.5 million crowns.', '5 million crowns within'],
    ['The fund has under 9 million crowns', 'The fund has less than 6 million crowns.', '9 million crowns within'],
    ['Das Zelt stand vor 1930 im Park', 'Das Zelt stand 1921 im Park.', '1930 within'],
    ['全年支出没有超过800亿元', '全年支出达755亿元。', '800亿元 within'],
    ['大桥在2015年之后通车', '大桥于2016年通车。', '2015年 within'],
  ] as const)
    it(`holds what the passage says: ${claim}`, () => {
      assert.deepEqual(verdictsOf(claim, passage), expected);
    });

  for (const [why, claim, passage, ...expected] of [
    [
      'that is another bound',
      'The fund has up to 85 million crowns',
      'The fund has up to 80 million crowns.',
      '85 million crowns notFound',
    ],
    [
      'that is another reported bound',
      'The fire killed at least 40 weavers',
      'The fire killed at least 42 weavers.',
      '40 notFound',
    ],
    [
      'of another range',
      'Waves were 20 to 55 metres high',
      'Waves were 20 to 35 metres high.',
      '20 to 55 metres notFound',
    ],
    ['of a date that is a bound itself', 'The bridge opens by 2031', 'The bridge opens by 2027.', '2031 notFound'],
    ['far away', 'The mill employs more than 120 weavers', 'The mill employs 7,000 weavers.', '120 notFound'],
    ['that it denies', '全年支出没有超过800亿元', '全年支出达855亿元。', '800亿元 notFound'],
    ['on the other side', 'The mill employs more than 190 weavers', 'The mill employs 140 weavers.', '190 notFound'],
    ['of another thing', 'The mill employs more than 190 weavers', 'The mill opened with 240 looms.', '190 notFound'],
    [
      'that is only a bound',
      'The bridge is at least 40 metres long',
      'It is up to 90 metres long.',
      '40 metres notFound',
    ],
    ['on the day itself', 'The bridge opened after 2015', 'The bridge opened on 2 May 2015.', '2015 found'],
    [
      'of another year away',
      'The bridge opened 3 years after 2013',
      'The bridge opened in 2015.',
      '3 years notFound',
      '2013 notFound',
    ],
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

  it('is said on the card', () => {
    const brief = parseBrief(
      claimBeside('- The mill employs more than 190 weavers [1].', ['The mill employs 240 weavers.']),
    );
    const claim = claimOf(brief, 0);
    assert.ok(claim);
    const said = evidenceIn(claim).map((one) => verdictOf(brief, one));
    assert.deepEqual(
      said.map((one) => `${one?.word}${one?.rest}`),
      ['Found in [1], within what the claim says'],
    );
  });
});
