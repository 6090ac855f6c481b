import assert from 'node:assert/strict';
import { pointOfClaim } from '../../../src/core/document/claims/pointOfClaim';

/** The words that need a source the most in a text of one sentence. */
function pointIn(text: string): string {
  const { start, end } = pointOfClaim(text, [{ span: { start: 0, end: text.length }, weight: 1 }]);
  return text.slice(start, end);
}

describe('The words of a claim that need its source the most', () => {
  for (const [what, text, words] of [
    ['an amount of money', 'In 2023 the mine sold ore for $4.2 billion to Japan.', '$4.2 billion'],
    ['a share', 'In 2023 China refined 90 % of it.', '90 %'],
    ['a range of shares', 'Prices fell by 10–20% in 2023.', '10–20%'],
    ['a Chinese amount', '该矿2023年出口额为42亿美元。', '42亿美元'],
    ['a number with its unit', 'A truck carries 240 tonnes of ore.', '240 tonnes'],
    ['a year', 'The mine was closed in 1998 by its owner.', '1998'],
    ['a name', 'The mine was sold to Harbour Mining by its owner.', 'Harbour Mining'],
    ['a title in Chinese marks', '该数据出自《稀土年鉴》一书。', '《稀土年鉴》'],
    ['the last words', 'Most miners are paid less than the average.', 'than the average'],
    ['the last Chinese characters', '多数矿工的工资低于平均水平。', '工资低于平均水平'],
    ['an amount without the full stop behind it', 'The wheel of the mill cost $3.', '$3'],
  ] as const)
    it(`are ${what}: ${text}`, () => assert.equal(pointIn(text), words));

  it('take no number of a link, a path or a name for an amount', () => {
    assert.equal(pointIn('The report /a/2023 of b2b-4 was sold to Harbour Mining.'), 'Harbour Mining');
  });

  it('are not in a tag of HTML', () => {
    assert.equal(pointIn('<img src="a.svg" width="220"> Ore was sold for 40 tonnes of tin.'), '40 tonnes');
    assert.equal(pointIn('Ore is dug up in <b title="A Mine">many places</b>'), 'many places');
    assert.equal(pointIn('Fewer than <5 of them are left.'), '5');
  });

  it('are not in code, nor in the parentheses around it', () => {
    assert.equal(
      pointIn('`regexp.js`: Frequent allocations trigger cleanup (`List::delete` 27%).'),
      'allocations trigger cleanup',
    );
    assert.equal(pointIn('`utf8 8`: It takes 3 bytes for a sign.'), '3');
    assert.equal(pointIn('`a.js`'), 'js');
  });

  it('stand in the sentence that weighs most', () => {
    const text = 'It is 5 years old. It sold 40 tonnes. It has 3 owners.';
    const sentences = [
      { span: { start: 0, end: 18 }, weight: 0.5 },
      { span: { start: 19, end: 37 }, weight: 2 },
      { span: { start: 38, end: 54 }, weight: 1 },
    ];
    const { start, end } = pointOfClaim(text, sentences);
    assert.equal(text.slice(start, end), '40 tonnes');
  });
});
