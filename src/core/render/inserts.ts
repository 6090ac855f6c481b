/** The marks of a text, as the markup that takes their place. */
import type { Citation, Figure, FigureReference, InlineLink, Slip } from '../brief';
import type { Span } from '../text';
import { figureAnchor, fingerprint, noteAnchor } from './anchors';
import { formatValue } from './formats';
import { element, type Html, join, nothing, text } from './html';
import { firstFrom, type Insert } from './markdown/facts';
import { chip, chips, type Page } from './page';
import { safeUrl } from './safeUrl';

/** A mark of the body: its place, and what writes its markup once its block is reached. */
interface Mark {
  readonly span: Span;
  readonly write: () => Insert | null;
}

/** Gives the inserts of a block. */
export interface InsertReader {
  /** Writes the chips of the block anew: to be asked once for each block that is shown, in the order of the page. */
  take(span: Span): readonly Insert[];
}

/** Reads the marks of the body from the model, which has decided what each of them is. */
export function readInserts(page: Page): InsertReader {
  const { brief } = page;
  const marks: Mark[] = [
    ...brief.figureReferences.map((reference) => ({
      span: reference.span,
      write: () => writeReference(reference, page),
    })),
    ...brief.citations
      .filter((citation) => citation.form !== 'key-number' && remarkLabel(citation, page) === null)
      .map((citation) => ({ span: citation.span, write: () => writeCitation(citation, page) })),
    ...brief.slips.map((slip) => ({ span: slip.span, write: () => writeSlip(slip, page) })),
    ...brief.links
      .filter((link) => brief.text.startsWith(link.url.value, link.span.start))
      .map((link) => ({ span: link.span, write: () => writeBareLink(link) })),
    ...markers(page),
  ];
  marks.sort((a, b) => a.span.start - b.span.start || b.span.end - a.span.end);
  const starts = marks.map((mark) => mark.span.start);
  return {
    take: ({ start, end }) => {
      const inserts: Insert[] = [];
      let free = start;
      for (let i = firstFrom(starts, start); (starts[i] ?? Infinity) < end; i++) {
        const mark = marks[i];
        if (!mark || mark.span.start < free || mark.span.end > end) continue;
        const insert = mark.write();
        if (!insert) continue;
        free = mark.span.end;
        inserts.push({ ...insert, span: { start: mark.span.start - start, end: mark.span.end - start } });
      }
      return inserts;
    },
  };
}

// ── Citations ───────────────────────────────────────────────────────────────────────────────────────────────

function writeCitation(citation: Citation, page: Page): Insert | null {
  const { span, form, items } = citation;
  const context = contextOf(citation.insight, page);
  if (form === 'narrative') {
    const item = items[0];
    if (!item) return null;
    return { span, html: join([text(`${nameOf(item.id, page)}\u00a0`), chip(item.id, context, page, item.locator)]) };
  }
  const parts = items.map((item) => {
    const prefix = item.prefix ? text(`${item.prefix} `) : nothing;
    return join([prefix, chip(item.id, context, page, item.locator)]);
  });
  const html = join(parts);
  if (form !== 'reference-link') return { span, html, clings: true };
  const source = page.sources.get(items[0]?.id ?? '');
  return { span, html, labels: { href: source?.url ? safeUrl(source.url.value) : null } };
}

/** What a citation stands in, for its anchor. An insight of many citations is read once. */
function contextOf(insight: number | null, page: Page): string {
  const { brief, contexts } = page;
  const text = insight === null ? undefined : brief.insights[insight]?.text;
  if (insight === null || text === undefined) return 'x';
  const context = contexts.get(insight) ?? fingerprint(text);
  contexts.set(insight, context);
  return context;
}

/** How a source is called in running text: by its first author, its publisher, or its id. */
function nameOf(id: string, page: Page): string {
  const source = page.sources.get(id);
  return source?.authors[0]?.value ?? source?.publisher?.value ?? id;
}

// ── Figures ─────────────────────────────────────────────────────────────────────────────────────────────────

function writeReference(reference: FigureReference, page: Page): Insert | null {
  const { id, span, kind } = reference;
  const figure = page.figures.get(id);
  if (!figure) {
    const title = `${page.words.unknownFigure}: ${id}`;
    const shown = reference.shown?.value ?? page.brief.text.slice(span.start, span.end);
    return { span, html: element('span', { class: 'slip', title }, text(shown)) };
  }
  if (kind === 'mention') return { span, html: figureLink(figure, id, page) };
  if (figure.content?.kind !== 'value') {
    return { span, html: reference.shown ? text(reference.shown.value) : figureLink(figure, id, page) };
  }
  const value = formatValue(figure.content.value.value, figure.content.unit?.value);
  const link = element('a', { class: 'value', href: `#${figureAnchor(id)}` }, text(value));
  const cites = figure.cites.map((cite) => cite.value);
  return { span, html: join([link, chips(cites, contextOf(reference.insight, page), page)]) };
}

function figureLink(figure: Figure, id: string, page: Page): Html {
  const number = page.placement.numbers.get(figure);
  const name = number === undefined ? (figure.title?.value ?? id) : `${page.words.figure}\u00a0${number}`;
  return element('a', { class: 'figure-link', href: `#${figureAnchor(id)}` }, text(name));
}

// ── Slips, links, markers ───────────────────────────────────────────────────────────────────────────────────

function writeSlip(slip: Slip, page: Page): Insert | null {
  const { span, kind, reason } = slip;
  if (kind === 'textual' || kind === 'undeclared-mention') return null;
  if (kind === 'gap') {
    return { span, html: element('span', { class: 'tag tag-missing' }, text(page.words.sourceNeeded)), clings: true };
  }
  const shown = text(page.brief.text.slice(span.start, span.end));
  return { span, html: element('span', { class: 'slip', title: reason }, shown) };
}

/** A bare URL of the text. */
function writeBareLink({ span, url }: InlineLink): Insert | null {
  const href = safeUrl(url.value);
  if (href === null) return null;
  return { span, html: element('a', { href, rel: 'noopener noreferrer' }, text(url.value)) };
}

const MARKERS = /\[[ \t]*own[ \t]*\]|\[\^([^\s[\]^]{1,200})\]/gi;

/** `[own]`, and references to footnotes that are remarks. Those in code or escaped are never reached by the renderer. */
function markers(page: Page): Mark[] {
  const { brief, words, remarks } = page;
  const found: Mark[] = [];
  for (const match of brief.text.matchAll(MARKERS)) {
    const span = { start: match.index, end: match.index + match[0].length };
    const label = match[1];
    if (label === undefined) {
      const html = element('span', { class: 'tag tag-own' }, text(words.ownJudgement));
      found.push({ span, write: () => ({ span, html, clings: true }) });
      continue;
    }
    const number = remarks.get(label);
    if (number === undefined) continue;
    const attributes = { class: 'note-link', href: `#${noteAnchor(label)}`, role: 'doc-noteref' };
    const html = element('sup', {}, element('a', attributes, text(number)));
    found.push({ span, write: () => ({ span, html, clings: true }) });
  }
  return found;
}

function remarkLabel(citation: Citation, page: Page): string | null {
  if (citation.form !== 'footnote') return null;
  const label = page.brief.text.slice(citation.span.start + 2, citation.span.end - 1);
  return page.remarks.has(label) ? label : null;
}
