import assert from 'node:assert/strict';
import { parseBrief } from '../../../src/core/brief/parseBrief';
import { renderBrief } from '../../../src/core/page/renderBrief';
import { renderPage } from '../../../src/core/page/renderPage';

const outlineOf = (text: string) =>
  /<nav class="outline".*?<\/nav>/s.exec(renderBrief(parseBrief(text), { outline: true }))?.[0] ?? '';
const linksOf = (text: string) =>
  [...outlineOf(text).matchAll(/<a href="#([^"]*)"[^>]*>([^<]*)</g)].map(([, id, words]) => `${id} ${words}`);

describe('The outline of a page', () => {
  it('links to the sections of levels 2 and 3 by the ids that the page has', () => {
    const text =
      '# T\n\n## A\n\nx\n\n### B\n\nx\n\n#### C\n\nx\n\n## A\n\nx\n\n## Sources\n\n- [1] One. https://a.example/\n';
    assert.deepEqual(linksOf(text), ['h-a A', 'h-b B', 'h-a-1 A', 'h-sources Sources']);
    const html = renderBrief(parseBrief(text), { outline: true });
    for (const link of linksOf(text)) assert.ok(html.includes(` id="${link.split(' ')[0]}"`), link);
  });

  it('puts those of level 3 under the one before them', () => {
    assert.match(
      outlineOf('# T\n\n## A\n\n### B\n\nx\n\n## C\n\nx\n'),
      /A<\/a><ol role="list"><li><a [^>]*>B<\/a><\/li><\/ol><\/li><li><a [^>]*>C</,
    );
  });

  it('counts levels as the page does, where the sections are of level 1', () => {
    assert.deepEqual(linksOf('---\ntitle: T\n---\n\n# A\n\nx\n\n## B\n\nx\n\n### C\n\nx\n\n# D\n\nx\n'), [
      'h-a A',
      'h-b B',
      'h-d D',
    ]);
  });

  it('has the sources that the page adds', () => {
    const front = '---\nsources:\n  - { id: 1, title: One }\n---\n';
    assert.deepEqual(linksOf(`${front}\n# T\n\n## A\n\nx [1]\n\n## B\n\nx\n`).at(-1), 'h-sources Sources');
  });

  it('tells the sources that the page adds from a section of that name', () => {
    const front = '---\nsources:\n  - { id: 1, title: One }\n---\n';
    const text = `${front}\n# T\n\n## A\n\nx [1]\n\n## Sources)\n\nx\n`;
    assert.deepEqual(linksOf(text).slice(-2), ['h-sources Sources)', 'h-sources-1 Sources']);
    const ids = [...renderBrief(parseBrief(text)).matchAll(/ id="(h-[^"]*)"/g)].map(([, id]) => id);
    assert.equal(new Set(ids).size, ids.length);
  });

  it("is named in the brief's language", () => {
    assert.match(outlineOf('---\nlanguage: de\n---\n# T\n\n## A\n\n## B\n\n## C\n'), /aria-label="Inhalt"/);
  });

  it('escapes what headings say', () => {
    assert.ok(!outlineOf('# T\n\n## A <img src=x>\n\n## B\n\n## C\n').includes('<img'));
  });

  it('is none for fewer than three sections', () => {
    assert.equal(outlineOf('# T\n\n## A\n\nx\n\n## B\n\nx\n'), '');
  });

  it('is in the file that stands alone', () => {
    assert.match(renderPage(parseBrief('# T\n\n## A\n\n## B\n\n## C\n'), ''), /<a href="#h-b"/);
  });
});
