import { doiUrl, safeUrl } from '../../base/safeUrl';
import type { LineIndex, Range, Span } from '../../base/text';
import { meantAddress } from '../../base/urls';
import { citedSources } from '../../brief/queries/citedSources';
import { linkTargetsOf } from '../../brief/queries/targets';
import type { Brief, Field } from '../../brief/types';

/** A page of the web, or a mailbox, that a brief names, with all places that do. */
export interface WebLink {
  /** Absolute address without its fragment, so that each page is there once. */
  readonly url: string;
  /** At least one place: those in the brief in its order, then those in its bibliographies. */
  readonly places: readonly LinkPlace[];
  /** Date when a source was read there, in ISO 8601 as written; absent if no source says so. */
  readonly accessed?: string;
}

export interface LinkPlace {
  /** The address itself if it's written out, else the field that gives it; offsets in the brief, or in the file `elsewhere`. */
  readonly span: Span;
  /** The text at `span` if another address may replace it; null if the address is given in some other way. */
  readonly written: string | null;
  /** The bibliography with the address, and the range there. */
  readonly elsewhere?: { readonly uri: string; readonly range: Range };
}

/**
 * Lists the addresses of a brief that may be requested. They are in its front matter, its sources (`url`, and the resolver's
 * address of a `doi`), and the links and images of its body. Bibliographies count only for the sources that the brief cites.
 * Addresses that the gate of the preview refuses are left out.
 */
export function webLinks(brief: Brief): readonly WebLink[] {
  const links = new Map<string, LinkPlace[]>();
  const read = new Map<string, string>();
  const add = (target: string | null, place: LinkPlace, accessed: Field | undefined) => {
    if (target === null) return;
    const url = target.replace(/#.*$/s, '');
    const places = links.get(url);
    if (places) places.push(place);
    else links.set(url, [place]);
    if (accessed && !read.has(url)) read.set(url, accessed.value);
  };
  const seen = new Set<number>();
  for (const { field, targetOf, accessed } of ownFields(brief)) {
    if (seen.has(field.span.start)) continue;
    seen.add(field.span.start);
    add(targetOf(field.value), placeIn(brief.text, field), accessed);
  }
  const files = new Map(brief.bibliography.map((file) => [file.uri, file]));
  for (const { declarations } of citedSources(brief)) {
    for (const { uri, url, doi, accessed } of declarations) {
      const { lines, text } = files.get(uri) ?? {};
      if (uri === undefined || !lines) continue;
      const place = (field: Field) => placeElsewhere(text, field, uri, lines);
      if (url) add(webTarget(url.value), place(url), accessed);
      if (doi) add(doiUrl(doi.value), place(doi), accessed);
    }
  }
  return [...links].map(([url, places]) => {
    const accessed = read.get(url);
    return accessed === undefined ? { url, places } : { url, places, accessed };
  });
}

interface Named {
  readonly field: Field;
  /** Returns the absolute target of an address; null if that isn't a page or a mailbox. */
  readonly targetOf: (written: string) => string | null;
  readonly accessed: Field | undefined;
}

/** The fields that name addresses in the brief itself, in document order; some are there twice. */
function ownFields(brief: Brief): Named[] {
  const named: Named[] = [];
  const add = (field: Field | undefined, targetOf: Named['targetOf'], accessed?: Field) => {
    if (field) named.push({ field, targetOf, accessed });
  };
  add(brief.frontMatter?.url, webTarget);
  for (const { declarations } of brief.sources) {
    for (const { uri, url, doi, accessed, declaredIn } of declarations) {
      if (uri !== undefined) continue;
      add(url, declaredIn === 'front-matter' ? webTarget : bodyTarget, accessed);
      add(doi, doiUrl, accessed);
    }
  }
  for (const { url } of brief.citations) add(url, bodyTarget);
  for (const { target } of linkTargetsOf(brief)) add(target, bodyTarget);
  return named.sort((a, b) => a.field.span.start - b.field.span.start);
}

/**
 * Finds the address within its field, such as the value within its quotation marks.
 *
 * @param text of the file; undefined if it isn't kept
 */
function placeIn(text: string | undefined, { value, span }: Field): LinkPlace {
  const isWhole = text === undefined && span.end - span.start === value.length;
  const at = isWhole ? 0 : (text?.slice(span.start, span.end).indexOf(value) ?? -1);
  if (at === -1) return { span, written: null };
  const start = span.start + at;
  // A DOI stays as it is, wherever its publisher moves.
  return { span: { start, end: start + value.length }, written: doiUrl(value) === null ? value : null };
}

function placeElsewhere(text: string | undefined, field: Field, uri: string, lines: LineIndex): LinkPlace {
  const place = placeIn(text, field);
  return { ...place, elsewhere: { uri, range: lines.rangeOf(place.span) } };
}

/** The absolute web or mail address that a text of YAML names; null for other texts, or if the gate refuses it. */
export function webTarget(written: string): string | null {
  if (/^doi:/i.test(written)) return doiUrl(written);
  const mail = /^[^\s/:@]+@[^\s/:@]+$/.test(written);
  const url = safeUrl(mail ? `mailto:${written}` : /^www\./i.test(written) ? `http://${written}` : written);
  return url !== null && /^(?:https?|mailto):/i.test(url) ? url : null;
}

/** The absolute web or mail address that a text of the body names, after resolving Markdown's escapes. */
function bodyTarget(written: string): string | null {
  return webTarget(meantAddress(written));
}
