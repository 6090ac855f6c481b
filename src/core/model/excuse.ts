import type { FrontMatter, Insight, Suppression } from '../brief';

const MISSING = 'citation/missing';

/**
 * Notes the insights for which a comment, the front matter or a configuration turns `citation/missing` off.
 *
 * @param byConfig what the configuration says, where the front matter does not
 */
export function excuse(
  insights: readonly Insight[],
  suppressions: readonly Suppression[],
  frontMatter: FrontMatter | null,
  byConfig: boolean,
): readonly Insight[] {
  const own = frontMatter?.rules.findLast(({ code }) => code.value === MISSING);
  if (own ? own.setting.value === 'off' : byConfig) {
    return insights.map((insight) => ({ ...insight, excused: true }));
  }
  const covers = suppressions
    .filter(({ codes }) => codes.length === 0 || codes.some((code) => code.value === MISSING))
    .map((suppression) => suppression.covers)
    .sort((a, b) => a.start - b.start);
  if (covers.length === 0) return insights;
  let next = 0;
  let reach = -1;
  // Both are in document order, so one pass tells how far the suppressions before each insight reach.
  return insights.map((insight) => {
    const { start } = insight.span;
    for (let cover = covers[next]; cover && cover.start <= start; cover = covers[++next])
      reach = Math.max(reach, cover.end);
    return start < reach ? { ...insight, excused: true } : insight;
  });
}
