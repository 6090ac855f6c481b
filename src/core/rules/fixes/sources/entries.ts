/** The entries of sources, as pieces of text that can change places. */

import type { Span } from '../../../base/text';
import { footnotesOf } from '../../../brief/queries/targets';
import type { Brief, SourceDeclaration } from '../../../brief/types';
import { trimEnd } from '../../../document/moved';

/** An entry with its comments, as it is moved. */
export interface Entry {
  /** The id that it declares; for a footnote with its `^`. */
  readonly id: string;
  readonly idSpan: Span;
  /** Span of whole lines, without the last line break; or of a part of a line with several entries. */
  readonly span: Span;
  /** The margin and the mark of a list. Entries can change places only if theirs are the same. */
  readonly lead: string;
}

/**
 * Returns the runs of entries that can be sorted: only white space is between them. A comment above an entry belongs to it.
 * Another kind of declaration, or a heading, starts a new run.
 */
export function entryRuns(brief: Brief): Entry[][] {
  const runs: Entry[][] = [];
  let kindBefore = '';
  for (const { declaration, kind } of declarationsHere(brief)) {
    const run = runs.at(-1);
    const last = run?.at(-1);
    const entry = entryOf(brief, declaration, kind, last?.span.end ?? 0);
    const isNext =
      last !== undefined &&
      kind === kindBefore &&
      last.lead === entry.lead &&
      /^[\s>]*$/.test(brief.content.slice(last.span.end, entry.span.start));
    if (run && isNext) run.push(entry);
    else runs.push([entry]);
    kindBefore = kind;
  }
  return runs;
}

interface Declared {
  readonly kind: SourceDeclaration['declaredIn'];
  readonly declaration: { readonly id: string; readonly idSpan: Span; readonly span: Span };
}

/** Returns all declarations that are entries, and footnotes that are remarks, in document order, each place once. */
function declarationsHere(brief: Brief): Declared[] {
  const found: Declared[] = [
    ...brief.sources.flatMap(({ declarations }) =>
      declarations.flatMap((declaration): Declared[] => {
        const { declaredIn, uri } = declaration;
        const isEntry = uri === undefined && !['bibliography', 'inline', 'footnote'].includes(declaredIn);
        return isEntry ? [{ kind: declaredIn, declaration }] : [];
      }),
    ),
    ...footnotesOf(brief).map(
      ({ label, idSpan, span }): Declared => ({
        kind: 'footnote',
        declaration: { id: label, idSpan, span },
      }),
    ),
  ];
  return found.sort((a, b) => a.declaration.span.start - b.declaration.span.start);
}

/** @param from end of the entry before it */
function entryOf(
  { text, lines }: Brief,
  { id, idSpan, span }: Declared['declaration'],
  kind: Declared['kind'],
  from: number,
): Entry {
  const lineStart = lines.startOf(lines.lineAt(span.start));
  const end = trimEnd(text, span.start, span.end);
  const lineEnd = lines.endOf(lines.lineAt(end));
  const margin = text.slice(lineStart, span.start);
  const isYaml = kind === 'front-matter';
  const isAlone = (isYaml ? /^[ \t]*(?:#.*)?$/ : /^[ \t]*(?:<!--.*-->[ \t]*)?$/).test(text.slice(end, lineEnd));
  if (lineStart < from || !/^[ \t>]*$/.test(margin) || !isAlone) {
    return { id, idSpan, span: { start: span.start, end: withoutSemicolon(text, span.start, end) }, lead: '' };
  }
  const mark = /^(?:[-*+•]|\d{1,9}[.)])?/.exec(text.slice(span.start, idSpan.start + 12))?.[0] ?? '';
  const lead = `${margin}${mark.replace(/\d+/, '1')}`;
  const whole = { start: lineStart, end: lineEnd };
  const comment = isYaml ? /^[ \t]*#/ : /^[ \t>]*<!--(?:(?!-->).)*-->[ \t]*$/;
  return {
    id,
    idSpan,
    lead,
    span: {
      start: upOver(comment),
      end: isYaml ? downOver(margin.length) : whole.end,
    },
  };

  /**
   * Returns the start of the comments above, unless they disable or enable rules from there on. In YAML, a comment between
   * two entries belongs to the second, even with blank lines between. In the text, a comment with a blank line below it
   * belongs to no entry.
   */
  function upOver(pattern: RegExp): number {
    let start = whole.start;
    for (let line = lines.lineAt(whole.start) - 1; line >= 0; line--) {
      const above = text.slice(lines.startOf(line), lines.endOf(line));
      if (lines.startOf(line) < from || /brief-(?:disable|enable)(?![-\w])/.test(above)) break;
      if (pattern.test(above)) start = lines.startOf(line);
      else if (!isYaml || above.trim() !== '') break;
    }
    return start;
  }

  /** Returns the end of the comments right below that are indented more than the entry: they are part of it. */
  function downOver(indent: number): number {
    let at = whole.end;
    for (let line = lines.lineAt(whole.end) + 1; line < lines.count; line++) {
      const below = text.slice(lines.startOf(line), lines.endOf(line));
      const margin = /^([ \t]*)#/.exec(below)?.[1];
      if (margin === undefined || margin.length <= indent) break;
      at = lines.endOf(line);
    }
    return at;
  }
}

/** Returns the end of an entry on a line of several, without the semicolon after it, which stays in its place. */
function withoutSemicolon(text: string, start: number, end: number): number {
  return /[;；]/.test(text[end - 1] ?? '') ? trimEnd(text, start, end - 1) : end;
}
