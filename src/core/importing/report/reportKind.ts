import { say } from '../../base/say';

/** Reports as files: which kind a file is. */

export type ReportKind = 'word-document' | 'web-page' | 'text';

/**
 * The kind of a file by how it starts, and its name.
 *
 * @param start its first bytes; a few hundred are enough
 * @returns why it can not be imported, as a clause, for a kind that is known and not read
 */
export function kindOfReport(name: string, start: Uint8Array): ReportKind | { readonly error: string } {
  const first = String.fromCharCode(...start.subarray(0, 300));
  const extension = /\.([a-z\d]+)$/i.exec(name)?.[1]?.toLowerCase() ?? '';
  if (first.startsWith('PK\u0003\u0004')) return 'word-document';
  if (first.startsWith('%PDF-')) return { error: say('it is a PDF; open it, copy its text, and import that') };
  if (first.startsWith('\u00D0\u00CF\u0011\u00E0'))
    return { error: say('it is an old Word document (.doc); save it as .docx') };
  if (first.startsWith('{\\rtf')) return { error: say('it is rich text (.rtf); save it as .docx') };
  if (extension === 'docx') return { error: say('it is no Word document (.docx)') };
  const isPage =
    /^(?:html?|xhtml)$/.test(extension) || /^(?:\u00EF\u00BB\u00BF)?\s*<(?:!doctype html|html)\b/i.test(first);
  return isPage ? 'web-page' : 'text';
}
