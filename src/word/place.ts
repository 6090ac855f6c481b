/** Where the blocks of a document stand. */
import { AlignmentType, type IParagraphOptions, type Paragraph, type ParagraphChild, type Table } from 'docx';
import type { Format } from './inline';
import { INDENT } from './lists';
import { type Element, hasClass, type Node } from './page';
import type { Writing } from './writing';

export type Block = Paragraph | Table;

/** How a paragraph starts that a number or a bullet goes before. */
export type Start = Pick<IParagraphOptions, 'numbering' | 'indent'>;

/** Where blocks stand. */
export interface Place {
  /** How many lists they are in. */
  readonly depth: number;
  /** How many quotations. */
  readonly quotes: number;
  /** The style of paragraphs that have none of their own. */
  readonly style?: string;
  /** How the first paragraph of a list item, or of a note, starts; taken by the one that is written first. */
  readonly lead?: { start: Start | null; readonly runs?: readonly ParagraphChild[] };
  readonly keepNext?: boolean;
  /** To which side an author had it aligned. */
  readonly alignment?: NonNullable<IParagraphOptions['alignment']>;
  /** The look of the words of its own paragraphs. */
  readonly format?: Format;
}

/** To which side what is in an element is aligned, where it says so. */
export function alignedIn(element: Element): Pick<Place, 'alignment'> {
  if (hasClass(element, 'align-left')) return { alignment: AlignmentType.LEFT };
  if (hasClass(element, 'align-right')) return { alignment: AlignmentType.RIGHT };
  return hasClass(element, 'align-center') ? { alignment: AlignmentType.CENTER } : {};
}

export const TOP: Place = { depth: 0, quotes: 0 };

/** Writes blocks, and what stands between them: `blocksOf`, for what has blocks of its own. */
export type WriteBlocks = (nodes: readonly Node[], writing: Writing, place: Place) => Block[];

/** In twentieths of a point. */
export function indentOf({ depth, quotes }: Place): number {
  return depth * INDENT + quotes * 280;
}
