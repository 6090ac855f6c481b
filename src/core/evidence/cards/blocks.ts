/** Describes a number, a quotation or a citation in the editor's hover and in the cards of a page. */

import { listed, plain } from '../../base/messages';
import { say } from '../../base/say';
import { contains, firstFrom, type Span } from '../../base/text';
import { hasPassage, sourceOf } from '../../brief/queries/citedSources';
import type { Brief, Source } from '../../brief/types';
import type { Claim } from '../claims';
import type { PassagePlace } from '../verdicts';
import { citedFor } from './citedFor';
import { differingLines, tellingPlaces } from './differing';
import type { Block, Line } from './markup';
import { citedPassage, locatorOf, nearestPassage, shownPassage, titleOf, waysFrom } from './passage';
import { sourceCard, supportBlocks } from './sourceCard';
import { type SourceSupport, supportOf } from './support';
import { type Evidence, placesIn, verdictOf } from './verdict';

/**
 * The verdict on a number or a quotation, and the passage; empty if there is nothing to say.
 *
 * @param isSaid true if the reader has the verdict already
 */
export function evidenceBlocks(brief: Brief, evidence: Evidence, isSaid = false): readonly Block[] {
  const verdict = verdictOf(brief, evidence);
  if (!verdict) return [];
  const { word, rest, place } = verdict;
  const headline: Line = [{ kind: 'strong', text: word }, rest];
  const lines: Line[] = [...(isSaid ? [] : [headline]), ...differingLines(evidence)];
  const where = place ? whereOf(brief, place) : '';
  if (where !== '') lines.push([where]);
  const first: readonly Block[] = lines.length > 0 ? [{ kind: 'lines', lines }] : [];
  if (!place) return first;
  return [...first, ...shownPassage(brief, place, tellingPlaces(evidence, place)), ...otherOperands(brief, evidence)];
}

/** The source and the locator of a passage; empty for a title, which the verdict names. */
function whereOf(brief: Brief, place: PassagePlace): string {
  const source = sourceOf(brief, place.source);
  const where = `${source ? titleOf(source) : ''}${locatorOf(brief, place)}`.replace(/^ · /, '');
  return source?.passages[place.passage]?.from === 'title' ? '' : where;
}

/** The passages of a calculation's numbers, except for the first, which the verdict shows. */
function otherOperands(brief: Brief, evidence: Evidence): readonly Block[] {
  const calculation = evidence.kind === 'number' ? evidence.number.calculation : null;
  if (!calculation) return [];
  return placesIn(calculation)
    .slice(1)
    .flatMap((place) => [line(whereOf(brief, place)), ...shownPassage(brief, place, tellingPlaces(evidence, place))]);
}

/**
 * A cited source and what it says about the claim; empty if nothing declares the source, which a rule reports.
 *
 * @param place the span of the citation; null in a figure
 */
export function citationBlocks(brief: Brief, id: string, claim: Claim | null, place: Span | null): readonly Block[] {
  const source = sourceOf(brief, id);
  if (!source) return [];
  const card = sourceCard(brief, source, place);
  const said = claim ? saidToClaim(brief, source, claim, place) : passageCited(brief, source);
  // Without a passage, there is still the way to the whole source.
  const isWhole = !said.some(({ kind }) => kind === 'ways') && source.passages[0]?.from === 'title';
  const ways = isWhole ? waysFrom(brief, { source: id, passage: 0, start: 0, end: 0 }) : [];
  return said.length > 0 ? [card, { kind: 'rule' }, ...said, ...ways] : [card, ...ways];
}

/** The passage that a citation leads to: evidence of the claim in its source, else the nearest passage; null without one. */
export function placeToCitation(
  brief: Brief,
  id: string,
  claim: Claim | null,
  place: Span | null,
): PassagePlace | null {
  const source = sourceOf(brief, id);
  if (!source) return null;
  const cited = citedPassage(source);
  if (!claim) return cited;
  const sentence = sentenceAt(claim, place);
  for (const evidence of citedFor(claim, id, sentence)) {
    const found = verdictOf(brief, evidence)?.place;
    if (found?.source === id) return found;
  }
  return cited ?? nearestTo(brief, source, claim, sentence);
}

function saidToClaim(brief: Brief, source: Source, claim: Claim, place: Span | null): readonly Block[] {
  const sentence = sentenceAt(claim, place);
  const support = [
    ...supportBlocks(brief, source.id, citedFor(claim, source.id, sentence)),
    ...whyNoTick(supportOf(brief, claim, source, sentence)),
  ];
  // A citation of one passage shows it, whatever was looked up.
  const shown = support.some(({ kind }) => kind === 'quote') ? [] : passageCited(brief, source);
  if (shown.length > 0) return [...support, ...shown];
  return support.length > 0 ? support : nearestBlocks(brief, source, claim, sentence);
}

/** The reason why a citation has no ✓, although all that was looked up is found; empty if each number says it itself. */
function whyNoTick({ reason }: SourceSupport): readonly Block[] {
  if (reason?.kind === 'dates') return [line(say('Only dates are found. Compare the rest with the passage.'))];
  if (reason?.kind === 'conflict')
    return [line(say('This brief also gives {0} for this. Correct the wrong one.', plain(reason.other)))];
  if (reason?.kind !== 'unread') return [];
  const names = listed(reason.unread.map(({ quantity }) => quantity.surface));
  return [line(say('Not looked up: {0}. Compare it with the passage.', names))];
}

function passageCited(brief: Brief, source: Source): readonly Block[] {
  const place = citedPassage(source);
  return place ? shownPassage(brief, place) : [];
}

/** The index of a claim's sentence that contains a place; null outside sentences, and in a figure. */
export function sentenceAt(claim: Claim, place: Span | null): number | null {
  if (claim.kind === 'figure' || !place) return null;
  const { sentences } = claim.insight;
  const index = firstFrom(sentences, place.start + 1) - 1;
  const sentence = sentences[index];
  return sentence && contains(sentence.span, place) ? index : null;
}

/** The passage of a source that is nearest to a claim without lookups, or the reason why there is no such passage. */
function nearestBlocks(brief: Brief, source: Source, claim: Claim, sentence: number | null): readonly Block[] {
  if (!hasPassage(source)) {
    const isPart = source.partOf !== undefined;
    return [line(isPart ? say('Its text is missing.') : say('It has no passage to compare with.'))];
  }
  if (claim.kind === 'figure') return [];
  const place = nearestTo(brief, source, claim, sentence);
  if (!place) return [line(say('It has no passage about the same thing.'))];
  return [line(`${say('Nearest passage')}${locatorOf(brief, place)}`), ...shownPassage(brief, place)];
}

function nearestTo(brief: Brief, source: Source, claim: Claim, sentence: number | null): PassagePlace | null {
  if (claim.kind === 'figure') return null;
  const { insight } = claim;
  return nearestPassage(brief, source, insight.sentences[sentence ?? -1]?.text ?? insight.text);
}

function line(text: string): Block {
  return { kind: 'lines', lines: [[text]] };
}
