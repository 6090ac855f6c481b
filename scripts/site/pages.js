/** Which files of the repository are pages of the site, and where. */
import { readdirSync } from 'node:fs';
import { posix } from 'node:path';

/**
 * @typedef {object} SitePage
 * @property {string} file in the repository
 * @property {string} url in the site, relative to its top
 * @property {'en' | 'zh-CN'} language
 */

const CHINESE = /^docs\/zh-cn\/|\.zh-cn\.md$/;

/** @returns {SitePage[]} in the order of their files. The process is at the top of the repository. */
export function sitePages() {
  const top = readdirSync('.').filter((name) => name.endsWith('.md'));
  const below = readdirSync('docs', { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.md'));
  return [...top, ...below.map((name) => `docs/${name.replaceAll('\\', '/')}`)].sort().map((file) => ({
    file,
    url: urlOf(file),
    language: CHINESE.test(file) ? 'zh-CN' : 'en',
  }));
}

/** @param {string} file */
function urlOf(file) {
  if (file === 'README.zh-cn.md') return 'zh-cn/index.html';
  const path = file.startsWith('docs/') ? file.slice('docs/'.length) : file.toLowerCase().replaceAll('_', '-');
  return path.replace(/(?:^|(?<=\/))readme(?=\.md$)/i, 'index').replace(/\.md$/, '.html');
}

/**
 * The page that says the same in the other language.
 *
 * @param {SitePage} page
 * @param {readonly SitePage[]} pages
 */
export function counterpartOf({ url, language }, pages) {
  const other = language === 'en' ? `zh-cn/${url}` : url.replace(/^zh-cn\//, '');
  return pages.find((page) => page.url === other && page.language !== language);
}

/**
 * Where a link of a file leads in the site: to a page, a picture, or a file of the repository at its address.
 *
 * @param {string} href as it is written
 * @param {SitePage} page that has it
 * @param {readonly SitePage[]} pages
 * @param {string} address of the repository
 */
export function siteHref(href, page, pages, address) {
  if (/^[a-z][a-z\d+.-]*:|^#/i.test(href)) return href;
  const [path = '', anchor] = href.split('#');
  const file = posix.join(posix.dirname(page.file), decodeURI(path));
  const target = pages.find((each) => each.file === file)?.url ?? pictureUrl(file);
  if (target === null) return `${address}/blob/main/${encodeURI(file)}`;
  const relative = posix.relative(posix.dirname(page.url), target);
  return anchor === undefined ? relative : `${relative}#${anchor}`;
}

/**
 * Where a picture is in the site.
 *
 * @param {string} file
 */
export function pictureUrl(file) {
  return file.startsWith('docs/images/') ? file.slice('docs/'.length) : null;
}
