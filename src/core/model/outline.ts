/** Sections: headings, and the lines that start a list of sources without being headings. */
import type { Section, SectionKind } from '../brief';
import type { Span } from '../text';
import { bareWords, sectionKindOf } from './sectionWords';

interface OpenSection extends Omit<Section, 'span' | 'empty'> {
  readonly start: number;
  end: number;
  empty: boolean;
}

/** Takes headings and blocks in document order, and gives the sections. */
export interface Outline {
  /** Starts a section. */
  open(heading: string, level: number, headingSpan: Span, start: number, kind?: SectionKind): void;
  /** Tells where a block of the current section ends. */
  add(end: number, isContent: boolean): void;
  /** Index of the section that a block now belongs to. */
  current(): number | null;
  /** Its kind; text before the first heading is content. */
  currentKind(): SectionKind;
  level(): number;
  sections(): Section[];
}

/** @param exempt the words of headings that start an exempt section besides those that everybody has */
export function createOutline(exempt: readonly string[]): Outline {
  const exemptWords = new Set(exempt.map(bareWords));
  const sections: OpenSection[] = [];
  let stack: number[] = [];
  let seenContent = false;

  const top = () => sections[stack.at(-1) ?? -1];

  return {
    open(heading, level, headingSpan, start, kind) {
      stack = stack.filter((index) => (sections[index]?.level ?? 0) < level);
      const parent = stack.at(-1) ?? null;
      const inherited = parent === null ? undefined : sections[parent];
      if (inherited) inherited.empty = false;
      const own = kind ?? sectionKindOf(heading, !seenContent, exemptWords);
      const resolved = own === 'content' ? (inherited?.kind ?? 'content') : own;
      if (resolved === 'content') seenContent = true;
      stack.push(sections.length);
      const { end } = headingSpan;
      sections.push({ heading, level, kind: resolved, headingSpan, start, end, parent, empty: true });
      for (const index of stack) extend(sections[index], end);
    },
    add(end, isContent) {
      for (const index of stack) extend(sections[index], end);
      const section = top();
      if (section && isContent) section.empty = false;
    },
    current: () => stack.at(-1) ?? null,
    currentKind: () => top()?.kind ?? 'content',
    level: () => top()?.level ?? 1,
    sections: () => sections.map(({ start, end, ...section }) => ({ ...section, span: { start, end } })),
  };
}

function extend(section: OpenSection | undefined, end: number): void {
  if (section && section.end < end) section.end = end;
}

/** A heading's words without marks of emphasis, code and links. */
export function plainHeading(text: string): string {
  return text
    .replace(/!?\[([^[\]]*)\]\([^()]*\)/g, '$1')
    .replace(/[*_`~]+(?=\S)|(?<=\S)[*_`~]+/g, '')
    .replace(/\s+/g, ' ')
    .trim();
}
