const LONGEST = 40;
/** Matches names that systems keep for devices, and names of letters alone, which may mean something to a program. */
const TAKEN = /^(?:(?:com|lpt)[0-9¹²³]|[\p{L}\p{M}-]*)$/u;
const MOST_NAMES = 10_000;

/**
 * Returns the name of a new file for the copy of a source: letters, digits and hyphens of its id, in lower case. Neither its
 * author nor a server chooses more of it. Null if too many such names are taken.
 *
 * @param taken all names in the folder, in lower case
 */
export function nameOfCopy(id: string, extension: '.txt' | '.md', taken: ReadonlySet<string>): string | null {
  const words = id
    .toLowerCase()
    .normalize('NFC')
    .replace(/[^\p{L}\p{M}\p{N}]+/gu, '-');
  const short = [...words]
    .slice(0, LONGEST)
    .join('')
    .replace(/^[\p{M}-]+|-+$/gu, '');
  const start = TAKEN.test(short) ? `source-${short}`.replace(/-$/, '') : short;
  for (let count = 1; count < MOST_NAMES; count++) {
    const name = `${start}${count === 1 ? '' : `-${count}`}${extension}`;
    if (!taken.has(name)) return name;
  }
  return null;
}

/** True if {@link nameOfCopy} may have given a name. */
export function isNameOfCopy(name: string): boolean {
  return /^[\p{L}\p{N}][\p{L}\p{M}\p{N}-]{0,80}\.(?:txt|md)$/u.test(name);
}
