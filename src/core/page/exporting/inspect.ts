import { eachSourceText } from '../../base/sourceFields';
import { threadsOf } from '../../brief/comments/threads';
import { sourceOf, worksOf } from '../../brief/queries/citedSources';
import { leadsToSource } from '../../brief/queries/leadsToSource';
import { sourceListsOf } from '../../brief/queries/sourceLists';
import { passagesAmong, placeInSource, wholesOf } from '../../brief/queries/sources';
import { textStateOf } from '../../brief/sources/textState';
import type { Brief, Citation, Field, Figure, FigureContent, Insight, Source } from '../../brief/types';
import { evidenceOfFigure, evidenceOfInsight } from '../../evidence/brief';
import { sentenceAt } from '../../evidence/cards/blocks';
import { supportOf } from '../../evidence/cards/support';
import { claimOf, claimOfFigure } from '../../evidence/claims';
import { reviewState } from '../../evidence/reviews';
import type {
  Calculation,
  ClaimEvidence,
  DenialEvidence,
  NumberEvidence,
  NumberInstead,
  QuotationEvidence,
  SaidOtherwise,
} from '../../evidence/verdicts';

/**
 * The model as plain values for other programs. The shape is public (docs/command-line.md): it changes only by
 * adding. Places are LSP ranges, ids are texts, and `section` is an index into `sections`.
 */
export function inspectBrief(brief: Brief) {
  const { insights, citations, sources, figures, ...rest } = describeBrief(brief);
  return {
    ...rest,
    insights: [...insights],
    citations: [...citations],
    sources: [...sources],
    figures: [...figures],
  };
}

/**
 * Does the same for a writer that keeps nothing: each item of the long lists is made when it is read.
 *
 * @param comments whether it has the comments of people
 */
export function describeBrief(brief: Brief, comments = true) {
  const { frontMatter, lines } = brief;
  return {
    version: 1,
    language: brief.language,
    title: textOf(brief.title),
    publisher: textOf(frontMatter?.publisher),
    published: textOf(frontMatter?.published),
    tags: frontMatter?.tags.map(({ value }) => value) ?? [],
    sections: brief.sections.map(({ heading, level, kind, span, parent, own }) => ({
      heading,
      level,
      range: lines.rangeOf(span),
      kind,
      parent,
      own,
    })),
    insights: each(brief.insights, (insight, i) => ({
      ...inspectInsight(brief, insight, evidenceOfInsight(brief, i)),
      review: inspectReview(brief, insight, i),
    })),
    citations: each(brief.citations, (citation) => {
      const { items, form, span } = citation;
      const ids = items.map(({ id }) => id);
      const about = { range: lines.rangeOf(span), ...passagesAmong(brief, ids) };
      return { ids: wholesOf(brief, ids), form, ...about, supports: inspectSupports(brief, citation) };
    }),
    sources: each([...brief.sources, ...worksOf(brief)], (source) => inspectSource(brief, source)),
    sourceLists: sourceListsOf(brief).map(({ span, knownBy }) => ({ range: lines.rangeOf(span), knownBy })),
    figures: each(brief.figures, (figure) => inspectFigure(brief, figure, evidenceOfFigure(brief, figure))),
    ...(comments ? { comments: inspectComments(brief) } : {}),
  };
}

function* each<T, R>(list: readonly T[], inspect: (item: T, index: number) => R): Generator<R> {
  for (const [index, item] of list.entries()) yield inspect(item, index);
}

function inspectInsight(brief: Brief, insight: Insight, evidence: ClaimEvidence | undefined) {
  const { lines } = brief;
  return {
    text: insight.text,
    range: lines.rangeOf(insight.span),
    section: insight.section,
    cites: wholesOf(brief, insight.cites),
    ...passagesAmong(brief, insight.cites),
    citedVia: insight.citedVia,
    cited: leadsToSource(brief)(insight),
    mustCite: insight.mustCite === 'warning',
    missingSeverity: insight.mustCite,
    because: insight.because,
    kind: insight.kind,
    computed: insight.computed,
    own: insight.own,
    parent: insight.parent,
    sentences: insight.sentences.map(({ text, span, cites, needsCitation, computed }) => ({
      text,
      range: lines.rangeOf(span),
      cites: wholesOf(brief, cites),
      ...passagesAmong(brief, cites),
      needsCitation,
      computed,
    })),
    ...inspectEvidence(brief, evidence),
  };
}

/** Describes what each source of a citation says about its claim: the mark of its chip; null for none. */
function inspectSupports(brief: Brief, { items, span: whole, insight }: Citation) {
  const claim = claimOf(brief, insight);
  return items.map(({ id, span }) => {
    const source = sourceOf(brief, id);
    const place = items.length === 1 ? whole : span;
    return {
      source: id,
      support: claim && source ? supportOf(brief, claim, source, sentenceAt(claim, place)).support : null,
    };
  });
}

/** Describes the comments of people, in document order. Comments with the same `thread` follow each other. */
export function inspectComments(brief: Brief) {
  return threadsOf(brief).flatMap(({ comments, resolved, insight }, thread) =>
    comments.map(({ text, author, date, span }) => ({
      text,
      author,
      date,
      thread,
      resolved,
      insight,
      range: brief.lines.rangeOf(span),
    })),
  );
}

function inspectReview(brief: Brief, { review }: Insight, index: number) {
  if (!review) return null;
  const { date, reviewer, hash, span } = review;
  return { date, reviewer, hash, range: brief.lines.rangeOf(span), state: reviewState(brief, index) };
}

function inspectSource({ lines }: Brief, source: Source) {
  const [first] = source.declarations;
  const { title = null, ...otherTexts } = eachSourceText((name) => textOf(source[name]));
  return {
    id: source.id,
    title,
    authors: source.authors.map(({ value }) => value),
    ...otherTexts,
    text: textOf(source.textPath),
    textState: textStateOf(source),
    ...(source.cite ? { cite: source.cite.value } : {}),
    ...(source.copy ? { copy: source.copy.value } : {}),
    ...(source.notes ? { notes: source.notes.value } : {}),
    declaredIn: first?.declaredIn ?? null,
    range: first ? lines.rangeOf(first.span) : null,
    declarations: source.declarations.map(({ declaredIn, span }) => ({ declaredIn, range: lines.rangeOf(span) })),
    passages: source.passages.map(({ text, from, path, page, url }) => ({
      text,
      from,
      ...(path !== undefined && { path }),
      ...(page !== undefined && { page }),
      ...(url !== undefined && { url }),
    })),
  };
}

function inspectFigure(brief: Brief, figure: Figure, evidence: ClaimEvidence | undefined) {
  const { lines } = brief;
  const cites = figure.cites.map(({ value }) => value);
  return {
    id: textOf(figure.id),
    title: textOf(figure.title),
    caption: textOf(figure.caption),
    alt: textOf(figure.alt),
    asOf: textOf(figure.asOf),
    cites: wholesOf(brief, cites),
    ...passagesAmong(brief, cites),
    supports: inspectSupportsOfFigure(brief, figure),
    own: figure.own,
    section: figure.section,
    declaredIn: figure.declaredIn,
    range: lines.rangeOf(figure.span),
    content: figure.content && inspectContent(figure.content),
    ...inspectEvidence(brief, evidence),
  };
}

function inspectSupportsOfFigure(brief: Brief, figure: Figure) {
  const claim = claimOfFigure(brief, figure);
  return figure.cites.map(({ value: id }) => {
    const source = sourceOf(brief, id);
    return { source: id, support: claim && source ? supportOf(brief, claim, source, null).support : null };
  });
}

function inspectEvidence(brief: Brief, evidence: ClaimEvidence | undefined) {
  return {
    numbers: evidence?.numbers.map((number) => inspectNumber(brief, number)) ?? [],
    quotations: evidence?.quotations.map((quotation) => inspectQuotation(brief, quotation)) ?? [],
    denials: evidence?.denied.map((denial) => inspectDenial(brief, denial)) ?? [],
  };
}

/** Describes a number. A number that isn't looked up counts as uncheckable. */
function inspectNumber(brief: Brief, number: NumberEvidence) {
  const { quantity, span, verdict, otherwise, calculation, isWithin, doubt } = number;
  const { surface, kind, value, unit, approximate, bound, checkable } = quantity;
  return {
    surface,
    kind,
    value,
    unit,
    approximate,
    bound,
    range: brief.lines.rangeOf(span),
    checkable,
    verdict: verdict ?? 'uncheckable',
    ...inspectPlace(brief, number),
    ...(isWithin && { within: true }),
    ...(doubt !== null && { doubt }),
    ...(otherwise && { differs: inspectOtherwise(otherwise, number.instead()) }),
    ...(calculation && { computed: inspectCalculation(brief, calculation) }),
  };
}

/** Describes where something was looked up, and where it stands. Numbered passages are given by their source. */
function inspectPlace(brief: Brief, { checkedAgainst, at }: Pick<NumberEvidence, 'checkedAgainst' | 'at'>) {
  return { checkedAgainst: wholesOf(brief, checkedAgainst), at: at && placeInSource(brief, at) };
}

/** Describes a calculation: the numbers of the passages, with their places, and the result. */
function inspectCalculation(brief: Brief, calculation: Calculation) {
  const { operands, result, isRight } = calculation;
  return {
    operands: operands.map(({ surface, at }) => ({ surface, at: at && placeInSource(brief, at) })),
    operation: 'formula' in calculation ? 'written' : calculation.sign,
    ...('formula' in calculation && { formula: calculation.formula }),
    result,
    isRight,
  };
}

/** Describes a denial: what the claim says and a passage denies, or the other way round. */
function inspectDenial(brief: Brief, denial: DenialEvidence) {
  const { span, verdict, otherwise } = denial;
  const range = brief.lines.rangeOf(span);
  return { range, verdict, ...inspectPlace(brief, denial), differs: inspectOtherwise(otherwise, null) };
}

/** Describes a contradiction: both sides in their own words, and the number that the passage gives instead. */
function inspectOtherwise({ kind, said, found }: SaidOtherwise, instead: NumberInstead | null) {
  return { kind, claim: said, passage: found, instead: instead?.quantity.surface ?? null };
}

function inspectQuotation(brief: Brief, quotation: QuotationEvidence) {
  const { text, span, verdict, differences } = quotation;
  return {
    text,
    range: brief.lines.rangeOf(span),
    verdict: verdict ?? 'uncheckable',
    ...inspectPlace(brief, quotation),
    ...(differences.length > 0 && { differences }),
  };
}

function inspectContent(content: FigureContent) {
  switch (content.kind) {
    case 'value':
      return { kind: content.kind, value: content.value.value, unit: textOf(content.unit) };
    case 'data':
      return {
        kind: content.kind,
        chart: content.chart,
        x: textOf(content.x),
        y: textOf(content.y),
        series: textOf(content.series),
        data: 'rows' in content.data ? { rows: content.data.rows } : { path: content.data.path.value },
      };
    case 'vega-lite':
      return { kind: content.kind, spec: content.spec };
    case 'image':
      return { kind: content.kind, path: content.path.value };
    case 'table':
      return { kind: content.kind, rows: content.rows };
  }
}

function textOf(field: Field | null | undefined): string | null {
  return field?.value ?? null;
}
