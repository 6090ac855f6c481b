/** Cites the likely source of each claim that needs one. */

import { applyEdits, type Range } from '../../base/text';
import { uncitedIn } from '../../brief/needs/uncited';
import { parseChanged } from '../../brief/parseBrief';
import { insightAt } from '../../brief/queries/blocks';
import type { Brief } from '../../brief/types';
import { uncitedStatement } from '../overview/uncitedStatements';

/** A claim that was cited. */
export interface LikelyCitation {
  /** Its place in the text before, or after what was cited first. */
  readonly range: Range;
  /** Its words on one line. */
  readonly text: string;
  /** As it is written: `[5]`. */
  readonly citation: string;
  readonly score: number;
}

export interface LikelyCitations {
  /** How many claims needed a source. */
  readonly uncited: number;
  readonly cited: readonly LikelyCitation[];
  /** The text with these citations. */
  readonly text: string;
}

/** Once a text cites something, further claims may need a source; once more is enough for nearly all. */
const MOST_ROUNDS = 5;

/**
 * Cites, for each claim that needs a source and has none, the likeliest one. What would not be read as a citation there is left
 * out. Doing it again changes nothing.
 *
 * @param least the score that it must have, from 0 to 1
 */
export function citeLikely(brief: Brief, least: number): LikelyCitations {
  const cited: LikelyCitation[] = [];
  let current = brief;
  for (let round = 0; round < MOST_ROUNDS; round++) {
    const { now, after } = citeOnce(current, least);
    if (now.length === 0) break;
    cited.push(...now);
    current = after;
  }
  return { uncited: cited.length + uncitedIn(current).length, cited: cited.sort(byPlace), text: current.text };
}

function citeOnce(brief: Brief, least: number): { readonly now: LikelyCitation[]; readonly after: Brief } {
  let chosen = uncitedIn(brief).flatMap((index) => {
    const statement = uncitedStatement(brief, index);
    const [best] = statement?.suggested(1) ?? [];
    return statement && best && best.score >= least ? [{ index, statement, best }] : [];
  });
  for (;;) {
    const edits = chosen.flatMap(({ best }) => best.edits);
    const after = parseChanged(brief, applyEdits(brief.text, edits));
    const read = chosen.filter(({ index, best }) => insightAt(after, index)?.cites.includes(best.id));
    if (read.length === chosen.length) {
      const now = chosen.map(({ statement: { span, text }, best: { citation, score } }) => ({
        range: brief.lines.rangeOf(span),
        text,
        citation,
        score,
      }));
      return { now, after };
    }
    chosen = read;
  }
}

function byPlace({ range: { start: a } }: LikelyCitation, { range: { start: b } }: LikelyCitation): number {
  return a.line - b.line || a.character - b.character;
}
