import assert from 'node:assert/strict';
import { exportMarkdown, parseBrief, sourceOverview, workspaceOf } from '../../../../src/core';
import { renderBrief } from '../../../../src/core/page/renderBrief';
import { BIBLIOGRAPHY } from '../../../../src/files/named/namedFileKinds';
import { configFile } from '../config/configFile';
import { libraryOf } from '../library/library';

const BIB = '@book{cited-book, title = {A cited book}}\n@book{other-book, title = {Another book}}\n';
const TEXT = `---
title: Ore
bibliography: refs.bib
sources:
  - id: own
    title: A source of its own
figures:
  - id: share
    title: The share
    value: 90%
    cites: [filed]
---

- Output rose [@cited-book].
- Prices fell.
`;
const FILES = { 'filed.yaml': 'title: A filed source\n', 'unused.yaml': 'title: An unused file\n' };

describe('what a brief shows of sources that it shares with others', () => {
  const brief = async (text = TEXT) => {
    const bibliography = [await BIBLIOGRAPHY.read(BIB, 'refs.bib', 'file:///briefs/refs.bib')];
    const config = { ...configFile('sources: sources/\n'), folder: libraryOf(FILES) };
    return parseBrief(text, { bibliography, workspace: workspaceOf(config) });
  };
  const shown = ['A cited book', 'A filed source', 'A source of its own'];
  const hidden = ['Another book', 'An unused file'];

  for (const [what, write] of [
    ['the page', renderBrief],
    ['Markdown', exportMarkdown],
    ['the Sources view', (read: ReturnType<typeof parseBrief>) => JSON.stringify(sourceOverview(read))],
  ] as const) {
    it(`is what it cites, and what it declares itself: ${what}`, async () => {
      const written = write(await brief());
      for (const title of shown) assert.ok(written.includes(title), title);
      for (const title of hidden) assert.ok(!written.includes(title), title);
    });
  }

  it('is no list and no heading where it cites nothing', async () => {
    const read = await brief('---\nbibliography: refs.bib\n---\n\n# Ore\n\n- Output rose.\n');
    assert.doesNotMatch(renderBrief(read), /Sources|class="source/);
  });

  it('may stand in a bibliography that is not read yet, and is not called unknown then', async () => {
    const unread = renderBrief(parseBrief(TEXT.replace('[@cited-book]', '[@cited-book] [7]')));
    assert.match(unread, /<span class="chip" data-source="cited-book">cited-book<\/span>/);
    assert.match(unread, /chip-broken"[^>]*data-source="7"/);
    const read = renderBrief(await brief(TEXT.replace('@cited-book', '@no-book')));
    assert.match(read, /chip-broken"[^>]*data-source="no-book"/);
  });

  it('has no line of the brief, as it is declared elsewhere', async () => {
    const page = renderBrief(await brief());
    assert.match(page, /id="source-own" class="source source-unused" data-at="\d+"/);
    assert.match(page, /id="source-cited-book" class="source" tabindex/);
  });
});
