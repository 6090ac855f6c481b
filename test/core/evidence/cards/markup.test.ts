import assert from 'node:assert/strict';
import fc from 'fast-check';
import createMarkdownIt from 'markdown-it';
import { type Block, type Inline, toMarkdown, toPlainText } from '../../../../src/core/evidence/cards/markup';
import { runs } from '../../../runs';

/** What a client that allows everything would show. */
const browser = createMarkdownIt({ html: true, linkify: false });
const html = (...line: Inline[]) => browser.renderInline(toMarkdown([{ kind: 'lines', lines: [line] }]));
const match = (text: string): Inline => ({ kind: 'match', text });

describe('the markup of a hover', () => {
  const hostile: readonly string[] = [
    '[here](command:workbench.action.quit)',
    '![here](https://example.org/a.png)',
    '<img src=x onerror=alert(1)>',
    '<https://example.org>',
    'https://example.org and www.example.org and a@example.org',
    '`code` and ``more``',
    '*a* _b_ **c** __d__ ~~e~~ ~f~',
    '# heading',
    '- item',
    '+ item',
    '1. item',
    '1) item',
    '> quote',
    '| a | b |',
    '---',
    '===',
    '&lt;b&gt; &copy; &#42;',
    '\\*a\\*',
    '$(alert) and $x$',
    '[^1] [a] [a][b]',
  ];
  for (const text of hostile)
    it(`shows ${text} as it is`, () => {
      for (const kind of ['lines', 'quote'] as const) {
        const rendered = browser.render(toMarkdown([{ kind, lines: [[text], [match(text)], [text]] }]));
        const tags = [...rendered.matchAll(/<\/?(\w+)[^>]*>/g)].map(([, tag]) => tag);
        assert.deepEqual(
          tags.filter((tag) => tag !== 'p' && tag !== 'br' && tag !== 'strong' && tag !== 'blockquote'),
          [],
          rendered,
        );
        assert.equal(textOf(rendered).trim(), `${text}\n${text}\n${text}`);
      }
    });

  it('gives no text of the author any power, whatever it is', () => {
    const piece = fc.string({ unit: fc.constantFrom(...'\\`*_~[]()<>&|!$@#:/.-+= \n\t1aé中“”😀​‮', 'http', 'www.') });
    fc.assert(
      fc.property(piece, piece, (before, marked) => {
        const rendered = browser.render(toMarkdown([{ kind: 'quote', lines: [[before, match(marked), before]] }]));
        const rest = rendered.replace(/<\/?(?:p|strong|blockquote)>/g, '');
        assert.doesNotMatch(rest, /[<>]/);
        const [shown, meant] = [textOf(rendered), `${before}${marked}${before}`].map((text) =>
          text.replace(/[\s\u200b\u200a]/g, '').replaceAll('\u202e', '\\u{202e}'),
        );
        assert.equal(shown, meant);
      }),
      { numRuns: runs(1000) },
    );
  });

  it('marks a number in the middle of Chinese text, and one that begins with a sign', () => {
    assert.equal(html('约', match('90%'), '的产能'), '约<strong>90%</strong>\u200a的产能');
    assert.equal(html('约', match('$5'), '亿'), '约\u200a<strong>$5</strong>亿');
    assert.equal(html('of ', match('$5'), ', once'), 'of <strong>$5</strong>, once');
  });

  it('marks no white space', () => {
    assert.equal(html('a', match(' '), 'b'), 'a b');
    assert.equal(html('a', match(' 5 '), 'b'), 'a <strong>5</strong> b');
  });

  it('puts text on one line, and shows what would reorder it', () => {
    assert.equal(html('one\r\n\r\ntwo\tthree'), 'one two three');
    assert.equal(html('a\u202eb\u00adc'), 'a\\u{202e}bc');
  });

  it('writes an address so that the link ends with it', () => {
    const url = 'https://example.org/a(b)*c_d?x=<1>&copy;=[2]';
    assert.equal(
      html({ kind: 'link', text: '[x](y)', url }),
      '<a href="https://example.org/a%28b%29%2Ac%5Fd?x=%3C1%3E&amp;copy;=%5B2%5D">[x](y)</a>',
    );
  });

  it('is readable without Markdown', () => {
    const blocks: Block[] = [
      { kind: 'lines', lines: [[{ kind: 'strong', text: 'Found' }, ' in [5]'], ['A *title*']] },
      { kind: 'quote', lines: [['about ', match('90%'), ' of it']] },
      { kind: 'rule' },
      { kind: 'lines', lines: [[{ kind: 'link', text: 'example.org', url: 'https://example.org' }]] },
    ];
    assert.equal(
      toPlainText(blocks),
      'Found in [5]\nA *title*\n\n    about *90%* of it\n\n----\n\nhttps://example.org',
    );
  });
});

function textOf(rendered: string): string {
  return rendered
    .replace(/<[^>]*>/g, '')
    .replace(/&lt;/g, '<')
    .replace(/&gt;/g, '>')
    .replace(/&quot;/g, '"')
    .replace(/&amp;/g, '&');
}
