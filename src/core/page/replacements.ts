/** The markup that replaces the marks of a text, such as citations. */

import { safeUrl } from '../base/safeUrl';
import { contains, firstFrom, type Span, startingIn } from '../base/text';
import { writesIds } from '../brief/citations';
import { anchorFor, figureAnchor, fingerprint, noteAnchor } from '../brief/queries/anchors';
import type { Brief, Citation, CitationItem, Figure, FigureReference, InlineLink, Slip } from '../brief/types';
import { hiddenIn } from '../document/inline/htmlTags';
import { spanFrom } from '../document/moved';
import { tableEvidence } from '../evidence/brief';
import { evidenceIn, lookedUp, verdictOf } from '../evidence/cards/verdict';
import { type Claim, claimOf, claimOfTable } from '../evidence/claims';
import { formatValue } from './formats';
import { element, type Html, join, nothing, text } from './html';
import { isolated } from './isolated';
import type { Replacement } from './markdown/facts';
import { citedByFigure, labelOf, newPlace, type Page } from './page';
import { hostBeside } from './safe/hosts';
import { chip, chips } from './sections/cards';
import { dataEntry } from './sections/dataEntry';
import { threadsIn } from './sections/threads';

/** A mark of the body: its span, and a function that writes its markup once its block is reached. */
interface Mark {
  readonly span: Span;
  readonly write: () => Markup | null;
}

/** A replacement without its place. */
type Markup = Omit<Replacement, 'span'>;

/** Returns the replacements of each block. */
export interface ReplacementReader {
  /** Returns the replacements of a block. To be called once for each block shown, in the order of the page. */
  take(span: Span): readonly Replacement[];
  /** True if a block refers to a figure or shows a key number. */
  refersToFigure(span: Span): boolean;
}

/** Reads the marks of the body, block by block, from the model, which has classified them. */
export function readReplacements(page: Page): ReplacementReader {
  const { figureReferences } = page.brief;
  return {
    take: (block) => {
      const { start, end } = block;
      const marks = marksOf(block, page);
      const replacements: Replacement[] = [];
      let free = start;
      let marked = start;
      for (const [i, mark] of marks.entries()) {
        if (mark.span.start < free || mark.span.end > end) continue;
        const replacement = mark.write();
        if (!replacement) continue;
        if (replacement.marks) {
          if (mark.span.start < marked || isCut(i, marks)) continue;
          marked = mark.span.end;
        } else free = mark.span.end;
        replacements.push({ ...replacement, span: spanFrom(mark.span, block) });
      }
      return replacements;
    },
    refersToFigure: ({ start, end }) => {
      const next = figureReferences[firstFrom(figureReferences, start)];
      return next !== undefined && next.span.start < end;
    },
  };
}

/** Returns the marks that start in a block, in order; marks with the same start, longest first. */
function marksOf(span: Span, page: Page): Mark[] {
  const { brief } = page;
  const marks: Mark[] = [
    ...startingIn(brief.figureReferences, span).map((reference) => ({
      span: reference.span,
      write: () => writeReference(reference, page),
    })),
    ...startingIn(brief.citations, span)
      .filter((citation) => writesIds(citation) && remarkLabel(citation, page) === null)
      .map((citation) => ({ span: citation.span, write: () => writeCitation(citation, page) })),
    ...startingIn(brief.slips, span).map((slip) => ({ span: slip.span, write: () => writeSlip(slip, page) })),
    ...startingIn(brief.links, span)
      .filter(
        (link) => brief.content.slice(link.span.start, link.span.start + link.url.value.length) === link.url.value,
      )
      .map((link) => ({ span: link.span, write: () => writeBareLink(link) })),
    ...Array.from(threadsIn(span, page), ({ span: place, write }) => ({
      span: place,
      write: () => ({ html: write() }),
    })),
    ...markers(span, page),
    ...doubts(span, page),
  ];
  const hidden = hiddenIn<'text'>(brief.content.slice(span.start, span.end));
  const shown =
    hidden.length === 0
      ? marks
      : marks.filter((mark) => !hidden.some((part) => contains(part, spanFrom(mark.span, span))));
  return shown.sort((a, b) => a.span.start - b.span.start || b.span.end - a.span.end);
}

/** True if another mark starts at the same offset, or crosses the end of this one. */
function isCut(index: number, marks: readonly Mark[]): boolean {
  const { start, end } = marks[index]?.span ?? { start: 0, end: 0 };
  if (marks[index - 1]?.span.start === start || marks[index + 1]?.span.start === start) return true;
  for (let i = index + 1; (marks[i]?.span.start ?? Infinity) < end; i++)
    if ((marks[i]?.span.end ?? 0) > end) return true;
  return false;
}

// ── Citations ───────────────────────────────────────────────────────────────────────────────────────────────

function writeCitation(citation: Citation, page: Page): Markup | null {
  const { span, form, items } = citation;
  const context = contextOf(citation.insight, page);
  const claim = page.evidence === 'none' ? null : claimOf(page.brief, citation.insight);
  const chipOf = ({ id, locator }: CitationItem, place: Span, label = labelOf(id, page)) =>
    chip(id, context, page, { locator, label, cited: claim && { claim, place } });
  if (form === 'narrative') {
    const item = items[0];
    if (!item) return null;
    const names = {
      class: 'narrative',
      ...dataEntry(page, () => (item.locator === undefined ? { id: item.id } : null)),
    };
    const [author, year] = narrativeLabel(item.id, page);
    return { html: element('span', names, text(`${author}\u00a0`), chipOf(item, span, year)) };
  }
  const parts = items.map((item) => {
    const prefix = item.prefix ? text(`${item.prefix} `) : nothing;
    return join([prefix, chipOf(item, items.length === 1 ? span : item.span)]);
  });
  // A footnote in a quotation or a list cites nothing, and is shown as written.
  if (parts.length === 0) return null;
  const html = join(parts);
  if (form !== 'reference-link') return { html, clings: true };
  const source = page.sources.get(items[0]?.id ?? '');
  return { html, labels: { href: source?.url ? safeUrl(source.url.value) : null } };
}

/** Returns a fingerprint of the insight around a citation, for its anchor; `x` outside insights. Each insight is read once. */
export function contextOf(insight: number | null, page: Page): string {
  const { brief, contexts } = page;
  const text = insight === null ? undefined : brief.insights[insight]?.text;
  if (insight === null || text === undefined) return 'x';
  const context = contexts.get(insight) ?? fingerprint(text);
  contexts.set(insight, context);
  return context;
}

/** Returns the name of a source in running text, and the label of the chip after it: the year, or the id. */
function narrativeLabel(id: string, page: Page): readonly [author: string, chip: string] {
  const label = labelOf(id, page);
  const [, author = label, year = id] = /^(.*) (\d{4}[a-z]*)$/s.exec(label) ?? [];
  return [author, year];
}

// ── Figures ─────────────────────────────────────────────────────────────────────────────────────────────────

function writeReference(reference: FigureReference, page: Page): Markup | null {
  const { id, span, kind } = reference;
  const figure = page.figures.get(id);
  if (!figure) {
    const shown = reference.shown?.value ?? page.brief.content.slice(span.start, span.end);
    return { html: slipped(shown, `${page.words.unknownFigure}: ${isolated(id)}`, page) };
  }
  if (kind === 'mention') return { html: figureLink(figure, id, page) };
  if (figure.content?.kind !== 'value') {
    return { html: reference.shown ? text(reference.shown.value) : figureLink(figure, id, page) };
  }
  const value = formatValue(figure.content.value.value, figure.content.unit?.value);
  const link = element('a', { class: 'value', href: `#${figureAnchor(id)}` }, text(value));
  const cites = figure.cites.map((cite) => cite.value);
  return {
    html: join([link, chips(cites, contextOf(reference.insight, page), page, citedByFigure(figure, page))]),
  };
}

function figureLink(figure: Figure, id: string, page: Page): Html {
  const number = page.placement.numbers.get(figure);
  const name = number === undefined ? (figure.title?.value ?? id) : `${page.words.figure}\u00a0${number}`;
  return element('a', { class: 'figure-link', href: `#${figureAnchor(id)}` }, text(name));
}

// ── Slips, links, markers ───────────────────────────────────────────────────────────────────────────────────

function writeSlip(slip: Slip, page: Page): Markup | null {
  const { span, kind, reason } = slip;
  if (kind === 'textual' || kind === 'undeclared-mention') return null;
  if (kind === 'gap') {
    return {
      html: element('span', { class: 'tag tag-missing tag-gap' }, text(page.words.sourceNeeded)),
      clings: true,
    };
  }
  return { html: slipped(page.brief.content.slice(span.start, span.end), reason, page) };
}

/** Returns words that are not as they should be: marked, where the page says what the checks say. */
function slipped(shown: string, title: string, { evidence }: Page): Html {
  return evidence === 'none' ? text(shown) : element('span', { class: 'slip', title }, text(shown));
}

/** A bare URL of the text. */
function writeBareLink({ url }: InlineLink): Markup | null {
  const href = safeUrl(url.value.replace(/^www\./i, 'http://$&'));
  if (href === null) return null;
  const link = element('a', { href, rel: 'noopener noreferrer', class: 'address' }, text(url.value));
  return { html: join([link, hostBeside(url.value, href)]) };
}

// ── What the sources do not say ─────────────────────────────────────────────────────────────────────────────

/** Returns marks for what the sources of insights and tables don't have, or contradict. */
function doubts(stretch: Span, page: Page): Mark[] {
  if (page.evidence === 'none') return [];
  const { brief, words } = page;
  const marks: Mark[] = [];
  for (const claim of claimsIn(stretch, brief)) {
    for (const evidence of evidenceIn(claim)) {
      const { span, verdict: found } = lookedUp(evidence);
      const verdict = found === 'altered' ? 'notFound' : found;
      if (verdict === null || verdict === 'found' || verdict === 'uncheckable') continue;
      if (!isPlain(brief.content.slice(span.start, span.end))) continue;
      const write = () => {
        const said = verdictOf(brief, evidence);
        const title = said ? said.word + said.rest : words.verdicts[verdict];
        const html = element('span', { class: 'hidden' }, text(` (${words.verdicts[verdict]})`));
        return { html, marks: { title, verdict } };
      };
      marks.push({ span, write });
    }
  }
  return marks;
}

/** Yields the claims of the insights and tables that start in a stretch. */
function* claimsIn({ start, end }: Span, brief: Brief): Iterable<Claim> {
  const last = firstFrom(brief.insights, end);
  for (let index = firstFrom(brief.insights, start); index < last; index++) {
    const claim = claimOf(brief, index);
    if (claim) yield claim;
  }
  for (const { span } of startingIn(tableEvidence(brief), { start, end })) {
    const claim = claimOfTable(brief, span.start);
    if (claim) yield claim;
  }
}

/** True if a mark around the text cuts no construct of Markdown in two. */
function isPlain(written: string): boolean {
  return !/[[\]<>\\`$]/.test(written) && ['*', '_', '~'].every((sign) => written.split(sign).length % 2 === 1);
}

const MARKERS = /\[[ \t]*own[ \t]*\]|\[\^([^\s[\]^]{1,200})\]/gi;

/** Returns marks for `[own]`, and for references to footnotes that are remarks. The renderer skips those in code or escaped. */
function markers({ start, end }: Span, page: Page): Mark[] {
  const { brief, words, remarks } = page;
  const found: Mark[] = [];
  for (const match of brief.content.slice(start, end).matchAll(MARKERS)) {
    const from = start + match.index;
    const span = { start: from, end: from + match[0].length };
    const label = match[1];
    if (label === undefined) {
      const html = element('span', { class: 'tag tag-own' }, text(words.ownJudgement));
      found.push({ span, write: () => ({ html, clings: true }) });
      continue;
    }
    const number = remarks.get(label);
    if (number === undefined) continue;
    const link = { class: 'note-link', href: `#${noteAnchor(label)}`, role: 'doc-noteref' };
    found.push({
      span,
      write: () => {
        // No source has this id; otherwise the note would be its citation.
        const id = newPlace(
          `^${label}`,
          `${anchorFor('noteref', label)}-${fingerprint(wordsBefore(span.start, brief))}`,
          page,
        );
        return { html: element('sup', {}, element('a', { ...link, id }, text(number))), clings: true };
      },
    });
  }
  return found;
}

/** Returns the text of the line before an offset. At most 100 characters, since a line may be as long as a brief. */
function wordsBefore(offset: number, { lines, content }: Brief): string {
  return content.slice(Math.max(lines.startOf(lines.lineAt(offset)), offset - 100), offset);
}

function remarkLabel(citation: Citation, page: Page): string | null {
  if (citation.form !== 'footnote') return null;
  const label = page.brief.content.slice(citation.span.start + 2, citation.span.end - 1);
  return page.remarks.has(label) ? label : null;
}
