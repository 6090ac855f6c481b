/** What all parts of a page share while it is rendered, worked out once from the brief. */

import { derive } from '../base/derive';
import type { Span } from '../base/text';
import type { DrawnCharts } from '../brief/figures/charts';
import { passageSources, type SourcesById, sourceOrigins } from '../brief/queries/sources';
import { definitionsOf } from '../brief/queries/targets';
import { authorYear } from '../brief/sources/sourceLabel';
import type { Brief, Figure, Source } from '../brief/types';
import { countDenials } from '../evidence/briefEvidence';
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
 * - `none`: the page says nothing of evidence.
 * - `on-demand`: a chip names its card, which its host asks for.
 * - `in-page`: the cards stand at the end of the page, and chips are buttons that open them without a script.
 * - `marks`: the same on a page of which only the marks are ours, so that nothing can lead to an entry of a source.
 */
export type EvidenceMode = 'none' | 'on-demand' | 'in-page' | 'marks';

/** Of a source by author and year, in columns. */
const LONGEST_LABEL = 32;

/** What a citation stands in, and where. */
export interface CitedClaim {
  readonly claim: Claim;
  /** The place of the citation in an insight; null in a figure. */
  readonly place: Span | null;
}

export interface CardWriter {
  /** How it is announced: `Source 5: found`. */
  readonly name: string;
  readonly write: () => Html;
}

/** A heading that the page shows, and that can be led to. */
export interface PageHeading {
  readonly id: string;
  /** As it is on the page: 2 for those of the sections of the brief. */
  readonly level: number;
  readonly words: string;
}

export interface Page {
  readonly brief: Brief;
  /** Whether the lines in the markup of a part count from its first one, or from that of the whole text. */
  readonly relativeLines: boolean;
  readonly words: Words;
  readonly unreadImages: UnreadImages | null;
  /** Where the cards of citations are; `none` leaves out all evidence. */
  readonly evidence: EvidenceMode;
  /** The cards of citations by their ids; filled while the page is written. */
  readonly cards: Map<string, CardWriter>;
  /** Whether it shows the comments of people. */
  readonly comments: boolean;
  /** The charts drawn so far; null if no charts are drawn. */
  readonly charts: DrawnCharts | null;
  /** Writes formulas; null: their source stands for them. */
  readonly writeFormula: WriteFormula | null;
  /** The sources in a style, or why they are not; null: in our own. */
  readonly styled: StyledList | null;
  /** With the numbered passages, each as a source. */
  readonly sources: SourcesById;
  readonly figures: ReadonlyMap<string, Figure>;
  readonly placement: Placement;
  readonly references: LinkDefinitions;
  /** Ids of the elements that cite a source, in the order of the page; filled while it is written. */
  readonly places: Map<string, string[]>;
  /** The headings of sections, in the order of the page; filled while it is written. */
  readonly headings: PageHeading[];
  /** How often each anchor of a citation was wanted: those after the first get a number. */
  readonly anchors: Map<string, number>;
  /** The anchors of citations in the order in which they were named. */
  readonly named: NamedPlace[];
  /** What sources are called by that have a key, by id. */
  readonly labels: ReadonlyMap<string, string>;
  /** The fingerprints of insights, by index. */
  readonly contexts: Map<number, string>;
  /** The shown numbers of footnotes that are not sources, by label. */
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

/** Only who writes a brief wants to know why an image is not there. */
function unreadImages({ images }: Brief, evidence: EvidenceMode): UnreadImages {
  const unread = evidence === 'on-demand' ? images : [];
  return new Map(unread.flatMap(({ path, unreadable }) => (unreadable === undefined ? [] : [[path, unreadable]])));
}

/** Of those with one label the first counts. */
function linkDefinitions(brief: Brief): LinkDefinitions {
  const found = new Map<string, LinkDefinition>();
  for (const { label, target, title } of definitionsOf(brief)) {
    const name = comparableLabel(label);
    if (!found.has(name)) found.set(name, { href: meantAddress(target), title: title && meantText(title.value) });
  }
  return found;
}

/**
 * A zero-based line as the markup of a part has it.
 *
 * @param first the first line of the part
 */
export function lineIn(line: number, first: number, { relativeLines }: Page): number {
  return relativeLines ? line - first : line;
}

/** The label of a footnote's definition, without its `^`. */
export function footnoteLabelOf(definition: string): string | null {
  return /^ {0,3}\[\^([^\s[\]^]{1,200})\]:/.exec(definition)?.[1] ?? null;
}

/** The facts for a text that stands by itself, with citations but no insights. */
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

/** How a source is called in chips and in the list: by the number that cites it, or by author and year where a key does. */
export function labelOf(id: string, { labels, sources }: Page): string {
  const bare = id.replace(/^\^/, '');
  return labels.get(id) ?? (bare !== id && sources.has(bare) ? id : bare);
}

/** The labels by author and year, by id. Sources of one author and year are told apart by `a`, `b`, `c`. */
const labelsOf = derive((sources: readonly Source[]): ReadonlyMap<string, string> => {
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

/** `a` to `z`, then `aa`. */
function letterOf(index: number): string {
  const letter = String.fromCharCode(97 + (index % 26));
  return index < 26 ? letter : letterOf(Math.floor(index / 26) - 1) + letter;
}

/**
 * Notes a place of the page where something is cited, and gives it an anchor.
 *
 * @param base what such an anchor starts with, the same while other text changes; a second one gets a number
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
 * Notes the places of a block as they were noted in an earlier version of the page.
 *
 * @returns whether their anchors are what they were; if not, none is noted
 */
export function placeAgain(places: readonly NamedPlace[], page: Page): boolean {
  const bases = new Set<string>();
  for (const { base, count } of places) {
    // Those of one block that start the same follow each other.
    if (!bases.has(base) && (page.anchors.get(base) ?? 0) !== count) return false;
    bases.add(base);
  }
  for (const { id, base } of places) newPlace(id, base, page);
  return true;
}

/** How much the sources do not hold where they are cited, or say otherwise. */
export function countDoubts({ brief }: Page): number {
  const { differs, notFound, elsewhere } = statsOf(brief).evidence;
  return differs + notFound + elsewhere + countDenials(brief);
}

/** What the sources of a figure are cited for; null without evidence. */
export function citedByFigure(figure: Figure, page: Page): CitedClaim | null {
  const claim = page.evidence === 'none' ? null : claimOfFigure(page.brief, figure);
  return claim && { claim, place: null };
}
