/**
 * Sections: headings, and the lines that start a list of sources without being headings. Blocks are named by their index,
 * so that an edit that starts and ends no section leaves the outline as it is.
 */
import type { Section, SectionKind } from '../brief';
import type { Span } from '../text';
import type { KeptBlock } from './keptBlocks';
import { bareWords, sectionKindOf } from './sectionWords';

export interface Outline {
  readonly sections: readonly OutlineSection[];
  /** For each block the index of its section (for a heading, of the one that it starts); -1 before the first. */
  readonly sectionOf: Int32Array;
  /** The heading that is the title. */
  readonly title: TitleBlock | null;
}

interface TitleBlock {
  readonly index: number;
  readonly words: string;
  /** From the start of the block. */
  readonly span: Span;
}

export interface OutlineSection extends Omit<Section, 'span' | 'headingSpan'> {
  /** The block that starts it. */
  readonly opener: number;
  /** The place of its words in that. */
  readonly words: Span;
  /** The last block that is in it or in a section within it. */
  readonly last: number;
}

type OpenSection = { -readonly [K in keyof OutlineSection]: OutlineSection[K] };

/** What starts sections besides what everybody's headings do. */
export interface OutlineOptions {
  /** A level-1 heading that repeats it is the title; null: the first one is. */
  readonly frontMatterTitle: string | null;
  /** The words of headings that start an exempt section besides those that everybody has. */
  readonly exempt: readonly string[];
}

/** @param blocks the top-level blocks of a body */
export function outlineOf(blocks: readonly KeptBlock[], { frontMatterTitle, exempt }: OutlineOptions): Outline {
  const exemptWords = new Set(exempt.map(bareWords));
  const sections: OpenSection[] = [];
  const sectionOf = new Int32Array(blocks.length);
  let stack: number[] = [];
  let seenContent = false;
  let title: TitleBlock | null = null;
  const top = () => sections[stack.at(-1) ?? -1];
  const close = (closed: readonly number[], last: number) => {
    for (const index of closed) {
      const section = sections[index];
      if (section) section.last = last;
    }
  };
  const open = (heading: string, level: number, words: Span, opener: number, given?: SectionKind) => {
    const isOver = (index: number) => (sections[index]?.level ?? 0) >= level;
    close(stack.filter(isOver), opener - 1);
    stack = stack.filter((index) => !isOver(index));
    const parent = stack.at(-1) ?? null;
    const inherited = parent === null ? undefined : sections[parent];
    if (inherited) inherited.empty = false;
    const own = given ?? sectionKindOf(heading, !seenContent, exemptWords);
    const kind = own === 'content' ? (inherited?.kind ?? 'content') : own;
    if (kind === 'content') seenContent = true;
    stack.push(sections.length);
    sections.push({ heading, level, kind, opener, words, last: opener, parent, empty: true });
  };
  blocks.forEach((block, index) => {
    const { heading, sourcesLine } = block;
    if (sourcesLine && top()?.kind !== 'sources') {
      const level = Math.min((top()?.level ?? 1) + 1, 6);
      open(sourcesLine.words, level, sourcesLine.span, index, 'sources');
    } else if (heading) {
      const { words, level, span } = heading;
      const isTitle = level === 1 && !title && (frontMatterTitle === null || frontMatterTitle === words);
      if (isTitle) title = { index, words, span };
      else open(words, level, span, index);
    }
    const section = top();
    if (section && isContent(block)) section.empty = false;
    sectionOf[index] = stack.at(-1) ?? -1;
  });
  close(stack, blocks.length - 1);
  return { sections, sectionOf, title };
}

/** Whether blocks that came in the place of others make the same outline. */
export function isSameOutline(before: readonly KeptBlock[], now: readonly KeptBlock[]): boolean {
  return (
    before.length === now.length &&
    before.every((one, i) => {
      const other = now[i];
      return (
        other !== undefined &&
        isSameOpening(one.heading, other.heading) &&
        one.heading?.level === other.heading?.level &&
        isSameOpening(one.sourcesLine, other.sourcesLine) &&
        isContent(one) === isContent(other)
      );
    })
  );
}

function isSameOpening(a: KeptBlock['sourcesLine'], b: KeptBlock['sourcesLine']): boolean {
  return a?.words === b?.words && a?.span.start === b?.span.start && a?.span.end === b?.span.end;
}

function isContent({ kind }: KeptBlock): boolean {
  return kind !== 'heading' && kind !== 'html';
}

/** A heading's words without marks of emphasis, code and links. */
export function plainHeading(text: string): string {
  return text
    .replace(/!?\[([^[\]]*)\]\([^()]*\)/g, '$1')
    .replace(/[*_`~]+(?=\S)|(?<=\S)[*_`~]+/g, '')
    .replace(/\s+/g, ' ')
    .trim();
}
