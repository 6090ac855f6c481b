import { dayInWords } from '../../base/messages';
import type { Problem } from '../../base/problem';
import { say } from '../../base/say';
import { contains, type Span, touches } from '../../base/text';
import { sourceOf } from '../../brief/queries/citedSources';
import type { Brief, FrontMatter } from '../../brief/types';
import { citationBlocks, evidenceBlocks } from '../../evidence/cards/blocks';
import type { Block, Line } from '../../evidence/cards/markup';
import { notesBlocks } from '../../evidence/cards/sourceCard';
import { claimOf, claimOfFigure, type Thing, thingsAt } from '../../evidence/claims';
import { type ReviewState, reviewState } from '../../evidence/reviews';
import { RULES, ruleUrl } from '../../rules';
import { keyAt } from '../completion';
import { figureCard } from './figureCard';
import { needHover } from './need';

export { type Block, toMarkdown, toPlainText } from '../../evidence/cards/markup';

/** The description of the thing at a place. */
export interface Hover {
  /** The thing: a number, a quotation, one source in a citation. */
  readonly span: Span;
  readonly content: readonly Block[];
}

/**
 * Describes the thing at an offset of a brief. A number or a quotation gets its verdict and passage. A citation gets its
 * source, and what that says about the sentence. A key or a rule's code gets its meaning. Null if there is nothing to say.
 *
 * @param problems the problems that the editor shows beside the hover, which doesn't repeat them
 */
export function hoverAt(brief: Brief, offset: number, problems: readonly Problem[] = []): Hover | null {
  for (const thing of thingsAt(brief, offset)) {
    const isSaid = problems.some(
      ({ rule, span }) => VERDICTS.test(rule) && contains(span, thing.span) && contains(thing.span, span),
    );
    const content = contentOf(brief, thing, isSaid);
    if (content.length > 0) return { span: thing.span, content };
  }
  return reviewHover(brief, offset) ?? ruleHover(brief, offset) ?? keyHover(brief, offset) ?? needHover(brief, offset);
}

/** The rules whose messages say the verdict on a number, a quotation or a denied word. */
const VERDICTS = /^(?:number|quote|claim)\/(?!conflict$)/;

/** Tells, on the mark of a review, who verified the claim and when, and whether it has changed since. */
function reviewHover(brief: Brief, offset: number): Hover | null {
  const index = brief.insights.findIndex(({ review }) => review && touches(review.span, offset));
  const review = brief.insights[index]?.review;
  const state = reviewState(brief, index);
  if (!review || !state) return null;
  const { date, reviewer, span } = review;
  const line = REVIEWED[state](dayInWords(date), reviewer);
  return { span, content: [{ kind: 'lines', lines: [[line]] }] };
}

const REVIEWED: Readonly<Record<ReviewState, (date: string, reviewer: string) => string>> = {
  holds: (date, who) => say('Verified on {0} by {1}; unchanged since', date, who),
  claim: (date, who) => say('Verified on {0} by {1}; the claim has changed since', date, who),
  passages: (date, who) => say('Verified on {0} by {1}; its sources have changed since', date, who),
  unread: (date, who) =>
    say('Verified on {0} by {1}; its sources could not be read, so changes are not known', date, who),
};

/** Tells, on the code of a rule that is turned off or set, what the rule reports, and links to its page. */
function ruleHover({ suppressions, frontMatter }: Brief, offset: number): Hover | null {
  const codes = [...suppressions.flatMap((suppression) => suppression.codes), ...rulesSet(frontMatter)];
  const code = codes.find(({ span }) => touches(span, offset));
  const rule = RULES.find((one) => one.code === code?.value);
  if (!code || !rule) return null;
  const lines: Line[] = [
    [{ kind: 'strong', text: rule.code }],
    [say(rule.description)],
    [{ kind: 'link', text: say('Its page'), url: ruleUrl(rule.code) }],
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

/** @param isSaid true if a problem shows the verdict already */
function contentOf(brief: Brief, thing: Thing, isSaid: boolean): readonly Block[] {
  switch (thing.kind) {
    case 'number':
    case 'quotation':
    case 'denial':
      return evidenceBlocks(brief, thing, isSaid);
    case 'citation':
      return [
        ...citationBlocks(brief, thing.item.id, claimOf(brief, thing.citation.insight), thing.span),
        ...notesOn(brief, thing.item.id),
      ];
    case 'figure-cites':
      return [...citationBlocks(brief, thing.id, thing.claim, null), ...notesOn(brief, thing.id)];
    case 'figure-reference':
      return figureBlocks(brief, thing.reference.id);
  }
}

/** Returns the author's notes on a source. They are shown to the author only, not in the cards of a page for others. */
function notesOn(brief: Brief, id: string): readonly Block[] {
  const source = sourceOf(brief, id);
  return source ? notesBlocks(source) : [];
}

/** Describes the figure of a reference and, for a key number, the verdict of its sources. */
function figureBlocks(brief: Brief, id: string): readonly Block[] {
  const figure = brief.figures.find((other) => other.id?.value === id);
  if (!figure) return [];
  const card = figureCard(brief, figure);
  const claim = figure.content?.kind === 'value' ? claimOfFigure(brief, figure) : null;
  const value = figure.content?.kind === 'value' ? figure.content.value : null;
  const number = value && claim?.evidence.numbers.find(({ span }) => contains(value.span, span));
  return [card, ...(claim && number ? evidenceBlocks(brief, { kind: 'number', number, claim }) : [])];
}
