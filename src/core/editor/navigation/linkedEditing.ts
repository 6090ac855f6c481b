import { type Span, touches } from '../../base/text';
import { isElsewhere, nameAt, type Occurrence, occurrencesOf } from '../../brief/queries/occurrences';
import type { Brief } from '../../brief/types';
import { keyEnd } from '../../document/citations/keys';

export interface LinkedEditing {
  /** Spans with the same text, the one at the cursor included. */
  readonly spans: readonly Span[];
  /** JavaScript regular expression for the text that may be typed there; other text ends the link. */
  readonly pattern: string;
}

/**
 * Finds the places that may change together while the id in a declaration is typed. This must be harmless at any moment:
 * all places are in this brief and hold this exact id. The id is a key or a figure's id, since one more digit turns a number
 * into the number of another source. No other id begins with it or is its beginning: it would become that id on the way.
 *
 * @returns null where one of these isn't so
 */
export function linkedEditingAt(brief: Brief, offset: number): LinkedEditing | null {
  const found = nameAt(brief, offset);
  if (!found?.occurrence.declares || !touches(found.occurrence.nameSpan, offset)) return null;
  const { kind, id } = found.name;
  if (kind === 'section' || /^\^?[0-9]+$/.test(id)) return null;
  const places = occurrencesOf(brief, found.name);
  if (places.length < 2 || !places.every((place) => isSafe(brief, place, id))) return null;
  if (othersOf(brief, found.occurrence).some((other) => other.startsWith(id) || id.startsWith(other))) return null;
  return { spans: places.map(({ nameSpan }) => nameSpan), pattern: PATTERN };
}

/**
 * Letters, digits and the marks that no form of a name has to put into braces or quotation marks. Clients don't set the
 * flag that classes of characters need, so ranges of letters stand for these.
 */
const PATTERN = String.raw`[\w.\-\u00c0-\u1fff\u3040-\ud7ff]+`;

/** True if a place holds the id as it is, and the text after it can't be taken for a part of the id. */
function isSafe({ text }: Brief, place: Occurrence, id: string): boolean {
  const { start, end } = place.nameSpan;
  if (isElsewhere(place) || text.slice(start, end) !== id || keyEnd(text, start) < end) return false;
  const bare = place.in === 'citation' && place.citation.form === 'narrative' && text[start - 1] === '@';
  return (
    !bare ||
    !/[\p{L}\p{N}\p{M}_:.#$%&\-+?<>~/]/u.test(text[end] ?? ' ') ||
    /^[.:?](?:\s|$)/.test(text.slice(end, end + 2))
  );
}

function othersOf({ sources, figures }: Brief, { name: { kind, id } }: Occurrence): string[] {
  const all = kind === 'figure' ? figures.map((figure) => figure.id?.value ?? '') : sources.map((source) => source.id);
  return all.filter((other) => other !== '' && other !== id);
}
