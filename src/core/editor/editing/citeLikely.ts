/** Cites the likely source of each claim that needs one. */

import { applyEdits, type Range } from '../../base/text';
import { uncitedIn } from '../../brief/needs/uncited';
import { parseChanged } from '../../brief/parseBrief';
import { insightAt } from '../../brief/queries/blocks';
import type { Brief } from '../../brief/types';
import { uncitedStatement } from '../overview/uncitedStatements';

/** A claim that was cited. */
export interface LikelyCitation {
  /** Its range in the text before this round of citations, but after earlier rounds. */
  readonly range: Range;
  /** Its words on one line. */
  readonly text: string;
  /** The citation as written: `[5]`. */
  readonly citation: string;
  readonly score: number;
}

export interface LikelyCitations {
  /** Number of claims that needed a source. */
  readonly uncited: number;
  readonly cited: readonly LikelyCitation[];
  /** The text with these citations. */
  readonly text: string;
}

/** Maximum number of rounds. New citations may make more claims need a source; a second round is nearly always enough. */
const MOST_ROUNDS = 5;

/**
 * Cites the likeliest source for each claim that needs one and has none. A citation is left out if it wouldn't be read as one
 * there. A second call changes nothing.
 *
 * @param least the score that a source must have, from 0 to 1
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
