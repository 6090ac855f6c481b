import { cpSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join, posix } from 'node:path';
import { importScript } from '../lib/bundle.js';
import { counterpartOf, siteHref, sitePages } from './pages.js';
import { readPage } from './readPage.js';
import { pageHtml, WORDS } from './template.js';

/** The navigation of a language is the table of the documentation in its README. */
const READMES = { en: 'README.md', 'zh-CN': 'README.zh-cn.md' };

/**
 * Writes the site into a folder, which is emptied. The process is at the top of the repository.
 *
 * @param {string} folder
 * @returns {Promise<number>} how many pages it has
 */
export async function writeSite(folder) {
  const { homepage } = JSON.parse(readFileSync('package.json', 'utf8'));
  const address = homepage.replace(/#.*/, '');
  const { headingSlug } = await importScript('src/core/brief/queries/anchors.ts');
  const pages = sitePages();
  const read = pages.map((page) => {
    const other = counterpartOf(page, pages);
    const hrefOf = (/** @type {string} */ href) => siteHref(href, page, pages, address);
    const counterpart = other ? posix.relative(posix.dirname(page.file), other.file) : null;
    const text = readFileSync(page.file, 'utf8').replaceAll('\r\n', '\n');
    return { page, other, ...readPage(text, { hrefOf, slugOf: headingSlug, counterpart }) };
  });
  rmSync(folder, { recursive: true, force: true });
  for (const { page, other, title, html } of read) {
    const home = read.find((each) => each.page.file === READMES[page.language]);
    const toTop = posix.relative(posix.dirname(page.url), '.');
    const groups = (home?.groups ?? []).map(({ name, links }) => ({
      name,
      // They are written as the links of that README.
      links: links.map(({ href, text }) => ({ text, href: fromPage(page.url, home?.page.url ?? '', href) })),
    }));
    const whole = pageHtml({
      ...{ title, html, groups, language: page.language },
      top: toTop === '' ? '' : `${toTop}/`,
      current: posix.basename(page.url),
      other: other ? posix.relative(posix.dirname(page.url), other.url) : null,
    });
    write(join(folder, page.url), whole);
  }
  for (const language of /** @type {const} */ (['en', 'zh-CN'])) {
    const sections = read
      .filter(({ page }) => page.language === language)
      .flatMap(({ page, title, sections: all }) =>
        all.map(({ anchor, heading, text }) => [page.url + (anchor && `#${anchor}`), title, heading, text]),
      );
    const texts = { words: WORDS[language], sections };
    write(join(folder, `search-${language}.js`), `globalThis.siteSearch = ${JSON.stringify(texts)};\n`);
  }
  cpSync('scripts/site/style.css', join(folder, 'style.css'));
  cpSync('scripts/site/search.js', join(folder, 'search.js'));
  cpSync('docs/images', join(folder, 'images'), { recursive: true });
  return pages.length;
}

/**
 * A link of one page as another has it.
 *
 * @param {string} url of the page that has it
 * @param {string} from the page that the link was written for
 * @param {string} href
 */
function fromPage(url, from, href) {
  if (/^[a-z]+:/.test(href)) return href;
  return posix.relative(posix.dirname(url), posix.join(posix.dirname(from), href));
}

/**
 * @param {string} path
 * @param {string} text
 */
function write(path, text) {
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, text);
}
