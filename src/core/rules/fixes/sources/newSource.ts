import { SOURCE_TEXTS } from '../../../base/sourceFields';
import type { CopyPart } from '../../../document/frontMatter/schemas';
import type { SourceTexts } from '../../../document/types/source';

/** The details of a new entry. An empty title leaves its key in the front matter, for the author to fill in. */
export interface NewSource extends SourceTexts {
  readonly id: string;
  /** The part of the source that its local copy has. */
  readonly copy?: CopyPart;
}

/** The keys of `docs/format.md`, in its order. */
const KEYS = ['title', 'authors', ...SOURCE_TEXTS.filter((name) => name !== 'title'), 'text', 'copy'] as const;

/** Returns the texts of a new source with their keys, in the order of the keys. */
export function fieldsOf(source: NewSource): (readonly [(typeof KEYS)[number], string | readonly string[]])[] {
  return KEYS.flatMap((key) => {
    const value = source[key];
    return value === undefined || value.length === 0 ? [] : [[key, value] as const];
  });
}
