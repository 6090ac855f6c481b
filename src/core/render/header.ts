/** The head of the page: what the brief is, who wrote it and when, how much of it is cited, its key numbers. */
import type { Field } from '../brief';
import { statsOf } from '../features/stats';
import { renderTiles } from './figures';
import { formatDate } from './formats';
import { renderFreeLine, renderFreeText } from './freeText';
import { element, type Html, join, nothing, text } from './html';
import type { Page } from './page';
import { safeUrl } from './safeUrl';

/** @param title the title's heading, where the body has one */
export function renderHeader(page: Page, title: Html | null): Html {
  const { brief, words, placement } = page;
  const { frontMatter } = brief;
  const lineOf = (field: Field | null | undefined) => (field ? brief.lines.lineAt(field.span.start) : null);
  const heading =
    title ?? (brief.title ? element('h1', { 'data-line': lineOf(brief.title) }, text(brief.title.value)) : nothing);
  const subtitle = frontMatter?.subtitle;
  const summary = frontMatter?.summary;
  const tags = (frontMatter?.tags ?? []).map((tag) => element('li', {}, text(tag.value)));
  return element(
    'header',
    { class: 'head' },
    tags.length > 0 ? element('ul', { class: 'topics' }, ...tags) : nothing,
    heading,
    subtitle ? element('p', { class: 'subtitle' }, renderFreeLine(subtitle.value, page)) : nothing,
    renderByline(page),
    summary
      ? element('div', { class: 'summary', 'data-at': lineOf(summary) }, renderFreeText(summary.value, page))
      : nothing,
    renderCoverage(page),
    placement.tiles.length > 0 ? renderTiles(placement.tiles, page) : nothing,
  );

  function renderByline({ words: { updated: updatedWord } }: Page): Html {
    if (!frontMatter) return nothing;
    const { publisher, url, authors, published, updated } = frontMatter;
    const href = url ? safeUrl(url.value) : null;
    const parts: Html[] = [];
    if (publisher) {
      const words = text(publisher.value);
      parts.push(
        href === null ? element('span', {}, words) : element('a', { href, rel: 'noopener noreferrer' }, words),
      );
    }
    if (authors.length > 0) parts.push(element('span', {}, text(listOf(authors, brief.language))));
    if (published) parts.push(renderDate(published));
    if (updated) parts.push(join([text(`${updatedWord} `), renderDate(updated)]));
    return parts.length === 0 ? nothing : element('p', { class: 'byline' }, join(parts, SEPARATOR));
  }

  function renderDate(field: Field): Html {
    const words = formatDate(field.value, brief.language);
    return words === null ? text(field.value) : element('time', { datetime: field.value }, text(words));
  }

  function renderCoverage({ brief: { insights } }: Page): Html {
    if (insights.length === 0) return nothing;
    const { cited, insights: all } = statsOf(brief);
    if (all === 0) return nothing;
    const share = Math.round((cited / all) * 1000) / 10;
    // An attribute of SVG, since the page's policy lets no style attribute through.
    const bar = element('rect', { class: 'meter-value', width: share, height: 4 });
    const track = element('rect', { class: 'meter-track', width: 100, height: 4 });
    const meter = element(
      'svg',
      { class: 'meter', viewBox: '0 0 100 4', preserveAspectRatio: 'none', 'aria-hidden': 'true' },
      track,
      bar,
    );
    return element('p', { class: 'coverage' }, meter, text(words.cited(cited, all)));
  }
}

const SEPARATOR = element('span', { class: 'dot', 'aria-hidden': 'true' }, text(' · '));

function listOf(fields: readonly Field[], language: string): string {
  const comma = /^(?:zh|ja)\b/i.test(language) ? '、' : ', ';
  return fields.map((field) => field.value).join(comma);
}
