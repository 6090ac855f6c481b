/**
 * Rules for the paths in a brief, whatever reads them. A brief is a stranger's text: a path in it may reach nothing outside the
 * folder that it was opened in, no device and no network share. Nothing in here touches a file.
 */
import { say } from '../../core/base/say';

export interface Confinement {
  /** The folder that paths are relative to: the brief's own. */
  readonly folder: string;
  /** The folder outside of which nothing is read: the workspace's root, or the brief's folder. */
  readonly root: string;
  /** Lower case, with their dot. */
  readonly extensions: readonly string[];
  readonly maxBytes: number;
  /** The state of the file when it was last read. It isn't read again as long as that hasn't changed. */
  readonly known?: FileState;
  /** True to look at the file without reading it. The answer `unchanged` then says that it could be read. */
  readonly looks?: boolean;
}

/** The content of a folder that a configuration names: the regular files that were asked for, in no order. */
export type FolderRead =
  | {
      readonly uri: string;
      readonly files: readonly {
        readonly name: string;
        /** Version of its last write, which changes with every write. Some file systems don't report it. */
        readonly version?: string;
      }[];
      /** True if there are more entries than are looked at. */
      readonly isCut: boolean;
    }
  | { readonly refused: string };

/** Most entries of a folder that are looked at. */
export const MOST_ENTRIES = 50_000;

/** The state of a file, which changes whenever the file is written. */
export interface FileState {
  readonly uri: string;
  /** Size in bytes. */
  readonly size: number;
  /** Version of its last write, which changes with every write. */
  readonly version: string;
}

export type ConfinedRead =
  | {
      readonly text: string;
      /** True if some bytes aren't text in its encoding; U+FFFD replaces them. */
      readonly garbled: boolean;
      readonly state: FileState;
    }
  | { readonly unchanged: true }
  | { readonly refused: string };

/** Says why a file that isn't there was not read. */
export function noSuchFile(): string {
  return say('There is no such file.');
}
/** Says why a folder that isn't there was not read. */
export function noSuchFolder(): string {
  return say('There is no such folder.');
}

/** The reasons why an existing file was not read, as sentences. */
export const REFUSAL = {
  outside: () => say("It points outside the brief's folder."),
  link: () => say('It is a symbolic link.'),
  itself: () => say('It is this brief itself: name a copy of the source.'),
  irregular: () => say('It is not a regular file.'),
  forbidden: () => say('There is no permission to read it.'),
  unreadable: () => say('It could not be read.'),
  notUtf8: () => say('It is not in UTF-8. Save it in that encoding.'),
  larger: (maxBytes: number) => say('It is larger than {0} MB.', Math.floor(maxBytes / 1024 / 1024)),
  document: () =>
    say(
      'A PDF or Word document cannot be read here. Extract its text with "Brief: Add Source from File" or "brief extract", and name that file.',
    ),
  noText: (extensions: readonly string[]) => say('It is not text. Save its text as {0}.', listOf(extensions)),
} as const;

/** Names that Windows gives to devices, with any extension. */
const DEVICE = /^(?:con|prn|aux|nul|com[0-9¹²³]|lpt[0-9¹²³]|conin\$|conout\$|clock\$)[ ]*(?:[.:]|$)/i;
/** Git's name for its folder, and its short name on Windows. */
const GIT = /^(?:\.git|git~\d+)$/i;

/**
 * True if a part of a path is a device, git's folder, or a name that some system reads as another. Windows ignores dots and
 * spaces at the end, macOS invisible characters.
 */
function isForbiddenName(name: string): boolean {
  const plain = name.replace(/\p{Cf}/gu, '').trim();
  return plain !== '.' && (/[. ]$/.test(name) || DEVICE.test(plain) || GIT.test(plain));
}

/**
 * Says in a sentence why a path that a brief names may not be used; null if nothing in its form is wrong. Looks at the text
 * only and touches no file: even a look at a network share tells its owner who is there.
 */
export function refusalOf(path: string, extensions: readonly string[]): string | null {
  if (path.trim() === '' || path.endsWith('/')) return say('It is not a path.');
  const refused = refusalOfForm(path);
  if (refused) return refused;
  if (extensions.includes('.txt') && /^\.(?:pdf|docx?)$/.test(extensionOf(path))) return REFUSAL.document();
  if (!extensions.includes(extensionOf(path))) return say('Only {0} files are read here.', extensions.join(say(', ')));
  return null;
}

/** Says why the path of a folder may not be read; null if nothing in its form is wrong. */
export function refusalOfFolder(path: string): string | null {
  return path === '' ? say('It is not a path.') : refusalOfForm(path);
}

/** Says why the path of a folder, or of any file, may not be used; null if nothing in its form is wrong. */
export function refusalOfForm(path: string): string | null {
  if (/\p{Cc}/u.test(path)) return say('It is not a path.');
  for (const form of [path, decoded(path)]) {
    // After a colon, Windows looks for another stream of the file.
    if (form.includes(':')) return say('Name a file beside the brief, without ":", not an address or a drive.');
    if (form.includes('\\')) return say('Write folders with "/".');
    if (/^[/~]/.test(form)) return say('Name it relative to the brief.');
    const parts = form.split('/');
    if (parts.some((part) => /^\.\.[. ]*$/.test(part.replace(/\p{Cf}/gu, '').trim())))
      return say("It points outside the brief's folder.");
    if (parts.some(isForbiddenName)) return say('It is not a readable file.');
  }
  return null;
}

/** Returns the last extension of a path, in lower case and with its dot; empty if its name has none. */
export function extensionOf(path: string): string {
  return /[^/](\.[^./]*)$/.exec(path)?.[1]?.toLowerCase() ?? '';
}

/** Decodes the escapes of a path or a URI; returns it as it is if they are wrong. */
export function decoded(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}

/** True if nothing was written between two states of a file. */
export function isSameState(a: FileState, b: FileState): boolean {
  return a.uri === b.uri && a.size === b.size && a.version === b.version;
}

/** Writes a list such as ".txt, .md or .html". */
function listOf(extensions: readonly string[]): string {
  const last = extensions.at(-1) ?? '';
  return extensions.length < 2 ? last : say('{0} or {1}', extensions.slice(0, -1).join(say(', ')), last);
}

/**
 * Decodes UTF-8, or UTF-16 with a byte order mark. The mark is not part of the text, as in an editor.
 *
 * @returns null if it is not text: a PDF, or bytes with a NUL
 */
export function decodeText(bytes: Uint8Array): { text: string; garbled: boolean } | null {
  const [first, second] = bytes;
  const utf16 = first === 0xff && second === 0xfe ? 'utf-16le' : first === 0xfe && second === 0xff ? 'utf-16be' : null;
  if (
    new TextDecoder('latin1').decode(bytes.subarray(0, 1024)).includes('%PDF-') ||
    (utf16 === null && bytes.includes(0))
  )
    return null;
  const encoding = utf16 ?? 'utf-8';
  try {
    return { text: new TextDecoder(encoding, { fatal: true }).decode(bytes), garbled: false };
  } catch {
    return { text: new TextDecoder(encoding).decode(bytes), garbled: true };
  }
}
