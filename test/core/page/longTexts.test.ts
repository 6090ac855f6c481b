import assert from 'node:assert/strict';
import { parseBrief } from '../../../src/core/brief/parseBrief';
import { renderBrief } from '../../../src/core/page/renderBrief';
import { chipsOf } from './html';

const SOURCES = '\n\n## Sources\n\n- [1] One\n';
const rendered = (text: string): string => renderBrief(parseBrief(`# T\n\n${text}${SOURCES}`));
const count = (html: string, tag: string) => html.split(`<${tag}`).length - 1;

describe('A long brief on a page', () => {
  it('shows more tags than a function can be given as arguments', () => {
    const tags = 'a, '.repeat(200_000);
    assert.equal(renderBrief(parseBrief(`---\ntags: [${tags}]\n---\nOre.\n`)).match(/<li>a<\/li>/g)?.length, 200_000);
  });

  it('is as it is written where a list has too many blocks', () => {
    const written = (from: number, to: number) =>
      Array.from({ length: to - from }, (_, n) => `- It <b>rose</b>\n  ${from + n}.\n`).join('');
    const html = rendered(`${written(0, 20_003)}\n## It fell\n\nIt fell [1].`);
    const left = written(20_000, 20_003).trimEnd().replaceAll('<', '&lt;').replaceAll('>', '&gt;');
    assert.ok(html.includes(`<pre class="unread">${left}</pre>`));
    assert.equal(count(html, 'li') - count(rendered('a'), 'li'), 20_000);
    assert.equal(chipsOf(html).length, 1);
  });
});
