import { derive } from '../base/derive';
import { formulasInDollars } from '../brief/queries/formulas';
import { isDeclaredIn } from '../brief/queries/leadsToSource';
import { isOtherWork } from '../brief/sources/declarations';
import type { Brief, CitationForm } from '../brief/types';
import { edited } from '../rules/fixes/edited';
import { declareAll } from '../rules/fixes/sources/declareAll';
import type { Article } from './article/article';
import { readNumbers } from './article/readNumbers';
import type { CitationShape, Notes } from './report';
import { liftLinks } from './sources/liftLinks';
import { linksOf } from './sources/linksOf';
import { mergeSources } from './sources/mergeSources';
import { headOpenList } from './sources/openList';
import { tidySourceLists } from './sources/sourceLists';
import { readBareNumbers, readRaisedInBrackets, readStrayFootnotes } from './sources/strayNumbers';
import { readAssistantMarks } from './text/assistantMarks';

/**
 * Gives a text that has its sections and lists all that a brief needs: each citation a form and a source, each source one
 * entry. What cites nothing stays byte for byte, apart from the marks of formulas. So does a text whose lists of sources count
 * from 1 again: a number means what the nearest list says, so that no entry can be added.
 *
 * @param isFirst the text is as it was written: its citations have the forms that the report tells
 */
export function complete(brief: Brief, notes: Notes, isFirst: boolean, article: Article | null): Brief {
  if (isFirst) {
    for (const { form } of brief.citations) notes.citedBy.add(SHAPE_OF[form]);
    if (linksOf(brief).length > 0) notes.citedBy.add('links');
  }
  const written = edited(brief, formulasInDollars(brief));
  if (countsAgain(written)) {
    notes.countsAgain = true;
    return written;
  }
  let done = readStrayFootnotes(headOpenList(written));
  done = readBareNumbers(readRaisedInBrackets(done), notes);
  done = tidySourceLists(done, notes);
  done = readAssistantMarks(done, notes);
  done = liftLinks(done, notes);
  done = mergeSources(done, notes);
  done = readNumbers(done, article, notes);
  return withStubs(done, notes);
}

/** True if a second list of sources counts from 1 again: its entries have ids of their own, or disagree with those of the first. */
function countsAgain({ sources, content }: Brief): boolean {
  return sources.some(({ id, declarations }) => {
    const listed = declarations.filter(({ declaredIn }) => declaredIn === 'section');
    const isOfAnother = listed.some(
      ({ idSpan: { start, end } }) => /^\d+[b-z]$/.test(id) && content.slice(start, end) === id.slice(0, -1),
    );
    return isOfAnother || listed.some((one) => listed[0] !== undefined && isOtherWork(listed[0], one));
  });
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

/**
 * Declares each cited source that nothing declares, by an entry without a title in the place where the brief keeps
 * its sources. Everything else stays as it is, byte for byte. Where that
 * place is broken, so that an entry in it declares nothing, none is added.
 */
function addStubs(brief: Brief): Brief {
  const ids = undeclaredIds(brief);
  const numbers = ids.filter((id) => /^\d+$/.test(id)).sort((a, b) => Number(a) - Number(b));
  const keys = ids.filter((id) => !/^\d+$/.test(id));
  const added = [numbers, keys].reduce(
    (before, some) =>
      declareAll(
        before,
        some.map((id) => ({ id })),
      ),
    brief,
  );
  return added.text === brief.text || isAnyOf(undeclaredIds(added), ids) ? brief : added;
}

const PAGE = /^\[.*\]\]$/s;

/**
 * The cited ids that nothing declares, each once. A name that may be no citation at all (`@name`, or the link to a page
 * `[[@name]]`) is none of them, nor a key that may stand in a bibliography which the text names.
 */
const undeclaredIds = derive((brief: Brief): string[] => {
  const isDeclared = isDeclaredIn(brief);
  const ids = new Set<string>();
  for (const { form, items, span } of brief.citations) {
    if (form === 'keyed' && PAGE.test(brief.content.slice(span.start - 1, span.end + 1))) continue;
    for (const { id } of items) if (!isDeclared(id) && !id.startsWith('^')) ids.add(id);
  }
  return [...ids];
});

function isAnyOf(some: readonly string[], all: readonly string[]): boolean {
  const known = new Set(all);
  return some.some((id) => known.has(id));
}
