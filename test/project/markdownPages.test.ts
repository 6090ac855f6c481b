import assert from 'node:assert/strict';
import { existsSync, readdirSync } from 'node:fs';
import { posix } from 'node:path';
import { faultsOf } from './chinese';
import { filesBelow, read } from './files';
import { textsIn } from './manifest';
import { anchorsOf, linksOf, proseOf } from './markdownPages';

const ROOT_PAGES = readdirSync('.').filter((name) => name.endsWith('.md'));
const PAGES = [...ROOT_PAGES, ...filesBelow('docs', '.md')];
const CHINESE = ['README.zh-cn.md', ...filesBelow('docs/zh-cn', '.md')];

/** The page in English that a page in Chinese is a translation of. */
function englishOf(path: string): string {
  return path.replace('docs/zh-cn/', 'docs/').replace('.zh-cn.md', '.md');
}

describe('The documentation', () => {
  it('has links that lead to a file of the repository, and to a heading of it', () => {
    const broken = PAGES.flatMap((page) =>
      linksOf(page)
        .filter(({ path, anchor }) => {
          const file = path === '' ? page : posix.join(posix.dirname(page), path);
          return !existsSync(file) || (anchor !== '' && !anchorsOf(file).includes(anchor));
        })
        .map(({ target }) => `${page}: ${target}`),
    );
    assert.deepEqual(broken, []);
  });
});

describe('The documentation in Chinese', () => {
  it('is of pages that are there in English', () => {
    assert.deepEqual(
      CHINESE.filter((page) => !existsSync(englishOf(page))),
      [],
    );
  });

  it('sets other programs up by the same code', () => {
    for (const page of ['editors', 'ci', 'assistants']) {
      const code = (path: string) => read(path).match(/^```\w*\n.*?^```$/gms);
      assert.deepEqual(code(`docs/zh-cn/${page}.md`), code(`docs/${page}.md`));
    }
  });

  it('leads to pages in Chinese where there are any', () => {
    const inEnglish = CHINESE.flatMap((page) =>
      linksOf(page)
        .map(({ path }) => posix.join(posix.dirname(page), path))
        .filter((file) => file !== englishOf(page) && CHINESE.some((other) => englishOf(other) === file))
        .map((file) => `${page}: ${file}`),
    );
    assert.deepEqual(inEnglish, []);
  });

  it('says of a page that is in English that it is', () => {
    const unsaid = CHINESE.flatMap((page) =>
      linksOf(page)
        .filter(({ path, target }) => {
          const file = posix.join(posix.dirname(page), path);
          const isEnglish = path.endsWith('.md') && !CHINESE.includes(file) && file !== englishOf(page);
          return isEnglish && !read(page).includes(`(${target})（英文）`);
        })
        .map(({ target }) => `${page}: ${target}`),
    );
    assert.deepEqual(unsaid, []);
  });

  it('and that in English lead to each other on all pages but those of single rules', () => {
    for (const page of CHINESE.filter((path) => !path.startsWith('docs/zh-cn/rules/') || path.endsWith('README.md'))) {
      const leads = (from: string, to: string) =>
        linksOf(from).some(({ path }) => posix.join(posix.dirname(from), path) === to);
      assert.ok(leads(page, englishOf(page)) && leads(englishOf(page), page), page);
    }
  });

  it('names commands as VS Code does', () => {
    const titles = new Set(Object.values(textsIn('zh-cn')));
    const unknown = CHINESE.flatMap((page) =>
      [...read(page).matchAll(/“简报: ([^”]+)”|^\| 简报: (.+?) \|/gm)]
        .flatMap(([, title = '', row = '']) => (title === '' ? row.split('、') : [title]))
        .filter((title) => !titles.has(title))
        .map((title) => `${page}: ${title}`),
    );
    assert.deepEqual(unknown, []);
  });

  it('is set as Chinese is', () => {
    const faulty = CHINESE.flatMap((page) =>
      proseOf(page).flatMap((line) =>
        faultsOf(line)
          .filter((fault) => fault !== 'no Chinese')
          .map((fault) => `${page}: ${fault}: ${line}`),
      ),
    );
    assert.deepEqual(faulty, []);
  });

  it('is in the extension where the documentation in English is', () => {
    const paths = Object.keys(JSON.parse(read('dist/pages.json')));
    const english = paths.filter((path) => !path.startsWith('zh-cn/'));
    assert.ok(english.includes('rules/citation/missing.md'));
    assert.deepEqual(
      paths.filter((path) => !english.includes(path)),
      english.map((path) => `zh-cn/${path}`).filter((path) => existsSync(`docs/${path}`)),
    );
  });
});

describe('The pages of the rules', () => {
  it('lead only to pages that are in the extension, too', () => {
    const paths = Object.keys(JSON.parse(read('dist/pages.json')));
    const linked = filesBelow('docs/rules', '.md').flatMap((page) =>
      linksOf(page)
        .filter(({ path }) => path !== '')
        .map(({ path }) => posix.join(posix.dirname(page), path).replace('docs/', '')),
    );
    assert.ok(linked.length > 50);
    assert.deepEqual(
      linked.filter((path) => !paths.includes(path)),
      [],
    );
  });
});
