import assert from 'node:assert/strict';
import fc from 'fast-check';
import { parseBrief } from '../../../src/core/brief/parseBrief';
import { readText, renderMarkdown } from '../../../src/core/page/markdown/markdown';
import { createPage, plainFacts } from '../../../src/core/page/page';
import { runs } from '../../runs';
import { contentOf, plain } from './commonmark/content';
import { parseHtml, replaceNodes, writeHtml } from './commonmark/plainHtml';

const FRONT_MATTER = '---\ntitle: Title\n---\n\n';

/** Lines of which blocks are made, and whole blocks where their lines mean nothing without each other. */
const LINES = [
  ...['words', 'words  ', '  words', '    words', '\twords', '      deep', '*a', 'b*', '`', '\\', '~~gone~~'],
  ...['# One', '## Two', '---', '===', '***', '* * *'],
  ...['- item', '-   item', '-\titem', '+ plus', '* star', '  - nested', '    - nested', '- [ ] task', '- [x] done'],
  ...['1. first', '1.\titem', '2) second', '10. tenth', '- > x', '- ```', '- [e]: e.html'],
  ...['> quote', '>', '> - x', '>     code', '> ```', '  > lazy', '> [d]: d.html'],
  ...['```', '```js', '~~~~', '  ```'],
  ...['[a]: a.html', '[b]:', 'b.html', "'title'", '  [c]: <x y> "t"', '[a]', '[b][c]', '[d] [e]'],
  ...['\n| a | b |\n| --- | --- |', '| c | d |', '\na | b\n--- | ---\nc | d'],
  ...['<!-- comment -->', '<!--', '-->'],
  ...['<div>', '</div>', '<details>', '</details>', '<p align=right>a', '- <div>', '> </div>', '<i>', '</i>'],
  ...['', '', '', '', ' ', '   '],
];

/** The page of a brief, which is rendered block by block. */
function byBlocks(body: string): string {
  return writeHtml(contentOf(FRONT_MATTER + body));
}

/** The same, rendered in one go. */
function asAWhole(body: string): string {
  const brief = parseBrief(FRONT_MATTER + body);
  const facts = {
    ...plainFacts(createPage(brief, true, 'none'), []),
    headingShift: brief.sections.some(({ level }) => level === 1) ? 1 : 0,
  };
  const title = { name: 'h1', attributes: {}, children: ['Title'] };
  return writeHtml([title, ...replaceNodes(parseHtml(renderMarkdown(readText(body), facts)), plain)]);
}

describe('a body that is rendered block by block', () => {
  it('is what it is when it is rendered as a whole', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...LINES), { maxLength: 8 }), (lines) => {
        const body = lines.join('\n');
        assert.equal(byBlocks(body), asAWhole(body));
      }),
      { numRuns: runs(600) },
    );
  });

  for (const [what, body] of Object.entries({
    'a definition that other blocks use': '[one]\n\n> [two]\n\n- x\n\n  [two]: two.html\n\n[one]: one.html "First"\n',
    'a definition that comes twice': '[a]\n\n[a]: first.html\n\n[a]: second.html\n',
    'a list with blank lines': '- one\n\n- two\n\n  more\n\n      code\n- three\n\n\n\n- four\n',
    'a numbered list after one of dashes': '- one\n7. seven\n1. eight\n',
    'a list after a table': '| a | b |\n| - | - |\n7. seven\n8. eight\n',
    'an underlined heading of two lines': 'Two\nlines\n---\nwords\n===\n',
    'lazy lines': '> quote\nlazy\n\n- item\nlazy\n  > deep\nlazy\n',
    'code without an end': 'words\n\n```\ncode\n\n\n',
    'code without an end, in a list': '- ```\n  code\n\nwords\n',
    tabs: '-\tone\n\n\ttwo\n\n\t\tcode\n\n>\t\tcode\n',
    tags: '<div>\n\nwords\n\n</div>\n',
    'a comment with blank lines': 'one\n\n<!-- a\n\nb -->\n\ntwo\n',
    'windows line ends': '- one\r\n\r\n  two\r\n\r\n```\r\ncode\r\n```\r\n',
  })) {
    it(`is what it is when it is rendered as a whole: ${what}`, () => {
      assert.equal(byBlocks(body), asAWhole(body));
    });
  }
});
