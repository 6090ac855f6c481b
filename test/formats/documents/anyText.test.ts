import assert from 'node:assert/strict';
import fc from 'fast-check';
import { indexLines, parseBrief } from '../../../src/core';
import { placeOfPassage } from '../../../src/core/evidence/placeOfPassage';
import { readDocument } from '../../../src/formats/documents';
import { passagesIn } from './reading';

const PIECES = [
  ...['Ore ', 'rose 5', '亿吨', '\n', '\n\n', '\r\n', '\f', '  ', '\t', '| a | 1 |\n', '|---|---|\n', '- ', '> ', '# '],
  ...['**', '`', '[a](b)', '&amp;', '&#x1F600;', '\\*', '<p>', '</p>', '<td>', '<tr>', '<table>', '</table>', '<b>'],
  ...['<td rowspan=2>', '<td colspan=2>', '<td rowspan=0 colspan=3>', '<math>', '</math>', '<msup>', '</msup>', '<mi>'],
  ...['<br>', '<sup>2</sup>', '<!-- page 3 -->', '<pre>', '</pre>', '<nav>', '</nav>', '<', '&', '\u00A0', '\uD800'],
];
const documents = fc.array(fc.constantFrom(...PIECES), { maxLength: 60 }).map((pieces) => pieces.join(''));

describe('The passages of any document', () => {
  for (const path of ['a.txt', 'a.md', 'a.html']) {
    it(`of a file such as ${path} have their places, in order`, () => {
      fc.assert(
        fc.property(documents, (text) => {
          const passages = passagesIn(text, path);
          const texts = [{ path, uri: `file:///briefs/${path}`, passages, lines: indexLines(text) }];
          const brief = parseBrief('', { texts });
          for (const passage of passages) {
            assert.equal(passage.text.trim() === '', false);
            for (const { 0: letter, index } of passage.text.matchAll(/[A-Za-z亿吨]/g)) {
              const { span } = placeOfPassage(brief, passage, index, index + 1) ?? {};
              assert.equal(text.slice(span?.start, span?.end), letter);
            }
          }
        }),
      );
    });

    it(`of a file such as ${path} are found where one part of it comes again and again`, () => {
      const costly = [
        '<div>',
        '<b>',
        '</i>',
        '<table><tr><td>',
        '<a a=',
        '&',
        '<',
        '>',
        '- ',
        '*a',
        '[',
        '|',
        '| a |\n',
        '(',
        '\f',
        'a\r',
        ' ',
      ];
      for (const part of costly) {
        const [first] = passagesIn(`a${part.repeat(200_000 / part.length)}b`, path);
        assert.ok(first?.text.startsWith('a'), JSON.stringify(part));
      }
    });
  }

  it('are not read where they are too many', () => {
    const read = readDocument('- a\n'.repeat(20_001), { path: 'a.txt', uri: 'file:///a.txt' });
    assert.match('refused' in read ? read.refused : '', /^It has more than 20000 paragraphs and rows\./);
  });

  it('share what they are to be read with, so that a long label costs no more than itself', () => {
    const rows = `| a | b |\n|---|---|\n| ${'x'.repeat(4000)} |\n${'| a | 1 |\n'.repeat(1000)}`;
    const contexts = new Set(passagesIn(rows, 'a.md').map(({ context }) => context));
    assert.ok([...contexts].every((context) => (context?.length ?? 0) < 2000));
  });

  it('are read with the first rows of a header only, however many are marked as such', () => {
    const head = '<tr><td>Output<td>Year'.repeat(2000);
    const page = `<table><thead>${head}</thead>${'<tr><td>Ore<tr><td>Tin<td>5'.repeat(2000)}</table>`;
    const contexts = passagesIn(page, 'a.html').map(({ context = '' }) => context.split('\n').length);
    assert.equal(Math.max(...contexts), 13);
  });

  it('have no number of a page in a line of spaces, however long', () => {
    const spaces = ' '.repeat(500_000);
    for (const line of [`- ${spaces}x`, `12${spaces}x`, `|${'- '.repeat(250_000)}x`]) {
      const texts = passagesIn(`Ore\f${line}\fTin`, 'a.txt').map(({ text }) => text.at(-1));
      assert.deepEqual(texts, ['e', 'x', 'n']);
    }
  });
});
