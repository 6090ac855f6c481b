import assert from 'node:assert/strict';
import { findWords } from '../../src/extension/preview/findWords';

const found = (text: string, words: string, nth = 0) => {
  const place = findWords(text, words, nth);
  return place && text.slice(0, place.start).length + text.slice(place.start, place.end);
};

describe('words of the page', () => {
  it('are found in the text of their block', () => {
    assert.equal(found('- China has 90% of it. [1]', '90%'), '1290%');
  });

  it('are those that are meant where they stand more than once', () => {
    assert.equal(found('one two one', 'one', 1), '8one');
  });

  it('are the last where the text has them less often than the page', () => {
    assert.equal(found('one two', 'one', 5), '0one');
  });

  it('are found across line breaks and marks', () => {
    assert.equal(found('very **rare\nearths** here', 'very rare earths'), '0very **rare\nearths');
  });

  it('are found by what they say, whatever signs are in them', () => {
    assert.equal(found('a (b*c) [d]', '(b*c)'), '2(b*c)');
  });

  it('are not found where they are not', () => {
    assert.equal(found('one', 'two'), null);
    assert.equal(found('one', ' '), null);
  });
});
