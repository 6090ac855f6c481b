import { say } from './say';

/** A field of a source that is one text. Its key in YAML, in attributes of pages and in our types is its name. */
export interface SourceField {
  /** Description of what to write in the field. */
  readonly says: () => string;
  /** True if some of its values are known, so that completion offers them after the key. */
  readonly isOffered?: boolean;
  /**
   * Its names in bibliographies; the first that an entry has counts. Absent for a field that isn't read as plain text: see
   * `formats/bibliography`.
   */
  readonly bibtex?: readonly string[];
  readonly csl?: readonly string[];
  readonly ris?: readonly string[];
}

const TABLE = {
  title: {
    says: () => say('The title of the source.'),
    bibtex: ['title'],
    csl: ['title'],
  },
  publisher: {
    says: () => say('Who published it.'),
    bibtex: ['publisher', 'institution', 'organization', 'school', 'journal', 'journaltitle', 'booktitle'],
    csl: ['publisher', 'container-title'],
    ris: ['PB', 'T2', 'JO', 'JF', 'JA'],
  },
  published: {
    says: () => say('When it was published. A date such as 2025-08-06.'),
    isOffered: true,
  },
  accessed: {
    says: () => say('When you read it. A date such as 2025-08-06.'),
    isOffered: true,
  },
  url: {
    says: () => say('Its address.'),
    csl: ['URL', 'url'],
  },
  doi: {
    says: () => say('Its DOI, such as 10.1234/abcd.'),
    csl: ['DOI', 'doi'],
  },
  type: {
    says: () => say('The kind of source: article, report, dataset …'),
    isOffered: true,
    csl: ['type'],
  },
  language: {
    says: () => say('The language of the source. A BCP 47 tag such as en or zh.'),
    isOffered: true,
    bibtex: ['langid', 'language'],
    csl: ['language'],
    ris: ['LA'],
  },
  zotero: {
    says: () => say('Its key in Zotero, and the key of its PDF: ABCD2345/PQRS6789.'),
  },
} as const satisfies Readonly<Record<string, SourceField>>;

export type SourceTextName = keyof typeof TABLE;

/** The fields of a source that are texts, in the order in which entries are written. */
export const SOURCE_FIELDS: Readonly<Record<SourceTextName, SourceField>> = TABLE;

const isName = (key: string): key is SourceTextName => Object.hasOwn(TABLE, key);
export const SOURCE_TEXTS: readonly SourceTextName[] = Object.keys(TABLE).filter(isName);

/** Calls `read` for each field, and collects the results that are not undefined. */
export function eachSourceText<T>(read: (name: SourceTextName) => T | undefined): Partial<Record<SourceTextName, T>> {
  const values: Partial<Record<SourceTextName, T>> = {};
  for (const name of SOURCE_TEXTS) {
    const value = read(name);
    if (value !== undefined) values[name] = value;
  }
  return values;
}
