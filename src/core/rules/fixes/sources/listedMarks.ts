/** The lines of a list of sources that say of marks of an assistant what they stand for: `- Tin Yearbook【10†L5-L9】`. */

import type { TextEdit } from '../../../base/text';
import type { Brief } from '../../../brief/types';
import { readArtifact, sourcesOfMark } from '../../../document/citations/artifacts';
import { removeLines } from '../remove';

/** What lists of sources say of marks. */
export interface ListedMarks {
  /** The titles of sources, by the names that marks give these. */
  readonly titles: ReadonlyMap<string, string>;
  /** The marks in the lines of these, as written. */
  readonly marks: readonly string[];
  /** The removals of the lines whose titles these are. */
  readonly edits: readonly TextEdit[];
}

const LINE = /^[ \t]*(?:[-*+•]|\d{1,3}[.)])[ \t]+([^\n]+)$/gm;

/** Returns what the lists of a brief say of marks. A line that names one source says more than a line that names several. */
export function linesOfMarks(brief: Brief): ListedMarks {
  // The last list is where new entries stand: the lines of others stay.
  const list = brief.sections.findLast(({ kind }) => kind === 'sources');
  const found = (list ? [list] : []).flatMap(({ span }) =>
    [...brief.content.slice(span.start, span.end).matchAll(LINE)].flatMap(({ 0: line, 1: words = '', index }) => {
      const start = span.start + index;
      const read = titleAndMarks(words);
      return read ? [{ ...read, span: { start, end: start + line.length } }] : [];
    }),
  );
  const titles = new Map<string, string>();
  for (const { title, names } of found.toSorted((a, b) => a.names.length - b.names.length))
    for (const name of names) if (!titles.has(name)) titles.set(name, title);
  const taken = found.filter(({ title, names }) => names.some((name) => titles.get(name) === title));
  return {
    titles,
    marks: taken.flatMap(({ marks }) => marks),
    edits: taken.map(({ span }) => removeLines(brief, span)),
  };
}

interface TitleAndMarks {
  readonly title: string;
  readonly marks: readonly string[];
  /** The names that the marks give sources, each once. */
  readonly names: readonly string[];
}

/** Reads a title with nothing but marks behind it; null for other words. */
function titleAndMarks(words: string): TitleAndMarks | null {
  const marks: string[] = [];
  let first = -1;
  for (let at = 0; at < words.trimEnd().length; ) {
    const mark = readArtifact(words, at);
    if (!mark && first >= 0) return null;
    if (mark && first < 0) first = at;
    if (mark) marks.push(words.slice(mark.span.start, mark.span.end));
    at = mark?.span.end ?? at + 1;
  }
  const title = words.slice(0, Math.max(0, first)).trim();
  const names = [...new Set(marks.flatMap(sourcesOfMark))];
  return names.length > 0 && /\p{L}/u.test(title) ? { title, marks, names } : null;
}
