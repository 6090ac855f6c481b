import { isNumber, listed, shown } from '../../base/messages';
import type { Fix } from '../../base/problem';
import { say } from '../../base/say';
import { contains } from '../../base/text';
import type { Brief, Citation, CitationForm, Figure, Insight, Sentence } from '../../brief/types';
import type { Claim } from '../../evidence/claims';
import type { NumberEvidence, QuotationEvidence, Verdict } from '../../evidence/verdicts';
import type { RuleContext } from '../rule';
import { citationOf, citeEdit, describeSource } from './cite';
import { addCite, replaceOnlyCite } from './figureCites';
import { citeAtEnd } from './joinCitation';

type Evidence = NumberEvidence | QuotationEvidence;

/**
 * Cites the source that has a number or quotation with the verdict `elsewhere`. Replaces the present citation if nothing
 * else rests on it, otherwise adds the source to it.
 */
export function moveCitationFix(context: RuleContext, claim: Claim, one: Evidence): Fix | null {
  const id = one.at?.source;
  if (one.verdict !== 'elsewhere' || id === undefined) return null;
  const { numbers, quotations } = claim.evidence;
  const resting = [...numbers, ...quotations].filter(({ verdict }) => verdict && RESTING.has(verdict));
  const others = resting.filter(({ sentence }) => sentence === one.sentence);
  const move: Move = { id, name: describeSource(context.sources.get(id), id), one, others, isShared: false };
  if (claim.kind === 'figure') return inFigure(context.brief, claim.figure, move);
  const { insight } = claim;
  const sentence = insight.sentences[one.sentence ?? -1];
  if (!sentence) return null;
  const isUncited = (at: number | null) => insight.sentences[at ?? -1]?.cites.length === 0;
  const isShared = resting.some((other) => isUncited(other.sentence)) || isRestedOn(context.brief, insight);
  const own = insight.citations.filter(({ span }) => contains(sentence.span, span));
  return own.length > 0
    ? inSentence(context.brief, sentence, own, { ...move, isShared })
    : behind(context.brief, sentence, move);
}

/** True if the list that an insight introduces, or the item around it, rests on the insight's citations. */
function isRestedOn({ insights }: Brief, insight: Insight): boolean {
  const next = insights[insights.indexOf(insight) + 1];
  return next?.citedVia === 'lead-in' || insights[insight.parent ?? -1]?.citedVia === 'children';
}

/** Verdicts of evidence that rests on the present source: without it, the evidence would be lost or newly in doubt. */
const RESTING: ReadonlySet<Verdict | 'altered'> = new Set(['found', 'differs', 'altered', 'uncheckable']);

interface Move {
  /** Id of the source that has the number or quotation. */
  readonly id: string;
  /** Name of the source, for the title of the fix. */
  readonly name: string;
  readonly one: Evidence;
  /** Other evidence in the same sentence or figure that rests on the present sources. */
  readonly others: readonly Evidence[];
  /** True if other sentences, without citations of their own, rest on this one's citations. */
  readonly isShared: boolean;
}

/** Changes the citation that follows a number or quotation, or else the one that comes before it. */
function inSentence(brief: Brief, sentence: Sentence, own: readonly Citation[], move: Move): Fix | null {
  const { id, name, one } = move;
  const next = own.findIndex(({ span }) => span.start >= one.span.end);
  const citation = own.at(next);
  const [item] = citation?.items ?? [];
  if (citation && item && mayBeReplaced(brief, citation, own, move)) {
    // The old citation's locator, such as "p. 3", isn't true of the other source.
    const edit = { span: citation.span, newText: citationOf(id) };
    return { title: say('Cite {0} instead of {1}', name, shown(item.id)), edits: [edit], preferred: true };
  }
  const cluster =
    next < 0 ? undefined : brief.clusters.find((citations) => citations.some((other) => other === citation));
  const end = cluster?.at(-1)?.span.end ?? sentence.span.end;
  const edit = citeAtEnd(brief, { start: sentence.span.start, end }, id);
  return edit && { title: say('Cite {0} as well', name), edits: [edit], preferred: true };
}

const REPLACEABLE: ReadonlySet<CitationForm> = new Set(['numbered', 'keyed', 'full-width', 'footnote']);

/**
 * True if a citation of a single source can be replaced, since nothing else in the sentence rests on it. If the sentence
 * cites the source once more, only the text right before the citation counts.
 */
function mayBeReplaced(
  brief: Brief,
  citation: Citation,
  own: readonly Citation[],
  { others, isShared }: Move,
): boolean {
  const [item] = citation.items;
  const isAlone = brief.clusters.some((cluster) => cluster.length === 1 && cluster[0] === citation);
  if (!item || citation.items.length > 1 || !isAlone || !REPLACEABLE.has(citation.form)) return false;
  if (own.length === 1) return others.length === 0 && !isShared;
  const isCitedTwice = own.some((other) => other !== citation && other.items.some(({ id }) => id === item.id));
  const from = own[own.indexOf(citation) - 1]?.span.end ?? 0;
  return isCitedTwice && !others.some(({ span }) => span.start >= from && span.end <= citation.span.start);
}

/**
 * Cites the source at the end of a sentence without citations. Such a sentence rests on the citations of its insight or
 * lead-in. So if other evidence in it needs them, the new citation includes them.
 */
function behind(brief: Brief, sentence: Sentence, { id, name, one, others }: Move): Fix {
  const present = others.length > 0 ? one.checkedAgainst : [];
  const ids = [...present, id];
  if (ids.every(isNumber)) ids.sort((a, b) => Number(a) - Number(b));
  const title =
    present.length > 0 ? say('Cite {0} here, with {1}', name, listed(present.map(shown))) : say('Cite {0} here', name);
  return { title, edits: [citeEdit(brief, sentence, ids.map(citationOf).join(''))], preferred: true };
}

function inFigure(brief: Brief, figure: Figure, { id, name, others }: Move): Fix | null {
  const [only] = figure.cites;
  const replaced = only && others.length === 0 ? replaceOnlyCite(brief, figure, id) : null;
  if (only && replaced) {
    return { title: say('Cite {0} instead of {1}', name, shown(only.value)), edits: [replaced], preferred: true };
  }
  const added = addCite(brief, figure, id);
  return added && { title: say('Cite {0} as well', name), edits: [added], preferred: true };
}
