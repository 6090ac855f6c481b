import type { Brief, FrontMatter, Source } from '../brief';
import { RULES, ruleUrl } from '../checks';
import { type Claim, claimOf, claimOfFigure, sourceOf, type Thing, thingsAt } from '../queries';
import { contains, type Span, touches } from '../text';
import { keyAt } from './completion';
import { figureCard } from './hover/figureCard';
import type { Block, Line } from './hover/markup';
import { differenceLine, locatorOf, nearestPassage, passageBlocks, titleOf } from './hover/passage';
import { citedFor, sourceCard, supportBlocks } from './hover/sourceCard';
import { type Evidence, verdictOf } from './hover/verdict';

export { type Block, toMarkdown, toPlainText } from './hover/markup';

/** What is said about the thing at a place. */
export interface Hover {
  /** The thing: a number, a quotation, one source in a citation. */
  readonly span: Span;
  readonly content: readonly Block[];
}

/**
 * What there is to say about an offset of a brief: on a number or a quotation the verdict and the passage, on a
 * citation the source and what it says to the sentence, on a key or a rule's code what it means. Null where there is
 * nothing to say.
 */
export function hoverAt(brief: Brief, offset: number): Hover | null {
  for (const thing of thingsAt(brief, offset)) {
    const content = contentOf(brief, thing);
    if (content.length > 0) return { span: thing.span, content };
  }
  return ruleHover(brief, offset) ?? keyHover(brief, offset);
}

/** On the code of a rule that is turned off or set: what it reports, and its page. */
function ruleHover({ suppressions, frontMatter }: Brief, offset: number): Hover | null {
  const codes = [...suppressions.flatMap((suppression) => suppression.codes), ...rulesSet(frontMatter)];
  const code = codes.find(({ span }) => touches(span, offset));
  const rule = RULES.find((one) => one.code === code?.value);
  if (!code || !rule) return null;
  const lines: Line[] = [
    [{ kind: 'strong', text: rule.code }],
    [rule.description],
    [{ kind: 'link', text: 'Its page', url: ruleUrl(rule.code) }],
  ];
  return { span: code.span, content: [{ kind: 'lines', lines }] };
}

function rulesSet(frontMatter: FrontMatter | null) {
  return frontMatter?.rules.map(({ code }) => code) ?? [];
}

function keyHover(brief: Brief, offset: number): Hover | null {
  const key = keyAt(brief, offset);
  return (
    key && {
      span: key.span,
      content: [{ kind: 'lines', lines: [[{ kind: 'strong', text: key.name }], [key.documentation]] }],
    }
  );
}

function contentOf(brief: Brief, thing: Thing): readonly Block[] {
  switch (thing.kind) {
    case 'number':
    case 'quotation':
      return evidenceBlocks(brief, thing);
    case 'citation':
      return citationBlocks(brief, thing.item.id, claimOf(brief, thing.citation.insight), thing.span);
    case 'figure-cites':
      return citationBlocks(brief, thing.id, thing.claim, null);
    case 'figure-reference':
      return figureBlocks(brief, thing.reference.id);
  }
}

function evidenceBlocks(brief: Brief, evidence: Evidence): readonly Block[] {
  const verdict = verdictOf(brief, evidence);
  if (!verdict) return [];
  const { word, rest, place } = verdict;
  const differences = evidence.kind === 'quotation' ? evidence.quotation.differences : [];
  const lines: Line[] = [[{ kind: 'strong', text: word }, rest]];
  if (differences.length > 0) lines.push(differenceLine(differences));
  if (!place) return [{ kind: 'lines', lines }];
  const source = sourceOf(brief, place.source);
  const where = `${source ? titleOf(source) : ''}${locatorOf(brief, place)}`.replace(/^ · /, '');
  if (where !== '' && source?.passages[place.passage]?.from !== 'title') lines.push([where]);
  return [{ kind: 'lines', lines }, ...passageBlocks(brief, place)];
}

/** @param place where the citation stands in its insight; null in a figure */
function citationBlocks(brief: Brief, id: string, claim: Claim | null, place: Span | null): readonly Block[] {
  const source = sourceOf(brief, id);
  // That nothing declares it is said by its rule.
  if (!source) return [];
  const card = sourceCard(brief, source);
  if (!claim) return [card];
  const sentence = sentenceAt(claim, place);
  const support = supportBlocks(brief, id, citedFor(claim, id, sentence));
  const said = support.length > 0 ? support : nearestBlocks(brief, source, claim, sentence);
  return said.length > 0 ? [card, { kind: 'rule' }, ...said] : [card];
}

function sentenceAt(claim: Claim, place: Span | null): number | null {
  if (claim.kind === 'figure' || !place) return null;
  const index = claim.insight.sentences.findIndex(({ span }) => contains(span, place));
  return index < 0 ? null : index;
}

/** Where there is nothing to look up: what the source says about the same thing. */
function nearestBlocks(brief: Brief, source: Source, claim: Claim, sentence: number | null): readonly Block[] {
  if (claim.kind === 'figure') return [];
  const { insight } = claim;
  const place = nearestPassage(brief, source, insight.sentences[sentence ?? -1]?.text ?? insight.text);
  if (!place) return [];
  return [{ kind: 'lines', lines: [[`Nearest passage${locatorOf(brief, place)}`]] }, ...passageBlocks(brief, place)];
}

/** What a reference to a figure stands for, and for a key number what its sources say to it. */
function figureBlocks(brief: Brief, id: string): readonly Block[] {
  const figure = brief.figures.find((other) => other.id?.value === id);
  if (!figure) return [];
  const card = figureCard(brief, figure);
  const claim = figure.content?.kind === 'value' ? claimOfFigure(brief, figure) : null;
  const value = figure.content?.kind === 'value' ? figure.content.value : null;
  const number = value && claim?.evidence.numbers.find(({ span }) => contains(value.span, span));
  return [card, ...(claim && number ? evidenceBlocks(brief, { kind: 'number', number, claim }) : [])];
}
