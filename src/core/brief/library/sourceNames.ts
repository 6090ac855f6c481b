/** How the id of a source and the name of its file belong together. */

/** What the files of a library folder end with. */
export const SOURCE_FILES = ['.yaml', '.yml', '.md'] as const;

/** What some file system takes for another thing than a name. */
const REFUSED = /[<>:"/\\|?*\p{Cc}\p{Cf}\p{Cs}]/gu;
/** Names that Windows gives to devices, with any extension. */
const DEVICE = /^(?:con|prn|aux|nul|com[0-9¹²³]|lpt[0-9¹²³]) *(?:\.|$)/i;
/** A file name has at most 255 bytes, its extension included. */
const MOST_BYTES = 240;

/**
 * Whether a file name may be that of a source. Hidden files, names that begin with `_` (drafts) and briefs may not.
 */
export function mayBeSourceFile(name: string): boolean {
  return !/^[._]/.test(name) && !/\.brief\.md$/i.test(name) && SOURCE_FILES.some((end) => name.endsWith(end));
}

/** The id that the name of a file stands for: without its extension, in NFC, as some systems write names in NFD. */
export function idOfFile(name: string): string {
  return name.replace(/\.[^.]*$/, '').normalize('NFC');
}

/** Whether a file can be called by an id. */
export function canNameFile(id: string): boolean {
  return fileNameFor(id) === id.normalize('NFC');
}

/** What the file of an id is called, without its extension: the id, with `-` for what a file system refuses. */
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

/** Whether a file may have this id: the id of its name, or an id that cannot be a file name. */
export function agrees(id: string, file: string): boolean {
  return id.normalize('NFC') === idOfFile(file) || !canNameFile(id);
}

/** As many whole characters of a name as UTF-8 has room for. */
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
