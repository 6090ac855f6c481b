import assert from 'node:assert/strict';
import { inSmallLetters, quickToCompile, wordPattern } from '../../../src/core/languages/wordLists';

/** Where a pattern finds words in a text, one after the other. */
function found(pattern: ReturnType<typeof wordPattern>, text: string): [string, number][] {
  const words: [string, number][] = [];
  pattern.lastIndex = 0;
  for (let match = pattern.exec(text); match; match = pattern.exec(text)) words.push([match[0], match.index]);
  return words;
}

describe('A pattern of words', () => {
  it('finds them as whole words, in any case, one after the other', () => {
    const pattern = wordPattern('rose|fell', false);
    const text = 'Roses rose, prose FELL, felled';
    for (let time = 0; time < 2; time++)
      assert.deepEqual(found(pattern, text), [
        ['rose', 6],
        ['FELL', 18],
      ]);
  });

  it('finds none where they are inside of others alone', () => {
    const pattern = wordPattern('rose|fell', false);
    assert.equal(pattern.test('A prose that felled'), false);
    assert.equal(pattern.test('4rose'), false);
    assert.equal(pattern.test('rose'), true);
  });

  it('finds a longer word of its list where a shorter one is a part of it', () => {
    assert.deepEqual(found(wordPattern('up|upward', false), 'upward'), [['upward', 0]]);
  });

  it('finds words of any form, also such that start alike', () => {
    const list = String.raw`(?:went|grew) up|grow(?:s|n)|[xy]-ray|\(c\)|a?side|was|won|(?<=% )up`;
    const text = 'It went up, grows 5% up, won a Y-ray (c) beside the aside, and was.';
    assert.deepEqual(
      found(wordPattern(list, false), text).map(([word]) => word),
      ['went up', 'grows', 'up', 'won', 'Y-ray', '(c)', 'aside', 'was'],
    );
  });

  it('goes on behind a part of a word', () => {
    assert.deepEqual(found(wordPattern('rose|𝐀', false), 'roses 𝐀x rose'), [['rose', 10]]);
  });

  it('finds them anywhere where a language parts no words', () => {
    assert.deepEqual(found(wordPattern('上升', true), '价格上升了'), [['上升', 2]]);
  });
});

describe('A pattern for small letters', () => {
  it('is the same but for its large letters, those that it escapes aside', () => {
    assert.equal(inSmallLetters(String.raw`\b(?:I|We)\S\p{Lu}\D É[A-Z]`), String.raw`\b(?:i|we)\S\p{Lu}\D é[a-z]`);
  });
});

describe('A pattern that is quick to compile', () => {
  it('looks ahead at nothing behind each group of alternatives, and each that may be missing, where more follows', () => {
    assert.equal(quickToCompile('^(?:and|but) (?:so )?rise(?:s|n)'), '^(?:and|but)(?=) (?:so )?(?=)rise(?:s|n)');
    assert.equal(quickToCompile('(?:a(?:b|c)|d)e'), '(?:a(?:b|c)|d)(?=)e');
    assert.equal(quickToCompile('(?:a|b){0,2}?c|(?:d)e'), '(?:a|b){0,2}?(?=)c|(?:d)e');
  });

  it('has what looks around, what is escaped and classes as they are', () => {
    const source = String.raw`(?<!a|b)c(?=d|e)f\(g|h\)?i[(|)]?j(?!k|l)m`;
    assert.equal(quickToCompile(source), source);
  });

  it('finds the same', () => {
    const source = '(?:(?:rose|fell) )*(?:by|to)? ?(\\d+)';
    const text = 'rose fell by 12, to 3';
    const [slow, quick] = [source, quickToCompile(source)].map((one) => [...text.matchAll(new RegExp(one, 'g'))]);
    assert.deepEqual(quick, slow);
  });
});
