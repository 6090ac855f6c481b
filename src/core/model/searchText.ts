import type { Source } from '../brief';

/** Sources stay the same objects from version to version. */
const known = new WeakMap<Source, string>();

/** The words by which a source is looked for, in lower case: its id, title, publisher, date and authors. */
export function searchTextOf(source: Source): string {
  const before = known.get(source);
  if (before !== undefined) return before;
  const { id, title, authors, publisher, published } = source;
  const words = [id, title?.value, publisher?.value, published?.value, ...authors.map(({ value }) => value)];
  const text = words.join(' ').toLowerCase();
  known.set(source, text);
  return text;
}
