/**
 * Sections: headings, and the lines that start a list of sources without being headings. Blocks are named by their index,
 * so that an edit that starts and ends no section leaves the outline as it is.
 */

import { derive } from '../../base/derive';
import { changedItems, isCutAlike, type Runs } from '../../base/runs';
import type { LocalSpan } from '../../base/text';
import { type SectionStance, sectionStanceOf } from '../needs/sectionStance';
import { bareWords, isAboutSources, kindOfHeading } from '../needs/sectionWords';
import { endsBefore, isSameInList, type LineList, listOpenedBy } from '../sources/listEnd';
import { isSameInOpenLists, listsWorks, type OpenList, openListsIn } from '../sources/openLists';
import type { Section, SectionKind } from '../types';
import type { OpeningWords, ParsedBlock } from './parsedBlock';

export interface Outline {
  readonly sections: readonly OutlineSection[];
  /** Index of each block's section, by the block's index; -1 before the first. A heading has the section that it starts. */
  readonly sectionOf: Int32Array;
  /** The lists of sources that no words announce. */
  readonly openLists: readonly OpenList[];
  /** The heading that is the title. */
  readonly title: TitleBlock | null;
}

interface TitleBlock {
  readonly index: number;
  readonly words: string;
  readonly span: LocalSpan;
}

export interface OutlineSection extends Omit<Section, 'span' | 'headingSpan'> {
  /** Stance by its own heading, or by the heading of a section that holds it. */
  readonly stance: SectionStance | null;
  /** Index of the block that starts it. */
  readonly opener: number;
  /** The place of its words in that block. */
  readonly words: LocalSpan;
  /** Index of the last block in it or in a section within it. */
  readonly last: number;
}

type OpenSection = { -readonly [K in keyof OutlineSection]: OutlineSection[K] };

/** Settings of a brief that decide what its headings mean. */
export interface OutlineOptions {
  /** Title in the front matter. The first level-1 heading that repeats it is the title; if null, the first level-1 heading. */
  readonly frontMatterTitle: string | null;
  /** Words of further headings that start an exempt section, besides the built-in ones. */
  readonly exempt: readonly string[];
}

const wordsOf = derive((headings: readonly string[]): ReadonlySet<string> => new Set(headings.map(bareWords)));

/** The meaning of the words with which a block starts a section. */
const saidBy = derive(({ heading, sourcesLine }: ParsedBlock) => {
  const words = (sourcesLine ?? heading)?.words ?? '';
  const bare = bareWords(words);
  return {
    bare,
    kindAtTop: kindOfHeading(bare, true),
    kindBelow: kindOfHeading(bare, false),
    mayListSources: isAboutSources(bare),
    stance: sectionStanceOf(bare),
  };
});

/** @param blocks the top-level blocks of a body */
export function outlineOf(blocks: readonly ParsedBlock[], { frontMatterTitle, exempt }: OutlineOptions): Outline {
  const exemptWords = wordsOf(exempt);
  const sections: OpenSection[] = [];
  const sectionOf = new Int32Array(blocks.length);
  let stack: number[] = [];
  let seenContent = false;
  let title: TitleBlock | null = null;
  /** The list of sources that is open because a line started it; null if there isn't one. */
  let lineList: LineList | null = null;
  const top = () => sections[stack.at(-1) ?? -1];
  const close = (closed: readonly number[], last: number) => {
    for (const index of closed) {
      const section = sections[index];
      if (section) section.last = last;
    }
  };
  const open = (
    block: ParsedBlock,
    { words: heading, span: words }: OpeningWords,
    level: number,
    opener: number,
    given?: SectionKind,
  ) => {
    const isOver = (index: number) => (sections[index]?.level ?? 0) >= level;
    close(stack.filter(isOver), opener - 1);
    stack = stack.filter((index) => !isOver(index));
    const parent = stack.at(-1) ?? null;
    const inherited = parent === null ? undefined : sections[parent];
    if (inherited) inherited.empty = false;
    const { bare, kindAtTop, kindBelow, mayListSources, stance: ownStance } = saidBy(block);
    const said = given ?? (exemptWords.has(bare) ? 'exempt' : seenContent ? kindBelow : kindAtTop);
    const byWords = said === 'content' && mayListSources && listsWorks(blocks, opener) ? 'sources' : said;
    const kind = byWords === 'content' ? (inherited?.kind ?? 'content') : byWords;
    if (kind === 'content') seenContent = true;
    stack.push(sections.length);
    const stance = ownStance ?? inherited?.stance ?? null;
    const own =
      inherited?.own === true || [opener, opener + 1].some((index) => headingMarkedBy(blocks, index) === opener);
    sections.push({ heading, level, kind, stance, own, opener, words, last: opener, parent, empty: true });
  };
  blocks.forEach((block, index) => {
    const { heading, sourcesLine } = block;
    if (lineList && !heading && endsBefore(lineList, blocks, index)) {
      close(stack.slice(-1), index - 1);
      stack.pop();
      lineList = null;
    }
    if (sourcesLine && top()?.kind !== 'sources' && (sourcesLine.isSure || listsWorks(blocks, index))) {
      const level = Math.min((top()?.level ?? 1) + 1, 6);
      open(block, sourcesLine, level, index, 'sources');
      lineList = listOpenedBy(block, sourcesLine.isSure);
    } else if (heading) {
      lineList = null;
      const { words, level, span } = heading;
      const isTitle = level === 1 && !title && (frontMatterTitle === null || frontMatterTitle === words);
      if (isTitle) title = { index, words, span };
      else open(block, heading, level, index);
    }
    const section = top();
    if (section && isContent(block)) section.empty = false;
    sectionOf[index] = stack.at(-1) ?? -1;
  });
  close(stack, blocks.length - 1);
  return { sections, sectionOf, openLists: openListsIn(blocks), title };
}

/**
 * Finds the heading that a block marks as its author's own judgement: the block itself, or the heading right before it
 * if the block is a comment.
 *
 * @param index the index of the block
 * @returns the index of the heading; null if the block doesn't mark one
 */
export function headingMarkedBy(blocks: readonly ParsedBlock[], index: number): number | null {
  const block = blocks[index];
  if (!block?.saysOwn) return null;
  const at = block.isComment ? index - 1 : index;
  return blocks[at]?.heading ? at : null;
}

/** True if the blocks of two bodies are sure to make the same outline: the changed ones open the same sections. */
export function makeSameOutline(a: Runs<ParsedBlock>, b: Runs<ParsedBlock>): boolean {
  if (!isCutAlike(a, b)) return false;
  const { start, end } = changedItems(a, b);
  const hasLists = b.runs.some((run) => hasSourcesLine(run));
  return a.items.slice(start, end).every((block, index) => isSameInOutline(block, b.items[start + index], hasLists));
}

const hasSourcesLine = derive((run: readonly ParsedBlock[]) => run.some(({ sourcesLine }) => sourcesLine !== null));

/** @param hasLists true if lines of the body may start lists of sources; then the kind of a block decides where these end */
function isSameInOutline(a: ParsedBlock, b: ParsedBlock | undefined, hasLists: boolean): boolean {
  if (a === b) return true;
  return (
    b !== undefined &&
    (!hasLists || isSameInList(a, b)) &&
    a.kind === b.kind &&
    a.isComment === b.isComment &&
    a.saysOwn === b.saysOwn &&
    a.heading?.level === b.heading?.level &&
    isSameOpening(a.heading, b.heading) &&
    a.sourcesLine?.isSure === b.sourcesLine?.isSure &&
    isSameOpening(a.sourcesLine, b.sourcesLine) &&
    isSameInOpenLists(a, b)
  );
}

function isSameOpening(a: OpeningWords | null, b: OpeningWords | null): boolean {
  return a?.words === b?.words && a?.span.start === b?.span.start && a?.span.end === b?.span.end;
}

/** True if two outlines are equal. */
export function isSameOutline(a: Outline, b: Outline): boolean {
  return (
    a.openLists.length === b.openLists.length &&
    a.openLists.every(({ start, end }, i) => start === b.openLists[i]?.start && end === b.openLists[i].end) &&
    a.title?.index === b.title?.index &&
    a.title?.words === b.title?.words &&
    a.title?.span.start === b.title?.span.start &&
    a.title?.span.end === b.title?.span.end &&
    a.sectionOf.length === b.sectionOf.length &&
    a.sectionOf.every((section, index) => section === b.sectionOf[index]) &&
    a.sections.length === b.sections.length &&
    a.sections.every((section, index) => isSameSection(section, b.sections[index]))
  );
}

function isSameSection(a: OutlineSection, b: OutlineSection | undefined): boolean {
  return (
    a.heading === b?.heading &&
    a.level === b.level &&
    a.kind === b.kind &&
    a.own === b.own &&
    a.stance === b.stance &&
    a.opener === b.opener &&
    a.words.start === b.words.start &&
    a.words.end === b.words.end &&
    a.last === b.last &&
    a.parent === b.parent &&
    a.empty === b.empty
  );
}

function isContent({ kind }: ParsedBlock): boolean {
  return kind !== 'heading' && kind !== 'html';
}
