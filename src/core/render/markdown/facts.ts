/** What one block's Markdown is rendered with, beyond its text: the page is a pure function of both. */
import type { Env, StateInline } from 'markdown-it';
import { firstWhere } from '../../base/ordered';
import type { Span } from '../../base/text';
import type { Verdict } from '../../evidence/verdicts';
import type { Words } from '../../languages/pageWords';
import type { Html } from '../html';
import type { WriteFormula } from '../sections/formulas';

/** Markup that takes the place of a stretch of the text: a citation's chips, a key number's value, a marker. */
export interface Insert {
  /** In UTF-16 offsets of the block's text. */
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

export interface BlockFacts {
  readonly words: Words;
  /** The direction of the page, from which a block may differ. */
  readonly direction: 'ltr' | 'rtl';
  /** Zero-based line of the document at which the text starts; null for texts that are no part of the body. */
  readonly firstLine: number | null;
  /** In order of their start; one that marks the text may have others in it, else they do not overlap. */
  readonly inserts: readonly Insert[];
  /** By line in the text. */
  readonly insights: ReadonlyMap<number, InsightMark>;
  /** Fenced figures, by the line in the text at which they start. */
  readonly figures: ReadonlyMap<number, Html>;
  /** Link definitions, by normalised label. */
  readonly references: NonNullable<Env['references']>;
  /** Writes formulas; null: their source stands for them. Another function means another page. */
  readonly writeFormula: WriteFormula | null;
  /** Whether the page's host loads images of the brief's folder; else their words stand for them. */
  readonly loadsImages: boolean;
  /** How many levels headings are moved down, so that the page has one title. */
  readonly headingShift: number;
  readonly headingId: string | null;
  /** Shown at the end of the heading. */
  readonly headingSuffix: Html;
}

/** The inserts of one run of inline content, in offsets of that content. */
export interface InlineRun {
  readonly content: string;
  /** Sorted. */
  readonly starts: number[];
  readonly byStart: Map<number, Insert>;
}

/** What the rules hand on through markdown-it's environment. */
export interface RenderEnv extends Env {
  readonly facts: BlockFacts;
  /** The text that is rendered, as it is written. */
  readonly source: string;
  run: InlineRun | null;
}

export const factsOf = (env: Env): BlockFacts => (env as RenderEnv).facts;

/** The run that a state is about; an image's text is parsed on its own, and has none. */
export function runOf(state: StateInline): InlineRun | null {
  const { run } = state.env as RenderEnv;
  return run && run.content.length === state.src.length ? run : null;
}

/** The index of the first of some sorted numbers that is `value` or more. */
export function firstFrom(sorted: readonly number[], value: number): number {
  return firstWhere(sorted.length, (index) => (sorted[index] ?? Infinity) >= value);
}
