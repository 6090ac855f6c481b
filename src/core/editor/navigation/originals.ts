/** Finds the original of what is cited: on the web, in Zotero, in the local copy. */

import type { Range } from '../../base/text';
import { zoteroLink } from '../../base/zotero';
import { sourceOf } from '../../brief/queries/citedSources';
import type { Brief } from '../../brief/types';
import { placeToCitation } from '../../evidence/cards/blocks';
import { addressCited, addressOfPlace, webAddress, zoteroOfPlace } from '../../evidence/cards/original';
import { verdictOf } from '../../evidence/cards/verdict';
import { claimOf, type Thing, thingsAt } from '../../evidence/claims';
import { placeOfPassage } from '../../evidence/placeOfPassage';
import type { PassagePlace } from '../../evidence/verdicts';
import { citationOf } from '../../rules/fixes/cite';

/** The places of a source, or of a passage of it, outside the brief. */
export interface Original {
  /** The source as it is cited: `[3]`. */
  readonly citation: string;
  /** The web address, which leads to the words if these are known; null if there is no address. */
  readonly url: string | null;
  /** The address that opens it in Zotero; null if nothing says that it is there. */
  readonly zotero: string | null;
  /** The passage in the local copy, and the words in it; null if there is no copy. */
  readonly copy: { readonly uri: string; readonly range: Range; readonly words: Range } | null;
}

/** The original of the number, quotation or citation at an offset; null if nothing is cited there. */
export function originalAt(brief: Brief, offset: number): Original | null {
  for (const thing of thingsAt(brief, offset)) {
    const original = originalOfThing(brief, thing);
    if (original) return original;
  }
  return null;
}

function originalOfThing(brief: Brief, thing: Thing): Original | null {
  switch (thing.kind) {
    case 'number':
    case 'quotation':
    case 'denial': {
      const place = verdictOf(brief, thing)?.place;
      return place ? originalOfPlace(brief, place) : null;
    }
    case 'citation': {
      const { item, citation, span } = thing;
      const source = sourceOf(brief, item.id);
      const place = placeToCitation(brief, item.id, claimOf(brief, citation.insight), span);
      const original = place ? originalOfPlace(brief, place) : originalOfSource(brief, item.id);
      const isWhole = !place || addressOfPlace(brief, place) === null;
      return original && source && isWhole ? { ...original, url: addressCited(brief, source, span) } : original;
    }
    case 'figure-cites': {
      const place = placeToCitation(brief, thing.id, thing.claim, null);
      return place ? originalOfPlace(brief, place) : originalOfSource(brief, thing.id);
    }
    case 'figure-reference':
      return null;
  }
}

/** The original of a stretch of a passage; null if the brief has no such passage (any more). */
export function originalOfPlace(brief: Brief, place: PassagePlace): Original | null {
  const source = sourceOf(brief, place.source);
  const passage = source?.passages[place.passage];
  if (!source || !passage) return null;
  const whole = passage.from === 'text' ? placeOfPassage(brief, passage) : null;
  const words = whole && place.start < place.end ? placeOfPassage(brief, passage, place.start, place.end) : whole;
  return {
    citation: citationOf(source.id),
    url: addressOfPlace(brief, place) ?? webAddress(source),
    zotero: zoteroOfPlace(brief, place),
    copy: whole?.uri !== undefined && words ? { uri: whole.uri, range: whole.range, words: words.range } : null,
  };
}

/** The original of a source, at its beginning; null if nothing declares it. */
export function originalOfSource(brief: Brief, id: string): Original | null {
  const source = sourceOf(brief, id);
  if (!source) return null;
  const first = source.passages.findIndex(({ from }) => from === 'text');
  const copy = originalOfPlace(brief, { source: id, passage: first, start: 0, end: 0 })?.copy ?? null;
  const zotero = source.zotero ? zoteroLink(source.zotero.value) : null;
  return { citation: citationOf(id), url: webAddress(source), zotero, copy };
}
