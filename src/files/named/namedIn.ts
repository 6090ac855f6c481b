import type { SourceText } from '../../core/checking';

/** Marks local copies with the file that names them; one that has not changed stays the very same object. */
export function markNamedIn(text: SourceText, uri: string): SourceText {
  const marked = known.get(text) ?? new Map<string, SourceText>();
  known.set(text, marked);
  const now = marked.get(uri) ?? { ...text, namedIn: uri };
  marked.set(uri, now);
  return now;
}

const known = new WeakMap<SourceText, Map<string, SourceText>>();
