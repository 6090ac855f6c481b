/** Ids of elements in the page. All have a prefix of ours, so that no author's name can pass for a part of the page. */

import { hashOf } from '../../base/text';
import type { Figure } from '../types';

/** Makes an id. Keeps ASCII letters, digits and `-`, and writes all else as its code. Different names have different ids. */
export function anchorFor(prefix: string, name: string): string {
  return `${prefix}-${name.replace(/[^A-Za-z0-9-]/gu, (c) => `_${c.codePointAt(0)?.toString(16) ?? ''}_`)}`;
}

export const sourceAnchor = (id: string): string => anchorFor('source', id);
export const figureAnchor = (id: string): string => anchorFor('figure', id);
export const noteAnchor = (label: string): string => anchorFor('note', label);

/** The name by which a link of the author's leads to a heading: its words in small letters with hyphens. */
export function headingSlug(heading: string): string {
  return heading
    .toLowerCase()
    .trim()
    .replace(/[^\p{L}\p{N}\s_-]/gu, '')
    .replace(/\s/g, '-');
}

/** The anchor of a heading, by its slug, as other Markdown tools have it. */
export function headingAnchor(heading: string): string {
  return anchorFor('h', headingSlug(heading));
}

/** The anchor that a fragment of the author's means, given as a browser would send it: `#key-points`. */
export function fragmentAnchor(fragment: string): string {
  let name = fragment.replace(/^#/, '');
  try {
    name = decodeURIComponent(name);
  } catch {
    // A stray percent sign stands for itself.
  }
  return anchorFor('h', name.toLowerCase());
}

/** Returns the name of a figure as the context of its chips. */
export function figureContext(figure: Figure): string {
  return `figure-${fingerprint(figure.id?.value ?? '')}`;
}

/**
 * A short name for a text, the same for the same text: anchors made of it stay while other text comes and goes, so
 * that the preview can tell what has moved from what has changed.
 */
export function fingerprint(text: string): string {
  return (hashOf(text) >>> 0).toString(36);
}
