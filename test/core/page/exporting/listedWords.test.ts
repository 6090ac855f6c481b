/** What the author's list of sources says is on the page, in Markdown and in the bibliography. */
import assert from 'node:assert/strict';
import { exportMarkdown, parseBrief } from '../../../../src/core';
import { writeBibliography } from '../../../../src/core/page/exporting/bibliography';
import { renderBrief } from '../../../../src/core/page/renderBrief';

const markdownOf = (text: string) => exportMarkdown(parseBrief(text));
const listOf = (text: string) => {
  const brief = parseBrief(text);
  return writeBibliography(brief, brief.sources, null, 'text');
};

describe('A further link of an entry', () => {
  const FOOTNOTE =
    '# Heat\n\nIt is hot[^1].\n\n[^1]: Handbook: [Ovens](https://o.example/a) and [Flues](https://o.example/b).\n';
  const ENTRY =
    '# Heat\n\nIt is hot [1].\n\n## Sources\n\n[1] [Ovens](https://o.example/a), [PDF](https://o.example/a.pdf)\n';

  it('is only its words in the title', () => {
    assert.equal(parseBrief(FOOTNOTE).sources[0]?.title?.value, 'Handbook: Ovens and Flues');
  });

  it('is not part of the title if it only says what it leads to', () => {
    assert.equal(parseBrief(ENTRY).sources[0]?.title?.value, 'Ovens');
  });

  it('stands behind the entry in Markdown', () => {
    assert.match(
      markdownOf(FOOTNOTE),
      /^\[\^1\]: \*Handbook: Ovens and Flues\*\. <https:\/\/o\.example\/a> · \[Flues\]\(<https:\/\/o\.example\/b>\)$/m,
    );
  });

  it('is a link on the page', () => {
    assert.ok(
      renderBrief(parseBrief(ENTRY)).includes('<a href="https://o.example/a.pdf" rel="noopener noreferrer">PDF</a>'),
    );
  });

  it('has its address in a list of plain text', () => {
    assert.equal(listOf(ENTRY), '[1] Ovens. https://o.example/a · PDF (https://o.example/a.pdf)\n');
  });

  it('is not repeated if it leads where the entry does', () => {
    const twice = ENTRY.replace('/a.pdf', '/a');
    assert.equal(listOf(twice), '[1] Ovens. https://o.example/a\n');
  });

  it('is no link on the page if its address is refused', () => {
    assert.ok(
      !renderBrief(parseBrief(ENTRY.replace('https://o.example/a.pdf', 'javascript:x'))).includes('href="javascript'),
    );
  });

  it('moves with its entry', () => {
    const { sources, text } = parseBrief(ENTRY);
    const { span, value } = sources[0]?.declarations[0]?.besides?.[0] ?? {};
    assert.equal(text.slice(span?.start, span?.end), value);
  });
});
