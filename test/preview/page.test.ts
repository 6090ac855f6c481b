import assert from 'node:assert/strict';
import { notice, previewPage } from '../../src/extension/preview/page';

const PARTS = {
  cspSource: "'self' https://*.vscode-cdn.net",
  script: 'https://file.vscode-cdn.net/preview.js',
  style: 'https://file.vscode-cdn.net/preview.css?a=1&b=2',
};
const policyOf = (html: string) =>
  new Map(
    (/http-equiv="Content-Security-Policy" content="([^"]*)"/.exec(html)?.[1] ?? '').split('; ').map((directive) => {
      const [name = '', ...values] = directive.split(' ');
      return [name, values.join(' ')];
    }),
  );

describe('the page of a preview', () => {
  it('allows nothing but its own script, style and local images', () => {
    const policy = policyOf(previewPage(PARTS));
    assert.equal(policy.get('default-src'), "'none'");
    assert.match(policy.get('script-src') ?? '', /^'nonce-[0-9a-f]{32}'$/);
    for (const name of ['style-src', 'font-src']) assert.equal(policy.get(name), PARTS.cspSource);
    assert.equal(policy.get('img-src'), `${PARTS.cspSource} data:`);
    assert.equal(policy.get('base-uri'), "'none'");
    assert.equal(policy.get('form-action'), "'none'");
    assert.equal(policy.size, 7);
    assert.doesNotMatch(previewPage(PARTS), /unsafe/);
  });

  it('allows images from the web, and nothing else from there, where they are wanted', () => {
    const policy = policyOf(previewPage({ ...PARTS, webImages: true }));
    assert.equal(policy.get('img-src'), `${PARTS.cspSource} data: https:`);
    policy.delete('img-src');
    assert.doesNotMatch([...policy.values()].join(' '), /https:(?!\/\/)/);
  });

  it('states its policy before anything that loads', () => {
    const html = previewPage(PARTS);
    assert.ok(html.indexOf('Content-Security-Policy') < Math.min(html.indexOf('<link'), html.indexOf('<script')));
  });

  it('has a fresh nonce each time, which its script carries', () => {
    const nonces = Array.from({ length: 20 }, () => /<script nonce="(\w+)"/.exec(previewPage(PARTS))?.[1] ?? '');
    assert.equal(new Set(nonces).size, 20);
    const html = previewPage(PARTS);
    assert.ok(html.includes(`script-src 'nonce-${/<script nonce="(\w+)"/.exec(html)?.[1]}'`));
  });

  it('escapes addresses', () => {
    assert.match(previewPage(PARTS), /href="https:\/\/file\.vscode-cdn\.net\/preview\.css\?a=1&amp;b=2"/);
  });
});

describe('a notice in place of a brief', () => {
  it("is escaped: file names are the author's", () => {
    assert.equal(
      notice('<img src=x> & "y".brief'),
      '<p class="notice">&lt;img src=x&gt; &amp; &quot;y&quot;.brief</p>',
    );
  });
});
