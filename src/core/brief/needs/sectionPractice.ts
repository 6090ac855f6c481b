/** Sections that cite nothing, where others cite: their statements are reported once, at the heading. */

import type { ResolvedBlock } from '../blocks/parsedBlock';
import { type Body, sectionOf } from '../blocks/readBody';
import { isCited } from './habit';
import type { InsightPlace } from './nextInsight';

/** So many statements of a section that cites nothing are reported once. */
const MANY = 5;

/**
 * Returns a function that tells whether nothing in a section cites, though many of its insights must be cited. Subsections
 * are sections of their own.
 *
 * @param meanings the meanings of the blocks, in the order of the body
 * @param typed the insight that somebody is typing. It doesn't count
 * @param mustCite tells whether an insight must be cited, by its block and its index in it
 */
export function sectionsWithout(
  body: Body,
  meanings: readonly ResolvedBlock[],
  typed: InsightPlace | null,
  mustCite: (block: number, index: number) => boolean,
): (section: number) => boolean {
  const known = new Map<number, boolean>();
  const isTyped = (block: number, index: number | null) => block === typed?.block && index === typed.index;
  const citesNothing = (section: number): boolean => {
    const uncited: InsightPlace[] = [];
    for (let block = body.outline.sections[section]?.opener ?? 0; sectionOf(body, block) === section; block++) {
      const { insights, citations } = meanings[block] ?? { insights: [], citations: [] };
      // A table cites, too.
      if (citations.some(({ insight }) => !isTyped(block, insight))) return false;
      for (const [index, origin] of insights.entries()) {
        if (isTyped(block, index)) continue;
        if (isCited(origin)) return false;
        uncited.push({ block, index });
      }
    }
    // Whether an insight must be cited costs more to tell.
    let count = 0;
    return uncited.some(({ block, index }) => mustCite(block, index) && ++count === MANY);
  };
  return (section) => {
    const found = known.get(section) ?? citesNothing(section);
    known.set(section, found);
    return found;
  };
}
