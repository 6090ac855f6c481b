/**
 * What the body holds besides citations that features ask about: links, images, footnotes and marks. The reading of a
 * brief keeps it as it is, and it is listed when a feature first asks, so that a keystroke does not pay for it.
 */

import { derive } from '../../base/derive';
import type { Span } from '../../base/text';
import type { BlockReading, Definition } from '../blocks/drafts';
import type { ImageSyntax } from '../blocks/leafFacts';
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

/** What was read of each block of a body, with where the block starts in the document. */
function readingsOf({ body }: ResolvedBlocks) {
  return body.parts.items.map(({ reading }, index) => ({ reading, at: startOf(body, index) }));
}

/** The images in a block's text and its HTML, in offsets from its start. */
export function imagesIn({ leaves, htmlImages }: BlockReading): readonly ImageSyntax[] {
  const inText = leaves.flatMap(({ start, facts }) =>
    facts.images.map(({ span, url }) => ({ span: movedSpan(span, start), url: movedSpan(url, start) })),
  );
  return htmlImages.length === 0 ? inText : [...inText, ...htmlImages];
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
  for (const { at, reading } of readingsOf(blocks)) {
    for (const { start, facts } of reading.leaves)
      for (const { span, url } of facts.links)
        if (url) add('link', movedSpan(span, at + start), movedSpan(url, at + start));
    for (const { span, url } of imagesIn(reading)) add('image', movedSpan(span, at), movedSpan(url, at));
  }
  for (const { span, url } of definitions) add('link', span, url);
  return found.sort((a, b) => a.span.start - b.span.start);
});
