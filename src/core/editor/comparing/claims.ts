/** The claims of a brief, as two versions of it are compared. */
import { firstFrom, type Span, type TextSpan, withBlanks } from '../../base/text';
import { shownText } from '../../brief/comments/threads';
import { fileOfFigure } from '../../brief/figures/data';
import { declaredFiguresOf, startOfBlock, tablesOfBody } from '../../brief/queries/blocks';
import type { Brief, Citation, InlineLink } from '../../brief/types';
import { languageOfPart } from '../../document/language';
import { inside, spanFrom } from '../../document/moved';
import { termKeys } from '../../evidence/lookup/passageFacts';
import { readable } from '../../evidence/lookup/readable';
import { figureStatements, type Statement, statementsOf, unreadIn } from '../../evidence/lookup/statements';
import { rowsOf, tableOfFigure } from '../../evidence/lookup/tableStatements';
import { findNumbers, type Quantity } from '../../evidence/numbers';
import { findQuotations } from '../../evidence/quotations';

export interface SaidNumber {
  readonly quantity: Quantity;
  readonly sentence: Sentence;
  readonly span: Span;
}

export interface SaidQuotation {
  readonly text: string;
  readonly span: Span;
}

/** A citation of a source by its id, or a link, which cites a page. */
export interface SaidCitation {
  readonly id: string;
  readonly isLink: boolean;
  /** The page or section that it names. */
  readonly locator: string;
  readonly span: Span;
  /**
   * The sentence that it stands in; null if it may speak of the whole claim, because citations stand at its end and nowhere
   * else.
   */
  readonly sentence: Sentence | null;
}
type Cited = Omit<SaidCitation, 'sentence'>;

export interface Sentence {
  /** The text as it is read: without marks, citations and code. */
  readonly text: string;
  /** The language without script and region. */
  readonly language: string;
  readonly numbers: readonly SaidNumber[];
  /** The keys of its words, without numbers and words of grammar. */
  readonly words: ReadonlySet<string>;
  /** The offset of its start in the document; null if it is no sentence of running text. */
  readonly start: number | null;
  /** Returns the place in the document of a part of `text`; null if the place isn't known. */
  readonly spanOf: ((stretch: TextSpan) => Span) | null;
}

/** An insight, a row of a table, a figure, or a line that cites something outside of these. */
export interface ComparedClaim {
  readonly span: Span;
  /** The text as it is written, with single spaces. */
  readonly text: string;
  readonly sentences: readonly Sentence[];
  readonly quotations: readonly SaidQuotation[];
  readonly citations: readonly SaidCitation[];
  /** The keys of its words, and of its words and numbers. */
  readonly words: ReadonlySet<string>;
  readonly terms: ReadonlySet<string>;
}

/** The claims of a brief in document order. */
export function comparedClaims(brief: Brief): readonly ComparedClaim[] {
  const claims = [
    ...headingClaims(brief),
    ...quoteClaims(brief),
    ...insightClaims(brief),
    ...tableClaims(brief),
    ...figureClaims(brief),
  ];
  claims.sort((a, b) => a.span.start - b.span.start);
  const others = linesCiting(brief, claims);
  return [...claims, ...others].sort((a, b) => a.span.start - b.span.start);
}

/** The title and the headings, without the numbers before them. */
function headingClaims(brief: Brief): ComparedClaim[] {
  const spans = [...(brief.title ? [brief.title.span] : []), ...brief.sections.map(({ headingSpan }) => headingSpan)];
  return spans.map((span) => claimAsWritten(brief, span, NUMBERING, findQuotations));
}

/** Block quotations. The whole of each is a quotation. */
function quoteClaims(brief: Brief): ComparedClaim[] {
  const quotes = brief.blocks.filter(({ kind }) => kind === 'quote');
  const whole = (text: string) => [{ text: text.trim(), span: { start: 0, end: text.trimEnd().length } }];
  return quotes.map(({ span }) => claimAsWritten(brief, span, QUOTE_MARKS, whole));
}

const QUOTE_MARKS = /^[ \t]*>(?:[ \t]*>)*|\[![A-Z]+\]/gm;

/**
 * A claim that is no insight.
 *
 * @param marks the parts of it that state nothing
 */
function claimAsWritten(
  brief: Brief,
  span: Span,
  marks: RegExp,
  quotationsIn: (text: string) => Said['quotations'],
): ComparedClaim {
  const citations = citationsIn(brief, span);
  const written = shownText(brief, span).replace(marks, (all) => ' '.repeat(all.length));
  const blanked = citations.filter(({ isLink }) => !isLink).map((citation) => spanFrom(citation.span, span));
  const { text, spanOf } = readable(written, blanked);
  const language = languageOfPart(text, brief.language);
  const numbers = findNumbers(text, language).map((quantity) => ({ quantity, span: spanOf(quantity.span) }));
  const quotations = quotationsIn(withBlanks(written, blanked));
  return claimOf(brief, span, [{ text, language, numbers, quotations, spanOf, cell: null }], span.start, citations);
}

/** `3.1`, `IV.`, 第二章, 三、 */
const NUMBERING =
  /^\s*(?:(?:\d{1,3}(?:\.\d{1,3})*[.):、．]?|[IVX]+[.)]|[A-Z][.)]|第[一二三四五六七八九十\d]+[章节節部分]+|[一二三四五六七八九十]+[、.．])\s*)(?=\S)/;

function insightClaims(brief: Brief): ComparedClaim[] {
  const links = new Map<number | null, InlineLink[]>();
  for (const link of brief.links) links.set(link.insight, [...(links.get(link.insight) ?? []), link]);
  return brief.insights.map((insight, index) => {
    const unread = unreadIn(insight, brief, index);
    return claimOf(brief, insight.span, statementsOf(insight, brief.language, unread), insight.span.start, [
      ...saidCitations(insight.citations),
      ...saidLinks(links.get(index) ?? []),
    ]);
  });
}

/** The rows that have numbers. */
function tableClaims(brief: Brief): ComparedClaim[] {
  return tablesOfBody(brief).flatMap(({ tables, first }) =>
    tables.flatMap(({ placed: { table, textAround }, index }) => {
      const at = startOfBlock(brief, first + index);
      const written = { ...table, labels: [0], citations: [], cites: [], textAround, isInFile: false };
      return rowsOf(written).map(({ index: row, statements }) => {
        const cells = table.rows[row + 1] ?? [];
        const span = {
          start: at + (cells[0]?.span.start ?? table.span.start),
          end: at + (cells.at(-1)?.span.end ?? table.span.end),
        };
        return claimOf(brief, span, statements(brief.language, 0), at, citationsIn(brief, span));
      });
    }),
  );
}

function figureClaims(brief: Brief): ComparedClaim[] {
  return declaredFiguresOf(brief).map((figure) => {
    const { span } = figure;
    const table = tableOfFigure(figure, fileOfFigure(figure, brief));
    const statements = [
      ...figureStatements(figure, brief.language, shownText(brief, span)),
      ...(table && !table.isInFile ? rowsOf(table).flatMap((row) => row.statements(brief.language, span.start)) : []),
    ];
    return claimOf(
      brief,
      span,
      statements,
      span.start,
      figure.cites.map(({ value, span: place }) => ({ id: value, isLink: false, locator: '', span: place })),
    );
  });
}

/** Lines that cite something outside of the claims, such as rows without numbers. */
function linesCiting(brief: Brief, claims: readonly ComparedClaim[]): ComparedClaim[] {
  const lines = new Map<number, Citation[]>();
  for (const citation of brief.citations) {
    const { start } = citation.span;
    const claim = claims[firstFrom(claims, start + 1) - 1];
    if (citation.insight !== null || (claim && claim.span.end >= start)) continue;
    const line = brief.lines.lineAt(start);
    lines.set(line, [...(lines.get(line) ?? []), citation]);
  }
  return [...lines].map(([line, citations]) => {
    const span = { start: brief.lines.startOf(line), end: brief.lines.endOf(line) };
    return claimOf(brief, span, [], 0, saidCitations(citations));
  });
}

type Said = Pick<Statement, 'text' | 'language' | 'numbers' | 'quotations' | 'spanOf' | 'cell'>;

function claimOf(
  brief: Brief,
  span: Span,
  statements: readonly Said[],
  at: number,
  citations: readonly Cited[],
): ComparedClaim {
  const text = shownText(brief, span);
  const sentences = statements.map((statement) => sentenceOf(statement, at));
  const words = new Set(sentences.flatMap((sentence) => [...sentence.words]));
  const numbers = sentences.flatMap((sentence) => sentence.numbers.map(({ quantity }) => `#${quantity.value}`));
  return {
    span,
    text: text.replace(/\s+/g, ' ').trim(),
    sentences,
    quotations: statements.flatMap(({ quotations }) =>
      quotations.map((quotation) => ({ text: quotation.text, span: inside(quotation.span, { start: at }) })),
    ),
    citations: inSentences(citations, sentences),
    words: words.size > 0 ? words : termKeys(text, brief.language),
    terms: new Set([...words, ...numbers]),
  };
}

function inSentences(citations: readonly Cited[], sentences: readonly Sentence[]): SaidCitation[] {
  const last = sentences.at(-1);
  const placed = citations.map((citation) => {
    const sentence = sentences.findLast(({ start }) => start !== null && start <= citation.span.start);
    return { ...citation, sentence: sentence ?? null };
  });
  return placed.some(({ sentence }) => sentence !== last) ? placed : placed.map((one) => ({ ...one, sentence: null }));
}

function sentenceOf({ text, language, numbers, spanOf, cell }: Said, at: number): Sentence {
  const said: SaidNumber[] = [];
  const sentence: Sentence = {
    text,
    language,
    numbers: said,
    words: termKeys(text, language),
    start: spanOf && cell === null ? at + spanOf({ start: 0, end: 0 }).start : null,
    spanOf: spanOf && ((stretch) => inside(spanOf(stretch), { start: at })),
  };
  for (const { quantity, span } of numbers) said.push({ quantity, sentence, span: inside(span, { start: at }) });
  return sentence;
}

function citationsIn({ citations, links }: Brief, { start, end }: Span): Cited[] {
  const isInside = ({ span }: { readonly span: Span }) => span.start >= start && span.end <= end;
  return [...saidCitations(citations.filter(isInside)), ...saidLinks(links.filter(isInside))];
}

function saidCitations(citations: readonly Citation[]): Cited[] {
  return citations.flatMap(({ items, span }) =>
    items.map(({ id, locator = '', span: place }) => ({
      id,
      isLink: false,
      locator: locator.trim(),
      span: items.length === 1 ? span : place,
    })),
  );
}

function saidLinks(links: readonly InlineLink[]): Cited[] {
  return links.map(({ url, span }) => ({ id: url.value, isLink: true, locator: '', span }));
}
