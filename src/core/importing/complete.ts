import type { Brief, CitationForm } from '../brief/types';
import type { CitationShape, Notes } from './report';
import { liftLinks } from './sources/liftLinks';
import { linksOf } from './sources/linksOf';
import { mergeSources } from './sources/mergeSources';
import { tidySourceLists } from './sources/sourceLists';
import { readBareNumbers, readStrayFootnotes } from './sources/strayNumbers';
import { addStubs, undeclaredIds } from './sources/stubs';
import { readAssistantMarks } from './text/assistantMarks';

/**
 * Gives a text that has its sections and lists all that a brief needs: each citation a form and a source, each source one
 * entry. What cites nothing stays byte for byte.
 *
 * @param isFirst the text is as it was written: its citations have the forms that the report tells
 */
export function complete(brief: Brief, notes: Notes, isFirst: boolean): Brief {
  if (isFirst) {
    for (const { form } of brief.citations) notes.citedBy.add(SHAPE_OF[form]);
    if (linksOf(brief).length > 0) notes.citedBy.add('links');
  }
  let done = readStrayFootnotes(brief);
  done = readBareNumbers(done, notes);
  done = tidySourceLists(done, notes);
  done = readAssistantMarks(done, notes);
  done = liftLinks(done, notes);
  done = mergeSources(done, notes);
  return withStubs(done, notes);
}

/** A brief with an entry for each source that it cites and does not declare. */
export function withStubs(brief: Brief, notes: Notes): Brief {
  const before = undeclaredIds(brief);
  const done = addStubs(brief);
  const after = new Set(undeclaredIds(done));
  for (const id of before) if (!after.has(id)) notes.stubs.add(id);
  return done;
}

const SHAPE_OF: Readonly<Record<CitationForm, CitationShape>> = {
  numbered: 'numbers',
  'full-width': 'numbers',
  'key-number': 'numbers',
  superscript: 'raised numbers',
  'inline-link': 'links',
  'reference-link': 'links',
  footnote: 'footnotes',
  'author-year': 'names and years',
  keyed: 'keys',
  narrative: 'keys',
};
