import { firstWhere } from '../../base/ordered';
import type { FrontMatter, Suppression } from '../types';

const MISSING = 'citation/missing';

/**
 * Tells for which insights a comment, the front matter or a configuration turns `citation/missing` off.
 *
 * @param byConfig what the configuration says, where the front matter does not
 * @returns whether it is turned off for an insight that starts at an offset; null where it is for none
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
  /** How far each of them and those before it reach. */
  const reaches = covers.map(({ end }) => {
    reach = Math.max(reach, end);
    return reach;
  });
  return (offset) => {
    const after = firstWhere(covers.length, (index) => (covers[index]?.start ?? 0) > offset);
    return offset < (reaches[after - 1] ?? -1);
  };
}
