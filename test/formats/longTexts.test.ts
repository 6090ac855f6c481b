import assert from 'node:assert/strict';
import { readArticle, readPageDetails, readWordDocument } from '../../src/formats';
import { assertGrowsEvenly } from '../growth';
import { paragraph, run, wordFile } from './wordFile';

function textOf(body: string): string {
  const read = readWordDocument(wordFile(body));
  return 'markdown' in read ? read.markdown : '';
}

describe('A long Word document', () => {
  it('is refused where it unfolds to more than 64 MB, before it has', () => {
    const bomb = wordFile(`<w:p>${' '.repeat(70 * 1024 * 1024)}</w:p>`);
    assert.ok(bomb.length < 200_000);
    const read = readWordDocument(bomb);
    assert.equal('error' in read && read.error, 'its text unfolds to more than 64 MB');
  });

  it('has its text where its table would be mostly empty cells, or has very many rows', () => {
    const cell = `<w:tc>${paragraph(run('x'))}</w:tc>`;
    const wide = `<w:tr>${cell.repeat(5000)}</w:tr>${`<w:tr>${cell}</w:tr>`.repeat(5000)}`;
    assert.ok(textOf(`<w:tbl>${wide}</w:tbl>`).length < 50_000);
    const many = `<w:tr>${cell}</w:tr>`.repeat(150_000);
    assert.equal(textOf(`<w:tbl>${many}</w:tbl>`).match(/x/g)?.length, 150_000);
  });
});

describe('A long web page', () => {
  it('is read in time that grows with the page, whatever it is made of', () => {
    for (const part of [
      '<div>',
      '<p>',
      '<a href=x>',
      '<article>',
      '<svg>',
      '<meta name=author content=x>',
      '<title>x',
      '<script type="application/ld+json">{}</script>',
      '<!--',
      '&amp;',
      'a - ',
    ]) {
      assertGrowsEvenly((length) => {
        const html = `<html><head>${part.repeat(length / part.length)}`;
        readPageDetails(html, 'https://example.org/');
        readArticle(html);
      }, 250_000);
    }
  });
});
