import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { parseBrief } from '../../../src/core/brief/parseBrief';
import { renderPage } from '../../../src/core/page/renderPage';

const CSS = 'body { color: red; }\n';
const page = (text: string, css = CSS): string => renderPage(parseBrief(text), css);

describe('renderPage', () => {
  it('is one whole document with its title and language', () => {
    const html = page('# Erze & Magnete\n\nText auf Deutsch.\n');
    assert.match(html, /^<!doctype html>\n<html lang="/);
    assert.ok(html.includes('<title>Erze &amp; Magnete</title>'));
    assert.ok(html.endsWith('</html>\n'));
  });
  it('allows its own style by hash, images as data, and nothing else', () => {
    const html = page('x');
    const policy =
      /http-equiv="Content-Security-Policy" content="([^"]*)"/.exec(html)?.[1]?.replaceAll('&#39;', "'") ?? '';
    const hash = createHash('sha256')
      .update(/<style>([\s\S]*)<\/style>/.exec(html)?.[1] ?? '')
      .digest('base64');
    assert.deepEqual(policy.split('; '), [
      "default-src 'none'",
      `style-src 'sha256-${hash}'`,
      'img-src data:',
      "base-uri 'none'",
      "form-action 'none'",
    ]);
  });
  it('states its policy before anything that it speaks of', () => {
    const html = page('x');
    assert.ok(html.indexOf('Content-Security-Policy') < html.indexOf('<style>'));
  });
  it('has no script and loads nothing', () => {
    const html = page('<script>x</script>\n\n![alt](a.png) ![b](https://a.example/b.png)\n');
    assert.doesNotMatch(html, /<script|<link|<img|<iframe| src=|url\(/i);
    assert.ok(html.includes('<span class="image">alt</span>'));
  });
  it('does not let a style sheet end its element', () => {
    assert.equal(page('x', 'a { content: "</style>" }').match(/<\/style>/g)?.length, 1);
  });
  it('is the same on every run', () => {
    assert.equal(page('# A\n\n- b [1]\n'), page('# A\n\n- b [1]\n'));
  });
});
