import { contains, type Span } from '../../base/text';
import { widthOf } from '../../base/width';
import type { Brief, Citation, CitationForm, Source } from '../../brief/types';
import { lastStarting } from '../formatting/lastStarting';

/** Words shown behind a citation that are not part of the text. */
export interface InlayHint {
  /** The offset behind which they stand. */
  readonly at: number;
  readonly label: string;
  /** The title of the source; empty where nothing says it. */
  readonly tooltip: string;
}

/** Whose id says nothing about the source. */
const NUMBERED: ReadonlySet<CitationForm> = new Set([
  'numbered',
  'superscript',
  'footnote',
  'full-width',
  'inline-link',
  'reference-link',
]);
const KEYED: ReadonlySet<CitationForm> = new Set(['keyed', 'narrative']);

/** In columns. */
const LONGEST = 24;

/**
 * What the citations in a range cite, in a few words: `[3]` is followed by "USGS 2024". Tables have none, because hints would
 * push the columns out of line.
 *
 * @param which whether citations by key get a hint too
 */
export function inlayHints(brief: Brief, range: Span, which: 'numbered' | 'all'): InlayHint[] {
  const sources = new Map(brief.sources.map((source) => [source.id, source]));
  const takes = (form: CitationForm) => NUMBERED.has(form) || (which === 'all' && KEYED.has(form));
  const tableBefore = lastStarting(
    brief.figures.filter(({ declaredIn }) => declaredIn === 'table').map(({ span }) => span),
  );
  return brief.citations
    .filter(({ form, span }) => {
      const table = tableBefore(span.end);
      return takes(form) && contains(range, span) && !(table && contains(table, span));
    })
    .flatMap((citation) => hintsOf(citation, sources));
}

function hintsOf({ items, span }: Citation, sources: ReadonlyMap<string, Source>): InlayHint[] {
  const hints = new Map<number, InlayHint>();
  for (const item of items) {
    const source = sources.get(item.id);
    const at = items.length === 1 ? span.end : item.span.end;
    const label = source ? nameOf(source) : '';
    // In a range, those between end where the last one ends, which is named there.
    if (source && label !== '') hints.set(at, { at, label, tooltip: source.title?.value ?? '' });
  }
  return [...hints.values()];
}

/** Publisher, first author or title, and the year. */
function nameOf({ publisher, authors, title, published }: Source): string {
  const name = publisher?.value ?? authors[0]?.value ?? title?.value ?? '';
  const year = /^\d{4}(?!\d)/.exec(published?.value ?? '')?.[0] ?? '';
  return [shortened(name), year].filter((part) => part !== '').join(' ');
}

/** On one line, cut after a whole character. */
function shortened(name: string): string {
  const line = name.replace(/\s+/g, ' ').trim();
  let columns = 0;
  let kept = '';
  for (const char of line) {
    columns += widthOf(char);
    if (columns > LONGEST) return `${kept.trimEnd()}…`;
    kept += char;
  }
  return kept;
}
