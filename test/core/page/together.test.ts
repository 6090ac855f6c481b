import assert from 'node:assert/strict';
import { parseBrief } from '../../../src/core/brief/parseBrief';
import { renderBrief } from '../../../src/core/page/renderBrief';

const SOURCES = '\n\n## Sources\n\n[1] A. https://example.org/a\n\n[2] B. https://example.org/b\n';

/** The first paragraph, with each chip as its number in angles. */
function paragraph(text: string, evidence: 'in-page' | 'on-demand' = 'in-page'): string {
  const html = renderBrief(parseBrief(text + SOURCES), { evidence });
  const content = /<p data-line="0"[^>]*>(.*?)<\/p>/s.exec(html)?.[1] ?? '';
  return content.replace(/<(button|a) class="chip.*?>(\d)<.*?\1>/g, '<$2>');
}

describe('A chip that is a button', () => {
  it('stays with its word, and with the mark after it', () => {
    assert.equal(paragraph('A claim here [1]. More.'), 'A claim <span class="together">here\u00a0<1>.</span> More.');
    assert.equal(paragraph('Word[1][2]'), '<span class="together">Word<1></span><2>');
  });

  it('stays with the one character before it in Chinese', () =>
    assert.equal(paragraph('全球产能的[1]。完'), '全球产能<span class="together">的<1>。</span>完'));

  it('may leave what is too long for a line', () =>
    assert.equal(paragraph(`${'x'.repeat(40)} [1]`), `${'x'.repeat(40)}\u00a0<1>`));

  it('alone has that: a link has none to be kept', () =>
    assert.equal(paragraph('A claim here [1].', 'on-demand'), 'A claim here\u00a0<1>.'));
});
