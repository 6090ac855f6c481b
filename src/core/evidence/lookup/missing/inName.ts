import type { Amount } from '../../numbers';
import type { PassagePlace } from '../../verdicts';
import type { Cited } from '../cited';
import type { Statement } from '../statements';

/**
 * Returns the place where a passage or a title has the name that ends in a claim's number, such as "Covid 19" or "Runner 2".
 * Such numbers aren't read as amounts everywhere, so the name itself is looked for.
 */
export function inName({ kind, surface, span }: Amount, { text }: Statement, { sources }: Cited): PassagePlace | null {
  if (kind !== 'number' || !/^\d{1,4}$/.test(surface)) return null;
  const name = NAME_BEFORE.exec(text.slice(Math.max(0, span.start - LONGEST), span.start))?.[1];
  if (name === undefined) return null;
  const pattern = new RegExp(`(?<![\\p{L}\\p{N}])${name}[ _-]?${surface}(?![\\p{L}\\p{N}]|[.,]\\p{N})`, 'iu');
  for (const { id, passages } of sources)
    for (const [index, { passage }] of passages.entries()) {
      const found = passage.text.length > MOST_TEXT ? null : pattern.exec(passage.text);
      if (found) return { source: id, passage: index, start: found.index, end: found.index + found[0].length };
    }
  return null;
}

const NAME_BEFORE = /(?:^|[^\p{L}\p{N}])(\p{Lu}\p{L}{2,})[ -]$/u;
/** Longest name, and longest passage that is searched, in UTF-16 units. */
const LONGEST = 24;
const MOST_TEXT = 20_000;
