import { type Dated, dateAt, fullYear } from './calendar';
import { matches } from './matches';
import type { DateFound } from './quantity';

/** The named groups of a match. */
export type Groups = Readonly<Record<string, string | undefined>>;

/** A form that dates have: what a text must hold for it to be looked for, if anything; the form itself, and what it says. */
export type Rule = readonly [
  hint: RegExp | null,
  pattern: RegExp,
  read: (groups: Groups, language: string, text: string, at: number) => Dated | null,
];

/** All that the rules find in `text`, in no order. */
export function readRules(text: string, rules: readonly Rule[], language: string): DateFound[] {
  const found: DateFound[] = [];
  for (const [hint, pattern, read] of rules) {
    if (hint && !hint.test(text)) continue;
    for (const match of matches(text, pattern)) {
      const dated = read(match.groups ?? {}, language, text, match.index);
      if (dated) found.push(dateAt(dated, match.index, match.index + match[0].length));
    }
  }
  return found;
}

/** The year in group `y`, or `z` before it, of two digits or four. */
export function yearIn({ y, z }: Groups): number | undefined {
  const text = y ?? z;
  return text === undefined ? undefined : fullYear(text.replace("'", ''));
}
