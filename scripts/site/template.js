import createMarkdownIt from 'markdown-it';

const { escapeHtml } = createMarkdownIt().utils;

/** What the site itself says. */
export const WORDS = {
  en: {
    navigation: 'Documentation',
    skip: 'Skip to the content',
    search: 'Search',
    found: 'Found: {0}',
    nothing: 'Nothing has all of these words.',
    other: '简体中文',
  },
  'zh-CN': {
    navigation: '文档',
    skip: '跳到正文',
    search: '搜索',
    found: '找到：{0}',
    nothing: '没有同时含有这些词的内容。',
    other: 'English',
  },
};

/**
 * @typedef {object} PageParts
 * @property {string} title
 * @property {string} html of its content
 * @property {import('./readPage.js').NavigationGroup[]} groups
 * @property {'en' | 'zh-CN'} language
 * @property {string} top the way to the top of the site: empty, or with a slash at its end
 * @property {string} current the name of its file
 * @property {string | null} other the page in the other language
 */

/**
 * A whole page. It needs no script but for the search, which the script shows.
 *
 * @param {PageParts} parts
 */
export function pageHtml({ title, html, groups, language, top, current, other }) {
  const words = WORDS[language];
  const home = language === 'en' ? `${top}index.html` : `${top}zh-cn/index.html`;
  const otherTag = language === 'en' ? 'zh-CN' : 'en';
  const alternate = other === null ? '' : `\n<link rel="alternate" hreflang="${otherTag}" href="${other}">`;
  const toOther =
    other === null ? '' : `\n<a href="${other}" hreflang="${otherTag}" lang="${otherTag}">${words.other}</a>`;
  return `<!DOCTYPE html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title === 'Research Briefs' ? title : `${escapeHtml(title)} · Research Briefs`}</title>
<link rel="icon" href="data:,">${alternate}
<link rel="stylesheet" href="${top}style.css">
<script src="${top}search.js" defer></script>
</head>
<body data-top="${top}">
<a class="skip" href="#content">${words.skip}</a>
<header>
<a class="name" href="${home}">Research Briefs</a>
<form role="search" hidden>
<label for="search">${words.search}</label>
<input id="search" type="search" autocomplete="off" spellcheck="false">
</form>${toOther}
</header>
<div class="columns">
<nav aria-label="${words.navigation}">
${groups.map((group) => groupHtml(group, current)).join('\n')}
</nav>
<main id="content" tabindex="-1">
<div id="found" hidden>
<h1>${words.search}</h1>
<p role="status"></p>
<ol></ol>
</div>
<article>
${html}</article>
</main>
</div>
</body>
</html>
`;
}

/**
 * @param {import('./readPage.js').NavigationGroup} group
 * @param {string} current
 */
function groupHtml({ name, links }, current) {
  const items = links.map(({ href, text }) => {
    const mark = href === current ? ' aria-current="page"' : '';
    return `<li><a href="${escapeHtml(href)}"${mark}>${escapeHtml(text)}</a></li>`;
  });
  return `<p>${escapeHtml(name)}</p>\n<ul>\n${items.join('\n')}\n</ul>`;
}
