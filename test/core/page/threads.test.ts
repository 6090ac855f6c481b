import assert from 'node:assert/strict';
import { exportContent, exportMarkdown, inspectBrief, parseBrief, renderBrief } from '../../../src/core';
import { threadsOf } from '../../../src/core/brief/comments/threads';
import { exportPieces, renderPage } from '../../../src/core/page';
import { keepAllowed } from '../../../src/core/page/safe/keepAllowed';
import { readWebPage } from '../../../src/formats';

const TEXT = `---
title: Ore
---

- It rose by 4% [own]. {>>Why <b>4</b> & [own]? @AZ 2026-11-28<<} {>>So.<br>It did. @{Jane Doe} 2026-11-29<<}
- It fell. {>>Fine @AZ 2026-11-28 resolved<<}

| a {>>x<<} | b |
| - | - |
| 1 | 2 |
`;
const brief = parseBrief(TEXT);
const SECRET = /Jane|2026|\{>>|<<\}|Fine/;

describe('The threads on a page', () => {
  const page = renderBrief(brief, { comments: true });

  it('stand where their comments do, with authors, days and plain words', () => {
    assert.match(
      page,
      /<span class="thread" role="note" aria-label="Comments"><span class="comment"><span class="comment-by"><bdi class="comment-author">AZ<\/bdi> <time datetime="2026-11-28">28 November 2026<\/time><\/span> <bdi class="comment-text">Why &lt;b&gt;4&lt;\/b&gt; &amp; \[own\]\?<\/bdi>/,
    );
    assert.match(page, /<bdi class="comment-text">So\.<br>It did\.<\/bdi>/);
  });

  it('say that they are resolved', () => {
    assert.match(page, /<span class="thread thread-resolved".*?<span class="thread-state">Resolved<\/span>/);
  });

  it('are counted in a filter, those that are open', () => {
    assert.match(page, /data-filter="comment"[^>]*>Open comments<span class="tool-count"> 2<\/span>/);
    assert.doesNotMatch(renderBrief(parseBrief('- It rose.\n'), { comments: true }), /data-filter="comment"/);
  });

  it('are kept by what holds pages to allowed elements', () => {
    assert.equal(keepAllowed(page), page);
  });

  it('are only on pages that are to have them', () => {
    assert.doesNotMatch(renderBrief(brief), SECRET);
    assert.doesNotMatch(renderPage(brief, ''), SECRET);
    assert.match(renderPage(brief, '', null, 'none', null, false, null, true), /Jane Doe/);
    assert.doesNotMatch(exportContent(brief, {}), SECRET);
  });
});

describe('Comments in exports', () => {
  it('are not in Markdown, with the space before them, unless they are wanted', () => {
    const plain = exportMarkdown(brief);
    assert.doesNotMatch(plain, SECRET);
    assert.match(plain, /^- It rose by 4% \(own judgement\)\.$/m);
    assert.match(plain, /^- It fell\.$/m);
  });

  it('stay to the letter in Markdown where they are wanted', () => {
    const written = exportMarkdown(brief, null, true);
    assert.match(written, /\{>>Fine @AZ 2026-11-28 resolved<<\}/);
    assert.match(written, /\{>>So\.<br>It did\. @\{Jane Doe\} 2026-11-29<<\}/);
  });

  it('are not in JSON unless they are wanted, and in that of inspect', () => {
    assert.doesNotMatch(JSON.stringify([...exportPieces(brief, {}).model.insights, exportPieces(brief, {})]), SECRET);
    assert.deepEqual(
      inspectBrief(brief).comments?.map(({ text, author, date, thread, resolved, insight }) => [
        text,
        author,
        date,
        thread,
        resolved,
        insight,
      ]),
      [
        ['Why <b>4</b> & [own]?', 'AZ', '2026-11-28', 0, false, 0],
        ['So.\nIt did.', 'Jane Doe', '2026-11-29', 0, false, 0],
        ['Fine', 'AZ', '2026-11-28', 1, true, 1],
        ['x', null, null, 2, false, null],
      ],
    );
  });

  it('come back from a page that has them', () => {
    const read = readWebPage(renderPage(brief, '', null, 'none', null, false, null, true));
    assert.ok('markdown' in read);
    const said = (text: string) => threadsOf(parseBrief(text)).map(({ comments }) => comments.map((one) => one.text));
    assert.deepEqual(said(read.markdown), said(TEXT));
    assert.match(read.markdown, /^- It fell\. \{>>Fine @AZ 2026-11-28 resolved<<\}$/m);
  });
});
