import type { Piece } from '../draft';
import { type ClaimEnd, claimEnds } from './claimEnds';
import {
  bareHeading,
  endsPlainly,
  isHeadingLike,
  isMostlyCjk,
  isTitleCase,
  isUsualHeading,
  opensAfresh,
  startsSmall,
  trailingHeading,
} from './words';

/**
 * Splits a flattened text, in which headings and bullets run on in one line:
 *
 *     Market - Prices rose [1] - Demand, too, grew [2][3] Outlook - Supply stays short [3]
 *     ^^^^^^   ^^^^^^^^^^^^^^^   ^^^^^^^^^^^^^^^^^^^^^^^^ ^^^^^^^   ^^^^^^^^^^^^^^^^^^^^^^
 *
 * A spaced mark starts a bullet where a claim has just ended, that is, after a citation or a full stop. Words between
 * the end of the claim and the mark are the next heading. If there are enough such marks to show that the text is run on,
 * a mark before a capital is a bullet, too, even if neither a citation nor a full stop ends the claim before it. All other
 * marks are hyphens of a sentence. Null if the text isn't run on.
 *
 * @param inItem whether the text is that of a list item, so that its first words are a bullet.
 */
export function splitRunOn(text: string, inItem: boolean): Piece[] | null {
  for (const mark of MARKS) {
    const starts = bulletStarts(text, mark, inItem);
    if (starts.length > 0) return cut(text, starts, inItem);
  }
  return null;
}

/** True if the text is a run of headings and bullets. */
export function isRunOn(text: string): boolean {
  return splitRunOn(text, false) !== null;
}

interface Mark {
  readonly pattern: RegExp;
  /** True if the mark is a bullet wherever it stands. */
  readonly sure: boolean;
  /** True if the mark starts a bullet before any capital, once the text is known to be run on. */
  readonly eager: boolean;
}

const MARKS: readonly Mark[] = [
  { pattern: /(?:^|\s)[•●▪■◦‣](?:\s|(?=\S))/g, sure: true, eager: true },
  { pattern: /(?:^|\s)-\s/g, sure: false, eager: true },
  { pattern: /(?:^|\s)\*\s/g, sure: false, eager: true },
  { pattern: /(?:^|\s)[–—]\s/g, sure: false, eager: false },
  { pattern: /(?:^|\s)(\d{1,2})[.)]\s/g, sure: false, eager: false },
];

interface BulletStart {
  /** Offset where the heading above the bullet starts, or the mark if there is no heading. */
  readonly cut: number;
  readonly heading: string | null;
  /** The offset after the mark. */
  readonly textAt: number;
  readonly marker: string;
}

interface Candidate extends BulletStart {
  readonly strong: boolean;
}

/** Returns the bullets that marks of one kind start; empty if there are too few to be sure. */
function bulletStarts(text: string, mark: Mark, inItem: boolean): readonly BulletStart[] {
  const ends = claimEnds(text);
  const sites = [...text.matchAll(mark.pattern)];
  const strong = readSites(text, sites, ends, inItem, mark, false);
  const enough = mark.sure
    ? strong.length > 0
    : strong.length >= 2 || (inItem && strong.length >= 1 && !isNumbered(mark));
  if (!enough) return [];
  return mark.eager ? readSites(text, sites, ends, inItem, mark, true) : strong;
}

function isNumbered(mark: Mark): boolean {
  return mark.pattern.source.includes('\\d');
}

/** Goes through the marks from left to right; with `eager`, those after an unmarked end of a claim count too. */
function readSites(
  text: string,
  sites: readonly RegExpExecArray[],
  ends: readonly ClaimEnd[],
  inItem: boolean,
  mark: Mark,
  eager: boolean,
): Candidate[] {
  const found: Candidate[] = [];
  let claimStart = inItem ? 0 : -1;
  let end = 0;
  let number = 0;
  for (const site of sites) {
    const at = site.index;
    const textAt = at + site[0].length;
    const ordinal = site[1] === undefined ? null : Number(site[1]);
    while (end < ends.length && (ends[end]?.at ?? 0) <= at) end++;
    const last = ends[end - 1];
    const ended = last !== undefined && last.at > claimStart ? last : null;
    const candidate = readSite(text, at, textAt, claimStart, ended, mark, eager);
    if (!candidate) continue;
    if (ordinal !== null && ordinal !== number + 1 && !(ordinal === 1 && candidate.heading !== null)) continue;
    number = ordinal ?? 0;
    found.push({ ...candidate, marker: ordinal === null ? '-' : `${ordinal}.` });
    claimStart = textAt;
  }
  return found;
}

function readSite(
  text: string,
  at: number,
  textAt: number,
  claimStart: number,
  ended: ClaimEnd | null,
  mark: Mark,
  eager: boolean,
): Candidate | null {
  const following = text.slice(textAt, textAt + 40).trimStart();
  if (following === '') return null;
  const small = !mark.sure && startsSmall(following);
  const atStart = claimStart === -1 && ended === null;
  if (ended || atStart) {
    const from = ended?.at ?? 0;
    const between = trimmed(text, from, at);
    if (between.text === '') {
      if (small && !(ended?.cited && isNumbered(mark))) return null;
      return { cut: between.at, heading: null, textAt, marker: '-', strong: true };
    }
    if (isHeadingBefore(between.text, small, ended)) {
      return { cut: between.at, heading: bareHeading(between.text), textAt, marker: '-', strong: true };
    }
  }
  if (!mark.sure && (!eager || !opensAfresh(following))) return null;
  const before = text.slice(Math.max(0, claimStart), at).trimEnd();
  const headingAt = trailingHeading(before);
  if (headingAt !== null && headingAt > 0) {
    const cut = Math.max(0, claimStart) + headingAt;
    return { cut, heading: bareHeading(text.slice(cut, at)), textAt, marker: '-', strong: false };
  }
  if (!mark.sure && !endsPlainly(before)) return null;
  return { cut: at, heading: null, textAt, marker: '-', strong: mark.sure };
}

/** True if words before a mark are a heading. They start at the end of a claim, or at the start of the text. */
function isHeadingBefore(words: string, small: boolean, ended: ClaimEnd | null): boolean {
  if (!isHeadingLike(words)) return false;
  if (isUsualHeading(words) || /^(?:\*\*|#)/.test(words)) return true;
  const several = /\S\s+\S/.test(words) || isMostlyCjk(words);
  // Before a small letter the mark is a dash more often than a bullet: "However - so far - …".
  if (small) return ended !== null && several && isTitleCase(words);
  // After a mere full stop a single word opens a sentence: "However - China …".
  if (ended && !ended.cited) return several && isTitleCase(words);
  return true;
}

function trimmed(text: string, from: number, to: number): { readonly text: string; readonly at: number } {
  const slice = text.slice(from, to);
  const lead = slice.length - slice.trimStart().length;
  return { text: slice.trim(), at: from + lead };
}

function cut(text: string, starts: readonly BulletStart[], inItem: boolean): Piece[] {
  const pieces: Piece[] = [];
  const first = text.slice(0, starts[0]?.cut ?? text.length).trim();
  if (first !== '') {
    pieces.push(inItem ? { kind: 'item', text: first, marker: '-', indent: 0 } : { kind: 'paragraph', text: first });
  }
  starts.forEach((start, i) => {
    if (start.heading !== null) pieces.push({ kind: 'heading', text: start.heading });
    const item = text.slice(start.textAt, starts[i + 1]?.cut ?? text.length).trim();
    pieces.push({ kind: 'item', text: item, marker: start.marker, indent: 0 });
  });
  return pieces;
}
