import { quoted } from '../../base/messages';
import { say } from '../../base/say';
import { lineBreakOf, type TextEdit } from '../../base/text';
import { canNameFile, fileNameFor, idOfFile } from '../../brief/library/sourceNames';
import type { SourceFile, SourceFolder } from '../../brief/types';
import { quoteText } from '../../document/frontMatter/slips';
import { renameInYaml } from './declarations';

/** Changes of another file. */
export interface ElsewhereEdits {
  readonly uri: string;
  /** The file as it was read: the spans are offsets in it. */
  readonly text: string;
  readonly edits: readonly TextEdit[];
  /** URI of the file after the rename: in a library folder, the id names the file. */
  readonly newUri?: string;
}

/**
 * Renames a source in its file of a library folder: the id that is written in it, and the file if the old id names it or the
 * new id can.
 *
 * @returns the reason as a sentence if there is such a file already
 */
export function renameSourceFile(
  file: SourceFile,
  library: SourceFolder | null,
  from: string,
  to: string,
): ElsewhereEdits | { readonly refused: string } {
  const { uri, name, written } = file;
  const edits = idEdits(file, to);
  const isNamedByIt = idOfFile(name) === fileNameFor(from);
  const extension = name.slice(name.lastIndexOf('.'));
  const next = isNamedByIt || canNameFile(to) ? fileNameFor(to) + extension : name;
  if (next === name.normalize('NFC')) return { uri, text: written, edits };
  const isTaken = [...(library?.names ?? [])].some(
    (other) => other !== name && idOfFile(other).toLowerCase() === idOfFile(next).toLowerCase(),
  );
  if (isTaken) return { refused: say('There is already another file for {0}. Choose another name.', quoted(to)) };
  return { uri, text: written, edits, newUri: uri.slice(0, uri.lastIndexOf('/') + 1) + encodeURIComponent(next) };
}

/** Returns the edits that rename the written id. An id that can't name a file is written if it wasn't. */
function idEdits({ written, writtenId, declarations: [declared] }: SourceFile, to: string): TextEdit[] {
  if (writtenId) return [renameInYaml(written, writtenId.span, to)];
  if (!declared || canNameFile(to)) return [];
  const { start } = declared.idSpan;
  const value = /^[\p{L}_][\p{L}\p{N}\p{M}_.+/:-]*$/u.test(to) && !to.endsWith(':') ? to : quoteText(to);
  return [{ span: { start, end: start }, newText: `id: ${value}${lineBreakOf(written)}` }];
}
