import assert from 'node:assert/strict';
import type { Passage } from '../../../../src/core/brief/types';
import { directiveOfQuote, textDirective } from '../../../../src/core/evidence/cards/original/textFragment';

/** The directive for the words between the bars `‹›` of one of the passages, decoded but for commas within a text. */
function directive(...marked: readonly string[]): string | null {
  const passages = marked.map((text): Passage => ({ text: text.replace(/[‹›]/g, ''), from: 'text' }));
  const index = marked.findIndex((text) => text.includes('‹'));
  const start = marked[index]?.indexOf('‹') ?? 0;
  const end = (marked[index]?.indexOf('›') ?? 1) - 1;
  return textDirective(passages, index, { start, end })?.replaceAll('%20', ' ') ?? null;
}

describe('The text directive of a stretch of a local copy', () => {
  it('has words before and after it, so that it is more than a few words', () => {
    assert.equal(directive('The mill shipped ‹48› crates in May.'), 'text=shipped-,48,-crates in');
  });

  it('has as many words around it as tell it from others like it', () => {
    const other = 'In May the old mill shipped 48 crates of rope.';
    assert.equal(
      directive(other, 'In May the old mill shipped ‹48› crates of salt.'),
      'text=mill shipped-,48,-crates of salt',
    );
  });

  it('has words of the paragraphs around where its own is repeated', () => {
    assert.equal(directive('North.', 'It lost ‹48›.', 'South.', 'It lost 48.'), 'text=It lost-,48.,-South');
  });

  it('is none where nothing tells the words from others', () => {
    assert.equal(directive('A.', 'It ‹lost› all.', 'B.', 'A.', 'It lost all.', 'B.'), null);
  });

  it('writes what means something in it in percents', () => {
    assert.equal(directive('It paid ‹1,200–3-4 & more›.'), 'text=1%2C200%E2%80%933%2D4 %26 more');
  });

  it('cuts no word, and no number', () => {
    assert.equal(directive("It didn't sto‹r›e 1,200.5 tons there."), "text=didn't-,store,-1%2C200.5 tons");
  });

  it('cuts Chinese at punctuation and at numbers only', () => {
    const found = directive('去年，芬洛磨坊运出‹48›箱货物，与上一年持平。');
    assert.equal(decodeURIComponent(found ?? ''), 'text=芬洛磨坊运出-,48,-箱货物');
  });

  it('goes from the head of a row to a cell that is like others', () => {
    const rows = ['Place | 2022 | 2023', 'Ordas | 48 | ‹12›', 'Kelmo | 48 | 12'];
    assert.equal(directive(...rows), 'text=Ordas,12');
  });

  it('names a long stretch by its first and last words', () => {
    const long = Array.from({ length: 60 }, (_, i) => `word${i}`).join(' ');
    assert.equal(directive(`‹${long}›`), 'text=word0 word1 word2 word3 word4,word55 word56 word57 word58 word59');
  });

  it('stands for the beginning of the passage if the stretch is empty', () => {
    const passages: Passage[] = [{ text: 'One two three four five six.', from: 'text' }];
    assert.equal(textDirective(passages, 0, { start: 0, end: 0 }), 'text=One%20two%20three%20four%20five');
  });
});

describe('The text directive of a quote', () => {
  it('is all of its words', () => {
    assert.equal(directiveOfQuote('China held 90% of it.'), 'text=China%20held%2090%25%20of%20it');
  });
  it('is none for a few words, which may stand anywhere', () => assert.equal(directiveOfQuote('90% of'), null));
});
