import assert from 'node:assert/strict';
import { type TextSpan, withBlanks } from '../../../../src/core/base/text';
import { PlacedWords, wordsOf } from '../../../../src/core/evidence/conflicts/placedWords';

const TEXTS = [
  'Acme’s plant T-400.5 at Oslo, and the C3PO: district 1.2.',
  '2023年包头的稀土产量为CO2排放2b号，和丙 上海。',
  "Zoë's cafe\u0301 (x) 𝐀b٣.5 ー々 don't-stop “all”…now",
];

/** All stretches of a text. */
function* stretchesOf({ length }: string): Iterable<TextSpan> {
  for (let start = 0; start <= length; start++) for (let end = start; end <= length; end++) yield { start, end };
}

describe('The words of a sentence with their places', () => {
  it('are those of each part as they are read alone', () => {
    for (const text of TEXTS) {
      const words = new PlacedWords(text, 'en');
      for (const stretch of stretchesOf(text)) {
        const part = text.slice(stretch.start, stretch.end);
        assert.deepEqual(new Set(words.keys(stretch)), new Set(wordsOf(part, 'en')), part);
      }
    }
  });

  it('are those of the text with blanks in the place of a part', () => {
    for (const text of TEXTS) {
      const words = new PlacedWords(text, 'en');
      for (const stretch of stretchesOf(text)) {
        const rest = withBlanks(text, [stretch]);
        assert.deepEqual(new Set(words.without([stretch]).keys()), new Set(wordsOf(rest, 'en')), rest);
      }
    }
  });
});
