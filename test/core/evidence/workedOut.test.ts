import assert from 'node:assert/strict';
import { inspectBrief, parseBrief } from '../../../src/core';
import { claimBeside } from '../rules/claimBeside';

/** The numbers of a claim with their verdicts; `within` for a number of the passage in the claim's range, else the doubt. */
function verdictsOf(claim: string, passage: string, title?: string): string {
  const brief = claimBeside(`- ${claim} [1].`, [passage]);
  const titled = title === undefined ? brief : brief.replace('title: A', `title: ${title}`);
  const { insights } = inspectBrief(parseBrief(titled));
  return insights
    .flatMap(({ numbers }) =>
      numbers.map(({ surface, verdict, within, doubt }) => `${surface}: ${within ? 'within' : (doubt ?? verdict)}`),
    )
    .join('; ');
}

describe('A number that a passage only implies', () => {
  for (const [why, claim, passage, expected] of [
    [
      'an age at death',
      'Salo lived for 61 years',
      'Aino Salo (23 April 1891 – 5 May 1952) built ferries.',
      '61 years: found',
    ],
    ['an age today', 'Salo is 44 years old', 'Aino Salo (born 3 March 1979) builds ferries.', '44 years old: today'],
    [
      'a stretch that goes on',
      'The ferry has run for over 30 years',
      'The ferry has run since 1987.',
      '30 years: today',
    ],
    [
      'a list with commas',
      'The mill has 3 owners',
      'Owners of the mill are Ana Ruiz, Bo Lund and Cem Ak.',
      '3: within',
    ],
    ['a list with semicolons', 'The mill has 3 owners', 'Owners of the mill: Ana Ruiz; Bo Lund; Cem Ak', '3: within'],
    ['"halved"', 'The mill sells half as much flour', 'Sales of flour by the mill halved.', 'half: within'],
    ['a bound from the other side', 'The mill earned less than $200', 'The mill earned over $196.', '$200: within'],
    [
      'a likely number in the range',
      'Fewer than 480 people drowned',
      'There were 470 deaths by drowning.',
      '480: within',
    ],
    ['a year that is denied', 'The mill was not built in the 1980s', 'The mill was built in 1993.', '1980s: within'],
    ['a decimal share', 'Of the tents, 96% held', 'Share of tents that held: 0.963', '96%: found'],
    [
      'the level before a change',
      'A year earlier, the mill had 282.7 tonnes of flour',
      'The mill added 18.9 tonnes of flour in a dry summer and ended the year with 301.6 tonnes.',
      '282.7 tonnes: found',
    ],
    ['"tripled"', 'The mill has three times as many looms', 'The looms of the mill tripled.', 'three times: within'],
    [
      'more than so many times',
      'The new mill cost over six times as much as the old mill',
      'The new mill cost 65 crowns, and the old mill cost 9.9 crowns.',
      'six times: found',
    ],
    [
      'a share that a denial leaves',
      'Over 99% of the flour of the mill is not sold',
      'Less than 1% of the flour of the mill is sold.',
      '99%: found',
    ],
    [
      'a whole without its part, with a change between them',
      'The mill made 51 tonnes of flour that were not sold',
      'The mill made 399 tonnes of flour, 6% more than before, of which 348 tonnes were sold.',
      '51 tonnes: found',
    ],
    [
      'a change of a bare number',
      'The mill raised its output by 65 tonnes',
      'The mill raised its output from 77 tonnes to 142.',
      '65 tonnes: found',
    ],
    [
      'a change between two sentences',
      'From 2021 to 2023 the fee rose by €424',
      'The fee was €4,242 in 2021. It came to €4,666 in 2023, and the fee is due in May.',
      '2021 to 2023: found; €424: found',
    ],
    [
      'a part of a sum',
      'The towns pay 2.5 million euros to the mill',
      'The mill gets five million euros, half of it from the towns.',
      '2.5 million euros: found',
    ],
  ] as const)
    it(`is found, or only to be compared: ${why}`, () => {
      assert.equal(verdictsOf(claim, passage), expected);
    });

  for (const [why, claim, passage, expected] of [
    [
      'an age beside no date',
      'Salo is 12 years old',
      'Aino Salo builds ferries for 5 towns.',
      '12 years old: notFound',
    ],
    ['an age in the past', 'Salo was 12 years old', 'Aino Salo was born in 1950.', '12 years old: notFound'],
    [
      'another number of owners',
      'The mill has 4 owners',
      'The mill belongs to Ana Ruiz, Bo Lund and Cem Ak.',
      '4: notFound',
    ],
    ['a date that is denied, and said', 'The mill was not built in 1993', 'The mill was built in 1993.', '1993: found'],
    [
      'a share that both deny',
      'Some 70% of the flour of the mill is not sold',
      'Some 30% of the flour of the mill is not sold.',
      '70%: notFound',
    ],
    [
      'so many times as much, and the number by itself',
      'The new mill makes five times as much flour as the old mill',
      'The mill has 4.9 tonnes of flour, and 5 tonnes of oats.',
      'five times: derived',
    ],
    [
      'how often something was',
      'The mill won it five times after the flood',
      'The mill won it in 5 years.',
      'five: found',
    ],
    ['"not until"', 'The mill was not built until 1980', 'The mill was built in 1993.', '1980: notFound'],
    [
      'parts that the claim names',
      'Oats and rye together made 38% of the flour',
      'Oats made 28% of the flour, rye 27% and corn 10%.',
      '38%: notFound',
    ],
  ] as const)
    it(`is looked for as it stands: ${why}`, () => {
      assert.equal(verdictsOf(claim, passage), expected);
    });
});

describe('A quote', () => {
  it('is about what its title names', () => {
    assert.equal(
      verdictsOf('Ebb is worth 20 million euros', 'Oil on canvas, 1604.', 'Ebb'),
      '20 million euros: notFound',
    );
  });
});
