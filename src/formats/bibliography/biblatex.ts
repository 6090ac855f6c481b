/** What BibLaTeX writes in ways of its own, as Better BibTeX for Zotero exports it. TeX in values is as it was. */

/** A name by its parts (the manual of BibLaTeX, "Extended name format"). */
export interface ExtendedName {
  readonly family: string;
  readonly given: string;
  readonly prefix: string;
  readonly suffix: string;
  /** Whether the name is sorted and cited by its prefix. */
  readonly usesPrefix: boolean;
}

/** A part of a name, or an option such as `useprefix=true`. */
const PART = /^\s*([a-z]+(?:-i)?)\s*=\s*"?(.*?)"?\s*$/i;

/**
 * Reads `family=Berg, given=Anna, prefix=van den, useprefix=true`.
 *
 * @param parts what stands between the commas that are outside of braces
 * @returns null where it is a name of another form
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

/** A date of ISO 8601-2, up to what stands for "about" and "unsure" (`~`, `?`, `%`), for parts that are not known and for the time of day. */
const DATE = /^(\d{4})(?:-(\d{2}|XX)(?:-(\d{2}|XX))?)?(?:T.*)?[~?%]?$/;

/**
 * A date to the year, month or day; of a range its start, and of a season (months 21 to 24) its year.
 *
 * @returns what was written, where it is something else
 */
export function dayOfEdtf(written: string): string {
  const [, year, month, day] = DATE.exec(written.split('/')[0]?.trim() ?? '') ?? [];
  if (year === undefined) return written;
  if (month === undefined || !(Number(month) >= 1 && Number(month) <= 12)) return year;
  return day === undefined || day === 'XX' ? `${year}-${month}` : `${year}-${month}-${day}`;
}
