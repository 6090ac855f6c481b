/** The facts for rendering one block's Markdown. The text and the facts alone determine the markup. */
import { firstWhere } from '../../base/ordered';
import type { TextSpan } from '../../base/text';
import type { Verdict } from '../../evidence/verdicts';
import type { Words } from '../../languages/pageWords';
import type { Html } from '../html';
import type { WriteFormula } from '../sections/formulas';
import type { ListFacts } from './lists';

/** Markup that takes the place of a stretch of the text: a citation's chips, a key number's value, a marker. */
export interface Replacement {
  readonly span: TextSpan;
  readonly html: Html;
  /** Set if the replacement stands for the label of `[text][1]`. `href` is where the text leads; null if nowhere. */
  readonly labels?: { readonly href: string | null };
  /** Set if the text stays and is marked, followed by `html`. Other replacements may be inside. */
  readonly marks?: { readonly title: string; readonly verdict: Verdict };
  /** True if no line may break between the word before and the replacement. */
  readonly clings?: boolean;
}

/** Classes and suffix of a paragraph or list item that is an insight. */
export interface InsightMark {
  readonly classes: string;
  /** Markup at the end of the paragraph or item. */
  readonly suffix: Html;
}

/** Target of the links with one label. */
export interface LinkDefinition {
  readonly href: string;
  readonly title: string | null;
}

/** Link definitions, by normalised label. */
export interface LinkDefinitions {
  get(label: string): LinkDefinition | undefined;
}

/**
 * Reasons why images of the brief's folder can't be shown, by their paths. Null in its place means that the host loads no
 * images: their alternative texts are shown instead.
 */
export type UnreadImages = ReadonlyMap<string, string>;

export interface BlockFacts {
  readonly words: Words;
  /** The direction of the page, from which a block may differ. */
  readonly direction: 'ltr' | 'rtl';
  /** Zero-based line of the document at which the text starts; null for texts outside the body. */
  readonly firstLine: number | null;
  /** Replacements, sorted by start. They overlap only inside one that marks its text. */
  readonly replacements: readonly Replacement[];
  /** Marks of insights, by their zero-based line in the text. */
  readonly insights: ReadonlyMap<number, InsightMark>;
  /** Markup of fenced figures, by the zero-based line in the text at which they start. */
  readonly figures: ReadonlyMap<number, Html>;
  readonly references: LinkDefinitions;
  /** Writes formulas. If null, their source is shown. Part of the cache key. */
  readonly writeFormula: WriteFormula | null;
  readonly unreadImages: UnreadImages | null;
  /** Number of levels that headings move down, so that the page has one title. */
  readonly headingShift: number;
  readonly headingId: string | null;
  /** Markup at the end of the heading. */
  readonly headingSuffix: Html;
  /** Facts of the list, if the text is some of its items. */
  readonly list?: ListFacts;
}

/** The facts for rendering an author's HTML. */
export type HtmlFacts = Pick<BlockFacts, 'words' | 'unreadImages' | 'headingShift'>;

/** Returns the index of the first sorted number that is at least `value`; their count if there is none. */
export function firstFrom(sorted: readonly number[], value: number): number {
  return firstWhere(sorted.length, (index) => (sorted[index] ?? Infinity) >= value);
}
