/** Markdown to HTML: CommonMark and GFM without raw HTML, with what the model knows put in by place. */
import createMarkdownIt, { type Env, type MarkdownIt, type RendererRule, type Token } from 'markdown-it';
import { element, type Html, nothing, text } from '../html';
import { safeUrl } from '../safe/safeUrl';
import { renderFormula } from '../sections/formulas';
import { addBlockRules, FORMULA } from './blockRules';
import { addDecoration, type References } from './decorate';
import { type BlockFacts, factsOf, type RenderEnv } from './facts';
import { addInlineRules, OURS } from './inlineRules';
import { addLimits, MAX_NESTING } from './limits';
import { addRuns } from './runs';

/**
 * Renders a stretch of Markdown: one top-level block of a brief's body, or a text of its front matter.
 *
 * @param source its text, whole lines
 */
export function renderMarkdown(source: string, facts: BlockFacts): Html {
  return markdown.render(source, environment(source, facts)) as Html;
}

/** Renders a text of one line, without an element around it: a caption, a title, a label. */
export function renderInline(source: string, facts: BlockFacts): Html {
  const flat = source.replace(/[\r\n]/g, ' ');
  return markdown.renderInline(flat, environment(flat, facts)) as Html;
}

/** Adds the link definitions of a stretch of Markdown to those already known. */
export function gatherReferences(source: string, references: References): void {
  const tokens: Token[] = [];
  markdown.block.parse(source.replace(/\r\n?/g, '\n'), markdown, { references }, tokens);
}

function environment(source: string, facts: BlockFacts): RenderEnv {
  // Definitions in this text are added to an object of its own, in front of those of the others.
  const references: References = Object.create(facts.references);
  return { facts, source: source.replaceAll('\0', '\ufffd'), run: null, references };
}

const rules: Record<string, RendererRule> = {
  [OURS]: (tokens, index) => tokens[index]?.content ?? '',
  [FORMULA]: (tokens, index, _options, env) => renderFormulaBlock(tokens[index], env),
  fence: (tokens, index, _options, env) => renderCode(tokens[index], env),
  code_block: (tokens, index, _options, env) => renderCode(tokens[index], env),
  image: (tokens, index, options, env, renderer) => {
    const token = tokens[index];
    const alt = renderer.renderInlineAsText(token?.children ?? [], options, env);
    const title = token?.attrGet('title');
    const path = String(token?.attrGet('src') ?? '');
    return imageOrLink(path, alt, env !== undefined && factsOf(env).loadsImages, title?.toString());
  },
  table_open: (tokens, index, options, env, renderer) => {
    const label = text(env ? factsOf(env).words.table : '');
    const line = env ? lineOf(tokens[index], env) : null;
    const at = line === null ? '' : ` data-line="${line}"`;
    const table = renderer.renderToken(tokens, index, options);
    return `<div class="scroller" role="region" tabindex="0" aria-label="${label}"${at}>${table}`;
  },
  table_close: (tokens, index, options, _env, renderer) => `${renderer.renderToken(tokens, index, options)}</div>`,
};

const markdown = create();

function create(): MarkdownIt {
  const md = createMarkdownIt({ html: false, linkify: false, typographer: false, maxNesting: MAX_NESTING });
  // Links are let through or refused when they are written, so that a refused one still shows its words.
  md.validateLink = () => true;
  addInlineRules(md);
  addBlockRules(md);
  addLimits(md);
  addRuns(md);
  addDecoration(md);
  md.renderer.renderToken = (tokens, index) => renderTag(tokens[index]);
  Object.assign(md.renderer.rules, rules);
  return md;
}

/**
 * A tag alone, without line breaks between blocks: they would be nodes of the page that mean nothing, and that stand
 * in the way when the preview looks for what has moved.
 */
function renderTag(token: Token | undefined): string {
  if (!token || token.hidden) return '';
  return token.nesting < 0 ? `</${token.tag}>` : `<${token.tag}${markdown.renderer.renderAttrs(token)}>`;
}

/** The line of the document at which a block starts. */
function lineOf(token: Token | undefined, env: Env): number | null {
  const { firstLine } = factsOf(env);
  return firstLine === null || !token?.map ? null : firstLine + token.map[0];
}

/** A code block; one of a figure is shown as the figure. */
function renderCode(token: Token | undefined, env: Env | undefined): Html {
  if (!token || !env) return nothing;
  const facts = factsOf(env);
  const line = token.map?.[0] ?? 0;
  const figure = facts.figures.get(line);
  if (figure) return figure;
  // As Markdown's other renderers name it, for styles of the reader's own.
  const language = /^\S+/.exec(markdown.utils.unescapeAll(token.info).trim())?.[0];
  const names = { class: language === undefined ? null : `language-${language}` };
  const code = element('pre', { tabindex: 0 }, element('code', names, text(token.content)));
  return element('div', { class: 'code', 'data-line': lineOf(token, env) }, code);
}

/** A formula on lines of its own, which may be wider than the page. */
function renderFormulaBlock(token: Token | undefined, env: Env | undefined): Html {
  if (!token || !env) return nothing;
  const { writeFormula, words } = factsOf(env);
  return element(
    'div',
    { class: 'math-block', role: 'group', tabindex: 0, 'aria-label': words.formula, 'data-line': lineOf(token, env) },
    renderFormula(token.content, writeFormula),
  );
}

/**
 * An image of the brief's own folder, for its host to load: the page itself loads nothing. One from the network is
 * shown as a link, in whose place a preview puts the image where its reader wants that.
 *
 * @param loads whether there is such a host; else the image's words stand for it
 */
export function imageOrLink(path: string, alt: string, loads: boolean, title?: string): Html {
  const url = safeUrl(path);
  const words = text(alt.trim() === '' ? path : alt);
  if (url === null) return element('span', { class: 'refused' }, words);
  if (/^(?:[a-z][a-z0-9+.-]*:|#)/i.test(url))
    return element(
      'a',
      { class: /^https:/i.test(url) ? 'web-image' : null, href: url, rel: 'noopener noreferrer', title },
      words,
    );
  return loads ? element('img', { 'data-src': url, alt, title }) : element('span', { class: 'image', title }, words);
}
