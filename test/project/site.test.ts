import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, posix } from 'node:path';
import { HtmlValidate } from 'html-validate';
import { filesBelow } from './files';

const validator = new HtmlValidate({ extends: ['html-validate:standard'] });

describe('The site of the documentation', () => {
  const folder = mkdtempSync(join(tmpdir(), 'research-briefs-site-'));
  /** The pages by their addresses, which have no folder in front. */
  const pages = new Map<string, string>();
  before(() => {
    const { status, stderr } = spawnSync(process.execPath, ['scripts/docs.js', folder], { encoding: 'utf8' });
    assert.equal(status, 0, stderr);
    for (const path of filesBelow(folder, '.html'))
      pages.set(path.slice(folder.replaceAll('\\', '/').length + 1), readFileSync(path, 'utf8'));
  });
  after(() => rmSync(folder, { recursive: true, force: true }));

  const attributes = (html: string, name: string) =>
    [...html.matchAll(new RegExp(`\\s${name}="([^"]*)"`, 'g'))].map(([, value = '']) => value.replaceAll('&amp;', '&'));
  /** Links and pictures within the site, from the page that has them. */
  const ownLinks = (page: string, html: string) =>
    [...attributes(html, 'href'), ...attributes(html, 'src')]
      .filter((href) => !/^[a-z]+:/.test(href))
      .map((href) => {
        const [path = '', anchor = ''] = href.split('#');
        return { href, target: path === '' ? page : posix.join(posix.dirname(page), decodeURI(path)), anchor };
      });

  it('has a page for each page of Markdown, and for each rule', () => {
    assert.equal(
      pages.size,
      filesBelow('docs', '.md').length + filesBelow('.', '.md').filter((path) => !path.includes('/')).length,
    );
    for (const path of filesBelow('docs/rules', '.md'))
      assert.ok(pages.has(path.replace('docs/', '').replace('README.md', 'index.html').replace('.md', '.html')), path);
  });

  it('has no dead link, within a page or to another', () => {
    const dead = [...pages].flatMap(([page, html]) =>
      ownLinks(page, html)
        .filter(({ target, anchor }) => {
          if (!existsSync(join(folder, target))) return true;
          const ids = attributes(pages.get(target) ?? '', 'id');
          return anchor !== '' && !ids.includes(decodeURIComponent(anchor));
        })
        .map(({ href }) => `${page}: ${href}`),
    );
    assert.deepEqual(dead, []);
  });

  it('links to files of the repository that exist, at its address', () => {
    const { homepage }: { homepage: string } = JSON.parse(readFileSync('package.json', 'utf8'));
    const start = `${homepage.replace(/#.*/, '')}/blob/main/`;
    const paths = [...pages.values()].flatMap((html) =>
      attributes(html, 'href')
        .filter((href) => href.startsWith(start))
        .map((href) => decodeURI(href.slice(start.length))),
    );
    assert.ok(paths.includes('LICENSE'));
    assert.deepEqual(
      paths.filter((path) => !existsSync(path)),
      [],
    );
  });

  it('leads from its first page to every other', () => {
    const reached = new Set(['index.html']);
    for (const page of reached)
      for (const { target } of ownLinks(page, pages.get(page) ?? '')) if (pages.has(target)) reached.add(target);
    assert.deepEqual(
      [...pages.keys()].filter((page) => !reached.has(page)),
      [],
    );
  });

  it('is valid HTML', async () => {
    for (const page of ['index.html', 'format.html', 'rules/citation/missing.html', 'zh-cn/index.html']) {
      const { results } = await validator.validateString(pages.get(page) ?? '');
      const faults = results.flatMap(({ messages }) =>
        messages.map(({ message, line }) => `${page}:${line}: ${message}`),
      );
      assert.deepEqual(faults, []);
    }
  });

  it('says its language, and has the same page in the other', () => {
    assert.match(pages.get('zh-cn/format.html') ?? '', /^<html lang="zh-CN">$/m);
    assert.match(
      pages.get('format.html') ?? '',
      /<a href="zh-cn\/format\.html" hreflang="zh-CN" lang="zh-CN">简体中文<\/a>/,
    );
    assert.match(
      pages.get('zh-cn/format.html') ?? '',
      /<a href="\.\.\/format\.html" hreflang="en" lang="en">English<\/a>/,
    );
  });

  it('loads nothing from elsewhere', () => {
    for (const [page, html] of pages) {
      const loaded = [
        ...attributes(html, 'src'),
        ...(html.match(/<link rel="(?:stylesheet|icon)" href="[^"]*/g) ?? []),
      ];
      for (const address of loaded) assert.doesNotMatch(address, /(?:^|")(?:https?:|\/\/)/, page);
    }
  });
});
