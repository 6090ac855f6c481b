/** Citations that lost their form on the way: bare numbers behind a full stop, footnotes without a definition. */
import type { Brief } from '../brief';
import { citationOf } from '../checks/fixes/cite';
import { sectionEntries } from '../checks/fixes/declareSource';
import { isNumber } from '../checks/messages';
import { verbatimIn } from '../model/layout';
import { footnotesOf } from '../model/targets';
import type { TextEdit } from '../text';
import { edited } from './edits';
import type { Notes } from './report';
import { isIn } from './spans';

/** "… a year before.1 The next": a number that was raised, glued to the end of a sentence or of a quotation. */
const GLUED =
  /((?:\p{L}{2}|[%)\]*_”’」])[.!?。！？]|(?<![\d.,])(?:19|20)\d\d[.](?=\d{1,3}(?:\s+\p{Lu}|\s*$))|[\p{L}%)]{2}[,，;；:：]|\p{L}[.!?]?["”’」])(\d{1,3}(?:[,，]\d{1,3}){0,5})(?=\s|$)/gu;
const ABBREVIATION = /(?:^|[^\p{L}])(?:fig|figs|no|nos|nr|vol|sec|ch|eq|art|tab|app|pp?|ca|approx|ver|v|dr|st)[.]$/iu;
/** Fewer of them may be anything. */
const LEAST = 3;

/** Writes bare numbers that name entries of the list of sources as `[n]`, before the stop that they follow. */
export function readBareNumbers(brief: Brief, notes: Notes): Brief {
  const listed = new Set(sectionEntries(brief).map(({ id }) => id));
  if (listed.size === 0) return brief;
  const verbatim = verbatimIn(brief);
  const edits = brief.insights.flatMap(({ span, section }): TextEdit[] => {
    if (section !== null && brief.sections[section]?.kind === 'sources') return [];
    return [...brief.text.slice(span.start, span.end).matchAll(GLUED)].flatMap((match): TextEdit[] => {
      const [whole, before = '', numbers = ''] = match;
      const ids = numbers.split(/[,，]/);
      const start = span.start + match.index;
      const lead = brief.text.slice(Math.max(span.start, start - 10), start + before.length);
      if (!ids.every((id) => listed.has(id)) || ABBREVIATION.test(lead)) return [];
      const at = { start, end: start + whole.length };
      if (isIn(verbatim, at)) return [];
      const cited = ids.map(citationOf).join('');
      const stop = /[.!?,;:。！？，；：]$/.test(before) && !/["”’」]$/.test(before) ? before.slice(-1) : '';
      const words = before.slice(0, before.length - stop.length);
      return [{ span: at, newText: `${words}${/[。！？，；：]/.test(stop) ? '' : ' '}${cited}${stop}` }];
    });
  });
  if (edits.length < LEAST) return brief;
  notes.citedBy.add('bare numbers');
  return edited(brief, edits);
}

/** Writes footnotes that nothing defines as citations: of the entry with this number, or of one that is still to be written. */
export function readStrayFootnotes(brief: Brief): Brief {
  const defined = new Set(footnotesOf(brief).map(({ label }) => label));
  // A reference to a remark has the items of what that cites, or none: only its text tells which footnote it is.
  const stray = brief.citations.flatMap(({ form, span }) => {
    const label = brief.text.slice(span.start + 1, span.end - 1);
    return form === 'footnote' && !defined.has(label) ? [{ span, label }] : [];
  });
  if (stray.length === 0) return brief;
  const declared = new Set(brief.sources.map(({ id }) => id));
  const cited = new Set(brief.citations.flatMap(({ items }) => items.map(({ id }) => id)));
  let highest = Math.max(
    0,
    ...[...declared, ...cited]
      .map((id) => id.replace(/^\^/, ''))
      .filter(isNumber)
      .map(Number),
  );
  const ids = new Map<string, string>();
  for (const { label } of stray) {
    const name = label.slice(1);
    // A number that is cited besides, and that nothing declares, is another source.
    const isFree = !isNumber(name) || declared.has(name) || !cited.has(name);
    if (!ids.has(label)) ids.set(label, isFree ? name : String(++highest));
  }
  return edited(
    brief,
    stray.map(({ span, label }) => ({ span, newText: citationOf(ids.get(label) ?? '') })),
  );
}
