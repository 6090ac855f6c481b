import assert from 'node:assert/strict';
import { parseBrief } from '../../../src/core/brief/parseBrief';
import { renderBrief } from '../../../src/core/page/renderBrief';
import { chipsOf } from './html';

const SOURCES = '\n\n## Sources\n\n- [1] One\n';
const rendered = (text: string): string => renderBrief(parseBrief(`# T\n\n${text}${SOURCES}`));
const count = (html: string, tag: string) => html.split(`<${tag}`).length - 1;

describe('What is nested on a page', () => {
  for (const [what, mark, tag] of [
    ['quotations', '> ', 'blockquote>'],
    ['items', '- ', 'li'],
    ['numbered items', '1. ', 'li'],
  ] as const) {
    it(`is shown a hundred times deep, and as it is written where it is deeper: ${what}`, () => {
      const around = count(rendered('a'), tag);
      const whole = rendered(`${mark.repeat(100)}It rose [1].`);
      assert.equal(count(whole, tag) - around, 100);
      assert.equal(chipsOf(whole).length, 1);
      const deeper = rendered(`${mark.repeat(103)}It rose [1].`);
      assert.equal(count(deeper, tag) - around, 101);
      assert.ok(deeper.includes(`<p>${mark.repeat(2).replaceAll('>', '&gt;')}It rose [1].</p>`));
    });
  }

  it('goes on after it', () => {
    const html = rendered(`${'> '.repeat(105)}a\n\nIt rose [1].`);
    assert.equal(chipsOf(html).length, 1);
  });

  it('has no emphasis that a browser would lose its way in', () => {
    const html = rendered(`${'*a '.repeat(5000)}It rose [1].${' b*'.repeat(5000)}`);
    assert.equal(count(html, 'em>'), 100);
    assert.equal(html.split('</em>').length - 1, 100);
    assert.equal(chipsOf(html).length, 1);
  });

  it('is read to its end: tags, links and images in each other', () => {
    assert.equal(chipsOf(rendered(`${'<sub>'.repeat(5000)}It rose [1].${'</sub>'.repeat(5000)}`)).length, 1);
    assert.ok(rendered(`${'!['.repeat(5000)}a${'](b)'.repeat(5000)}`).includes('data-src="b"'));
    rendered(`${'['.repeat(5000)}a${'](b)'.repeat(5000)}`);
  });

  it('is as it is written where one text is too long', () => {
    const long = `${'Ore <b>rose</b>. '.repeat(6000)}It *rose* [1].`;
    const html = rendered(`${long}\n\nIt rose [1].`);
    assert.ok(html.includes('rose&lt;/b&gt;. It *rose* [1].'));
    assert.equal(chipsOf(html).length, 1);
    const cell = rendered(`|a|b|\n|-|-|\n|${long}|It rose [1].|\n\nIt rose [1].`);
    assert.ok(cell.includes('rose&lt;/b&gt;. It *rose* [1].'));
    assert.equal(chipsOf(cell).length, 2);
  });

  it('ends with a word where the brief has too many lines', () => {
    const html = rendered(`It rose [1].\n\n\`\`\`\n${'a\n'.repeat(100_000)}\`\`\`\n\nIt fell [1].`);
    assert.ok(html.includes('<p class="unreadable">The brief is too long: what follows is not shown.</p>'));
    assert.ok(!html.includes('It fell'));
  });

  it('has as many lines of a definition as the tree has', () => {
    const title = (lines: number) => `[k]: https://k.example "a\n${'b\n'.repeat(lines - 2)}c"\n\n[k]`;
    const isLink = (text: string) => rendered(text).includes('>k</a>');
    const isDefinition = (text: string) => parseBrief(text).blocks.some(({ kind }) => kind === 'definition');
    for (const lines of [2, 20]) assert.ok(isLink(title(lines)) && isDefinition(title(lines)), `${lines} lines`);
    assert.ok(!isLink(title(21)) && !isDefinition(title(21)));
    assert.ok(rendered(title(21)).includes('[k]: '));
  });
});
