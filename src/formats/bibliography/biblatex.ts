/** Reads the forms that only BibLaTeX has, as Better BibTeX for Zotero exports them. TeX in values is left as it is. */

/** A name by its parts (the manual of BibLaTeX, "Extended name format"). */
export interface ExtendedName {
  readonly family: string;
  readonly given: string;
  readonly prefix: string;
  readonly suffix: string;
  /** True if the name is sorted and cited by its prefix. */
  readonly usesPrefix: boolean;
}

/** A part of a name, or an option such as `useprefix=true`. */
const PART = /^\s*([a-z]+(?:-i)?)\s*=\s*"?(.*?)"?\s*$/i;

/**
 * Reads `family=Berg, given=Anna, prefix=van den, useprefix=true`.
 *
 * @param parts the texts between the commas that are outside of braces
 * @returns null if the name has another form
 */
export function extendedName(parts: readonly string[]): ExtendedName | null {
  const found = new Map<string, string>();
  for (const part of parts) {
    const [, name, value] = PART.exec(part) ?? [];
    if (name === undefined || value === undefined) return null;
    found.set(name.toLowerCase(), value);
  }
  const of = (name: string) => found.get(name) ?? '';
  const [family, given, prefix, suffix] = [of('family'), of('given'), of('prefix'), of('suffix')];
  if (family === '' && given === '') return null;
  return { family, given, prefix, suffix, usesPrefix: of('useprefix').toLowerCase() === 'true' };
}

/**
 * A date of ISO 8601-2. Marks for "about" and "unsure" (`~`, `?`, `%`), unknown parts (`XX`) and the time of day are allowed.
 */
const DATE = /^(\d{4})(?:-(\d{2}|XX)(?:-(\d{2}|XX))?)?(?:T.*)?[~?%]?$/;

const UNKNOWN = /^\s*\d{0,3}[uX]{1,4}(?:[-/].*)?$/;

/**
 * Shortens a date to the year, month or day. A range gives its start, and a season (months 21 to 24) its year. A year with
 * unknown digits (`20uu`, `199X`) is no year.
 *
 * @returns the written text if it is something else
 */
export function dayOfEdtf(written: string): string {
  if (UNKNOWN.test(written)) return '';
  const [, year, month, day] = DATE.exec(written.split('/')[0]?.trim() ?? '') ?? [];
  if (year === undefined) return written;
  if (month === undefined || !(Number(month) >= 1 && Number(month) <= 12)) return year;
  return day === undefined || day === 'XX' ? `${year}-${month}` : `${year}-${month}-${day}`;
}
