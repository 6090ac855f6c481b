import { firstWhere } from '../../base/ordered';
import type { FrontMatter, Suppression } from '../types';

const MISSING = 'citation/missing';

/**
 * Tells for which insights a comment, the front matter or a configuration turns `citation/missing` off.
 *
 * @param byConfig true if the configuration turns it off; counts if the front matter doesn't say
 * @returns tells whether it is turned off for an insight that starts at an offset; null if it is on for all
 */
export function excuser(
  suppressions: readonly Suppression[],
  frontMatter: FrontMatter | null,
  byConfig: boolean,
): ((offset: number) => boolean) | null {
  const own = frontMatter?.rules.findLast(({ code }) => code.value === MISSING);
  if (own ? own.setting.value === 'off' : byConfig) return () => true;
  const covers = suppressions
    .filter(({ codes }) => codes.length === 0 || codes.some((code) => code.value === MISSING))
    .map((suppression) => suppression.covers)
    .sort((a, b) => a.start - b.start);
  if (covers.length === 0) return null;
  let reach = -1;
  /** The farthest end of each stretch and all stretches before it. */
  const reaches = covers.map(({ end }) => {
    reach = Math.max(reach, end);
    return reach;
  });
  return (offset) => {
    const after = firstWhere(covers.length, (index) => (covers[index]?.start ?? 0) > offset);
    return offset < (reaches[after - 1] ?? -1);
  };
}
