/** Converts between the id of a source and the name of its file. */

/** Extensions of the files of a library folder. */
export const SOURCE_FILES = ['.yaml', '.yml', '.md'] as const;

/** Characters that some file system refuses in a name. */
const REFUSED = /[<>:"/\\|?*\p{Cc}\p{Cf}\p{Cs}]/gu;
/** Names that Windows gives to devices, with any extension. */
const DEVICE = /^(?:con|prn|aux|nul|com[0-9¹²³]|lpt[0-9¹²³]) *(?:\.|$)/i;
/** A file name has at most 255 bytes, its extension included. */
const MOST_BYTES = 240;

/**
 * True if a file may be a source by its name. Hidden files, names that begin with `_` (drafts) and briefs may not.
 */
export function mayBeSourceFile(name: string): boolean {
  return !/^[._]/.test(name) && !/\.brief\.md$/i.test(name) && SOURCE_FILES.some((end) => name.endsWith(end));
}

/** Returns the id for the name of a file: without its extension, in NFC, as some systems write names in NFD. */
export function idOfFile(name: string): string {
  return name.replace(/\.[^.]*$/, '').normalize('NFC');
}

/** True if an id can be the name of a file. */
export function canNameFile(id: string): boolean {
  return fileNameFor(id) === id.normalize('NFC');
}

/** Returns the file name for an id, without an extension: the id, with `-` for characters that a file system refuses. */
export function fileNameFor(id: string): string {
  const name = fitting(
    id
      .normalize('NFC')
      .replace(REFUSED, '-')
      .replace(/^[._~]+/, '-'),
  ).replace(/[. ]+$/, '-');
  if (DEVICE.test(name)) return name.replace(/^[^. ]+/, '$&-');
  return /^\.?git$|^git~\d+$|\.brief$/i.test(name) ? `${name.replace(/\.brief$/i, '')}-` : name;
}

/** True if a file may have this id: the id of its name, or an id that can't be a file name. */
export function agrees(id: string, file: string): boolean {
  return id.normalize('NFC') === idOfFile(file) || !canNameFile(id);
}

/** Cuts a name behind the last whole character within `MOST_BYTES` in UTF-8. */
function fitting(name: string): string {
  let bytes = 0;
  let end = 0;
  for (const character of name) {
    const code = character.codePointAt(0) ?? 0;
    bytes += code < 0x80 ? 1 : code < 0x800 ? 2 : code < 0x10000 ? 3 : 4;
    if (bytes > MOST_BYTES) break;
    end += character.length;
  }
  return name.slice(0, end);
}
