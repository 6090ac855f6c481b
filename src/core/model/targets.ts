/**
 * What the body holds besides citations that features ask about: links, images, footnotes and marks. The reading of a
 * brief keeps it as it is, and it is listed when a feature first asks, so that a keystroke does not pay for it.
 */

import { derive } from '../base/derive';
import type { Span } from '../base/text';
import type { Brief, Field } from '../brief';
import type { Definition, FootnoteDraft } from './blocks/drafts';
import { type Body, startOf } from './blocks/readBody';

/** A link or an image with a target of its own; `[text][label]` has that of the definition of its label. */
export interface LinkTarget {
  readonly kind: 'link' | 'image';
  /** All of it; of a link's definition, its line. */
  readonly span: Span;
  /** The target as written, without angle brackets. */
  readonly target: Field;
}

/** The definition of a footnote, whether it is a source or a remark. */
export interface Footnote {
  /** With its `^`. */
  readonly label: string;
  readonly idSpan: Span;
  readonly span: Span;
}

interface Kept {
  readonly body: Body;
  readonly definitions: readonly Definition[];
  readonly footnotes: readonly FootnoteDraft[];
}

const readings = new WeakMap<Brief, Kept>();

/** Keeps what a brief was made of. */
export function keepReading(brief: Brief, kept: Kept): void {
  readings.set(brief, kept);
}

/** The leaf blocks of a body, each with its start in the document. */
function leavesOf(kept: Kept | undefined) {
  if (!kept) return [];
  const { body } = kept;
  return body.parts.flatMap(({ reading }, index) =>
    reading.leaves.map(({ start, facts }) => ({ start: startOf(body, index) + start, facts })),
  );
}

/** The footnotes of a brief, in document order. */
export function footnotesOf(brief: Brief): readonly Footnote[] {
  const footnotes: readonly FootnoteDraft[] = readings.get(brief)?.footnotes ?? [];
  return footnotes;
}

/** Where the definitions of links stand, `[label]: https://…`, in document order, also those within quotations and lists. */
export function definitionsOf(brief: Brief): readonly Span[] {
  return (readings.get(brief)?.definitions ?? []).map(({ span }) => span);
}

/** The marks `[own]` of a brief, in document order. */
export function ownMarksOf(brief: Brief): readonly Span[] {
  return leavesOf(readings.get(brief)).flatMap(({ start, facts }) =>
    facts.marks
      .filter(({ kind }) => kind === 'own')
      .map(({ span }) => ({ start: start + span.start, end: start + span.end })),
  );
}

/** The links, images and link definitions of the body, in document order; citations are none. */
export const linkTargetsOf = derive((brief: Brief): readonly LinkTarget[] => {
  const { text } = brief;
  const kept = readings.get(brief);
  const found: LinkTarget[] = [];
  const add = (kind: LinkTarget['kind'], span: Span, url: Span) => {
    found.push({ kind, span, target: { value: text.slice(url.start, url.end), span: url } });
  };
  for (const { start, facts } of leavesOf(kept)) {
    const at = (span: Span): Span => ({ start: start + span.start, end: start + span.end });
    for (const { span, url } of facts.links) if (url) add('link', at(span), at(url));
    for (const { span, url } of facts.images) add('image', at(span), at(url));
  }
  for (const { span, url } of kept?.definitions ?? []) add('link', span, url);
  return found.sort((a, b) => a.span.start - b.span.start);
});
