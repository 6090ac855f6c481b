import assert from 'node:assert/strict';
import { parseBrief } from '../../../src/core/brief/parseBrief';
import { renderBrief } from '../../../src/core/page/renderBrief';
import { keepAllowed } from '../../../src/core/page/safe/keepAllowed';
import { type EntryNode, inListOrder, renderEntry, type StyledSources } from '../../../src/core/page/sections/entries';

const NODES: readonly EntryNode[] = [
  '<b>&',
  { mark: 'i', children: ['i', { mark: 'upright', children: ['u'] }] },
  { mark: 'small-caps', children: ['sc'] },
  { mark: 'block', children: [{ mark: 'sup', children: ['2'] }] },
  { mark: 'a', href: 'https://a.example/?b&c', children: ['link'] },
  { mark: 'a', href: 'javascript:alert(1)', children: ['no link'] },
];
const styled = (isNumeric: boolean): StyledSources => ({
  order: ['b', 'a'],
  isNumeric,
  entries: new Map([['a', NODES]]),
});

describe('an entry in a style', () => {
  it('is escaped, and made of what a page may be made of', () => {
    const html = renderEntry(NODES);
    assert.equal(
      html,
      '&lt;b&gt;&amp;<i>i<span class="upright">u</span></i><span class="small-caps">sc</span>' +
        '<span class="entry-block"><sup>2</sup></span>' +
        '<a href="https://a.example/?b&amp;c" rel="noopener noreferrer">link</a>no link',
    );
    assert.equal(keepAllowed(html), html);
  });

  it('shows the host of a link whose words could be taken for another', () => {
    const link = (href: string, words: string) => renderEntry([{ mark: 'a', href, children: [words] }]);
    assert.doesNotMatch(link('https://doi.org/10.1016/j.cell.2020', '10.1016/j.cell.2020'), /link-host/);
    assert.match(link('https://evil.example/', 'https://good.example/'), /<bdi class="link-host">evil\.example<\/bdi>/);
    assert.match(link('https://аррӏе.com/', 'https://аррӏе.com/'), /<bdi class="link-host">xn--/);
  });

  it('stands where our own would, and a source without one keeps ours', () => {
    const brief = parseBrief('---\nsources:\n  - {id: a, title: A}\n  - {id: b, title: B}\n---\n\nSo [@a][@b].\n');
    const html = renderBrief(brief, { styled: styled(false) });
    assert.match(html, /id="source-b".*<cite>B<\/cite>.*id="source-a".*<span class="source-entry">&lt;b&gt;/s);
  });

  it('is in the order of the style only where neither the style nor the brief counts', () => {
    const sources = [{ id: 'a' }, { id: 'b' }];
    const ids = (list: readonly { id: string }[]) => list.map(({ id }) => id).join('');
    assert.equal(ids(inListOrder(sources, styled(false))), 'ba');
    assert.equal(ids(inListOrder(sources, styled(true))), 'ab');
    assert.equal(ids(inListOrder([...sources, { id: '1' }], styled(false))), 'ab1');
  });
});
