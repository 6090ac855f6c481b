import type { Brief } from '../../brief/types';

/**
 * The ids that a brief cites, each once, in the order in which a reader meets them: the text with what its figures, key
 * numbers and footnotes bring along, and then the figures of the front matter that the text does not mention.
 */
export function idsByFirstUse({ citations, figures }: Brief): string[] {
  const uses = [
    ...citations.map(({ span, items }) => ({ at: span.start, ids: items.map(({ id }) => id) })),
    ...figures.map(({ span, cites, declaredIn }) => ({
      at: declaredIn === 'front-matter' ? Number.POSITIVE_INFINITY : span.start,
      ids: cites.map(({ value }) => value),
    })),
  ];
  uses.sort((a, b) => (a.at === b.at ? 0 : a.at - b.at));
  return [...new Set(uses.flatMap(({ ids }) => ids))];
}

/** The labels of footnotes that a brief refers to, with their `^`, each once, in the order of the text. */
export function labelsByFirstUse({ text, citations }: Brief): string[] {
  const labels = new Set<string>();
  for (const { form, span } of citations) if (form === 'footnote') labels.add(text.slice(span.start + 1, span.end - 1));
  return [...labels];
}
