/** Draws charts in a process of their own: a specification is a stranger's text. */

import { say } from '../../core/base/say';
import type { ChartRequest, DrawnChart } from '../../core/brief/figures/charts';
import { type ApartLimits, runApart } from './runApart';

export type DrawChart = (request: ChartRequest) => Promise<DrawnChart>;

const LIMITS: ApartLimits = { time: 5000, memory: 512, rest: 30_000 };

/**
 * Makes a function that draws one chart after the other. It never rejects. The process starts with the first of them,
 * and keeps no program alive when there is nothing to draw.
 *
 * @param part of our programs, the bundle of `charts/child.ts`
 */
export function chartDrawer(part: string, limits: Partial<ApartLimits> = {}): DrawChart {
  return runApart<ChartRequest, DrawnChart>(part, { ...LIMITS, ...limits }, isDrawn, {
    late: (seconds) => ({
      error: say('It took longer than {0} seconds to draw. Use fewer rows, or simplify it.', seconds),
    }),
    tooLarge: () => ({ error: say('It needs too much memory. Use fewer rows, or simplify it.') }),
    failed: () => ({ error: say('The program that draws charts could not be started. Try again.') }),
  });
}

function isDrawn(drawn: unknown): drawn is DrawnChart {
  return typeof drawn === 'object' && drawn !== null && ('svg' in drawn || 'error' in drawn);
}
