/** Keeps who cites what where an assistant left marks instead of citations: each source that marks name gets one entry. */

import { differenceBetween } from '../../../base/content';
import { isNumber } from '../../../base/messages';
import type { Span, TextEdit } from '../../../base/text';
import { comparableUrl } from '../../../base/urls';
import type { Brief } from '../../../brief/types';
import { sourcesOfMark } from '../../../document/citations/artifacts';
import { citationOf, citeInPlace } from '../cite';
import { newSourceId } from '../declareSource';
import { edited } from '../edited';
import { removeWord } from '../remove';
import { addressesIn } from './addresses';
import { sourceLike } from './citeSource';
import { declareAll } from './declareAll';
import { type Held, holdsNothing, ofLines } from './leftover';
import { linesOfMarks } from './listedMarks';
import type { NewSource } from './newSource';

/** A mark of an assistant, and the content that would be lost with it. */
export interface Mark {
  readonly span: Span;
  readonly written: string;
  readonly held: Held;
}

/** Returns the names of the sources in marks that only the chat knows, each once, in the order of the text. */
export function sourcesOfMarks(marks: readonly Mark[]): readonly string[] {
  return [...new Set(marks.filter(({ held }) => holdsNothing(held)).flatMap(({ written }) => sourcesOfMark(written)))];
}

/** True if the list of sources has the numbers of all marks: they are numbers of that list, else of a chat. */
export function areListed({ sources }: Brief, marks: readonly Mark[]): boolean {
  const declared = new Set(sources.map(({ id }) => id));
  return marks.every(({ held }) =>
    held.ids.length > 0 ? held.ids.every((id) => declared.has(id)) : !holdsNothing(held),
  );
}

/**
 * Returns the edits that make citations of marks, or the words of the sentence that they hold. A source that only the chat
 * knows is to be filled in. It gets the title of the line that lists its mark, and the address that stands alone beside a
 * mark of it, in a line or in the row of a table.
 *
 * @param linksCite true if links will be citations as well: a mark beside the link of its source then says nothing more
 * @returns null if no source can be declared
 */
export function keepMarks(brief: Brief, marks: readonly Mark[], linksCite = false): TextEdit[] | null {
  const beside = addressesBeside(brief, marks);
  const isListed = areListed(brief, marks);
  const listed = linesOfMarks(brief);
  const isSaid = ({ span, held, written }: Mark) =>
    linksCite &&
    holdsNothing(held) &&
    sourcesOfMark(written).some((name) => beside.get(name)?.lines.has(brief.lines.lineAt(span.start)));
  const made = new Map<string, NewSource>();
  const newId = idsFor(brief);
  const idOf = (name: string, known: () => Omit<NewSource, 'id'>): string => {
    const entry = made.get(name) ?? { ...known(), id: newId(made.size) };
    made.set(name, entry);
    return entry.id;
  };
  const idsOf = ({ written, held: { source, ids } }: Mark): readonly string[] | null => {
    if (source) {
      const same = sourceLike(brief, source);
      if (same) return same.keepsAddress ? [same.id] : null;
      const { url, title, publisher = '' } = source;
      return [idOf(url === undefined ? (title ?? publisher).toLowerCase() : comparableUrl(url), () => source)];
    }
    if (isListed) return ids;
    return sourcesOfMark(written).map((name) => {
      const [title, url] = [listed.titles.get(name), beside.get(name)?.url];
      return idOf(name, () => ({ ...(title === undefined ? {} : { title }), ...(url === undefined ? {} : { url }) }));
    });
  };
  const edits = marks.flatMap((mark): TextEdit[] => {
    const { span, held } = mark;
    if (held.words !== null) return [{ span, newText: held.words }];
    const ids = isSaid(mark) ? [] : idsOf(mark);
    if (ids === null) return [];
    if (ids.length === 0) return [removeWord(brief.text, span)];
    // The numbers are ours, so a mark with several of them has them in order.
    const inOrder = ids.every(isNumber) ? ids.toSorted((a, b) => Number(a) - Number(b)) : ids;
    return [citeInPlace(brief, span, inOrder.map((id) => ofLines(citationOf(id), held)).join(''))];
  });
  if (made.size === 0) return edits;
  for (const [name, title] of listed.titles) idOf(name, () => ({ title }));
  // One edit for the list: the new entries stand where its lines were.
  const unlisted = edited(brief, listed.edits);
  const declared = declareAll(unlisted, [...made.values()]);
  return declared === unlisted ? null : [...edits, differenceBetween(brief.text, declared.text)];
}

/** Returns the ids of new sources by their number among these. */
function idsFor(brief: Brief): (index: number) => string {
  const first = newSourceId(brief);
  if (isNumber(first)) return (index) => String(Number(first) + index);
  const taken = new Set(brief.sources.map(({ id }) => id));
  const free: string[] = [];
  return (index) => {
    for (let suffix = 1; free.length <= index; suffix++) {
      const id = `source-${suffix}`;
      if (!taken.has(id) && !free.includes(id)) free.push(id);
    }
    return free[index] ?? '';
  };
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
