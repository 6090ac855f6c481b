/** The details of a bibliography's entry, in the words of CSL. */

/** The parts of a name, by their names in CSL. */
export type NameParts = Readonly<Record<string, string>>;

export interface DateParts {
  readonly 'date-parts'?: readonly (readonly number[])[];
  readonly literal?: string;
}

/** Variables of CSL 1.0.2, except for the id. */
export type EntryDetails = Readonly<Record<string, string | readonly NameParts[] | DateParts>>;

/** Reads a date, or two with a slash between, as ISO 8601 and BibLaTeX write them. */
export function plainDate(written: string | undefined): DateParts | undefined {
  if (written === undefined) return undefined;
  const dates = written.split('/').map((date) => /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?(?:T.*)?$/.exec(date.trim()));
  if (dates.length > 2 || dates.includes(null)) return { literal: written };
  return {
    'date-parts': dates.map((date) => (date?.slice(1) ?? []).filter((part) => part !== undefined).map(Number)),
  };
}
