/** What a new entry says about its source: each a text on one line, as the format has it. */
export interface NewSource {
  readonly id: string;
  /** An empty one leaves its key in the front matter, for the author to fill in. */
  readonly title?: string;
  readonly authors?: readonly string[];
  readonly publisher?: string;
  readonly published?: string;
  readonly accessed?: string;
  readonly url?: string;
  readonly doi?: string;
  readonly type?: string;
  readonly language?: string;
  /** The path of a local copy. */
  readonly text?: string;
}

/** The keys of `docs/format.md`, in its order. */
const KEYS = [
  'title',
  'authors',
  'publisher',
  'published',
  'accessed',
  'url',
  'doi',
  'type',
  'language',
  'text',
] as const satisfies readonly (keyof NewSource)[];

/** The texts that a new source says, by their keys, in the order in which they are written. */
export function fieldsOf(source: NewSource): (readonly [(typeof KEYS)[number], string | readonly string[]])[] {
  return KEYS.flatMap((key) => {
    const value = source[key];
    return value === undefined || value.length === 0 ? [] : [[key, value] as const];
  });
}
