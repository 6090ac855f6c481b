/** The model's types for the front matter of a brief. */

import type { FrontMatterError, RuleSetting, Suppression, UnknownKey } from '../../base/problem';
import type { Field, Span } from '../../base/text';
import type { Figure } from './figure';
import type { SourceDeclaration } from './source';

export interface FrontMatter {
  /** Span from the opening fence to the end of the closing one (or of the text, where it isn't closed). */
  readonly span: Span;
  /** The YAML between the fences. */
  readonly yaml: Span;
  readonly closed: boolean;
  readonly title?: Field;
  readonly subtitle?: Field;
  readonly publisher?: Field;
  readonly url?: Field;
  readonly summary?: Field;
  readonly authors: readonly Field[];
  readonly tags: readonly Field[];
  readonly published?: Field;
  readonly updated?: Field;
  readonly language?: Field;
  readonly bibliography: readonly Field[];
  /** A name of a style of lists of sources, or the path of one. */
  readonly style?: Field;
  readonly rules: readonly RuleOverride[];
  readonly sources: readonly SourceDeclaration[];
  /** The indentation of the `- ` of the entries of `sources`, and where a new entry goes; null without the key. */
  readonly sourcesList: EntryList | null;
  readonly figures: readonly Figure[];
  readonly errors: readonly FrontMatterError[];
  readonly unknownKeys: readonly UnknownKey[];
  /** `# brief-disable-next-line …` comments. */
  readonly suppressions: readonly Suppression[];
}

/** A list of entries in the front matter. */
export interface EntryList {
  readonly key: Span;
  /** Offset at which a new entry is inserted: the end of the last entry's text, or of the key's line. */
  readonly insertAt: number;
  /** Columns before the `- ` of an entry. */
  readonly indent: number;
}

export interface RuleOverride {
  readonly code: Field;
  readonly setting: Field<RuleSetting>;
}
