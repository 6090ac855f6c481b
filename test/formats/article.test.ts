import assert from 'node:assert/strict';
import { readArticle } from '../../src/formats';
import { assertGrowsEvenly } from '../growth';

const LONG = '<p>Mines gave 390,000 tonnes of rare earths in 2024.</p>';

const CASES: readonly (readonly [what: string, html: string, markdown: string])[] = [
  [
    'its main element',
    `<header>Site</header><main><h1>Ore</h1>${LONG}</main><footer>Imprint</footer>`,
    '# Ore\n\nMines gave 390,000 tonnes of rare earths in 2024.',
  ],
  [
    'the article in its main element',
    `<main><p>Ad</p><article><h1>Ore</h1>${LONG}</article></main>`,
    '# Ore\n\nMines gave 390,000 tonnes of rare earths in 2024.',
  ],
  [
    'an element with the role of main',
    `<p>x</p><div role="main">${LONG}</div>`,
    'Mines gave 390,000 tonnes of rare earths in 2024.',
  ],
  [
    'all of it where an article is but a teaser',
    `<article>Teaser</article><div>${LONG}</div>`,
    'Teaser\n\nMines gave 390,000 tonnes of rare earths in 2024.',
  ],
  [
    'all of it where nothing is marked',
    `<body><nav>Home</nav><div>${LONG}</div><aside>More</aside></body>`,
    'Mines gave 390,000 tonnes of rare earths in 2024.',
  ],
  [
    'no banners of consent, boxes to share, and hidden parts',
    `<div class="cookie-banner">We use</div>${LONG}<ul class="share-links"><li>Post</li></ul><div hidden>no</div><p style="display:none">no</p><p>End.</p>`,
    'Mines gave 390,000 tonnes of rare earths in 2024.\n\nEnd.',
  ],
  [
    'no edit links within headings',
    `<h2>Ore<span class="mw-editsection"> [edit]</span></h2>${LONG}`,
    '## Ore\n\nMines gave 390,000 tonnes of rare earths in 2024.',
  ],
  [
    'tables',
    `<main><table><tr><th>Year</th><th>t</th></tr><tr><td>2024</td><td>390,000</td></tr></table>${LONG}</main>`,
    '| Year | t |\n| --- | --- |\n| 2024 | 390,000 |\n\nMines gave 390,000 tonnes of rare earths in 2024.',
  ],
  [
    'words whose names only resemble such parts',
    `<main><p class="shareholders">Shares rose.</p><section id="sharessection">${LONG}</section></main>`,
    'Shares rose.\n\nMines gave 390,000 tonnes of rare earths in 2024.',
  ],
];

describe('The text that a web page is read for', () => {
  for (const [what, html, markdown] of CASES) it(`is ${what}`, () => assert.equal(readArticle(html), markdown));

  it('is nothing where a page has none', () => assert.equal(readArticle('<script>x</script>'), ''));

  it('is not read where it is nested without end', () => {
    assert.equal(readArticle('<div>'.repeat(5000) + LONG), null);
  });

  it('takes time that grows with the page', () => {
    const pageOf = (parts: number) => `<main>${`<div class="x">${LONG}</div>`.repeat(parts)}</main>`;
    assert.ok((readArticle(pageOf(20_000)) ?? '').length > 500_000);
    assertGrowsEvenly((parts) => readArticle(pageOf(parts)), 5_000);
  });
});
