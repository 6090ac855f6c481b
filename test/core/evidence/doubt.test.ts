import assert from 'node:assert/strict';
import { inspectBrief, parseBrief } from '../../../src/core';
import { claimBeside } from '../rules/claimBeside';
import { problemsOf } from '../rules/ruleTest';

const CODE = 'number/not-in-source';
const briefOf = (claim: string, passage: string) => claimBeside(`- ${claim} [1].`, [passage]);
const severitiesOf = (claim: string, passage: string) =>
  problemsOf(CODE, briefOf(claim, passage)).map(({ severity }) => severity);
const doubtsOf = (claim: string, passage: string) =>
  inspectBrief(parseBrief(briefOf(claim, passage))).insights.flatMap(({ numbers }) =>
    numbers.flatMap(({ doubt }) => doubt ?? []),
  );

const LONG_CLAIM =
  'The ferry between Turku and Stockholm carried 4,210 passengers through heavy storms, frozen harbours, thunder and darkness every winter';
const LONG_PASSAGE =
  `The ferry sails between Turku and Stockholm, and carried passengers through heavy storms, frozen harbours, thunder and darkness every winter, with room for 380 cars. ${'Crews changed often. '.repeat(60)}`.trim();

describe('A number that no passage has', () => {
  for (const [doubt, claim, passage] of [
    ['attribute', 'The 1987 novel Ebb was filmed in Turku', 'The novel Ebb was filmed in Turku by Aino Salo.'],
    ['derived', 'Sales of tents were 14% higher than those of stoves', 'The shop sold 51 tents and 48 boots.'],
    ['today', 'The ferry sank 40 years ago', 'The ferry sank on 3 March 1987 off Turku.'],
    ['counted', 'Salo has sung in more than 5 choirs', 'Salo has sung in the choirs of Turku, Oulu, Vaasa and Lahti.'],
    [
      'counted',
      'The mill sells fewer than 9 cloths of Turku',
      'The mill of Turku sells Zero Wool, Plain Wool and Felt.',
    ],
    [
      'bounded',
      'The ferry of Turku cost under 90 million crowns',
      'The ferry of Turku sails all winter through ice, fog and whatever else the sea sends. Price: 71 million crowns',
    ],
    ['season', 'Salo led the choir of Turku in the 2007-08 season', 'Salo led the choir of Turku. She won in 2008.'],
    ['excerpt', LONG_CLAIM, LONG_PASSAGE],
  ] as const)
    it(`is only to be compared if it is ${doubt}: ${claim}`, () => {
      assert.deepEqual(doubtsOf(claim, passage), [doubt]);
      assert.deepEqual(severitiesOf(claim, passage), ['information']);
    });

  for (const [why, claim, passage] of [
    ['a year says when something happened', 'The novel Ebb was filmed in 1987', 'The novel Ebb was filmed in Turku.'],
    [
      'the passage gives the same noun another year',
      'The 1987 novel Ebb was filmed',
      'Ebb is a 1989 novel by Aino Salo.',
    ],
    ['nothing is there to work it out from', 'Sales of ferries rose by 14%', 'Sales of ferries rose in Turku.'],
    [
      'the passage gives the change itself',
      'Sales of ferries rose by 14%',
      'Sales of ferries rose by 9%, from 41 to 45.',
    ],
    ['the passage names no date', 'The ferry sank 40 years ago', 'The ferry sank off Turku in a storm.'],
    ['a passage is long but of other things', 'The ferry carried 4,210 passengers', LONG_PASSAGE],
    [
      'a small count lies in the range of some number',
      'Salo sang with over 5 boys of Turku',
      'Salo of Turku owns 8 boats.',
    ],
    ['the seasons differ', 'Salo led the choir of Turku in the 2007-08 season', 'Salo led the choir of Turku in 2011.'],
    ['the passage counts other things', 'Salo has sung in more than 5 choirs', 'Salo has sung in 2 choirs.'],
  ] as const)
    it(`is a warning where ${why}`, () => {
      assert.deepEqual(severitiesOf(claim, passage), ['warning']);
    });

  it('says "Compare" where it is doubtful', () => {
    const [problem] = problemsOf(
      CODE,
      briefOf('The 1987 novel Ebb was filmed in Turku', 'The novel Ebb was filmed in Turku.'),
    );
    assert.equal(problem?.message, 'Compare: 1987 is not found in [1].');
  });
});
