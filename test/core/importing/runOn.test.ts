import assert from 'node:assert/strict';
import { splitRunOn } from '../../../src/core/importing/text/runOn';

/** Headings as `# …`, items as `- …`, paragraphs as they are; null where the text is not run on. */
function split(text: string, inItem = false): string[] | null {
  const pieces = splitRunOn(text, inItem);
  return (
    pieces?.map((piece) => {
      if (piece.kind === 'verbatim') return piece.lines.join('\n');
      if (piece.kind === 'heading') return `# ${piece.text}`;
      return piece.kind === 'item' ? `${piece.marker} ${piece.text}` : piece.text;
    }) ?? null
  );
}

describe('splitRunOn', () => {
  it('takes the words between a citation and a mark for the next heading', () => {
    assert.deepEqual(split('Ore Supply - Mines reopened [1][2] - Output doubled [3] Price Outlook - Prices fall [4]'), [
      '# Ore Supply',
      '- Mines reopened [1][2]',
      '- Output doubled [3]',
      '# Price Outlook',
      '- Prices fall [4]',
    ]);
  });

  it('knows a heading in sentence case after a citation', () => {
    assert.deepEqual(split('Ore - Mines reopened [1] Recent developments - The state bought in [2]'), [
      '# Ore',
      '- Mines reopened [1]',
      '# Recent developments',
      '- The state bought in [2]',
    ]);
  });

  it('starts a bullet after a full stop too', () => {
    assert.deepEqual(split('Ore Supply - Mines reopened. - Output doubled. Price Outlook - Prices fall.'), [
      '# Ore Supply',
      '- Mines reopened.',
      '- Output doubled.',
      '# Price Outlook',
      '- Prices fall.',
    ]);
  });

  it('starts a bullet after a claim with neither citation nor full stop, where the text is run on', () => {
    assert.deepEqual(split('Ore Supply - Mines reopened in the north - Output doubled [1] - Prices fell [2]'), [
      '# Ore Supply',
      '- Mines reopened in the north',
      '- Output doubled [1]',
      '- Prices fell [2]',
    ]);
  });

  it('finds a heading in title case behind such a claim', () => {
    assert.deepEqual(split('Ore Supply - Mines reopened [1] - Output doubled Price Outlook - Prices fall [2]'), [
      '# Ore Supply',
      '- Mines reopened [1]',
      '- Output doubled',
      '# Price Outlook',
      '- Prices fall [2]',
    ]);
  });

  it('takes no name behind a preposition for a heading', () => {
    const text = 'Ore Supply - Mines reopened [1] - The sale by Northern Ridge Metals - Anders pays - closed [2]';
    assert.deepEqual(split(text), [
      '# Ore Supply',
      '- Mines reopened [1]',
      '- The sale by Northern Ridge Metals - Anders pays - closed [2]',
    ]);
  });

  it('leaves the hyphens of sentences alone', () => {
    const text = 'Ore Supply - The mine is low-cost - yes, low-cost - and new [1] - U.S. - Japan talks failed [2]';
    assert.deepEqual(split(text), [
      '# Ore Supply',
      '- The mine is low-cost - yes, low-cost - and new [1]',
      '- U.S. - Japan talks failed [2]',
    ]);
  });

  it('splits Chinese text', () => {
    assert.deepEqual(split('供应 - 矿山重新投产[1][2] - 产量翻倍[3] 价格展望 - 价格下降[4] - 需求疲软。'), [
      '# 供应',
      '- 矿山重新投产[1][2]',
      '- 产量翻倍[3]',
      '# 价格展望',
      '- 价格下降[4]',
      '- 需求疲软。',
    ]);
  });

  it('splits at round bullets wherever they stand', () => {
    assert.deepEqual(split('Key points • mines reopened • output doubled'), [
      '# Key points',
      '- mines reopened',
      '- output doubled',
    ]);
  });

  it('splits at numbers that count up from one', () => {
    assert.deepEqual(split('Main Findings 1. Mines reopened [1] 2. Output rose by 3. 5 of them closed [2]'), [
      '# Main Findings',
      '1. Mines reopened [1]',
      '2. Output rose by 3. 5 of them closed [2]',
    ]);
  });

  it('takes the bold marks off a heading', () => {
    assert.deepEqual(split('**Ore supply** - Mines reopened [1] - Output doubled [2] **Prices**: - Prices fell [3]'), [
      '# Ore supply',
      '- Mines reopened [1]',
      '- Output doubled [2]',
      '# Prices',
      '- Prices fell [3]',
    ]);
  });

  it('keeps the first words of an item as an item', () => {
    assert.deepEqual(split('Mines reopened [1] - Output doubled [2] Prices - They fell [3]', true), [
      '- Mines reopened [1]',
      '- Output doubled [2]',
      '# Prices',
      '- They fell [3]',
    ]);
  });

  for (const text of [
    'It is low-cost - yes, low-cost. And new - very new - as well.',
    'The talks went on. However - China objected - nothing came of it.',
    '“I came, I saw.” - Caesar',
    'Exports rose – Beijing said – by 4 % [1].',
    'An area of 5 * 3 * 2 metres.',
    'Page 1. See also page 2. That is all.',
    '1990 - The mine opens [1]',
    '',
  ]) {
    it(`does not split "${text}"`, () => {
      assert.equal(split(text), null);
    });
  }

  for (const unit of ['a - B ', 'A - ', 'Word. - ', '[1] - ', '• ', ' - [', '1. ']) {
    it(`ends on a long text of "${unit}", and adds nothing to it`, () => {
      const text = unit.repeat(50_000);
      let length = 0;
      for (const piece of splitRunOn(text, false) ?? []) length += 'text' in piece ? piece.text.length : 0;
      assert.ok(length <= text.length);
    });
  }
});
