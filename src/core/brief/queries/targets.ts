/**
 * What the body holds besides citations that features ask about: links, images, footnotes and marks. The reading of a
 * brief keeps it as it is, and it is listed when a feature first asks, so that a keystroke does not pay for it.
 */

import { derive } from '../../base/derive';
import type { Span } from '../../base/text';
import type { BlockReading, Definition } from '../blocks/drafts';
import { movedSpan } from '../blocks/move';
import { startOf } from '../blocks/readBody';
import { modelOf } from '../model';
import type { ResolvedBlocks } from '../resolvedBlocks';
import type { Brief, Field } from '../types';

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

/** The leaf blocks of a body, each with its start in the document. */
function leavesOf({ body }: ResolvedBlocks) {
  return body.parts.items.flatMap(({ reading }, index) =>
    reading.leaves.map(({ start, facts }) => ({ start: startOf(body, index) + start, facts })),
  );
}

/** The footnotes of a brief, in document order. */
export function footnotesOf(brief: Brief): readonly Footnote[] {
  return modelOf(brief).footnotes;
}

/** Where the definitions of links stand, `[label]: https://…`, in document order, also those within quotations and lists. */
export function definitionsOf(brief: Brief): readonly Definition[] {
  return modelOf(brief).definitions;
}

/** The marks `[own]` of a brief, in document order. */
export function ownMarksOf(brief: Brief): readonly Span[] {
  const { body } = modelOf(brief).blocks;
  return body.parts.items.flatMap(({ reading }, index) =>
    ownMarksIn(reading).map((span) => movedSpan(span, startOf(body, index))),
  );
}

/** Those of a block, in offsets from its start. */
export function ownMarksIn({ leaves }: BlockReading): readonly Span[] {
  return leaves.flatMap(({ start, facts }) =>
    facts.marks.flatMap(({ kind, span }) => (kind === 'own' ? [movedSpan(span, start)] : [])),
  );
}

/** The links, images and link definitions of the body, in document order; citations are none. */
export const linkTargetsOf = derive((brief: Brief): readonly LinkTarget[] => {
  const { text } = brief;
  const { blocks, definitions } = modelOf(brief);
  const found: LinkTarget[] = [];
  const add = (kind: LinkTarget['kind'], span: Span, url: Span) => {
    found.push({ kind, span, target: { value: text.slice(url.start, url.end), span: url } });
  };
  for (const { start, facts } of leavesOf(blocks)) {
    const at = (span: Span): Span => ({ start: start + span.start, end: start + span.end });
    for (const { span, url } of facts.links) if (url) add('link', at(span), at(url));
    for (const { span, url } of facts.images) add('image', at(span), at(url));
  }
  for (const { span, url } of definitions) add('link', span, url);
  return found.sort((a, b) => a.span.start - b.span.start);
});
