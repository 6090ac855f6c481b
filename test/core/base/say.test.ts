import assert from 'node:assert/strict';
import { say, speak } from '../../../src/core/base/say';

describe('What is said', () => {
  afterEach(() => speak(null));

  it('is English until another language is spoken', () => {
    assert.equal(say('It rose.'), 'It rose.');
    speak({ 'It rose.': '它上涨了。' });
    assert.equal(say('It rose.'), '它上涨了。');
    speak(null);
    assert.equal(say('It rose.'), 'It rose.');
  });

  it('is English where a language has no words for it', () => {
    speak({ 'It rose.': '它上涨了。' });
    assert.equal(say('{0} fell.', 'It'), 'It fell.');
  });

  it('has values in the order of the language', () => {
    speak({ '{0} of {1}': '{1} 中的 {0}' });
    assert.equal(say('{0} of {1}', 1, 'a'), 'a 中的 1');
  });

  it('has values as they are, whatever is in them', () => {
    assert.equal(say('{0} and {1}', '{1} $& $1', '{0}'), '{1} $& $1 and {0}');
    assert.equal(say('{0}, {1}', 'a'), 'a, {1}');
  });
});
