/** Keeps who cites what where an assistant left marks instead of citations: each distinct mark is a numbered source. */

import { differenceBetween, type Span, type TextEdit } from '../../../base/text';
import type { Brief } from '../../../brief/types';
import { sourcesOfMark } from '../../../document/citations/artifacts';
import { citationOf, citeInPlace } from '../cite';
import { newSourceId } from '../declareSource';
import { removeWord } from '../remove';
import { addressesIn } from './addresses';
import { declareAll } from './declareAll';

/** A mark that names sources of a chat by names that only the chat knows. */
export interface Mark {
  readonly span: Span;
  readonly written: string;
}

/** Returns the names of the sources in marks, each once, in the order of the text. */
export function sourcesOfMarks(marks: readonly Mark[]): readonly string[] {
  return [...new Set(marks.flatMap(({ written }) => sourcesOfMark(written)))];
}

/**
 * Returns the edits that keep marks as citations of numbered sources, which are to be filled in. A source gets the address
 * that stands alone beside a mark of it, in a line or in the row of a table.
 *
 * @param linksCite true if links will be citations as well: a mark beside the link of its source then says nothing more
 * @returns null if no source can be declared
 */
export function keepMarks(brief: Brief, marks: readonly Mark[], linksCite = false): TextEdit[] | null {
  const beside = addressesBeside(brief, marks);
  const isSaid = ({ span, written }: Mark) =>
    linksCite && sourcesOfMark(written).some((name) => beside.get(name)?.lines.has(brief.lines.lineAt(span.start)));
  const names = sourcesOfMarks(marks.filter((mark) => !isSaid(mark)));
  const first = Number(newSourceId(brief));
  if (sourcesOfMarks(marks).length === 0 || !Number.isInteger(first)) return null;
  const ids = new Map(names.map((name, index) => [name, String(first + index)]));
  const sources = [...ids].map(([name, id]) => {
    const url = beside.get(name)?.url;
    return { id, ...(url === undefined ? {} : { url }) };
  });
  const declared = declareAll(brief, sources);
  if (sources.length > 0 && declared === brief) return null;
  return [
    ...marks.map((mark) => {
      const { span, written } = mark;
      const cited = (isSaid(mark) ? [] : sourcesOfMark(written)).map((name) => citationOf(ids.get(name) ?? ''));
      return cited.length > 0 ? citeInPlace(brief, span, cited.join('')) : removeWord(brief.text, span);
    }),
    ...(declared === brief ? [] : [differenceBetween(brief.text, declared.text)]),
  ];
}

/** The address of a source, and the lines in which it stands beside its marks. */
interface Beside {
  readonly url: string;
  readonly lines: Set<number>;
}

/** The addresses of sources: of those whose marks have a line to themselves with one address. */
function addressesBeside({ text, lines }: Brief, marks: readonly Mark[]): ReadonlyMap<string, Beside> {
  const byLine = new Map<number, Set<string>>();
  for (const { span, written } of marks) {
    const line = lines.lineAt(span.start);
    const names = byLine.get(line) ?? new Set();
    byLine.set(line, names);
    for (const name of sourcesOfMark(written)) names.add(name);
  }
  const found = new Map<string, Beside>();
  for (const [line, names] of byLine) {
    const [name] = names;
    const urls = new Set(addressesIn(text.slice(lines.startOf(line), lines.endOf(line))).map(({ url }) => url));
    const [url] = urls;
    if (name === undefined || url === undefined || names.size > 1 || urls.size > 1) continue;
    const known = found.get(name);
    if (!known) found.set(name, { url, lines: new Set([line]) });
    else if (known.url === url) known.lines.add(line);
  }
  return found;
}
