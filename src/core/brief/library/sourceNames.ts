/** How the id of a source and the name of its file belong together. */

/** What the files of a library folder end with. */
export const SOURCE_FILES = ['.yaml', '.yml', '.md'] as const;

/** What some file system takes for another thing than a name. */
const REFUSED = /[<>:"/\\|?*\p{Cc}\p{Cf}\p{Cs}]/gu;
/** Names that Windows gives to devices, with any extension. */
const DEVICE = /^(?:con|prn|aux|nul|com[0-9¹²³]|lpt[0-9¹²³]) *(?:\.|$)/i;
/** File systems count bytes, of which a name has 255 at most, and the extension is some of them. */
const MOST_BYTES = 240;

/**
 * Whether the file of a name may be that of a source. What is hidden, begins with `_` (as drafts do), or is a brief is none.
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

/** Whether the id in a file is one that the file may be called by: that of its name, or one that no file can have. */
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
