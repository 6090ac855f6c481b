/** What the author's list of sources says is on the page, in Markdown and in the bibliography. */
import assert from 'node:assert/strict';
import { exportMarkdown, parseBrief } from '../../../../src/core';
import { sourcesAndWorks } from '../../../../src/core/brief/queries/citedSources';
import { writeBibliography } from '../../../../src/core/page/exporting/bibliography';
import { renderBrief } from '../../../../src/core/page/renderBrief';
import { wordsOf } from '../html';

/** The words of the page behind the heading of the sources. */
const pageOf = (text: string) => wordsOf(renderBrief(parseBrief(text))).replace(/^.* Sources /s, '');
const markdownOf = (text: string) => exportMarkdown(parseBrief(text));
const listOf = (text: string) => {
  const brief = parseBrief(text);
  return writeBibliography(brief, sourcesAndWorks(brief), null, 'text');
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

describe('Works that share a number', () => {
  const BODY = '# Heat\n\nIt is hot [3]. It is dry [5].\n\n## Sources\n\n';
  const LIST = `${BODY}- Oven, A. (2020). Loam. [5]\n- Flue, B. (2021). Soot. [5]\n- Heat Lab (2022). Trade. [3]\n`;
  const times = (text: string, words: string) => text.split(words).length - 1;

  it('stay on the page where another entry of their list has a number of its own', () => {
    assert.match(pageOf(LIST), /Trade .* Oven, A\. \(2020\)\. Loam\. \[5\] Flue, B\. \(2021\)\. Soot\. \[5\]$/);
  });

  it('stay in Markdown, and the entry does not stand there twice', () => {
    const text = markdownOf(LIST);
    assert.ok(text.includes('\n- Oven, A. (2020). Loam. [5]\n- Flue, B. (2021). Soot. [5]\n'), text);
    assert.equal(times(text, 'Trade'), 1);
  });

  it('are in the bibliography of all that is listed, with their number', () => {
    assert.equal(listOf(LIST), '[3] Heat Lab, Trade, 2022.\n[5] Oven, A., Loam, 2020.\n[5] Flue, B., Soot, 2021.\n');
  });

  it('stay where they are rows of a table, below its header', () => {
    const table = `${BODY}| # | Title | Address |\n| --- | --- | --- |\n| 3 | Trade | https://t.example |\n| | Loam | https://l.example |\n`;
    assert.ok(
      markdownOf(table).includes('\n| # | Title | Address |\n| --- | --- | --- |\n| | Loam | https://l.example |\n'),
    );
    assert.equal(times(pageOf(table), 'Trade'), 1);
  });

  it('leave no trace of a list of which all entries have numbers', () => {
    const text = markdownOf(`${BODY}3. Trade, https://t.example\n5. Loam, https://l.example\n`);
    assert.ok(!/^\d\./m.test(text), text);
  });
});

describe('Lines before the first entry of a paragraph', () => {
  const TEXT = '# Heat\n\nIt is hot [1].\n\n## Sources\n\nRead in May:\n[1] Ovens, https://o.example\n';

  it('stay on the page', () => {
    assert.match(pageOf(TEXT), /Ovens .* Read in May:$/);
  });

  it('stay in Markdown', () => {
    assert.ok(markdownOf(TEXT).includes('\n\nRead in May:\n\n[^1]:'));
  });

  it('are gone if they only head the list', () => {
    const text = '# Heat\n\nIt is hot [1].\n\n**Sources:**\n[1] Ovens, https://o.example\n';
    assert.ok(!markdownOf(text).includes('Sources'));
    assert.equal(wordsOf(renderBrief(parseBrief(text))).split('Sources').length, 2);
  });
});

describe('A footnote of several paragraphs', () => {
  const SOURCE =
    '# Heat\n\nIt is hot.[^l]\n\n[^l]: See [a page](https://o.example/a).\n\n    It has **no** table, see [flues](https://o.example/b).\n\n    - ash\n    - soot\n\n    > Mind the door.\n';
  const REMARK = '# Heat\n\nIt is hot.[^r]\n\n[^r]: As we felt it.\n\n    In the **second** hour.\n\n    - ash\n';

  it('shows all of them behind the source that it names, on the page', () => {
    assert.match(pageOf(SOURCE), /See a page .*It has no table, see flues ?\. ?ash soot ?Mind the door\./);
    assert.ok(
      renderBrief(parseBrief(SOURCE)).includes('<a href="https://o.example/b" rel="noopener noreferrer">flues</a>'),
    );
  });

  it('has all of them in Markdown', () => {
    assert.ok(
      markdownOf(SOURCE).endsWith(
        '[^1]: *See a page*. <https://o.example/a> · It has no table, see [flues](<https://o.example/b>). · ash soot · Mind the door.\n',
      ),
      markdownOf(SOURCE),
    );
  });

  it('has all of them in a list of plain text', () =>
    assert.match(
      listOf(SOURCE),
      /a · It has no table, see flues \(https:\/\/o\.example\/b\)\. · ash soot · Mind the door\.\n$/,
    ));

  it('keeps them as paragraphs if it is a remark', () => {
    assert.ok(
      renderBrief(parseBrief(REMARK)).includes('In the <strong>second</strong> hour.</p><ul><li>ash</li></ul>'),
    );
    assert.match(
      markdownOf(REMARK),
      /^\[\^note-r\]: As we felt it\.\n\n {4}In the \*\*second\*\* hour\.\n\n {4}- ash$/m,
    );
  });

  it('repeats neither an address nor a title that stand in a later one', () => {
    const text = (note: string) => `# Heat\n\nIt is hot.[^l]\n\n[^l]: ${note}\n`;
    for (const note of ['Ovens, 2026.\n\n    <https://o.example/a>', 'https://o.example/a\n\n    Ovens, 2026.'])
      assert.deepEqual(parseBrief(text(note)).sources[0]?.declarations[0]?.besides, undefined, note);
  });
});
