import { isSame, type Step } from './search';
import type { Words } from './words';

/** Words of a quotation, and what its source has in their place. One of them may be empty, not both. */
export interface Difference {
  readonly quoted: string;
  readonly source: string;
}

/** What differs, neighbouring words together, as both texts write it. */
export function differencesOf(steps: readonly Step[], quotation: Words, passage: Words): Difference[] {
  return changesOf(steps, quotation, passage).map((group) => ({
    quoted: textOf(
      quotation,
      group.map(({ quoted }) => quoted),
    ),
    source: textOf(
      passage,
      group.map(({ source }) => source),
    ),
  }));
}

/** The steps that change something, neighbouring ones together. */
export function changesOf(steps: readonly Step[], quotation: Words, passage: Words): Step[][] {
  const groups: Step[][] = [];
  let differed = false;
  for (const step of steps) {
    const differs = !isSame(step, quotation, passage);
    if (differs && differed) groups.at(-1)?.push(step);
    else if (differs) groups.push([step]);
    differed = differs;
  }
  return groups;
}

/** The text from the first of these words to the last. */
function textOf({ text, spans }: Words, indexes: readonly (number | null)[]): string {
  const present = indexes.filter((index) => index !== null);
  const first = spans[present[0] ?? -1];
  const last = spans[present.at(-1) ?? -1];
  return first && last
    ? text
        .slice(first.start, last.end)
        .replace(/\u200B/g, '')
        .replace(/\s+/g, ' ')
    : '';
}
