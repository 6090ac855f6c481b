/**
 * Replaces the marks that assistants leave instead of citations: by a citation if the text names the source, else by nothing.
 */

import { isNumber } from '../../base/messages';
import type { Brief } from '../../brief/types';
import { sourcesOfMark } from '../../document/citations/artifacts';
import { citationOf, citeInPlace } from '../../rules/fixes/cite';
import { type NewSource, newSourceId } from '../../rules/fixes/declareSource';
import { removeWord } from '../../rules/fixes/remove';
import { idOfTitle } from '../../rules/fixes/sources/citeSource';
import { declareAll } from '../../rules/fixes/sources/declareAll';
import { keepMarks } from '../../rules/fixes/sources/keepMarks';
import { heldBy, holdsNothing, ofLines } from '../../rules/fixes/sources/leftover';
import { inBrackets, withRemovals } from '../edits';
import { type Notes, noteRemoved } from '../report';

/**
 * Turns a mark with an address into a link, and a mark with a title or a file name into a citation of a source with that name.
 * Numbers of marks are numbers of the list of sources if all of them are in it. Otherwise they belong to a chat that nobody can
 * follow any more: each mark then stands for a numbered source that is to be filled in.
 */
export function readAssistantMarks(given: Brief, notes: Notes): Brief {
  if (marksOf(given).length === 0) return given;
  const named = withNamedSources(given);
  const brief = areListed(named) ? named : keepEmpty(named, notes);
  const marks = marksOf(brief);
  const isListed = areListed(brief);
  const edits = marks.map(({ span, text, held }) => {
    const { ids, source, words } = held;
    if (words !== null) {
      noteRemoved(notes, 'mark of an assistant', text, words);
      return { span, newText: words };
    }
    if (source && isWeb(source)) {
      notes.said.push(text);
      return { span, newText: `([${source.title ?? source.publisher ?? 'source'}](${source.url}))` };
    }
    const title = source && idOfTitle(brief, nameOf(source));
    const cited = title ? [title] : isListed ? ids : [];
    if (cited.length > 0) {
      notes.said.push(text);
      return citeInPlace(brief, span, cited.map((id) => ofLines(citationOf(id), held)).join(''));
    }
    // If no source can be declared, its name stays.
    if (source) return { span, newText: `(${nameOf(source)})` };
    noteRemoved(notes, 'mark of an assistant', text);
    if (!/^\[cite_(?:start|end)/.test(text)) notes.lost.push(text);
    return removeWord(brief.text, span);
  });
  notes.citedBy.add('marks of an assistant');
  return withRemovals(brief, edits);
}

/** True if the list of sources has the numbers of all marks. */
function areListed(brief: Brief): boolean {
  const declared = new Set(brief.sources.map(({ id }) => id));
  return marksOf(brief).every(({ held: { ids, source, words } }) =>
    ids.length > 0 ? ids.every((id) => declared.has(id)) : source !== null || words !== null,
  );
}

/** Keeps marks that hold nothing as citations of numbered sources, which are to be filled in. */
function keepEmpty(given: Brief, notes: Notes): Brief {
  const brief = inBrackets(given);
  const marks = marksOf(brief)
    .filter(({ text, held }) => holdsNothing(held) && sourcesOfMark(text).length > 0)
    .map(({ span, text }) => ({ span, written: text }));
  const edits = keepMarks(brief, marks, true);
  if (!edits) return given;
  for (const { written } of marks) notes.said.push(written);
  notes.keptMarks.push(...marks.map(({ written }) => written));
  return withRemovals(brief, edits);
}

function marksOf(brief: Brief) {
  const found = [
    ...brief.slips.filter(({ kind }) => kind === 'artifact'),
    // Marks with lines are read as citations if the list has their number.
    ...brief.citations.filter(
      ({ form, span }) => form === 'full-width' && /^【\d+†/.test(brief.content.slice(span.start, span.end)),
    ),
  ];
  return found
    .toSorted((a, b) => a.span.start - b.span.start)
    .map(({ span }) => {
      const text = brief.content.slice(span.start, span.end);
      return { span, text, held: heldBy(text) };
    });
}

/** Declares a source for each title and each file that marks name without an address. */
function withNamedSources(brief: Brief): Brief {
  const made = new Map<string, NewSource>();
  const taken = new Set<string>();
  for (const { held } of marksOf(brief)) {
    const { source } = held;
    const name = source ? nameOf(source).toLowerCase() : '';
    if (!source || isWeb(source) || made.has(name) || idOfTitle(brief, name) !== undefined) continue;
    const id = freeId(brief, taken);
    taken.add(id);
    made.set(name, { id, ...source });
  }
  return made.size === 0 ? brief : declareAll(inBrackets(brief), [...made.values()]);
}

/** Returns an id for a new source that neither the brief nor `given` has. */
function freeId(brief: Brief, given: ReadonlySet<string>): string {
  const id = newSourceId(brief, (taken) => {
    let suffix = 1;
    while (taken.has(`source-${suffix}`) || given.has(`source-${suffix}`)) suffix++;
    return `source-${suffix}`;
  });
  return isNumber(id) ? String(Number(id) + given.size) : id;
}

function isWeb({ url }: Omit<NewSource, 'id'>): boolean {
  return url !== undefined && /^https?:/i.test(url);
}

function nameOf({ title, publisher, url }: Omit<NewSource, 'id'>): string {
  return title ?? publisher ?? url ?? '';
}
