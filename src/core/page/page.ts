/** State that all parts of a page share while it is rendered, made once from the brief. */

import { derive } from '../base/derive';
import type { Local, Span } from '../base/text';
import type { DrawnCharts } from '../brief/figures/charts';
import { passageSources, type SourcesById, sourceOrigins } from '../brief/queries/sources';
import { definitionsOf } from '../brief/queries/targets';
import { authorYear } from '../brief/sources/sourceLabel';
import type { Brief, Figure, Source } from '../brief/types';
import { countDenials } from '../evidence/brief';
import { type Claim, claimOfFigure } from '../evidence/claims';
import { statsOf } from '../evidence/stats';
import type { Words } from '../languages/pageWords';
import type { NamedPlace } from './cachedBlocks';
import { directionOf } from './formats';
import { type Html, nothing } from './html';
import type { BlockFacts, LinkDefinition, LinkDefinitions, Replacement, UnreadImages } from './markdown/facts';
import { comparableLabel, meantAddress, meantText } from './markdown/meant';
import { type Placement, placeFigures } from './placement';
import type { StyledList } from './sections/entries';
import type { WriteFormula } from './sections/formulas';
import { wordsFor } from './words';

/**
 * - `none`: the page shows no evidence.
 * - `on-demand`: a chip names its card, and the host of the page asks for the card.
 * - `in-page`: the cards are at the end of the page, and chips are buttons that open them without a script.
 * - `marks`: like `in-page`, but only the marks on the page are ours, so nothing can link to the entry of a source.
 */
export type EvidenceMode = 'none' | 'on-demand' | 'in-page' | 'marks';

/** Longest label of a source by author and year, in columns. */
const LONGEST_LABEL = 32;

/** The claim that a citation belongs to, and the place of the citation. */
export interface CitedClaim {
  readonly claim: Claim;
  /** The place of the citation in an insight; null in a figure. */
  readonly place: Span | null;
}

export interface CardWriter {
  /** Accessible name, such as `Source 5: found`. */
  readonly name: string;
  readonly write: () => Html;
}

/** A heading of the page that links can lead to. */
export interface PageHeading {
  readonly id: string;
  /** Level on the page: 2 for the sections of the brief. */
  readonly level: number;
  readonly words: string;
}

export interface Page {
  readonly brief: Brief;
  /** True if the lines in a part's markup count from the part's first line; false if from the start of the text. */
  readonly relativeLines: boolean;
  readonly words: Words;
  readonly unreadImages: UnreadImages | null;
  /** Place of the citations' cards; `none` leaves out all evidence. */
  readonly evidence: EvidenceMode;
  /** The cards of citations by their ids; filled while the page is written. */
  readonly cards: Map<string, CardWriter>;
  /** True if the page shows people's comments. */
  readonly comments: boolean;
  /** The charts drawn so far; null if no charts are drawn. */
  readonly charts: DrawnCharts | null;
  /** Writes formulas. If null, their source is shown. */
  readonly writeFormula: WriteFormula | null;
  /** The sources in a style, or the reason why they aren't. If null, our own style is used. */
  readonly styled: StyledList | null;
  /** Sources by id, with each numbered passage as a source. */
  readonly sources: SourcesById;
  readonly figures: ReadonlyMap<string, Figure>;
  readonly placement: Placement;
  readonly references: LinkDefinitions;
  /** Ids of the elements that cite a source, in the order of the page; filled while it is written. */
  readonly places: Map<string, string[]>;
  /** The headings of sections, in the order of the page; filled while it is written. */
  readonly headings: PageHeading[];
  /** Number of uses of each citation anchor so far. Each use after the first gets a number. */
  readonly anchors: Map<string, number>;
  /** The anchors of citations in the order in which they were named. */
  readonly named: NamedPlace[];
  /** Labels of sources that have a key, by id. */
  readonly labels: ReadonlyMap<string, string>;
  /** The fingerprints of insights, by index. */
  readonly contexts: Map<number, string>;
  /** The shown numbers of footnotes that aren't sources, by label. */
  readonly remarks: ReadonlyMap<string, string>;
}

export function createPage(
  brief: Brief,
  loadsImages: boolean,
  evidence: EvidenceMode,
  options: Partial<Pick<Page, 'charts' | 'writeFormula' | 'styled' | 'relativeLines' | 'comments'>> = {},
): Page {
  const remarks = new Map<string, string>();
  const sources = new Map([...passageSources(brief), ...brief.sources].map((source) => [source.id, source]));
  for (const { kind, span } of brief.blocks) {
    const label = kind === 'definition' ? footnoteLabelOf(brief.content.slice(span.start, span.end)) : null;
    if (label !== null && !sources.has(`^${label}`)) remarks.set(label, String(remarks.size + 1));
  }
  const figures = new Map<string, Figure>();
  for (const figure of brief.figures)
    if (figure.id && !figures.has(figure.id.value)) figures.set(figure.id.value, figure);
  return {
    charts: null,
    writeFormula: null,
    styled: null,
    relativeLines: false,
    comments: false,
    ...options,
    brief,
    unreadImages: loadsImages ? unreadImages(brief, evidence) : null,
    evidence,
    words: wordsFor(brief.language),
    cards: new Map(),
    sources,
    figures,
    placement: placeFigures(brief),
    references: linkDefinitions(brief),
    places: new Map(),
    headings: [],
    anchors: new Map(),
    named: [],
    labels: labelsOf(sourceOrigins(brief)),
    contexts: new Map(),
    remarks,
  };
}

/** Returns the reasons why images can't be shown. Empty in exports, since only the author needs them. */
function unreadImages({ images }: Brief, evidence: EvidenceMode): UnreadImages {
  const unread = evidence === 'on-demand' ? images : [];
  return new Map(unread.flatMap(({ path, unreadable }) => (unreadable === undefined ? [] : [[path, unreadable]])));
}

/** Returns link definitions by normalised label. If several have the same label, the first counts. */
function linkDefinitions(brief: Brief): LinkDefinitions {
  const found = new Map<string, LinkDefinition>();
  for (const { label, target, title } of definitionsOf(brief)) {
    const name = comparableLabel(label);
    if (!found.has(name)) found.set(name, { href: meantAddress(target), title: title && meantText(title.value) });
  }
  return found;
}

/**
 * Converts a zero-based line of the text to the line in the markup of a part.
 *
 * @param first the first line of the part
 */
export function lineIn(line: number, first: number, { relativeLines }: Page): number {
  return relativeLines ? line - first : line;
}

/** Returns the label of a footnote's definition, without its `^`; null if the text isn't one. */
export function footnoteLabelOf(definition: string): string | null {
  return /^ {0,3}\[\^([^\s[\]^]{1,200})\]:/.exec(definition)?.[1] ?? null;
}

/** Returns the facts for a text on its own, with citations but no insights. */
export function plainFacts(page: Page, replacements: readonly Replacement[]): BlockFacts {
  return {
    words: page.words,
    direction: directionOf(page.brief.language),
    firstLine: null,
    replacements,
    insights: new Map(),
    figures: new Map(),
    references: page.references,
    writeFormula: page.writeFormula,
    unreadImages: page.unreadImages,
    headingShift: 1,
    headingId: null,
    headingSuffix: nothing,
  };
}

/** Returns the label of a source in chips and in the list: its number, or author and year if it has a key. */
export function labelOf(id: string, { labels, sources }: Page): string {
  const bare = id.replace(/^\^/, '');
  return labels.get(id) ?? (bare !== id && sources.has(bare) ? id : bare);
}

/** Returns labels by author and year, by id. Sources with the same author and year get `a`, `b`, `c`. */
const labelsOf = derive((sources: readonly Local<Source>[]): ReadonlyMap<string, string> => {
  const labels = new Map<string, string>();
  const alike = new Map<string, string[]>();
  for (const source of sources) {
    const { id } = source;
    const label = id.startsWith('^') || !/\p{L}/u.test(id) ? null : authorYear(source, LONGEST_LABEL);
    if (label === null) continue;
    const others = alike.get(label);
    if (others) others.push(id);
    else alike.set(label, [id]);
  }
  for (const [label, ids] of alike) {
    const isDated = /\d$/.test(label);
    for (const [index, id] of ids.entries()) {
      if (ids.length === 1) labels.set(id, label);
      else if (isDated) labels.set(id, label + letterOf(index));
    }
  }
  return labels;
});

/** Returns `a` to `z`, then `aa`, by a zero-based index. */
function letterOf(index: number): string {
  const letter = String.fromCharCode(97 + (index % 26));
  return index < 26 ? letter : letterOf(Math.floor(index / 26) - 1) + letter;
}

/**
 * Records a place of the page that cites a source, and returns its anchor.
 *
 * @param base start of the anchor, which stays while other text changes; a second anchor with it gets a number
 */
export function newPlace(id: string, base: string, page: Page): string {
  const count = page.anchors.get(base) ?? 0;
  const anchor = count === 0 ? base : `${base}-${count}`;
  page.anchors.set(base, count + 1);
  page.named.push({ id, base, count });
  const places = page.places.get(id);
  if (places) places.push(anchor);
  else page.places.set(id, [anchor]);
  return anchor;
}

/**
 * Records the places of a block again, as recorded in an earlier version of the page.
 *
 * @returns true if their anchors are the same; if false, no place is recorded
 */
export function placeAgain(places: readonly NamedPlace[], page: Page): boolean {
  const bases = new Set<string>();
  for (const { base, count } of places) {
    // Places of one block with the same base have consecutive counts.
    if (!bases.has(base) && (page.anchors.get(base) ?? 0) !== count) return false;
    bases.add(base);
  }
  for (const { id, base } of places) newPlace(id, base, page);
  return true;
}

/** Counts what the cited sources don't have, what only another source has, and what they contradict. */
export function countDoubts({ brief }: Page): number {
  const { differs, notFound, elsewhere } = statsOf(brief).evidence;
  return differs + notFound + elsewhere + countDenials(brief);
}

/** Returns the claim that a figure's sources are cited for; null if the page shows no evidence. */
export function citedByFigure(figure: Figure, page: Page): CitedClaim | null {
  const claim = page.evidence === 'none' ? null : claimOfFigure(page.brief, figure);
  return claim && { claim, place: null };
}
