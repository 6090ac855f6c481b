/** The benchmarks by name. They print how long things take, beside what they are held to, and assert nothing. */
import { benchLimits, benchMemory } from './atLimits';
import { benchBibliography } from './bibliography';
import { benchChanges } from './changes';
import { benchCheckMany } from './checkMany';
import { benchFrontMatter } from './frontMatter';
import { benchGrowth } from './growth';
import { benchKeystroke } from './keystroke';
import { benchNumbers } from './numbers';
import { benchOtherServers } from './otherServers';
import { benchOverLsp } from './overLsp';
import { benchPathological } from './pathological';
import { benchStartUp } from './startUp';
import { benchTypingMemory } from './typingMemory';
import { benchWorkspace } from './workspace';

export { benchPackages } from './packages';
export { performancePage } from './performancePage';

type Print = (line: string) => void;

/**
 * @param quick all that takes long is left out, and other programs are
 * @param only what is measured of many alike has this in its name; of `typing`, the path of a report
 */
type Benchmark = (print: Print, quick: boolean, only?: string) => void | Promise<void>;

const QUICK_SIZE = 40 * 1024;

/** In the order in which they run; the preview's, which needs a browser, follows. */
export const BENCHMARKS: Readonly<Record<string, Benchmark>> = {
  changes: (print, quick) => benchChanges(print, quick ? QUICK_SIZE : Number.POSITIVE_INFINITY),
  others: (print, quick) => (quick ? undefined : benchOtherServers(print)),
  limits: (print, quick) => (quick ? undefined : benchLimits(print)),
  memory: (print, quick) => (quick ? undefined : benchMemory(print)),
  typing: (print, quick, only) => (quick ? undefined : benchTypingMemory(print, only)),
  'front-matter': benchFrontMatter,
  copies: async (print) => {
    benchKeystroke(print);
    await benchOverLsp(print);
  },
  check: (print, quick) => benchCheckMany(print, quick ? [100] : [100, 1000, 10_000], !quick),
  growth: (print, quick) => (quick ? undefined : benchGrowth(print)),
  start: benchStartUp,
  workspace: (print, quick) => benchWorkspace(print, quick ? [100] : [100, 1000, 10_000]),
  bibliography: benchBibliography,
  numbers: benchNumbers,
  pathological: benchPathological,
};
