import assert from 'node:assert/strict';
import { type PageState, readKeptPage } from '../../src/formats';

const SENTENCE = 'The plant dissolves magnets in acid and gains the metals back from the solution. ';
const SATZ = '工厂用酸溶解废磁体，再从溶液中分离出金属，整个过程每月处理数吨原料。';
const text = (count: number) => `<p>${SENTENCE.repeat(count)}</p>`;
const texts = (count: number) => `<p>${SATZ.repeat(count)}</p>`;
const page = (body: string, head = '') =>
  `<!doctype html><html><head><title>Magnets</title>${head}</head><body>${body}</body></html>`;
const article = (body: string, head = '') =>
  page(`<nav>Home <a href="/login">Log in</a></nav><main><h1>Magnets from waste</h1>${body}</main>`, head);

function is(state: PageState, ...pages: readonly string[]): void {
  for (const html of pages) assert.equal(readKeptPage(html).state, state, html.slice(0, 2000));
}

describe('A page', () => {
  it('is whole if nothing clearly says otherwise, however short it is', () => {
    is('whole', article(text(40)), article(text(1)), article(texts(40)), article(texts(1)), page('<p>Yes.</p>'));
  });

  it('is whole although it speaks of subscribers, abstracts or scripts', () => {
    is(
      'whole',
      article(`<p>Already a subscriber? Sign in.</p>${text(5)}`),
      article(`<p>The magazine lost 9% of its subscribers; only members read it now.</p>${text(5)}`),
      article(`${text(80)}<p>Subscribe to continue reading.</p>`),
      article(`<h2>Abstract</h2>${text(8)}`),
      article(
        `<h2>Abstract</h2>${text(4)}<h2>1. Introduction</h2>${text(8)}`,
        '<meta name="citation_doi" content="10.1/x">',
      ),
      article(`<h2>摘要</h2>${texts(4)}<h2>引言</h2>${texts(8)}`, '<meta name="citation_doi" content="10.1/x">'),
      article(`<noscript>Please enable JavaScript.</noscript><script>1</script>${text(20)}`),
      article(`${text(20)}<p>He waited …</p>`),
      article(`<p>会员数量增长了9%，付费内容的收入也在增加。</p>${texts(5)}`),
      article(`<h2>404 kinds of magnets</h2>${text(2)}`),
    );
  });

  it('is only an abstract where it has one, and leads to the rest', () => {
    const scholarly = '<meta name="citation_title" content="Magnets"><meta name="citation_doi" content="10.1000/x">';
    is(
      'abstract',
      article(`<h2>Abstract</h2>${text(6)}<h2>References</h2><p>[1] A. Sample</p>`, scholarly),
      article(`<h2>Abstract</h2>${text(6)}<p>Access this article</p><p>Buy article PDF</p>`),
      article(
        `<p><strong>Abstract:</strong> ${SENTENCE.repeat(6)}</p><p>Full text is available to members.</p>`,
        scholarly,
      ),
      article(`<h3>摘 要</h3>${texts(6)}<p>下载PDF</p>`),
      article(`<p>摘要：${SATZ.repeat(6)}</p><p>关键词：磁体</p><p>CAJ下载 PDF下载</p>`),
    );
  });

  it('is behind a paywall where it says so of the rest, or where it says so of itself and offers to pay', () => {
    const data = '<script type="application/ld+json">{"@type":"NewsArticle","isAccessibleForFree":false}</script>';
    is(
      'paywall',
      article(`${text(3)}<p>Subscribe to continue reading</p>`),
      article(`${text(3)}<p>This article is for subscribers.</p>`),
      article(`${text(10)}<div class="paywall"><p>Already a subscriber?</p></div>`, data),
      article(`${text(1)}`, data),
      article(
        `${text(3)}<div class="gate">Subscribers only</div>`,
        '<meta property="article:content_tier" content="locked">',
      ),
      article(`${texts(3)}<p>登录后阅读全文</p>`),
      article(`${texts(3)}<p>剩余 78% 的内容需付费阅读</p>`),
      article(`${texts(3)}<p>以下内容需付费</p>`),
      article(`${texts(3)}<p>付费阅读</p>`, data),
    );
  });

  it('waits for its programs, or for a person, if there is no text but for that', () => {
    is(
      'scripts',
      page('<div id="root"></div><script src="/a.js"></script>'),
      page(
        '<div id="root"></div><noscript>You need to enable JavaScript to run this app.</noscript><script src="/a.js"></script>',
      ),
      page('<p>Please turn on JavaScript in your browser.</p><script>1</script>'),
      page('<div id="app">加载中</div><script src="/a.js"></script>'),
      page('<p>请启用浏览器的 JavaScript 后再访问。</p><script>1</script>'),
      page('<h1>Just a moment...</h1><p>Checking your browser</p><script>1</script>'),
      page('<p>请完成验证后继续访问</p><script>1</script>'),
      page('<script>document.write("All of it")</script>'),
    );
    is('empty', page(''), page('<img src="a.png">'));
  });

  it('says that it does not exist, whatever its status is', () => {
    is(
      'gone',
      page('<h1>404</h1><p>Go home</p>'),
      page('<h1>Page not found</h1><p>It may have moved.</p>'),
      page('<h1>Sorry, the page you requested could not be found</h1>'),
      page('<h1>您访问的页面不存在</h1><p>返回首页</p>'),
      page('<h2>文章已删除</h2>'),
    );
  });

  it('is an excerpt if it ends early and leads on, or says so', () => {
    is(
      'excerpt',
      article(`${text(3)}<p>And then they found …</p><p><a href="https://b.net/">Read more</a></p>`),
      article(`<p>This is an edited excerpt from the yearbook.</p>${text(6)}`),
      article(`${texts(3)}<p>随后他们发现……</p><p><a href="https://b.net/">阅读全文</a></p>`),
      article(`${texts(3)}<p>本文节选自《磁体年鉴》。</p>`),
    );
  });

  it('is its text without what stands around it', () => {
    const { markdown } = readKeptPage(
      article(`<p>It rose by 12%.</p><table><tr><th>Year</th><th>t</th></tr><tr><td>2024</td><td>7</td></tr></table>`),
    );
    assert.equal(markdown, '# Magnets from waste\n\nIt rose by 12%.\n\n| Year | t |\n| --- | --- |\n| 2024 | 7 |');
  });

  it('takes time that grows with its length alone', () => {
    const longest = 1_000_000;
    for (const part of [
      '…)',
      'subscribe ',
      '<h2>',
      '<p>摘要',
      'enable a b c ',
      '"isAccessibleForFree" ',
      '<script>',
      '404 ',
      '<noscript>',
      '](',
      '</div>',
    ])
      readKeptPage(`<html><body>${part.repeat(longest / part.length)}`);
  });
});
