/**
 * Replaces the marks that assistants leave instead of citations: by a citation if the text names the source, else by nothing.
 */

import type { Brief } from '../../brief/types';
import { sourcesOfMark } from '../../document/citations/artifacts';
import { edited } from '../../rules/fixes/edited';
import { removeWord } from '../../rules/fixes/remove';
import { areListed, keepMarks, type Mark } from '../../rules/fixes/sources/keepMarks';
import { heldBy, holdsNothing } from '../../rules/fixes/sources/leftover';
import { linesOfMarks } from '../../rules/fixes/sources/listedMarks';
import type { NewSource } from '../../rules/fixes/sources/newSource';
import { inBrackets, withRemovals } from '../edits';
import { type Notes, noteRemoved } from '../report';

/**
 * Turns a mark with an address into a link, and a mark with a title or a file name into a citation of a source with that name.
 * Numbers of marks are numbers of the list of sources if all of them are in it. Otherwise they belong to a chat that nobody can
 * follow any more: each mark then stands for a numbered source that is to be filled in.
 */
export function readAssistantMarks(given: Brief, notes: Notes): Brief {
  if (marksOf(given).length === 0) return given;
  const isListed = areListed(given, marksOf(given));
  const linked = withLinks(given, notes);
  const declares = marksOf(linked).some(({ held }) => held.source || (!isListed && holdsNothing(held)));
  const brief = declares ? inBrackets(linked) : linked;
  const marks = marksOf(brief);
  notes.citedBy.add('marks of an assistant');
  const edits = keepMarks(brief, marks, true);
  // If no source can be declared, its name stays.
  if (!edits)
    return withRemovals(
      linked,
      marksOf(linked).map(({ span, held: { source } }) =>
        source ? { span, newText: `(${nameOf(source)})` } : removeWord(linked.text, span),
      ),
    );
  // Titles take the place of the marks of a list. One that nothing cites is told nowhere else.
  const cited = new Set(marks.map(({ written }) => written));
  for (const written of linesOfMarks(brief).marks)
    if (cited.has(written)) notes.said.push(written);
    else noteRemoved(notes, 'mark of an assistant', written);
  for (const { written, held } of marks) {
    const isKept = !isListed && holdsNothing(held) && sourcesOfMark(written).length > 0;
    if (held.words !== null) noteRemoved(notes, 'mark of an assistant', written, held.words);
    else if (held.source || isListed || isKept) notes.said.push(written);
    else {
      noteRemoved(notes, 'mark of an assistant', written);
      if (!/^\[cite_(?:start|end)/.test(written)) notes.lost.push(written);
    }
    if (isKept) notes.keptMarks.push(written);
  }
  return withRemovals(brief, edits);
}

/** Turns marks with the address of a page into links, which the import makes sources of. */
function withLinks(brief: Brief, notes: Notes): Brief {
  return edited(
    brief,
    marksOf(brief).flatMap(({ span, written, held: { source } }) => {
      if (!source?.url || !/^https?:/i.test(source.url)) return [];
      notes.said.push(written);
      return [{ span, newText: `([${source.title ?? source.publisher ?? 'source'}](${source.url}))` }];
    }),
  );
}

function marksOf(brief: Brief): readonly Mark[] {
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
      const written = brief.content.slice(span.start, span.end);
      return { span, written, held: heldBy(written) };
    });
}

function nameOf({ title, publisher, url }: Omit<NewSource, 'id'>): string {
  return title ?? publisher ?? url ?? '';
}
