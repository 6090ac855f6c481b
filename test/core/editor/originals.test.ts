import assert from 'node:assert/strict';
import { parseBrief } from '../../../src/core';
import { indexLines } from '../../../src/core/base/text';
import { originalAt, originalOfPlace, originalOfSource } from '../../../src/core/editor';
import { readDocument } from '../../../src/formats/documents';
import { withCursor } from '../../fixture';

const COPY = 'The mill opened in May.\n\nIt shipped 48 crates of salt, and 12 of rope.\n';
const SOURCES = `---
sources:
  - { id: 1, title: Mill, url: "https://mill.example/news", text: mill.md, zotero: ABCD2345 }
  - { id: 2, title: Report, url: "https://mill.example/r.pdf", quote: { text: It shipped 90 crates last year., page: 7 } }
  - { id: 3, title: Letter, zotero: ABCD2345/PQRS6789, quote: { text: It shipped 7 crates to the island., page: 3 } }
  - id: 4
    title: Marked
    zotero: ABCD2345
    quote: { text: It shipped 31 crates by rail., url: "zotero://open-pdf/library/items/PQRS6789?page=5&annotation=HGLT2345" }
  - { id: 5, title: Bare }
---
`;

function briefOf(body: string) {
  const { text, cursor } = withCursor(`${SOURCES}\n${body}\n`);
  const read = readDocument(COPY, { path: 'mill.md', uri: 'file:///b/mill.md' });
  const passages = 'passages' in read ? read.passages : [];
  const texts = [{ path: 'mill.md', uri: 'file:///b/mill.md', passages, lines: indexLines(COPY) }];
  return { brief: parseBrief(text, { texts }), cursor };
}

function originalIn(body: string) {
  const { brief, cursor } = briefOf(body);
  return originalAt(brief, cursor);
}

describe('The original of what is cited', () => {
  it('is at the words of a web page, and at the line of the copy, from a number and from its citation', () => {
    for (const body of ['- It shipped 4|8 crates. [1]', '- It shipped 48 crates. [|1]']) {
      const original = originalIn(body);
      assert.equal(original?.url, 'https://mill.example/news#:~:text=shipped-,48,-crates%20of');
      assert.deepEqual(original?.copy?.words, {
        start: { line: 2, character: 11 },
        end: { line: 2, character: 13 },
      });
      assert.deepEqual(original?.copy?.range.start, { line: 2, character: 0 });
    }
  });

  it('is at the page of a PDF that its passage names', () => {
    assert.equal(originalIn('- It shipped 9|0 crates. [2]')?.url, 'https://mill.example/r.pdf#page=7');
  });

  it('is at the page of a PDF that the citation names, where no passage does', () => {
    assert.equal(originalIn('- It closed in June. [|2, p. 12]')?.url, 'https://mill.example/r.pdf#page=12');
  });

  it('is in Zotero: the item, a page of its PDF, or the highlight', () => {
    assert.equal(originalIn('- It shipped 48 crates. [|1]')?.zotero, 'zotero://select/library/items/ABCD2345');
    assert.equal(originalIn('- It shipped 7 crates. [|3]')?.zotero, 'zotero://open-pdf/library/items/PQRS6789?page=3');
    const highlight = 'zotero://open-pdf/library/items/PQRS6789?page=5&annotation=HGLT2345';
    assert.equal(originalIn('- It shipped 31 crates. [|4]')?.zotero, highlight);
  });

  it('is nothing but the source where nothing more is known', () => {
    assert.deepEqual(originalIn('- It is old. [|5]'), { citation: '[5]', url: null, zotero: null, copy: null });
    assert.equal(originalIn('- It| is old.'), null);
  });

  it('of a source is its whole', () => {
    const { brief } = briefOf('|');
    const original = originalOfSource(brief, '1');
    assert.equal(original?.url, 'https://mill.example/news');
    assert.deepEqual(original?.copy?.range.start, { line: 0, character: 0 });
    assert.equal(originalOfSource(brief, 'x'), null);
  });

  it('of a passage that is not there is none', () => {
    const { brief } = briefOf('|');
    assert.equal(originalOfPlace(brief, { source: '1', passage: 99, start: 0, end: 5 }), null);
    assert.equal(originalOfPlace(brief, { source: 'x', passage: 0, start: 0, end: 5 }), null);
  });
});
