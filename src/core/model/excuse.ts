import type { FrontMatter, Insight, Suppression } from '../brief';

const MISSING = 'citation/missing';

/** Notes the insights for which a comment or the front matter turns `citation/missing` off. */
export function excuse(
  insights: Insight[],
  suppressions: readonly Suppression[],
  frontMatter: FrontMatter | null,
): readonly Insight[] {
  if (frontMatter?.rules.some(({ code, setting }) => code.value === MISSING && setting.value === 'off')) {
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
