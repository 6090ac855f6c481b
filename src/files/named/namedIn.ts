import { derive } from '../../core/base/derive';
import type { SourceText } from '../../core/checking';

/** Marks local copies with the file that names them; one that has not changed stays the very same object. */
export function markNamedIn(text: SourceText, uri: string): SourceText {
  const marked = markedOf(text);
  const now = marked.get(uri) ?? { ...text, namedIn: uri };
  marked.set(uri, now);
  return now;
}

const markedOf = derive((_text: SourceText) => new Map<string, SourceText>());
