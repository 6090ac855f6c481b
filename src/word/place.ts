/** Where the blocks of a document stand. */
import type { IParagraphOptions, Paragraph, ParagraphChild, Table } from 'docx';
import { INDENT } from './lists';
import type { Node } from './page';
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
}

export const TOP: Place = { depth: 0, quotes: 0 };

/** Writes blocks, and what stands between them: `blocksOf`, for what has blocks of its own. */
export type WriteBlocks = (nodes: readonly Node[], writing: Writing, place: Place) => Block[];

/** In twentieths of a point. */
export function indentOf({ depth, quotes }: Place): number {
  return depth * INDENT + quotes * 280;
}
