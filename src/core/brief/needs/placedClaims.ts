/** Decides by what an insight states, and by the insights around it, whether it must be cited. Habits don't matter here. */

import type { ResolvedBlock } from '../blocks/parsedBlock';
import { type Body, sectionOf } from '../blocks/readBody';
import type { Origin } from '../types';
import { type Because, levelOf } from './because';
import { isSourceLine } from './captions';
import { isCited } from './habit';
import { nextInsight } from './nextInsight';
import type { SectionStance } from './sectionStance';

/** Decisions on the claims of a version, in their places. */
interface PlacedClaims {
  /** True if a line such as "Source: [title](address)" follows. It names the source of all insights right above it. */
  hasSourceBelow(block: number, index: number): boolean;
  /** Returns the reason why an insight must be cited, or need not. A bullet states something with or without a full stop. */
  byClaim(block: number, meaning: ResolvedBlock, index: number, origin: Origin): Because;
}

/** @param meanings the meanings of the blocks, in the order of the body */
export function placedClaims(body: Body, meanings: readonly ResolvedBlock[]): PlacedClaims {
  const { sections } = body.outline;
  const next = (block: number, index: number, step: 1 | -1) => nextInsight(body, meanings, { block, index }, step);

  const hasSourceBelow = (block: number, index: number): boolean => {
    let place = next(block, index, 1);
    for (let i = 0; place && i < FARTHEST_SOURCE; i++) {
      if (place.origin.citedVia !== null) return isSourceLine(place.origin.text);
      place = next(place.block, place.index, 1);
    }
    return false;
  };

  /** True for a paragraph without digits that opens a section: the next insight is cited, or only subsections follow. */
  const introduces = (block: number, index: number, origin: Origin): boolean => {
    if (origin.kind !== 'paragraph' || origin.because !== 'states' || /\p{Nd}/u.test(origin.text)) return false;
    const section = sectionOf(body, block);
    if (section === null || next(block, index, -1)) return false;
    const after = next(block, index, 1);
    return after ? isCited(after.origin) : sections[section + 1]?.parent === section;
  };

  const byClaim = (block: number, { insights }: ResolvedBlock, index: number, origin: Origin): Because => {
    const because = isBulletWithFact(origin) ? 'states' : origin.because;
    if (levelOf(because) !== 'warning') return because;
    const stance = sections[sectionOf(body, block) ?? -1]?.stance;
    if (stance) return OF_STANCE[stance];
    if (hasSourceBelow(block, index)) return 'source-below';
    const above = origin.parent === null ? undefined : insights[origin.parent];
    if (because === 'states' && above && isCited(above)) return 'parent-cited';
    const before = next(block, index, -1);
    if (because === 'states' && origin.kind === 'paragraph' && before && isCited(before.origin)) return 'goes-on';
    if (introduces(block, index, origin)) return 'introduces';
    return because;
  };

  return { hasSourceBelow, byClaim };
}

/** True for a bullet that states something, though it doesn't end as a sentence does. */
export function isBulletWithFact({ kind, because, sentences, isFragment }: Origin): boolean {
  if (kind !== 'item' || because !== 'perhaps-phrase' || isFragment) return false;
  return sentences.some(({ needsCitation }) => needsCitation);
}

/** The line that names the source of an insight is at most so many insights behind it. */
const FARTHEST_SOURCE = 4;

const OF_STANCE: Readonly<Record<SectionStance, Because>> = {
  judges: 'section-judges',
  advises: 'section-advises',
  'tells-how': 'section-tells-how',
};
