import assert from 'node:assert/strict';
import { exportMarkdown, parseBrief } from '../../../../src/core';
import { markdownOfEntry } from '../../../../src/core/page/exporting/bibliography';
import { assertGrowsEvenly } from '../../../growth';

const SOURCES = `sources:
  - id: 1
    title: Ore *Yearbook*
    publisher: Sample Press
    published: 2024-03-02
    url: https://ore.example/2024
  - id: deal
    title: A deal
    authors: [Ada Sample]`;

/** The Markdown of a brief with two sources, `1` and `deal`, without its footnotes. */
const bodyOf = (body: string, more = '') =>
  exportMarkdown(parseBrief(`---\n${SOURCES}${more}\n---\n\n${body}\n`))
    .split(/\n\n(?:\[\^1\]:|## Sources)/)[0]
    ?.trim();

describe('a brief as plain Markdown', () => {
  it('makes a heading and a byline of the front matter', () => {
    const text =
      '---\ntitle: Ore_1\nsubtitle: A note\npublisher: Desk\nauthors: [A, B]\npublished: 2024-03-02\nlanguage: en\n---\n\nText.\n';
    assert.equal(exportMarkdown(parseBrief(text)), '# Ore\\_1\n\n*A note*\n\nDesk · A, B · 2 March 2024\n\nText.\n');
  });

  it('takes no line at the top of a text for front matter', () => {
    assert.equal(exportMarkdown(parseBrief('\n---\nIt grew: much.\n\n---\n')), '***\n\nIt grew: much.\n\n---\n');
  });

  it('makes footnotes of citations, and says where each source is', () => {
    const text = exportMarkdown(
      parseBrief(`---\n${SOURCES}\nlanguage: en\n---\n\n- Up [1]. Down [@deal, p. 3; @1].\n`),
    );
    assert.equal(
      text,
      [
        '- Up[^1]. Down[^2][^1].',
        '',
        '[^1]: *Ore \\*Yearbook\\**, Sample Press, 2 March 2024. <https://ore.example/2024>',
        '[^2]: Ada Sample, *A deal*, p. 3.',
        '',
      ].join('\n'),
    );
  });

  it('reads citations of all forms', () => {
    assert.equal(
      bodyOf('- It rose【1】, fell.¹ Nobody cared [1](https://ore.example/2024).'),
      '- It rose[^1], fell.[^1] Nobody cared[^1].',
    );
    assert.equal(bodyOf('- @deal says so.'), '- Sample[^1] says so.');
  });

  it('puts formulas in dollar signs, which other viewers know', () => {
    assert.equal(bodyOf('Let \\( a=b \\) be, and \\[7\\].'), 'Let $a=b$ be, and \\[7\\].');
    assert.equal(bodyOf('- Let\n\n  \\[\n  a^2\n  \\]'), '- Let\n\n  $$\n  a^2\n  $$');
  });

  it('leaves a citation of an unknown source, code, and a list item that starts with a citation', () => {
    assert.equal(bodyOf('- [1] A [9] `[1]`'), '- [^1] A [9] `[1]`');
  });

  it('lists a source that nothing cites', () => {
    const text = exportMarkdown(parseBrief(`---\n${SOURCES}\n---\n\nUp [1].\n`));
    assert.match(text, /\n## Sources\n\n- Ada Sample, \*A deal\*\.\n/);
  });

  it('drops the sources section', () => {
    const text = exportMarkdown(parseBrief('# Ore\n\nUp [1].\n\n## Sources\n\n1. Prices. https://ore.example/p\n'));
    assert.equal(text, '# Ore\n\nUp[^1].\n\n[^1]: *Prices*. <https://ore.example/p>\n');
  });

  it('keeps what stands over works without a number, which stay where they are', () => {
    const works = '- [Prices](https://ore.example/p)\n- [Mines](https://ore.example/m)';
    for (const opener of ['Further resources on ore:', '## Further reading', '**Sources**']) {
      const text = `# Ore\n\nUp.\n\n${opener}\n\n${works}\n\nIt came down again in all of the mines.\n\n## Down\n\nDown.\n`;
      assert.equal(exportMarkdown(parseBrief(text)), text);
    }
  });

  it('drops a line over sources that have become footnotes', () => {
    const text = '# Ore\n\nUp [1].\n\nSources:\n\n[1] Prices. https://ore.example/p\n\nIt came down again.\n';
    const written = exportMarkdown(parseBrief(text));
    assert.equal(written, '# Ore\n\nUp[^1].\n\nIt came down again.\n\n[^1]: *Prices*. <https://ore.example/p>\n');
    assert.equal(exportMarkdown(parseBrief('# Ore\n\nUp.\n\n## Sources\n')), '# Ore\n\nUp.\n');
  });

  it('keeps a footnote that is no source, under a name of its own', () => {
    const text = exportMarkdown(parseBrief(`---\n${SOURCES}\n---\n\nUp.[^1]\n\n[^1]: By the way [@deal].\n`));
    assert.match(text, /^Up\.\[\^note-1\]\n/);
    assert.match(text, /\n\[\^1\]: Ada Sample, \*A deal\*\.\n\[\^note-1\]: By the way\[\^1\]\.\n$/);
  });

  it('puts key numbers in, and says marks in words', () => {
    const figures = '\nfigures:\n  - id: share\n    title: Share\n    value: 90%\n    cites: [1]';
    assert.equal(
      bodyOf('It is {{share}}. So it goes [own]. Why [?]', figures),
      '- **90%** Share[^1]\n\nIt is 90%[^1]. So it goes (own judgement). Why (source needed)',
    );
  });

  it('makes a table of rows, and an image of an image', () => {
    const rows =
      '```figure\nid: out\ntitle: Output\nchart: bar\nx: y|r\ny: t\ndata: [{y|r: 2024, t: 4}]\ncites: [1]\n```';
    assert.equal(bodyOf(rows), '**Figure 1. Output**\n\n| y\\|r | t |\n| --: | --: |\n| 2024 | 4 |\n\n[^1]');
    const image = '```figure\nid: map\nalt: A [map]\nimage: a b.png\nown: true\n```';
    assert.equal(bodyOf(image), '**Figure 1**\n\n![A \\[map\\]](<a%20b.png>)\n\n(own work)');
  });

  it('leaves comments out, ours and others', () => {
    assert.equal(bodyOf('- A. <!-- brief: computed -->\n- B. <!-- mine -->'), '- A.\n- B.');
    assert.equal(bodyOf('- A. <!-- brief: computed (250 - 200) / 200 * 3 -->\n- B.'), '- A.\n- B.');
    assert.equal(
      bodyOf('<!-- brief-disable-next-line citation/missing -->\n- A `<!-- brief: computed -->`'),
      '- A `<!-- brief: computed -->`',
    );
  });

  it('says once of a section that it is own judgement', () => {
    assert.equal(
      bodyOf('## Outlook\n\n<!-- brief: own -->\n\n- A.\n- B.'),
      '## Outlook\n\n(own judgement)\n\n- A.\n- B.',
    );
    assert.equal(bodyOf('## Outlook\n<!-- brief: own -->\n- A.'), '## Outlook\n\n(own judgement)\n\n- A.');
    assert.equal(bodyOf('## Outlook <!-- brief: own -->\n\n- A.'), '## Outlook (own judgement)\n\n- A.');
    assert.equal(bodyOf('## Outlook\n\nA.\n\n<!-- brief: own -->\n\nB.'), '## Outlook\n\nA.\n\nB.');
  });

  it('lets no line at its top become front matter, with a mark before it either', () => {
    assert.equal(exportMarkdown(parseBrief('\n\uFEFF---\nsources:\n')), '\\---\nsources:\n');
  });

  it('keeps the line breaks of the text', () => {
    assert.equal(exportMarkdown(parseBrief('# A\r\n\r\nB\r\n')), '# A\r\n\r\nB\r\n');
  });

  it('takes time in proportion to the text', () => {
    const line = '- It rose by 4% [1] [?] [own] <!-- brief: computed -->\n';
    assertGrowsEvenly(
      (lines) => exportMarkdown(parseBrief(`# A\n\n${line.repeat(lines)}\n[1]: https://ore.example\n`)),
      1000,
    );
  });
});

describe('an entry of a list in Markdown', () => {
  it('leads nowhere but to what can be followed, whatever its words are', () => {
    const linked = (href: string) => markdownOfEntry([{ mark: 'a', href, children: ['Ore'] }]);
    assert.equal(linked('https://ore.example/'), '[Ore](<https://ore.example/>)');
    for (const href of ['javascript:alert(1)', 'command:x', '//ore.example/', 'file:///etc/passwd'])
      assert.equal(linked(href), 'Ore');
  });
});
