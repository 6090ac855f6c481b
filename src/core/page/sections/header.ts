/** The head of the page: what the brief is, who wrote it and when, how much of it is cited, its key numbers. */

import { safeUrl } from '../../base/safeUrl';
import { sourceAnchor } from '../../brief/queries/anchors';
import { sourceOf, sourceTexts } from '../../brief/queries/citedSources';
import { numberedPassagesOf } from '../../brief/queries/sources';
import type { Field } from '../../brief/types';
import { statsOf } from '../../evidence/stats';
import { before, formatDate, listOf } from '../formats';
import { element, type Html, join, nothing, text } from '../html';
import type { Page } from '../page';
import { hostBeside } from '../safe/hosts';
import { dataEntry, headFields } from './dataEntry';
import { renderTiles } from './figures';
import { renderFreeLine, renderFreeText } from './freeText';
import { renderTools } from './review';

/** @param title heading of the body that is the title; null if there is none */
export function renderHeader(page: Page, title: Html | null): Html {
  const { brief, placement } = page;
  const { frontMatter } = brief;
  const lineOf = (field: Field | null | undefined) => (field ? brief.lines.lineAt(field.span.start) : null);
  const heading =
    title ?? (brief.title ? element('h1', { 'data-line': lineOf(brief.title) }, text(brief.title.value)) : nothing);
  const subtitle = frontMatter?.subtitle;
  const summary = frontMatter?.summary;
  const tags = (frontMatter?.tags ?? []).map((tag) => element('li', {}, text(tag.value)));
  return element(
    'header',
    { class: 'head', ...dataEntry(page, () => headFields(page)) },
    tags.length > 0 ? element('ul', { class: 'topics' }, join(tags)) : nothing,
    heading,
    subtitle ? element('p', { class: 'subtitle' }, renderFreeLine(subtitle.value, page)) : nothing,
    renderByline(page),
    renderSummedUp(page),
    summary
      ? element('div', { class: 'summary', 'data-at': lineOf(summary) }, renderFreeText(summary.value, page))
      : nothing,
    renderCoverage(page),
    renderTools(page),
    placement.tiles.length > 0 ? renderTiles(placement.tiles, page) : nothing,
  );
}

/** Renders the publisher, the authors and the dates. */
function renderByline({ brief, words }: Page): Html {
  if (!brief.frontMatter) return nothing;
  const { publisher, url, authors, published, updated } = brief.frontMatter;
  const { language } = brief;
  const parts: Html[] = [];
  if (publisher) {
    const href = url ? safeUrl(url.value) : null;
    const link = href === null ? {} : { href, rel: 'noopener noreferrer' };
    const name = element(href === null ? 'bdi' : 'a', { class: 'publisher', ...link }, text(publisher.value));
    parts.push(join([name, href === null ? nothing : hostBeside(publisher.value, href)]));
  }
  if (authors.length > 0)
    parts.push(
      element(
        'bdi',
        {},
        text(
          listOf(
            authors.map((author) => author.value),
            language,
          ),
        ),
      ),
    );
  if (published) parts.push(renderDate(published, language));
  if (updated) parts.push(element('span', {}, text(before(words.updated, '')), renderDate(updated, language)));
  return parts.length === 0 ? nothing : element('p', { class: 'byline' }, join(parts, SEPARATOR));
}

/** Names the text that a brief sums up, if its numbers cite the passages of one text; nothing otherwise. */
function renderSummedUp({ brief, words }: Page): Html {
  const id = numberedPassagesOf(brief)?.source;
  const source = id === undefined ? undefined : sourceOf(brief, id);
  if (!source) return nothing;
  const { title, publisher, published, language } = source;
  const name = title ?? source.url;
  const parts = [
    element(
      'a',
      { href: `#${sourceAnchor(source.id)}` },
      element('cite', { lang: language?.value }, text(name?.value ?? source.id)),
    ),
    ...(publisher ? [element('bdi', {}, text(publisher.value))] : []),
    ...(published ? [renderDate(published, brief.language)] : []),
  ];
  return element('p', { class: 'byline' }, text(before(words.summaryOf, '')), join(parts, SEPARATOR));
}

const SEPARATOR = element('span', { class: 'dot', 'aria-hidden': 'true' }, text(' · '));

function renderDate(field: Field, language: string): Html {
  const words = formatDate(field.value, language);
  return words === null ? text(field.value) : element('time', { datetime: field.value }, text(words));
}

/** Renders the counts of cited insights and of what was found in their sources, in words and as thin bars, beside evidence. */
function renderCoverage(page: Page): Html {
  if (page.evidence === 'none') return nothing;
  const meters = [renderCited(page), renderEvidence(page), renderTexts(page)].filter(Boolean);
  return meters.length === 0 ? nothing : element('div', { class: 'meters' }, ...meters);
}

/**
 * Renders a bar of what was checked: first what was found, then what wasn't or was found elsewhere. A number that stands in a
 * title proves nothing, and without any text that is all that is found.
 */
function renderEvidence({ brief, words }: Page): Html {
  if (sourceTexts(brief).texts === 0) return nothing;
  const counts = statsOf(brief).evidence;
  const bad = counts.differs + counts.notFound + counts.elsewhere;
  const checked = counts.found + bad;
  if (checked === 0) return nothing;
  const share = (count: number) => Math.round((count / checked) * 1000) / 10;
  return renderMeter(
    [
      element('rect', { class: 'meter-value', width: share(counts.found), height: 4 }),
      element('rect', { class: 'meter-bad', x: share(counts.found), width: share(bad), height: 4 }),
    ],
    words.evidence(counts).join(' · '),
  );
}

/** Renders the counts of what can't be checked, and of sources with a text. Only the preview offers to add texts. */
function renderTexts({ brief, words, evidence }: Page): Html {
  const { uncheckable } = statsOf(brief).evidence;
  if (uncheckable === 0) return nothing;
  const { sources, texts } = sourceTexts(brief);
  const known = texts < sources ? [words.texts(sources, texts)] : [];
  const meaning = [...known, words.uncheckable(uncheckable)].join(' · ');
  const help = evidence === 'on-demand' ? text(` · ${words.addTexts}`) : nothing;
  return element('p', { class: 'coverage' }, element('span', {}, text(meaning), help));
}

function renderCited({ brief, words }: Page): Html {
  const { cited, insights, own, verified } = statsOf(brief);
  // An insight marked as own judgement has no source to cite.
  const citable = insights - own;
  if (citable === 0) return nothing;
  const share = Math.round((cited / citable) * 1000) / 10;
  const meaning = [words.cited(cited, citable), ...(verified > 0 ? [words.verified(verified)] : [])].join(' · ');
  return renderMeter([element('rect', { class: 'meter-value', width: share, height: 4 })], meaning);
}

/** Renders a bar with its meaning in words beside it. Widths are attributes of SVG, since the page's policy forbids styles. */
function renderMeter(values: readonly Html[], meaning: string): Html {
  const track = element('rect', { class: 'meter-track', width: 100, height: 4 });
  const box = { class: 'meter', viewBox: '0 0 100 4', preserveAspectRatio: 'none', 'aria-hidden': 'true' };
  return element('p', { class: 'coverage' }, element('svg', box, track, ...values), element('span', {}, text(meaning)));
}
