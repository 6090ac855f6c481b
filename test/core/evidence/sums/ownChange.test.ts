import assert from 'node:assert/strict';
import { findNumbers } from '../../../../src/core/evidence/numbers';
import { ownChanges } from '../../../../src/core/evidence/sums/ownChange';

/** What a sentence states of its own ends: the change, the calculation, and what it makes where that is not the change. */
function changesIn(text: string, language = 'en'): string[] {
  return ownChanges(text, findNumbers(text, language), language).map(
    ({ amount, calculation: { formula, isRight, result } }) =>
      `${amount.surface}: ${formula}${isRight ? '' : ` = ${result}`}`,
  );
}

describe('Changes that a sentence states with both ends', () => {
  for (const [text, found, language = 'en'] of [
    ['Sales rose by 25% from $200 million to $250 million.', '25%: ($250 million − $200 million) ÷ $200 million'],
    ['Sales rose by 45% from $200 million to $250 million.', '45%: ($250 million − $200 million) ÷ $200 million = 25'],
    ['Sales rose from 40,000 to 80,000 units, up 90%.', '90%: (80,000 − 40,000) ÷ 40,000 = 100'],
    [
      'Costs were cut by $50 million from $200 million to $140 million.',
      '$50 million: $140 million − $200 million = 60000000',
    ],
    ['The rate rose by 1.5 percentage points from 4.1% to 4.9%.', '1.5 percentage points: 4.9% − 4.1% = 0.8'],
    ['Sales tripled from 40,000 in 2022 to 80,000 in 2023.', 'tripled: 80,000 ÷ 40,000 = 2'],
    ['Staff doubled from 40 people to 79 people.', 'doubled: 79 ÷ 40'],
    ['The water warmed by 8°C from 10°C to 15°C.', '8°C: 15°C − 10°C = 5'],
    ['Emissions halved from 40 Mt to 30 Mt.', 'halved: 30 Mt ÷ 40 Mt = 0.75'],
    ['销量从4.0万台增长到8.0万台，增长150%。', '150%: (8.0万 − 4.0万) ÷ 4.0万 = 100', 'zh'],
    ['销量从4.0万台增长到8.0万台，增长了1倍。', '1倍: (8.0万 − 4.0万) ÷ 4.0万', 'zh'],
    ['销量增长近一倍，从4万台到7.8万台。', '一倍: (7.8万 − 4万) ÷ 4万', 'zh'],
    ['销量增长两倍，从4万台到12万台。', '两倍: (12万 − 4万) ÷ 4万', 'zh'],
    ['销量增长五倍，从4.0万台到12.0万台。', '五倍: (12.0万 − 4.0万) ÷ 4.0万 = 2', 'zh'],
  ] as const)
    it(`are worked out: ${text}`, () => assert.deepEqual(changesIn(text, language), [found]));

  for (const [what, text] of [
    ['another thing', 'Sales rose from $200 million to $250 million, profit by 10%.'],
    ['another place', 'Prices rose 5% in Asia, and in Europe from $200 to $250.'],
    ['a rate a year', 'The market grows from $38 billion in 2023 to $166 billion in 2031, at a yearly rate of 18%.'],
    ['an effect of it', 'A shape from 1.0 to 1.5 with a gap of 0.1 gave 10% more power.'],
    ['years', 'From 2022 to 2023 sales rose by 25%.'],
    ['a temperature', 'Conductivity drops 40% from 25°C to −20°C.'],
    ['a sentence with two changes', 'It rose 5% from $20 to $21 and 9% from $40 to $44.'],
  ] as const)
    it(`are not those of ${what}`, () => assert.deepEqual(changesIn(text), []));

  it('count as rounded as their ends are', () => {
    assert.deepEqual(changesIn('Sales rose by 27% from $2.0 million to $2.5 million.'), [
      '27%: ($2.5 million − $2.0 million) ÷ $2.0 million',
    ]);
  });
});
