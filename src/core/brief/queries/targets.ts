/**
 * Lists links, images, footnotes and marks of the body, for features that ask about them. They are part of the reading of
 * each block, and are listed when a feature first asks, so that a keystroke doesn't pay for it.
 */

import { derive } from '../../base/derive';
import type { LocalSpan, Span } from '../../base/text';
import { inside, movedSpan } from '../../document/moved';
import type { BlockReading, Definition } from '../blocks/drafts';
import type { ImageSyntax } from '../blocks/leafFacts';
import { startOf } from '../blocks/readBody';
import { modelOf } from '../model';
import type { ResolvedBlocks } from '../resolvedBlocks';
import type { Brief, Field } from '../types';

/** A link, an image or a link definition. A link `[text][label]` isn't listed: its definition has the target. */
export interface LinkTarget {
  readonly kind: 'link' | 'image';
  /** The whole link or image; for a link definition, its line. */
  readonly span: Span;
  /** The target as written, without angle brackets. */
  readonly target: Field;
}

/** The definition of a footnote, whether it is a source or a remark. */
export interface Footnote {
  /** The label with its `^`. */
  readonly label: string;
  readonly idSpan: Span;
  readonly span: Span;
}

/** Returns the reading of each block of a body, with the offset of the block's start in the document. */
function readingsOf({ body }: ResolvedBlocks) {
  return body.parts.items.map(({ reading }, index) => ({ reading, at: startOf(body, index) }));
}

/** Returns the images in a block's text and its HTML. */
export function imagesIn({ leaves, htmlImages }: BlockReading): readonly ImageSyntax<'block'>[] {
  const inText = leaves.flatMap((leaf) =>
    leaf.facts.images.map(({ span, url }) => ({ span: inside(span, leaf), url: inside(url, leaf) })),
  );
  return htmlImages.length === 0 ? inText : [...inText, ...htmlImages];
}

/** Returns the footnotes of a brief, in document order. */
export function footnotesOf(brief: Brief): readonly Footnote[] {
  return modelOf(brief).footnotes;
}

/** Returns the link definitions of a brief, `[label]: https://…`, in document order, also from within quotations and lists. */
export function definitionsOf(brief: Brief): readonly Definition[] {
  return modelOf(brief).definitions;
}

/** Returns the spans of the marks `[own]` of a brief, in document order. */
export function ownMarksOf(brief: Brief): readonly Span[] {
  const { body } = modelOf(brief).blocks;
  return body.parts.items.flatMap(({ reading }, index) =>
    ownMarksIn(reading).map((span) => movedSpan(span, startOf(body, index))),
  );
}

/** Returns the spans of the marks `[own]` of a block. */
export function ownMarksIn({ leaves }: BlockReading): readonly LocalSpan[] {
  return leaves.flatMap((leaf) =>
    leaf.facts.marks.flatMap(({ kind, span }) => (kind === 'own' ? [inside(span, leaf)] : [])),
  );
}

/** The links, images and link definitions of the body with a target, in document order, without citations. */
export const linkTargetsOf = derive((brief: Brief): readonly LinkTarget[] => {
  const { text } = brief;
  const { blocks, definitions } = modelOf(brief);
  const found: LinkTarget[] = [];
  const add = (kind: LinkTarget['kind'], span: Span, url: Span) => {
    found.push({ kind, span, target: { value: text.slice(url.start, url.end), span: url } });
  };
  for (const { at, reading } of readingsOf(blocks)) {
    for (const leaf of reading.leaves)
      for (const { span, url } of leaf.facts.links)
        if (url) add('link', movedSpan(inside(span, leaf), at), movedSpan(inside(url, leaf), at));
    for (const { span, url } of imagesIn(reading)) add('image', movedSpan(span, at), movedSpan(url, at));
  }
  for (const { span, url } of definitions) add('link', span, url);
  return found.sort((a, b) => a.span.start - b.span.start);
});
