/** What one block's Markdown is rendered with, beyond its text: the page is a pure function of both. */
import { firstWhere } from '../../base/ordered';
import type { Span } from '../../base/text';
import type { Verdict } from '../../evidence/verdicts';
import type { Words } from '../../languages/pageWords';
import type { Html } from '../html';
import type { WriteFormula } from '../sections/formulas';
import type { ListFacts } from './lists';

/** Markup that takes the place of a stretch of the text: a citation's chips, a key number's value, a marker. */
export interface Replacement {
  /** In UTF-16 offsets from the start of the block. */
  readonly span: Span;
  readonly html: Html;
  /** It stands for the label of `[text][1]`; where the text leads, if anywhere. */
  readonly labels?: { readonly href: string | null };
  /** It does not take the place of its text but marks it, and ends with the markup; others may stand in it. */
  readonly marks?: { readonly title: string; readonly verdict: Verdict };
  /** It belongs to the word before it, and a line must not break between them. */
  readonly clings?: boolean;
}

/** How a paragraph or list item that is an insight is shown. */
export interface InsightMark {
  readonly classes: string;
  /** Shown at its end. */
  readonly suffix: Html;
}

/** Where the links of a label lead. */
export interface LinkDefinition {
  readonly href: string;
  readonly title: string | null;
}

/** Link definitions, by normalised label. */
export interface LinkDefinitions {
  get(label: string): LinkDefinition | undefined;
}

/**
 * Why images of the brief's folder cannot be shown, by their paths. Null: the host of the page loads no images, and their words
 * stand for them.
 */
export type UnreadImages = ReadonlyMap<string, string>;

export interface BlockFacts {
  readonly words: Words;
  /** The direction of the page, from which a block may differ. */
  readonly direction: 'ltr' | 'rtl';
  /** Zero-based line of the document at which the text starts; null for texts outside the body. */
  readonly firstLine: number | null;
  /** In order of their start; one that marks the text may have others in it, else they do not overlap. */
  readonly replacements: readonly Replacement[];
  /** By line in the text. */
  readonly insights: ReadonlyMap<number, InsightMark>;
  /** Fenced figures, by the line in the text at which they start. */
  readonly figures: ReadonlyMap<number, Html>;
  readonly references: LinkDefinitions;
  /** Writes formulas; null: their source stands for them. Another function means another page. */
  readonly writeFormula: WriteFormula | null;
  readonly unreadImages: UnreadImages | null;
  /** How many levels headings are moved down, so that the page has one title. */
  readonly headingShift: number;
  readonly headingId: string | null;
  /** Shown at the end of the heading. */
  readonly headingSuffix: Html;
  /** Where the text is some items of a list: how they are shown. */
  readonly list?: ListFacts;
}

/** What an author's HTML is shown with. */
export type HtmlFacts = Pick<BlockFacts, 'words' | 'unreadImages' | 'headingShift'>;

/** The index of the first of some sorted numbers that is `value` or more. */
export function firstFrom(sorted: readonly number[], value: number): number {
  return firstWhere(sorted.length, (index) => (sorted[index] ?? Infinity) >= value);
}
