import { quoted } from '../../base/messages';
import { say } from '../../base/say';
import type { Span, TextEdit } from '../../base/text';
import { isSourceFile } from '../../brief/library/sourceFolder';
import type { Occurrence } from '../../brief/queries/occurrences';
import { bibliographyAt } from '../../brief/sources/fileOf';
import type { Brief } from '../../brief/types';
import { renameInYaml } from './declarations';
import { isNumeral } from './newNames';
import { type ElsewhereEdits, renameSourceFile } from './sourceFile';

/**
 * Renames a source in the bibliographies that declare it (BibTeX, RIS, CSL-JSON or CSL-YAML), and in its file of a library
 * folder.
 *
 * @param declared its places in these
 * @returns a sentence where one of them cannot take the name
 */
export function renameInBibliography(
  brief: Brief,
  declared: readonly Occurrence[],
  from: string,
  to: string,
): readonly ElsewhereEdits[] | { readonly refused: string } {
  const byFile = new Map<string, { readonly text: string; readonly edits: TextEdit[] }>();
  const files: ElsewhereEdits[] = [];
  for (const occurrence of declared) {
    const uri = occurrence.in === 'declaration' ? occurrence.declaration.uri : undefined;
    const file = uri === undefined ? undefined : bibliographyAt(brief, uri);
    if (file && isSourceFile(file)) {
      const renamed = renameSourceFile(file, brief.library, from, to);
      if ('refused' in renamed) return renamed;
      files.push(renamed);
      continue;
    }
    if (uri === undefined || file?.text === undefined) {
      return {
        refused: file
          ? say('This source is declared in {0}, which cannot be read here. Rename it there.', quoted(file.path))
          : say('This source is declared in another file, which cannot be read here. Rename it there.'),
      };
    }
    const { text, path } = file;
    const isBibtex = /\.bib$/i.test(path);
    if (isBibtex && !BIBTEX_KEY.test(to))
      return {
        refused: say(
          '{0} cannot be a key in {1}. Use letters, digits, "-", "_", ":" and ".".',
          quoted(to),
          quoted(path),
        ),
      };
    const known = byFile.get(uri) ?? { text, edits: isBibtex ? crossReferences(text, from, to) : [] };
    byFile.set(uri, known);
    if (isBibtex) known.edits.push({ span: occurrence.nameSpan, newText: to });
    else if (/\.ris$/i.test(path)) known.edits.push(renameInRis(text, occurrence.nameSpan, from, to));
    else known.edits.push(renameInCsl(text, occurrence.nameSpan, path, to));
  }
  return [...files, ...[...byFile].map(([uri, { text, edits }]) => ({ uri, text, edits }))];
}

const BIBTEX_KEY = /^[^\s,{}()"'=#%\\~@]+$/;

/** Other entries of a file name the entry: `crossref = {usgs}`, `xdata = {usgs, doe}`. */
function crossReferences(text: string, from: string, to: string): TextEdit[] {
  return [...text.matchAll(CROSS_REFERENCE)].flatMap((match) => {
    const [whole, list = ''] = match;
    let at = match.index + whole.length - 1 - list.length;
    return list.split(',').flatMap((part): TextEdit[] => {
      const start = at + part.length - part.trimStart().length;
      at += part.length + 1;
      return part.trim() === from ? [{ span: { start, end: start + from.length }, newText: to }] : [];
    });
  });
}

const CROSS_REFERENCE = /\b(?:crossref|xref|xdata|related|entryset)\s*=\s*[{"]([^{}"\n]{0,1000})[}"]/gi;

/** An entry without an `ID` line, whose name comes from its author, gets one after its first line. */
function renameInRis(text: string, span: Span, from: string, to: string): TextEdit {
  if (text.slice(span.start, span.end) === from) return { span, newText: to };
  const lineBreak = /\r\n?|\n/.exec(text.slice(span.end, span.end + 200))?.[0] ?? '\n';
  return { span: { start: span.end, end: span.end }, newText: `${lineBreak}ID  - ${to}` };
}

function renameInCsl(text: string, span: Span, path: string, to: string): TextEdit {
  const quote = text[span.start];
  if (quote === '"' || quote === "'") return renameInYaml(text, { start: span.start + 1, end: span.end - 1 }, to);
  const bare = !/\.json$/i.test(path) || (isNumeral(to) && !/^0./.test(to));
  return bare ? renameInYaml(text, span, to) : { span, newText: JSON.stringify(to) };
}
