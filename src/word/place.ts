/** The places of blocks in a document. */
import { AlignmentType, type IParagraphOptions, type Paragraph, type ParagraphChild, type Table } from 'docx';
import type { Format } from './inline';
import { INDENT } from './lists';
import { type Element, hasClass, type Node } from './page';
import type { Writing } from './writing';

export type Block = Paragraph | Table;

/** The start of a paragraph with a number or a bullet. */
export type Start = Pick<IParagraphOptions, 'numbering' | 'indent'>;

/** The place of some blocks. */
export interface Place {
  /** The number of lists around them. */
  readonly depth: number;
  /** The number of quotations around them. */
  readonly quotes: number;
  /** The style of paragraphs that have none of their own. */
  readonly style?: string;
  /** The start of the first paragraph of a list item or a note. The paragraph that is written first takes it. */
  readonly lead?: { start: Start | null; readonly runs?: readonly ParagraphChild[] };
  readonly keepNext?: boolean;
  /** The alignment that the author chose. */
  readonly alignment?: NonNullable<IParagraphOptions['alignment']>;
  /** The look of the words of its own paragraphs. */
  readonly format?: Format;
}

/** Returns the alignment of an element's content, if it has one. */
export function alignedIn(element: Element): Pick<Place, 'alignment'> {
  if (hasClass(element, 'align-left')) return { alignment: AlignmentType.LEFT };
  if (hasClass(element, 'align-right')) return { alignment: AlignmentType.RIGHT };
  return hasClass(element, 'align-center') ? { alignment: AlignmentType.CENTER } : {};
}

export const TOP: Place = { depth: 0, quotes: 0 };

/** Writes blocks and the content between them: `blocksOf`, for elements that have blocks of their own. */
export type WriteBlocks = (nodes: readonly Node[], writing: Writing, place: Place) => Block[];

/** Returns the indent of blocks, in twentieths of a point. */
export function indentOf({ depth, quotes }: Place): number {
  return depth * INDENT + quotes * 280;
}
