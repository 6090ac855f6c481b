/** Renders the blocks of the body one by one, with the facts that each of them needs. */

import { type Span, startingIn } from '../../base/text';
import { firstEndingAfter, startOf } from '../../brief/blocks/readBody';
import { isUncited, restsOnNothing } from '../../brief/needs/uncited';
import { headingAnchor } from '../../brief/queries/anchors';
import { bodyOf, meaningsOf } from '../../brief/queries/blocks';
import type { Block, Brief, Insight, ReviewMark } from '../../brief/types';
import { childrenOf } from '../../document/parseTree';
import { evidenceOrigin, tableEvidence } from '../../evidence/brief';
import { type ReviewState, reviewState } from '../../evidence/reviews';
import { notCitedSet } from '../../evidence/stats';
import { type BlockIdentity, KEEPS_NOTHING, keepBlocks } from '../cachedBlocks';
import { formatDate } from '../formats';
import { element, type Html, join, nothing, text } from '../html';
import { isolated } from '../isolated';
import { type AuthorPart, writeAuthorHtml } from '../markdown/authorHtml';
import { type BlockFacts, firstFrom, type InsightMark } from '../markdown/facts';
import { type ListFacts, MOST_ITEMS } from '../markdown/lists';
import { type MarkdownText, stretchesIn, textsIn } from '../markdown/markdown';
import { lineIn, type Page, placeAgain, plainFacts } from '../page';
import { type Part, partsOf } from '../parts';
import { readReplacements } from '../replacements';
import { stampOf } from '../stamp';
import { renderFigure } from './figures';

export interface BlockReader {
  /** Renders a block. To be called once for each block shown, in the order of the page. */
  render(block: Block, options?: RenderOptions): Html;
  /** Renders a block like {@link render}, but a long list in stretches. Lines count from the start of each part. */
  renderParts(block: Block): readonly Part[];
  /** Renders the blocks inside one element of HTML, from their HTML and the markup of the other blocks. */
  renderTogether(parts: readonly AuthorPart[], first: Pick<Block, 'span'>): Html;
  /** Returns the zero-based line at which a block starts. Relative lines in it count from there. */
  lineOf(block: Pick<Block, 'span'>): number;
  /** Returns the anchor of a heading that isn't a block. To be called in the order of the page. Equal words get numbers. */
  nameHeading(heading: string, level: number): string;
  /** True if a block was reused without asking what it shows, such as the cards of its citations. */
  hasTaken(): boolean;
}

export interface RenderOptions {
  readonly headingShift?: number;
  /**
   * Part to render: `note` is the content of a footnote's definition, `texts` an insight without the list or quotation
   * around it.
   */
  readonly part?: 'note' | 'texts';
  /** First line of the part around the block, if that isn't the block's own first line. */
  readonly first?: number;
}

/** A stretch of the body that is rendered by itself. */
interface BodyStretch {
  /** Span of whole lines. */
  readonly span: Span;
  /** First line of the part around the stretch. */
  readonly first: number;
  readonly identity: BlockIdentity | null;
  /** Returns its nodes, given its text. */
  readonly markdown: (written: string) => MarkdownText;
  /** Returns its facts as a heading. Called once, and not for a stretch that is reused. */
  readonly heading?: () => Pick<BlockFacts, 'headingShift' | 'headingId' | 'headingSuffix'>;
  readonly list?: ListFacts;
}

/** @param view object that stands for a view of the page: blocks that are the same as in its last rendering are reused */
export function readBlocks(page: Page, view?: object): BlockReader {
  return new PageBlocks(page, view);
}

class PageBlocks implements BlockReader {
  private readonly page: Page;
  private readonly brief: Brief;
  private readonly replacements: ReturnType<typeof readReplacements>;
  private readonly withGap: ReadonlySet<number | null>;
  private readonly insightStarts: readonly number[];
  private readonly figureStarts: readonly number[];
  private readonly blockStarts: readonly number[];
  private readonly endOfRead: number;
  private readonly unreadStarts: readonly number[];
  private readonly anchors = new Map<string, number>();
  /** Number of levels that headings move down: 1 if sections have level 1, which only the title has on the page. */
  private readonly shift: number;
  private readonly keeper: typeof KEEPS_NOTHING;
  private readonly meanings: readonly object[];
  private readonly body: ReturnType<typeof bodyOf>;
  private readonly indexOf: ReadonlyMap<Block, number>;
  private taken = false;

  constructor(page: Page, view: object | undefined) {
    const { brief, placement } = page;
    this.page = page;
    this.brief = brief;
    this.replacements = readReplacements(page);
    this.withGap = new Set(brief.slips.filter((slip) => slip.kind === 'gap').map((slip) => slip.insight));
    this.insightStarts = brief.insights.map((insight) => insight.span.start);
    this.figureStarts = [...placement.atOffset.keys()].sort((a, b) => a - b);
    this.blockStarts = brief.blocks.map((block) => block.span.start);
    this.endOfRead = brief.limits.find(({ why }) => why === 'size')?.span.start ?? brief.content.length;
    this.unreadStarts = brief.limits.filter(({ why }) => why === 'blocks').map(({ span }) => span.start);
    this.shift = brief.sections.some((section) => section.level === 1) ? 1 : 0;
    this.keeper = view ? keepBlocks(view, stampOf(page, this.shift), page.references) : KEEPS_NOTHING;
    this.meanings = meaningsOf(brief);
    this.body = bodyOf(brief);
    this.indexOf = new Map(brief.blocks.map((block, index) => [block, index]));
  }

  hasTaken(): boolean {
    return this.taken;
  }

  lineOf({ span }: Pick<Block, 'span'>): number {
    return this.brief.lines.lineAt(span.start);
  }

  render(block: Block, options: RenderOptions = {}): Html {
    const { brief } = this;
    const { lines } = brief;
    const line = lines.lineAt(block.span.start);
    const { headingShift = this.shift, part, first = line } = options;
    // Blank lines after the block belong to code with an unclosed fence.
    const span = {
      start: lines.startOf(line),
      end: part === undefined ? this.nextBlock(block.span.end) : block.span.end,
    };
    return this.write({
      span,
      first,
      identity: this.identityOf(block, span),
      markdown: (written) => this.markdownOf(block, span, written, part),
      heading: () => ({
        headingShift,
        headingId: this.headingId(block, headingShift),
        headingSuffix: this.headingSuffix(block),
      }),
    });
  }

  renderTogether(parts: readonly AuthorPart[], first: Pick<Block, 'span'>): Html {
    const line = this.lineOf(first);
    const facts = { ...plainFacts(this.page, []), headingShift: this.shift };
    return writeAuthorHtml(parts, facts, lineIn(line, line, this.page));
  }

  renderParts(block: Block): readonly Part[] {
    const { lines } = this.brief;
    // Each item has at least one line.
    const count = lines.lineAt(block.span.end) - this.lineOf(block) + 1;
    if (block.kind !== 'list' || !this.page.relativeLines || count <= MOST_ITEMS)
      return partsOf('body', this.lineOf(block), this.render(block));
    const whole = { start: lines.startOf(this.lineOf(block)), end: this.nextBlock(block.span.end) };
    const markdown = this.markdownOf(block, whole, this.brief.content.slice(whole.start, whole.end), undefined);
    const stretches = stretchesIn(markdown);
    if (!stretches) return partsOf('body', this.lineOf(block), this.render(block));
    const at = whole.start - markdown.from;
    const starts = stretches.map(({ items: [item] }) => lines.startOf(lines.lineAt(at + (item?.from ?? 0))));
    return stretches.flatMap(({ items, facts }, index) => {
      const span = { start: starts[index] ?? whole.end, end: starts[index + 1] ?? whole.end };
      const first = lines.lineAt(span.start);
      const html = this.write({
        span,
        first,
        identity: this.identityOfItems(span, facts),
        markdown: (written) => ({ written, nodes: items, from: span.start - at }),
        list: facts,
      });
      return partsOf('body', first, html);
    });
  }

  /** Renders a stretch of the body, or reuses its last rendering. */
  private write({ span, first, identity: own, markdown, heading, list }: BodyStretch): Html {
    const { page, brief, keeper, replacements } = this;
    const line = brief.lines.lineAt(span.start);
    const identity = own && [...own, line - first];
    const unread = this.startOfUnread(span);
    const source = brief.content.slice(span.start, unread);
    const written = brief.content.slice(unread, span.end).trimEnd();
    const rest = written === '' ? nothing : element('pre', { class: 'unread' }, text(written));
    const same = identity && keeper.again(source, identity, (places) => placeAgain(places, page));
    if (same !== null) {
      this.taken = true;
      return join([same, rest]);
    }
    const named = page.named.length;
    const facts = {
      ...plainFacts(page, replacements.take(span)),
      firstLine: lineIn(line, first, page),
      figures: this.figuresIn(span, line, first),
      insights: this.insightsIn(span, line),
      headingShift: this.shift,
      ...heading?.(),
      ...(list && { list }),
    };
    return join([keeper.render(source, markdown(source), facts, identity, page.named.slice(named)), rest]);
  }

  /** Returns a block's nodes, whose offsets count from its start, and its text, which starts with its line. */
  private markdownOf(block: Block, span: Span, written: string, part: RenderOptions['part']): MarkdownText {
    const index = this.body ? firstEndingAfter(this.body, block.span.start) : -1;
    const node = this.body?.blocks[index]?.tree.topNode;
    if (!this.body || !node) return { written, nodes: [], from: 0 };
    const at = startOf(this.body, index);
    const { start, end } = block.span;
    const nodes =
      part === 'note'
        ? childrenOf(node)
        : part === 'texts'
          ? textsIn(node, { start: start - at, end: end - at })
          : [node];
    return { written, nodes, from: span.start - at, begin: start - span.start };
  }

  /**
   * Returns everything that a block of the body shows besides its text. Null if the block can't be reused: its lines don't
   * count from its own first one, or edits elsewhere change it. Headings, figures and references to figures change with
   * their numbers.
   */
  private identityOf(block: Block, { start, end }: Span): BlockIdentity | null {
    const meaning = this.meanings[this.indexOf.get(block) ?? -1];
    if (!meaning || !this.page.relativeLines || block.kind === 'heading') return null;
    if (this.showsFigures({ start, end })) return null;
    const identity: unknown[] = [meaning, this.page.writeFormula];
    for (let i = firstFrom(this.insightStarts, start); (this.insightStarts[i] ?? Infinity) < end; i++)
      identity.push(
        this.brief.insights[i]?.excused,
        this.brief.insights[i]?.because,
        notCitedSet(this.brief).has(i),
        this.page.evidence === 'none' ? null : evidenceOrigin(this.brief, i),
        reviewState(this.brief, i),
      );
    identity.push(...this.evidenceOfTables({ start, end }));
    return identity;
  }

  /** Like {@link identityOf}, but for items of a list: an edit of one item leaves the others as they are. */
  private identityOfItems(span: Span, { tag, isTight, start }: ListFacts): BlockIdentity | null {
    if (this.showsFigures(span)) return null;
    const { brief, page } = this;
    const identity: unknown[] = [tag, isTight, start, page.writeFormula];
    for (const { classes, suffix } of this.insightsIn(span, 0).values()) identity.push(classes, suffix);
    for (let i = firstFrom(this.insightStarts, span.start); (this.insightStarts[i] ?? Infinity) < span.end; i++)
      identity.push(page.evidence === 'none' ? null : evidenceOrigin(brief, i));
    identity.push(...this.evidenceOfTables(span));
    for (const { form, items } of startingIn(brief.citations, span))
      identity.push(form, ...items.flatMap(({ id, prefix, locator }) => [id, prefix, locator]));
    for (const { kind, reason } of startingIn(brief.slips, span)) identity.push(kind, reason);
    return identity;
  }

  private evidenceOfTables(span: Span): unknown[] {
    if (this.page.evidence === 'none') return [];
    return startingIn(tableEvidence(this.brief), span).map(({ rows }) => rows);
  }

  /** True if a stretch shows figures or refers to them: edits elsewhere change these. */
  private showsFigures({ start, end }: Span): boolean {
    return (
      (this.figureStarts[firstFrom(this.figureStarts, start)] ?? Infinity) < end ||
      this.replacements.refersToFigure({ start, end })
    );
  }

  private nextBlock(end: number): number {
    const next = this.blockStarts[firstFrom(this.blockStarts, end)];
    return next === undefined ? this.endOfRead : this.brief.lines.startOf(this.brief.lines.lineAt(next));
  }

  /** Returns the offset from which a block's lines are shown as written; its end if there are no such lines. */
  private startOfUnread({ start, end }: Span): number {
    const first = this.unreadStarts[firstFrom(this.unreadStarts, start)] ?? end;
    return first < end ? Math.max(start, this.brief.lines.startOf(this.brief.lines.lineAt(first))) : end;
  }

  private insightsIn(span: Span, firstLine: number): Map<number, InsightMark> {
    const marks = new Map<number, InsightMark>();
    for (let i = firstFrom(this.insightStarts, span.start); (this.insightStarts[i] ?? Infinity) < span.end; i++) {
      const insight = this.brief.insights[i];
      if (insight)
        marks.set(
          this.brief.lines.lineAt(insight.span.start) - firstLine,
          markOf(
            insight,
            {
              isNotCited: notCitedSet(this.brief).has(i),
              hasGap: this.withGap.has(i),
              state: reviewState(this.brief, i),
            },
            this.page,
          ),
        );
    }
    return marks;
  }

  private figuresIn(span: Span, firstLine: number, first: number): Map<number, Html> {
    const figures = new Map<number, Html>();
    for (let i = firstFrom(this.figureStarts, span.start); (this.figureStarts[i] ?? Infinity) < span.end; i++) {
      const at = this.figureStarts[i] ?? 0;
      const figure = this.page.placement.atOffset.get(at);
      if (figure) figures.set(this.brief.lines.lineAt(at) - firstLine, renderFigure(figure, this.page, true, first));
    }
    return figures;
  }

  private headingId(block: Block, headingShift: number): string | null {
    const section = block.section === null ? undefined : this.brief.sections[block.section];
    if (block.kind !== 'heading' || !section || section.headingSpan.start < block.span.start) return null;
    return this.nameHeading(section.heading, section.level + headingShift);
  }

  /** Returns the tag of a section marked as own judgement; nothing if the section around it has the mark. */
  private headingSuffix(block: Block): Html {
    const section = block.section === null ? undefined : this.brief.sections[block.section];
    const around = section?.parent == null ? undefined : this.brief.sections[section.parent];
    if (block.kind !== 'heading' || !section?.own || around?.own) return nothing;
    return join([text(' '), element('span', { class: 'tag tag-own tag-section' }, text(this.page.words.ownJudgement))]);
  }

  /** Returns the anchor of a heading, and records it. Headings with the same words get a number. */
  nameHeading(heading: string, level: number): string {
    const anchor = headingAnchor(heading);
    const count = this.anchors.get(anchor) ?? 0;
    this.anchors.set(anchor, count + 1);
    const id = count === 0 ? anchor : `${anchor}-${count}`;
    this.page.headings.push({ id, level, words: heading });
    return id;
  }
}

/**
 * Returns the classes and tags of an insight. An insight that must have a source and has none is marked; a mere hint,
 * barely.
 *
 * @param isNotCited true if it counts as not cited
 * @param hasGap true if its text says that a source is needed
 * @param state its state since it was verified
 */
function markOf(
  insight: Insight,
  {
    isNotCited,
    hasGap,
    state,
  }: { readonly isNotCited: boolean; readonly hasGap: boolean; readonly state: ReviewState | null },
  page: Page,
): InsightMark {
  const { words, evidence } = page;
  // Without evidence, the page has what the author says, and nothing of the checks.
  const isChecked = evidence !== 'none';
  const uncited = isChecked && isNotCited;
  const classes = ['insight'];
  if (uncited) classes.push('uncited');
  else if (isChecked && insight.mustCite !== null && restsOnNothing(insight)) classes.push('uncited-hint');
  if (insight.own && !insight.ownBySection) classes.push('own');
  const tags = [
    // The chip of a citation that leads nowhere says so itself.
    uncited && isUncited(insight) && insight.mustCite === 'warning' && !hasGap
      ? element('span', { class: 'tag tag-missing' }, text(words.noSource))
      : nothing,
    insight.computed ? element('span', { class: 'tag tag-own tag-computed' }, text(words.computed)) : nothing,
    isChecked && insight.review ? reviewMark(insight.review, state, page) : nothing,
  ].filter(Boolean);
  return { classes: classes.join(' '), suffix: tags.length > 0 ? join([text(' '), ...tags]) : nothing };
}

/** Returns a check mark for an insight that is unchanged since it was verified. Only the author sees that it has changed. */
function reviewMark({ date, reviewer }: ReviewMark, state: ReviewState | null, { words, brief, evidence }: Page): Html {
  const says = words.verifiedBy(isolated(reviewer), formatDate(date, brief.language) ?? date);
  if (state === 'holds')
    return element(
      'span',
      { class: 'tag verified', role: 'img', title: says, 'aria-label': says },
      text(`✓ ${reviewer}`),
    );
  const isShown = evidence === 'on-demand' && state !== 'unread';
  return isShown ? element('span', { class: 'tag tag-missing', title: says }, text(words.changedSince)) : nothing;
}
