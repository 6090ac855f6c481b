import type { ChartRequest, DrawnChart, DrawnCharts } from '../../core';

/** Draws one chart. Never rejects. */
export type DrawChart = (request: ChartRequest) => Promise<DrawnChart>;

/** The charts of all open briefs. Each is drawn once, however often its brief is rendered. */
export interface Charts {
  /**
   * Returns the charts that are drawn already. Begins to draw the others.
   *
   * @param done called when the others are drawn; never called if there are no others
   */
  of(requests: readonly ChartRequest[], done: () => void): DrawnCharts;
  /** Returns all charts, once they are drawn. */
  all(requests: readonly ChartRequest[]): Promise<DrawnCharts>;
}

/** The number of charts that are kept. */
const MOST = 200;

export function createCharts(draw: DrawChart): Charts {
  /** Drawn charts, in the order of their last use. */
  const kept = new Map<ChartRequest, DrawnChart>();
  const drawing = new Map<ChartRequest, Promise<DrawnChart>>();

  const begin = (request: ChartRequest): Promise<DrawnChart> => {
    const before = drawing.get(request);
    if (before) return before;
    const drawn = draw(request).then((chart) => {
      drawing.delete(request);
      kept.set(request, chart);
      for (const oldest of kept.keys()) {
        if (kept.size <= MOST) break;
        kept.delete(oldest);
      }
      return chart;
    });
    drawing.set(request, drawn);
    return drawn;
  };

  return {
    of: (requests, done) => {
      const there = new Map<ChartRequest, DrawnChart>();
      const missing: Promise<unknown>[] = [];
      for (const request of requests) {
        const chart = kept.get(request);
        if (!chart) missing.push(begin(request));
        else {
          kept.delete(request);
          kept.set(request, chart);
          there.set(request, chart);
        }
      }
      if (missing.length > 0) Promise.all(missing).then(done, () => undefined);
      return there;
    },
    all: async (requests) => {
      const drawn = requests.map(async (request) => [request, kept.get(request) ?? (await begin(request))] as const);
      return new Map(await Promise.all(drawn));
    },
  };
}
