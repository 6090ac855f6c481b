import assert from 'node:assert/strict';
import { parseMarkdown } from '../../../src/core/document/markdown';

/** The nodes of a text within its paragraph, each with what it spans. */
function nodesIn(text: string): string[] {
  const nodes: string[] = [];
  parseMarkdown(text).iterate({
    enter: ({ name, from, to }) => {
      if (!/^(?:Document|Paragraph|.*Mark)$/.test(name)) nodes.push(`${name} ${text.slice(from, to)}`);
    },
  });
  return nodes;
}

describe('inline text', () => {
  for (const [text, ...nodes] of [
    ['*a **b** c*', 'Emphasis *a **b** c*', 'StrongEmphasis **b**'],
    ['***a***', 'Emphasis ***a***', 'StrongEmphasis **a**'],
    ['**a*b**c*', 'StrongEmphasis **a*b**'],
    ['*a [b* c](d)', 'Link [b* c](d)', 'URL d'],
    ['**需求（上升）**与', 'StrongEmphasis **需求（上升）**'],
    ['由**「需求」**与~~（供给）~~组成', 'StrongEmphasis **「需求」**', 'Strikethrough ~~（供给）~~'],
    ['**供给：**上升', 'StrongEmphasis **供给：**'],
    ['用**模型(MoE)**的', 'StrongEmphasis **模型(MoE)**'],
    ['は**“需要”**です', 'StrongEmphasis **“需要”**'],
    ['长*（宽）*高'],
    ['a**(b)**c'],
    ['_a_b'],
    ['[[a]](https://b.example/)`c [1]`', 'Link [a]', 'URL https://b.example/', 'InlineCode `c [1]`'],
    ['a_b_c'],
    ['~~a~~ ~b~', 'Strikethrough ~~a~~'],
    ['[a [b](c) d](e)', 'Link [b](c)', 'URL c'],
    ['![a [b](c) d](e)', 'Image ![a [b](c) d](e)', 'Link [b](c)', 'URL c', 'URL e'],
    ['[a](<b c> "d (e)")', 'Link [a](<b c> "d (e)")', 'URL <b c>', 'LinkTitle "d (e)"'],
    ['[a](b(c)d)', 'Link [a](b(c)d)', 'URL b(c)d'],
    ['[a][b c]', 'Link [a][b c]', 'LinkLabel [b c]'],
    ['`` a ` b `` c `d`', 'InlineCode `` a ` b ``', 'InlineCode `d`'],
    ['\\`a` b`', 'Escape \\`', 'InlineCode ` b`'],
    ['&amp; &#38; &nothing', 'Entity &amp;', 'Entity &#38;'],
    [
      '<https://a.b> <c@d.e> <f g="h">',
      'Autolink <https://a.b>',
      'URL https://a.b',
      'Autolink <c@d.e>',
      'URL c@d.e',
      'HTMLTag <f g="h">',
    ],
    ['a <!-- a --> <? b ?> <!C d>', 'Comment <!-- a -->', 'ProcessingInstruction <? b ?>', 'HTMLTag <!C d>'],
    ['(see http://a.b/c(d)), e', 'URL http://a.b/c(d)'],
    ['[http://a.b/c] d', 'Link [http://a.b/c]', 'URL http://a.b/c'],
    ['a@b.c and www.d.e.', 'URL a@b.c', 'URL www.d.e'],
    ['$x_1$ [1] *`$y$`*', 'Math $x_1$', 'Citation [1]', 'Emphasis *`$y$`*', 'InlineCode `$y$`'],
  ] as const)
    it(`has its nodes: ${text}`, () => assert.deepEqual(nodesIn(text), nodes));

  it('is read once, however much of it is open, closes nothing or has no end', () => {
    const units = [
      '[',
      '[a](',
      '[a](b "',
      '[a](b (',
      '[a](<b',
      '[a][',
      ']',
      '![',
      '![[]()',
      '[ (](',
      '[a_',
      '*a ',
      'a* ',
      '*a_ ',
      'a**b c* ',
      '~~a ',
      '`',
      'a`b``',
      '<!--',
      '<?',
      '<!A',
      '<![CDATA[',
      '<a b="',
      '<http://a',
      'http://a.b/[',
      'www.',
      'a@',
      '&amp',
      '\\',
      '[^',
      '【',
      '$a ',
    ];
    for (const unit of units) parseMarkdown(`a ${unit.repeat(90_000 / unit.length)}`);
    parseMarkdown(`a ${Array.from({ length: 400 }, (_, n) => '`'.repeat(n)).join(' ')}`);
    parseMarkdown(`http://a.b/${')'.repeat(90_000)}`);
    parseMarkdown(`http://a.b/${'&amp;'.repeat(18_000)}`);
  });

  it('holds emphasis within emphasis a hundred times, and takes what is deeper for words', () => {
    const deepest = (text: string) => {
      let depth = 0;
      let most = 0;
      parseMarkdown(text).iterate({
        enter: ({ name }) => {
          if (name === 'Emphasis') most = Math.max(most, ++depth);
        },
        leave: ({ name }) => {
          if (name === 'Emphasis') depth--;
        },
      });
      return most;
    };
    const nested = (times: number) => `${'*a '.repeat(times)}[1]${' b*'.repeat(times)}`;
    assert.equal(deepest(nested(100)), 100);
    assert.equal(deepest(nested(15_000)), 100);
    assert.ok(nodesIn(nested(15_000)).includes('Citation [1]'));
    parseMarkdown(`${'*'.repeat(45_000)}a${'*'.repeat(45_000)}`);
    parseMarkdown(`${'!['.repeat(15_000)}a${'](b)'.repeat(15_000)}`);
  });
});
