import assert from 'node:assert/strict';
import { parseBrief } from '../../../src/core/brief/parseBrief';
import { emphasisOf, otherDirection } from '../../../src/core/page/markdown/scripts';
import { renderBrief } from '../../../src/core/page/renderBrief';

const render = (body: string, language = 'en') =>
  renderBrief(parseBrief(`---\nlanguage: ${language}\n---\n\n${body}\n`));

describe('the direction of a block', () => {
  it('is said where all of it runs the other way', () => {
    assert.match(render('هذه فقرة عربية.'), /<p data-line="4" dir="rtl"/);
    assert.match(render('An English paragraph here, with more.', 'ar'), /<p data-line="4" dir="ltr"/);
    assert.match(render('## An English heading', 'he'), /<h2[^>]* dir="ltr"/);
    assert.match(render('- An English claim of 5 parts.', 'ar'), /<div data-line="4" dir="ltr" class="insight/);
  });

  it('is the page’s where both are in it, or little is', () => {
    for (const text of ['يقول Tesla and others إن', 'NdFeB', 'Tesla Motors', '12 %', '`only some code here`'])
      assert.doesNotMatch(render(text, 'ar'), /<p[^>]* dir=/, text);
    assert.equal(otherDirection('שלום', 'ltr'), null);
  });
});

describe('emphasis', () => {
  it('is in marks in Chinese, Japanese and Korean, and bolder in Arabic and Hebrew', () => {
    assert.match(render('这是*重要*的。', 'zh'), /<em class="em-marked">重要<\/em>/);
    assert.equal(emphasisOf('重要'), 'em-marked');
    assert.equal(emphasisOf('중요'), 'em-marked');
    assert.equal(emphasisOf('مهم'), 'em-bolder');
    assert.equal(emphasisOf('חשוב'), 'em-bolder');
  });

  it('is in italics in scripts that have them, whatever the language of the brief', () => {
    assert.match(render('见*Rare Earths*。', 'zh'), /<em>Rare Earths<\/em>/);
  });
});
