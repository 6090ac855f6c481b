/** The result that readers of all formats of bibliographies share. */
import type { Field, SourceDeclaration } from '../../core/brief/types';

/** The content of a bibliography, in offsets of its own text. */
export interface Bibliography {
  readonly declarations: readonly SourceDeclaration[];
  readonly errors: readonly ReadError[];
}

/** A sentence about a stretch of a file. A note changes nothing in what is read. */
export type ReadError = Field & { readonly isNote?: true };

/** Returns an object with one key, or with none if the field is absent. */
export function named<K extends string>(key: K, field: Field | undefined): Partial<Record<K, Field>> {
  const holder: Partial<Record<K, Field>> = {};
  if (field) holder[key] = field;
  return holder;
}
