import { NONE } from '../../base/same';
import type { TextSpan } from '../../base/text';
import type { Pattern } from '../../languages/wordLists';

/**
 * Returns every match of a global pattern, in order. Unlike `matchAll`, it doesn't copy the pattern, which would cost more than
 * a search in a sentence.
 *
 * @param until the first match that starts there or later is the last one returned
 */
export function matches(text: string, pattern: Pattern, until = text.length): readonly RegExpExecArray[] {
  pattern.lastIndex = 0;
  let match = pattern.exec(text);
  // Most texts have none.
  if (!match) return NONE;
  const found: RegExpExecArray[] = [];
  for (; match; match = pattern.exec(text)) {
    found.push(match);
    if (match.index >= until) break;
    pattern.lastIndex = match.index + Math.max(1, match[0].length);
  }
  return found;
}

/** Returns the spans of all matches of a global pattern, in order. */
export function spansOf(text: string, pattern: Pattern): TextSpan[] {
  return matches(text, pattern).map(({ 0: words, index }) => ({ start: index, end: index + words.length }));
}

/** True if a text has a match of a pattern, which may be a global one. */
export function has(text: string, pattern: Pattern): boolean {
  pattern.lastIndex = 0;
  return pattern.test(text);
}
