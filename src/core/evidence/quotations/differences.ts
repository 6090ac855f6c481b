import { isSame, type Step } from './search';
import type { Words } from './words';

/** Words of a quotation, and the words of its source in their place. One of them may be empty, not both. */
export interface Difference {
  readonly quoted: string;
  readonly source: string;
}

/** Returns the words that differ, neighbouring ones together, as both texts write them. */
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

/**
 * Returns the steps that change something, in groups. Neighbouring steps are one group, even with a single CJK character
 * between them: 路径 for 出路 is one change.
 */
export function changesOf(steps: readonly Step[], quotation: Words, passage: Words): Step[][] {
  const groups: Step[][] = [];
  let lastChanged = Number.NEGATIVE_INFINITY;
  steps.forEach((step, i) => {
    if (isSame(step, quotation, passage)) return;
    const between = steps[i - 1];
    const isOneChange =
      lastChanged === i - 1 || (lastChanged === i - 2 && CJK.test(quotation.forms[between?.quoted ?? -1] ?? ''));
    const before = isOneChange ? groups.at(-1) : undefined;
    if (before) before.push(...steps.slice(lastChanged + 1, i + 1));
    else groups.push([step]);
    lastChanged = i;
  });
  return groups;
}

const CJK = /^[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]$/u;

/** Returns the text from the first of these words to the last. */
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
