import assert from 'node:assert/strict';
import { importText, parseBrief } from '../../../src/core';
import { threadsOf } from '../../../src/core/brief/comments/threads';

const COMMENT = '{>>Is [3] right, https://a.example/b?utm_source=x, 【4†source】 “so”? @AZ 2026-11-28<<}';

describe('Importing a text with comments', () => {
  it('keeps them to the letter, whatever becomes of the text around them', () => {
    const text = `Ore and magnets\n\nKey points\n• Output rose by 4% [1](https://ore.example/a). ${COMMENT}\n• It fell【4†source】.\n\nSources\n[1] Ore Yearbook https://ore.example/a ${COMMENT}\n`;
    const imported = importText(text);
    assert.notEqual(imported, text);
    assert.equal(imported.split(COMMENT).length, 3);
    assert.equal(importText(imported), imported);
    assert.equal(threadsOf(parseBrief(imported))[0]?.comments[0]?.author, 'AZ');
  });

  it('keeps them in a brief, which gets its missing sources only', () => {
    const text = `---\nsources:\n  - id: 1\n    title: Ore\n    url: https://ore.example\n---\n\n- It rose [1][2]. ${COMMENT}\n`;
    const imported = importText(text);
    assert.match(imported, /id: 2/);
    assert.doesNotMatch(imported, /id: [34]/);
    assert.ok(imported.includes(`- It rose [1][2]. ${COMMENT}\n`));
  });

  it('leaves a text alone that has the characters that stand for comments', () => {
    assert.match(importText(`\u{F0000} It rose. ${COMMENT}\n`), /\u{F0000}/u);
  });
});
