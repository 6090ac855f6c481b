import { say } from '../../base/say';
import { contains, type Span } from '../../base/text';
import { writesIds } from '../../brief/citations';
import { plainHeading } from '../../brief/needs/sectionWords';
import { isUncited } from '../../brief/needs/uncited';
import type { Brief, Figure, Insight, Source, SourceDeclaration } from '../../brief/types';

export type SymbolKind = 'section' | 'insight' | 'figure' | 'source' | 'front-matter';

/** An entry of the outline. */
export interface DocumentSymbol {
  readonly kind: SymbolKind;
  /** One line, never empty. */
  readonly name: string;
  /** The detail beside the name: the citations of an insight, the publisher of a source. May be empty. */
  readonly detail: string;
  /** The whole entry, its children included. */
  readonly span: Span;
  /** The part to select; it lies within `span`. */
  readonly nameSpan: Span;
  readonly children: readonly DocumentSymbol[];
}

/** An entry that still takes children. */
interface Growing extends DocumentSymbol {
  readonly children: Growing[];
}

const NAME_LENGTH = 80;
/** UTF-16 units of Markdown that are read for a name. */
const LONGEST_READ = 1000;

/**
 * The outline of a brief: sections with their subsections and insights, figures and sources, each under the part that
 * holds it. The front matter is one entry, with its parts below.
 */
export function documentSymbols(brief: Brief): readonly DocumentSymbol[] {
  const symbols = [
    ...(brief.frontMatter ? [frontMatterSymbol(brief.frontMatter.span)] : []),
    ...brief.sections.map((section) =>
      symbol('section', plain(section.heading), '', section.span, section.headingSpan),
    ),
    ...insightSymbols(brief),
    ...brief.figures.map(figureSymbol),
    ...brief.sources.flatMap(sourceSymbols),
  ];
  return nest(symbols);
}

/** Puts each symbol under the smallest symbol that contains it. */
function nest(symbols: readonly Growing[]): Growing[] {
  const ordered = [...symbols].sort((a, b) => a.span.start - b.span.start || b.span.end - a.span.end);
  const roots: Growing[] = [];
  const open: Growing[] = [];
  for (const entry of ordered) {
    let holder = open.at(-1);
    while (holder && !contains(holder.span, entry.span)) {
      open.pop();
      holder = open.at(-1);
    }
    (holder?.children ?? roots).push(entry);
    open.push(entry);
  }
  return roots;
}

function symbol(kind: SymbolKind, name: string, detail: string, span: Span, nameSpan: Span): Growing {
  return {
    kind,
    name: firstWords(name) || say('(empty)'),
    detail,
    span,
    nameSpan: contains(span, nameSpan) ? nameSpan : span,
    children: [],
  };
}

function frontMatterSymbol(span: Span): Growing {
  return symbol('front-matter', say('Front matter'), '', span, { start: span.start, end: span.start });
}

/** Insights, each long enough to hold those nested in it. */
function insightSymbols(brief: Brief): Growing[] {
  const ends = brief.insights.map((insight) => insight.span.end);
  for (let i = brief.insights.length - 1; i >= 0; i--) {
    const parent = brief.insights[i]?.parent ?? null;
    if (parent !== null) ends[parent] = Math.max(ends[parent] ?? 0, ends[i] ?? 0);
  }
  return brief.insights.map((insight, i) => {
    const span = { start: insight.span.start, end: ends[i] ?? insight.span.end };
    return symbol('insight', plain(withoutCitations(insight)), citedAs(insight), span, insight.span);
  });
}

function withoutCitations({ text, span, citations }: Insight): string {
  let rest = '';
  let at = 0;
  for (const citation of citations) {
    // A narrative citation is a word of its sentence.
    if (citation.form === 'narrative' || citation.form === 'reference-link' || !writesIds(citation)) continue;
    rest += text.slice(at, Math.max(at, citation.span.start - span.start)).trimEnd();
    at = Math.max(at, citation.span.end - span.start);
  }
  return (rest + text.slice(at)).replace(COMMENT, '');
}

/** A comment. If another one begins inside it, only the inner one matches, so that no text is read twice. */
const COMMENT = /<!--(?:(?!<!--)[\s\S])*?-->/g;

function citedAs(insight: Insight): string {
  if (insight.citedVia === 'own') return say('own judgement');
  if (insight.cites.length > 0) return insight.cites.map(idAsCited).join('');
  return isUncited(insight) ? say('not cited') : '';
}

function idAsCited(id: string): string {
  return /^(\d+$|\^)/.test(id) ? `[${id}]` : `[@${id}]`;
}

function figureSymbol(figure: Figure): Growing {
  const name = figure.title?.value ?? figure.caption?.value ?? figure.id?.value ?? say('Table');
  const { content } = figure;
  const detail = content?.kind === 'value' ? content.value.value : content?.kind === 'data' ? content.chart : '';
  return symbol('figure', name, detail, figure.span, figure.id?.span ?? figure.span);
}

function sourceSymbols(source: Source): Growing[] {
  // An inline source is a citation in a sentence, and a shared bibliography is another file.
  const here = ({ declaredIn }: SourceDeclaration) => declaredIn !== 'inline' && declaredIn !== 'bibliography';
  return source.declarations.filter(here).map((declaration) => {
    const title = declaration.title ?? declaration.url ?? source.title;
    const name = `${idAsCited(source.id)} ${title?.value ?? ''}`;
    return symbol('source', name, declaration.publisher?.value ?? '', declaration.span, declaration.idSpan);
  });
}

/** Removes Markdown's marks from as much of a text as a name needs. */
function plain(text: string): string {
  return plainHeading(text.slice(0, LONGEST_READ));
}

/** The text on one line, cut after a whole character where it is long. */
function firstWords(text: string): string {
  const line = text
    .slice(0, NAME_LENGTH * 4)
    .replace(/\s+/g, ' ')
    .trim();
  const characters = [...line];
  return characters.length > NAME_LENGTH
    ? `${characters
        .slice(0, NAME_LENGTH - 1)
        .join('')
        .trimEnd()}…`
    : line;
}
