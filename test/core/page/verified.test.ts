import assert from 'node:assert/strict';
import { applyEdits } from '../../../src/core/base/text';
import { parseBrief } from '../../../src/core/brief/parseBrief';
import { markVerified } from '../../../src/core/editor/editing/markVerified';
import { renderBrief } from '../../../src/core/page/renderBrief';
import { wordsOf } from './html';

const STAMP = { date: '2025-08-07', reviewer: 'AZ' };

/** A brief in a language, with one insight that is verified. */
function verified(language: string): string {
  const text = `---\ntitle: T\nlanguage: ${language}\n---\n\n- It rose by 2% in 2024 [1].\n- It fell [1].\n\n## Sources\n\n- [1] One https://a.example\n`;
  const at = text.indexOf('rose');
  return applyEdits(text, markVerified(parseBrief(text), [{ start: at, end: at }], STAMP).edits);
}

describe('what a page shows of a review', () => {
  const mark = /<span class="tag verified" role="img" title="([^"]*)" aria-label="([^"]*)">✓ AZ<\/span>/;
  const text = verified('en');

  it('is a check mark behind the claim, which says who verified it and when', () => {
    const [, title, label] = mark.exec(renderBrief(parseBrief(text))) ?? [];
    assert.equal(title, 'Verified on 7 August 2025 by AZ');
    assert.equal(label, title);
  });

  it('is how many are verified, beside how many are cited', () => {
    assert.match(wordsOf(renderBrief(parseBrief(text))), /2 of 2 insights cited · 1 verified/);
    assert.doesNotMatch(renderBrief(parseBrief(text.replace(/ <!--.*-->/, ''))), /verified/);
  });

  it('is for writers alone that something has changed since', () => {
    const changed = parseBrief(text.replace('2%', '3%'));
    const preview = renderBrief(changed, { evidence: 'on-demand' });
    assert.match(preview, /title="Verified on 7 August 2025 by AZ">changed since it was verified</);
    const page = renderBrief(changed, { evidence: 'in-page' });
    assert.doesNotMatch(page, /verified/);
  });

  for (const language of ['de', 'fr', 'es', 'zh', 'zh-Hant', 'ja', 'ko', 'ar', 'he', 'fa'])
    it(`is said in the language of the brief: ${language}`, () => {
      const html = renderBrief(parseBrief(verified(language)));
      const [, title = ''] = mark.exec(html) ?? [];
      assert.ok(title.includes('AZ'), title);
      assert.doesNotMatch(html, /Verified|verified</);
    });
});
