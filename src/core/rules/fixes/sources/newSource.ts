import { SOURCE_TEXTS } from '../../../base/sourceFields';
import type { CopyPart } from '../../../document/frontMatter/schemas';
import type { SourceTexts } from '../../../document/types/source';

/** What a new entry says about its source. An empty title leaves its key in the front matter, for the author to fill in. */
export interface NewSource extends SourceTexts {
  readonly id: string;
  /** What part of the source its local copy is. */
  readonly copy?: CopyPart;
}

/** The keys of `docs/format.md`, in its order. */
const KEYS = ['title', 'authors', ...SOURCE_TEXTS.filter((name) => name !== 'title'), 'text', 'copy'] as const;

/** The texts that a new source says, by their keys, in the order in which they are written. */
export function fieldsOf(source: NewSource): (readonly [(typeof KEYS)[number], string | readonly string[]])[] {
  return KEYS.flatMap((key) => {
    const value = source[key];
    return value === undefined || value.length === 0 ? [] : [[key, value] as const];
  });
}
