/** From the Markdown of a page to its HTML, and to what is found in it. */
import createMarkdownIt from 'markdown-it';

/**
 * @typedef {object} Section what is searched at once
 * @property {string} anchor empty above the first heading
 * @property {string} heading
 * @property {string} text
 *
 * @typedef {object} ReadPage
 * @property {string} title
 * @property {string} html
 * @property {Section[]} sections
 * @property {NavigationGroup[]} groups the rows of its last table as lists of links
 *
 * @typedef {{ name: string, links: { href: string, text: string }[] }} NavigationGroup
 */

const markdown = createMarkdownIt({ html: false, linkify: false });
// What is wider than the page is scrolled, by keys too.
markdown.renderer.rules['table_open'] = () => '<div class="wide" tabindex="0"><table>';
markdown.renderer.rules['table_close'] = () => '</table></div>';
markdown.renderer.rules['fence'] = (tokens, i) =>
  `<pre tabindex="0"><code>${markdown.utils.escapeHtml(tokens[i]?.content ?? '')}</code></pre>\n`;

/**
 * @param {string} text
 * @param {object} options
 * @param {(href: string) => string} options.hrefOf where a link leads in the site
 * @param {(heading: string) => string} options.slugOf the anchor of a heading, by its words
 * @param {string | null} options.counterpart the link to the other language, which the head of the page has already
 * @returns {ReadPage}
 */
export function readPage(text, { hrefOf, slugOf, counterpart }) {
  const tokens = markdown.parse(text, {});
  /** @type {Section[]} */
  const sections = [{ anchor: '', heading: '', text: '' }];
  /** @type {Map<string, number>} */
  const seen = new Map();
  /** @type {typeof tokens} */
  const kept = [];
  let title = '';
  tokens.forEach((token, i) => {
    if (token.type === 'inline') {
      const before = tokens[i - 1];
      const words = wordsOf(token);
      if (before?.type === 'heading_open') {
        const slug = slugOf(token.content.replace(/\[([^\]]*)\]\([^)]*\)/g, '$1'));
        const count = seen.get(slug) ?? 0;
        seen.set(slug, count + 1);
        const anchor = count === 0 ? slug : `${slug}-${count}`;
        before.attrSet('id', anchor);
        sections.push({ anchor, heading: words, text: '' });
        if (before.tag === 'h1') title ||= words;
      } else addTo(sections, words);
      if (counterpart !== null && isLinkTo(token, counterpart)) {
        // Without the paragraph around it.
        kept.pop();
        token.children = null;
        token.hidden = true;
        return;
      }
      for (const child of token.children ?? []) {
        for (const name of ['href', 'src']) {
          const value = child.attrGet(name);
          if (value !== null) child.attrSet(name, hrefOf(String(value)));
        }
      }
    } else if (token.type === 'fence') addTo(sections, token.content);
    if (tokens[i - 1]?.hidden && tokens[i - 1]?.type === 'inline') return;
    kept.push(token);
  });
  return {
    title,
    html: markdown.renderer.render(withoutEmptyHeads(kept), markdown.options, {}),
    sections: sections.filter(({ heading, text: words }) => heading !== '' || words !== ''),
    groups: groupsOf(tokens),
  };
}

/** @typedef {ReturnType<typeof markdown.parse>[number]} Token */

/**
 * Markdown cannot leave out the head of a table, nor the name of a column.
 *
 * @param {readonly Token[]} tokens
 */
function withoutEmptyHeads(tokens) {
  const emptyHeads = new Set();
  tokens.forEach((token, i) => {
    if (token.type === 'thead_open') {
      const end = tokens.findIndex(({ type }, at) => at > i && type === 'thead_close');
      const head = tokens.slice(i, end + 1);
      if (head.every(({ content }) => content === '')) for (const each of head) emptyHeads.add(each);
    }
    if (token.type === 'th_open' && tokens[i + 1]?.content === '') {
      token.tag = 'td';
      const close = tokens[i + 2];
      if (close) close.tag = 'td';
    }
  });
  return tokens.filter((token) => !emptyHeads.has(token));
}

/** @param {Token} token */
function wordsOf(token) {
  return (token.children ?? [])
    .map(({ type, content }) => (/^(?:text|code_inline)$/.test(type) ? content : type.endsWith('break') ? ' ' : ''))
    .join('');
}

/**
 * @param {Section[]} sections
 * @param {string} words
 */
function addTo(sections, words) {
  const last = sections.at(-1);
  if (last) last.text += `${last.text === '' ? '' : ' '}${words.replace(/\s+/g, ' ').trim()}`;
}

/**
 * @param {Token} token
 * @param {string} href
 */
function isLinkTo({ children }, href) {
  return children?.length === 3 && children[0]?.attrGet('href') === href;
}

/**
 * @param {readonly Token[]} tokens
 * @returns {NavigationGroup[]}
 */
function groupsOf(tokens) {
  const start = tokens.findLastIndex(({ type }) => type === 'tbody_open');
  if (start === -1) return [];
  /** @type {NavigationGroup[]} */
  const groups = [];
  for (const token of tokens.slice(start)) {
    if (token.type === 'tr_open') groups.push({ name: '', links: [] });
    const group = groups.at(-1);
    if (token.type !== 'inline' || !group) continue;
    if (group.name === '') group.name = wordsOf(token);
    else
      token.children?.forEach((child, i, all) => {
        const href = child.type === 'link_open' ? child.attrGet('href') : null;
        if (href !== null) group.links.push({ href: String(href), text: all[i + 1]?.content ?? '' });
      });
  }
  return groups;
}
