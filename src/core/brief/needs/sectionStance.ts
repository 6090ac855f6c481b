/** The stance of a section, by the words of its heading: not all sections state facts. */

import { wordsOfLanguages } from '../../languages';
import { type Pattern, WholeWords } from '../../languages/wordLists';

/** `judges`: conclusions, outlooks, assessments. `advises`: recommendations, steps, plans. `tells-how`: methods, limits, status. */
export type SectionStance = 'judges' | 'advises' | 'tells-how';

/**
 * @param words of the heading, as `bareWords` gives them
 * @returns null if the section states facts, as most sections do
 */
export function sectionStanceOf(words: string): SectionStance | null {
  if (TELLS_HOW.test(words)) return 'tells-how';
  if (ADVISES.test(words)) return 'advises';
  return JUDGES.test(words) ? 'judges' : null;
}

/** Makes a pattern of the words of all languages. They must stand by themselves, except in CJK languages. */
function pattern(list: 'judges' | 'advises' | 'tellsHow'): Pattern {
  const wordsIf = (inCjk: boolean) =>
    wordsOfLanguages(({ headings, isCjk = false }) => (isCjk === inCjk ? headings?.[list] : undefined)).join('|');
  const [words, others] = [wordsIf(false), wordsIf(true)];
  return new WholeWords(`${words}|${others}`, `(?<![\\p{L}\\p{N}])(?:${words})(?![\\p{L}\\p{N}])|${others}`, 'u');
}

const JUDGES = pattern('judges');
const ADVISES = pattern('advises');
const TELLS_HOW = pattern('tellsHow');
