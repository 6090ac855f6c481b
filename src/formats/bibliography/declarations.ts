/** What readers of all formats of bibliographies make. */
import type { Field, SourceDeclaration } from '../../core/brief/types';

/** What a bibliography holds, in offsets of its own text. */
export interface Bibliography {
  readonly declarations: readonly SourceDeclaration[];
  readonly errors: readonly Field[];
}

/** An object with one key, or none: absent fields stay absent. */
export function named<K extends string>(key: K, field: Field | undefined): Partial<Record<K, Field>> {
  const holder: Partial<Record<K, Field>> = {};
  if (field) holder[key] = field;
  return holder;
}
