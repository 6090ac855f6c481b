import type { Span } from '../../base/text';
import type { Pattern } from '../../languages/wordLists';

/**
 * Every match of a global pattern, in order. Unlike `matchAll` it makes no copy of the pattern, which costs more than
 * looking for it in a sentence.
 */
export function* matches(text: string, pattern: Pattern): Iterable<RegExpExecArray> {
  let at = 0;
  for (;;) {
    pattern.lastIndex = at;
    const match = pattern.exec(text);
    if (!match) return;
    at = match.index + Math.max(1, match[0].length);
    yield match;
  }
}

/** Where a text has matches of a global pattern, in order. */
export function spansOf(text: string, pattern: Pattern): Span[] {
  return [...matches(text, pattern)].map(({ 0: words, index }) => ({ start: index, end: index + words.length }));
}

/** Whether a text has a match of a pattern, which may be a global one. */
export function has(text: string, pattern: Pattern): boolean {
  pattern.lastIndex = 0;
  return pattern.test(text);
}
