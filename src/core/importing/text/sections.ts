import type { Piece } from '../draft';
import { claimEnds, endsClaim } from './claimEnds';
import { isEntryLine } from './lineKinds';
import { splitRunOn } from './runOn';
import {
  bareHeading,
  headingOverAll,
  isHeadingLike,
  isSourcesHeading,
  isTitleCase,
  isUsualHeading,
  opensAfresh,
} from './words';

/** Finds the headings and bullets in paragraphs and items, and gives the entries of sources sections their form. */
export function readSections(pieces: readonly Piece[]): Piece[] {
  const split = pieces.map(splitPiece);
  // Where other headings run on with their bullets, one with a single bullet does.
  const runsOn =
    split.some((parts) => parts.length > 1) ||
    pieces.some((piece) => isUsualHeading(singleBullet(piece)?.heading ?? ''));
  const single = (parts: readonly Piece[]) => (parts.length === 1 && runsOn ? splitSingle(parts[0]) : parts);
  return nestHeadings(tidySources(promoteHeadings(split.flatMap(single))));
}

const SINGLE = /^(\S[^\n]{1,80}?)\s[-–—]\s+(?=\S)/;

/** The heading that a paragraph runs on from, into its only bullet: "Core Viewpoint - Prices rose [1]". */
function singleBullet(piece: Piece | undefined): { readonly heading: string; readonly claim: string } | null {
  const [lead = '', words = ''] = piece?.kind === 'paragraph' ? (SINGLE.exec(piece.text) ?? []) : [];
  const claim = piece?.kind === 'paragraph' ? piece.text.slice(lead.length) : '';
  const isClaim = opensAfresh(claim) && claimEnds(claim).some(({ at, cited }) => cited && at === claim.length);
  return lead !== '' && isHeadingLike(words) && isTitleCase(words) && isClaim
    ? { heading: bareHeading(words), claim }
    : null;
}

function splitSingle(piece: Piece | undefined): readonly Piece[] {
  const found = singleBullet(piece);
  if (!found) return piece ? [piece] : [];
  return [
    { kind: 'heading', text: found.heading },
    { kind: 'item', text: found.claim, marker: '-', indent: 0 },
  ];
}

/** Parts a heading over all others from what it runs on into, and nests those behind it. */
function nestHeadings(pieces: readonly Piece[]): Piece[] {
  let isNested = false;
  return pieces.flatMap((piece): Piece[] => {
    if (piece.kind !== 'heading') return [piece];
    const over = headingOverAll(piece.text);
    if (over) {
      isNested = true;
      const below: Piece[] = over.rest === '' ? [] : [{ kind: 'heading', text: over.rest, isNested }];
      return [{ kind: 'heading', text: over.heading }, ...below];
    }
    if (isSourcesHeading(piece.text)) isNested = false;
    return [isNested ? { ...piece, isNested } : piece];
  });
}

/** True for an item that has lines of its own below it, which stay there. */
function isNested(piece: Piece): boolean {
  return piece.kind === 'item' && piece.below !== undefined;
}

function splitPiece(piece: Piece): readonly Piece[] {
  if ((piece.kind !== 'paragraph' && piece.kind !== 'item') || isNested(piece)) return [piece];
  const sources = /^([^:：\n]{2,40})[:：]\s*(?=\[1\]|1\. )/.exec(piece.text);
  if (sources && isSourcesHeading(sources[1] ?? '')) {
    const rest = { kind: 'paragraph', text: piece.text.slice(sources[0].length) } as const;
    return [{ kind: 'heading', text: sources[1] ?? '' }, rest];
  }
  const split = splitRunOn(piece.text, piece.kind === 'item');
  if (!split) return [piece];
  const first = split[0];
  return piece.kind === 'item' && first?.kind === 'item'
    ? [{ ...first, marker: piece.marker, indent: piece.indent }, ...split.slice(1)]
    : split;
}

/** Makes headings of the short lines that stand above a list or a text; from the end, as what follows decides. */
function promoteHeadings(pieces: readonly Piece[]): Piece[] {
  let next: Piece | undefined;
  return pieces
    .toReversed()
    .map((piece) => {
      next = promoted(piece, next);
      return next;
    })
    .toReversed();
}

function promoted(piece: Piece, next: Piece | undefined): Piece {
  if (piece.kind === 'paragraph' && isHeading(piece.text, next)) {
    return { kind: 'heading', text: bareHeading(piece.text) };
  }
  if (piece.kind === 'item' && isNumberedHeading(piece, next)) {
    return { kind: 'heading', text: `${piece.marker} ${bareHeading(piece.text)}` };
  }
  return piece;
}

function isHeading(text: string, next: Piece | undefined): boolean {
  if (!isHeadingLike(text)) return false;
  if (isSourcesHeading(text) || headingOverAll(text)?.rest === '') return true;
  if (!next) return false;
  if (isUsualHeading(text) || bareHeading(text) !== text.replace(/[:：]$/, '')) return true;
  // "The reasons are these:" leads into a list; "Main Reasons:" and "What to watch:" are headings.
  if (/[:：]$/.test(text)) return isTitleCase(text) || (wordCount(text) <= 3 && !LEADS_IN.test(text));
  // "Participants: A, B" says something.
  if (/[:：]/.test(text)) return false;
  if (next.kind === 'item') return true;
  const short = isTitleCase(text) || wordCount(text) <= 4;
  return short && next.kind === 'paragraph' && (endsClaim(next.text) || next.text.length > 120);
}

const LEADS_IN = /\b(?:is|are|was|were|be|includes?|follows?|following|these|this|here)\s*[:：]$/i;

function wordCount(text: string): number {
  return text.split(/\s+/).length;
}

/** A text ends with a citation that lost its form: "a year before.1". */
const BARE_NUMBER = /(?:\p{L}{2}|[%)]|(?<![\d.,])(?:19|20)\d\d)[.!?。！？]["”’」』)）]?\d{1,3}(?:[,，]\d{1,3})*\s*$/u;

/** "1. Market" above bullets that are not nested in it, above "1.1 Supply" or above a text is a heading; in a list, it is an item. */
function isNumberedHeading(piece: Piece & { kind: 'item' }, next: Piece | undefined): boolean {
  if (piece.marker === '-' || piece.indent > 0 || isNested(piece) || !isHeadingLike(piece.text)) return false;
  if (next?.kind === 'heading') return next.text.startsWith(`${piece.marker}1 `);
  if (next?.kind === 'item') return next.marker === '-' && next.indent <= piece.indent;
  return next?.kind === 'paragraph' && (endsClaim(next.text) || BARE_NUMBER.test(next.text));
}

/** Writes each numbered entry of a sources section as an item `[n] …`, also those that run on in one paragraph. */
function tidySources(pieces: readonly Piece[]): Piece[] {
  const tidy: Piece[] = [];
  let inSources = false;
  for (const piece of pieces) {
    if (piece.kind === 'heading') inSources = isSourcesHeading(piece.text);
    if (!inSources || (piece.kind !== 'paragraph' && piece.kind !== 'item') || isNested(piece)) {
      tidy.push(piece);
      continue;
    }
    const text = piece.kind === 'item' && piece.marker !== '-' ? numbered(piece) : piece.text;
    const last = tidy.at(-1);
    if (isEntryLine(text)) {
      for (const entry of entriesOf(text)) tidy.push({ kind: 'item', text: entry, marker: '-', indent: 0 });
    } else if (last?.kind === 'item' && piece.kind === 'paragraph' && /^https?:\/\/\S+$/.test(text)) {
      tidy[tidy.length - 1] = { ...last, text: `${last.text} ${text}` };
    } else {
      tidy.push(piece);
    }
  }
  return tidy;
}

function numbered(piece: Piece & { kind: 'item' }): string {
  return isEntryLine(piece.text) ? piece.text : `[${piece.marker.replace('.', '')}] ${piece.text}`;
}

/** Cuts "[1] Title, URL [2] Title, URL" before each number that is higher than the one before it. */
function entriesOf(text: string): string[] {
  const entries: string[] = [];
  let start = 0;
  let number = -1;
  for (const match of text.matchAll(/(?<=^|\s)\[(\d{1,4})\](?=:?\s)/g)) {
    const next = Number(match[1]);
    if (next <= number) continue;
    if (match.index > start) entries.push(text.slice(start, match.index));
    start = match.index;
    number = next;
  }
  entries.push(text.slice(start));
  return entries.map((entry) =>
    entry
      .trim()
      .replace(/(?<!\s)\s+[-–—•]$/, '')
      .replace(/^(\[\d+\]):/, '$1'),
  );
}
