import assert from 'node:assert/strict';
import fc from 'fast-check';
import { findNumbers, type Quantity } from '../../../../src/core/evidence/numbers';
import { rewritings } from '../../../../src/core/evidence/numbers/rewriteNumber';

function read(text: string, language: string): Quantity {
  const [quantity] = findNumbers(text, language);
  assert.ok(quantity, text);
  return quantity;
}

/** How the number of a source is written in the place of a claim's, of which both are the only number in their text. */
function rewritten(claim: string, source: string, language = 'en', sourceLanguage = language, times = 1): string[] {
  const quantity = read(claim, language);
  const number = { written: quantity.surface, quantity };
  return rewritings(number, read(source, sourceLanguage), times, language, language === sourceLanguage);
}

describe('a number of a source, in the place of a claim’s,', () => {
  it('is written as the source writes it where both are in one language, and then as the claim does', () => {
    assert.deepEqual(rewritten('It held 96%.', 'It held 90 percent.'), ['90 percent', '90%']);
    assert.deepEqual(rewritten('价值6亿美元', '价值5.2亿美元', 'zh'), ['5.2亿美元', '5.2亿美元']);
  });

  it('has no sign where the claim says in words which way it went', () => {
    assert.equal(rewritten('It fell by 63%.', 'a change of -57%')[0], '57%');
    assert.equal(rewritten('a change of -63%', 'a change of -57%')[0], '-57%');
  });

  it('is written as the claim does where the source is in another language', () => {
    assert.deepEqual(rewritten('worth $0.6 billion', '价值5亿美元', 'en', 'zh'), ['$0.5 billion']);
    assert.deepEqual(rewritten('价值6亿美元', 'worth $1,250 million', 'zh', 'en'), ['12.5亿美元']);
    assert.deepEqual(rewritten('占96%', 'a share of 69.5%', 'zh', 'en'), ['69.5%']);
    assert.deepEqual(rewritten('im Wert von 0,6 Milliarden Dollar', 'worth $550 million', 'de', 'en'), [
      '0,55 Milliarden Dollar',
    ]);
  });

  it('has its thousands parted as the claim parts them', () => {
    assert.deepEqual(rewritten('exported 51,000 tonnes', '出口48728吨', 'en', 'zh'), ['48,728 tonnes']);
    assert.deepEqual(rewritten('exported 51 000 tonnes', '出口48728吨', 'en', 'zh'), ['48 728 tonnes']);
    assert.deepEqual(rewritten('exported 900 tonnes', '出口48728吨', 'en', 'zh'), ['48,728 tonnes']);
    assert.deepEqual(rewritten('出口900吨', 'exported 48,728 tonnes', 'zh', 'en'), ['48728吨']);
    assert.deepEqual(rewritten('51.000 Tonnen', '出口48700吨', 'de', 'zh'), ['48.700 Tonnen']);
  });

  it('is converted to the unit of the claim', () => {
    assert.deepEqual(rewritten('exported 51 kt', '出口48728吨', 'en', 'zh'), ['48.728 kt']);
  });

  it('is multiplied where a table says so', () => {
    assert.deepEqual(rewritten('a profit of $3.1 million', '2,840', 'en', 'en', 1000), ['$2.84 million']);
  });

  it('loses the capital of the start of its sentence', () => {
    assert.deepEqual(rewritten('about a third of it', 'Two thirds of it'), ['two thirds']);
    assert.deepEqual(rewritten('in June 2021', 'In May 2023'), ['May 2023']);
  });

  it('is a year in the place of a year', () => {
    assert.deepEqual(rewritten('in 2021', '2023年', 'en', 'zh'), ['2023']);
    assert.deepEqual(rewritten('2021年', 'in 2023', 'zh', 'en'), ['2023年']);
    assert.deepEqual(rewritten('2021年8月', 'in August 2023', 'zh', 'en'), []);
  });

  it('is not guessed at where the claim has none in digits, or where too many digits are needed', () => {
    assert.deepEqual(rewritten('占九成', 'a share of 69.5%', 'zh', 'en'), []);
    assert.deepEqual(rewritten('5 to 7 million tonnes', '出口600万吨', 'en', 'zh'), []);
    assert.deepEqual(rewritten('worth $6 billion', '价值1234567美元', 'en', 'zh'), []);
  });

  it('is read again as the same value, whatever the form of the claim', () => {
    const forms = ['5%', '$5', '5.5 million tonnes', '7,000 tonnes', '$1.25 billion', '40 kt'];
    fc.assert(
      fc.property(fc.constantFrom(...forms), fc.integer({ min: 1, max: 999_999 }), (form, value) => {
        const claim = read(`It was ${form}.`, 'en');
        const unit = form.slice(form.search(/[a-z%]*$/));
        const source = read(
          form.startsWith('$') ? `It was $${value}.` : `It was ${value}${unit === '%' ? '' : ' '}${unit}.`,
          'en',
        );
        for (const words of rewritings({ written: claim.surface, quantity: claim }, source, 1, 'en', false)) {
          const again = read(`It was ${words}.`, 'en');
          assert.ok(again.kind !== 'date' && source.kind !== 'date' && typeof again.value === 'number');
          assert.ok(Math.abs(again.low / source.low - 1) < 1e-9, `${words} for ${source.surface}`);
        }
      }),
    );
  });
});
