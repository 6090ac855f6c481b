/** Citations that lost their form on the way: bare numbers behind a full stop, footnotes without a definition. */

import { isNumber } from '../../base/messages';
import type { Span, TextEdit } from '../../base/text';
import { verbatimIn } from '../../brief/blocks/layout';
import { footnotesOf } from '../../brief/queries/targets';
import type { Brief } from '../../brief/types';
import { isSuperscript } from '../../document/citations/superscripts';
import { citationOf } from '../../rules/fixes/cite';
import { sectionEntries } from '../../rules/fixes/declareSource';
import { edited } from '../../rules/fixes/edited';
import type { Notes } from '../report';
import { isIn } from '../text/spans';
import { isCjk } from '../text/words';

/** Numbers without brackets or raised digits, as the grammar of citations reads them: `a year before.1 The next`. */
const BARE = /^\d{1,3}(?:,\d{1,3})*$/;
/** The same behind a year, which may as well be a number with decimals: only a list of sources tells them apart. */
const BEHIND_YEAR = /(?<=(?<![\d.,])(?:19|20)\d\d\.)\d{1,3}(?:,\d{1,3})*(?=\s+\p{Lu}|\s*$)/gu;
/** Fewer of them may be anything. */
const LEAST = 3;

/** Writes bare numbers that name entries of the list of sources as `[n]`, before the stop that they follow. */
export function readBareNumbers(brief: Brief, notes: Notes): Brief {
  const { text } = brief;
  const lists = brief.sections.filter(({ kind }) => kind === 'sources').map(({ span }) => span);
  const read = brief.citations.filter(({ span }) => BARE.test(text.slice(span.start, span.end)));
  const edits = [...read.map(({ span }) => span), ...behindYears(brief)].flatMap((span): TextEdit[] => {
    if (isIn(lists, span)) return [];
    const cited = text.slice(span.start, span.end).split(',').map(citationOf).join('');
    const stop = /(?<!["”’」])[.!?,;:。！？，；：]$/.exec(text.slice(span.start - 2, span.start))?.[0] ?? '';
    const start = span.start - stop.length;
    const before = text.slice(0, start).slice(-2);
    const isSpaced = /\s$/.test(before);
    if (isSpaced && [...before].some(isCjk))
      return [{ span: { start: start - 1, end: span.end }, newText: `${cited}${stop}` }];
    const isWide = /[。！？，；：]/.test(stop) || isSpaced;
    return [{ span: { start, end: span.end }, newText: `${isWide ? '' : ' '}${cited}${stop}` }];
  });
  if (edits.length < LEAST) return brief;
  notes.citedBy.add('bare numbers');
  return edited(brief, edits);
}

/** Writes `[³]` as `[3]`. */
export function readRaisedInBrackets(brief: Brief): Brief {
  const edits = brief.citations.flatMap(({ form, items, span }): TextEdit[] => {
    const isRaised = form === 'numbered' && isSuperscript(brief.text[span.start + 1] ?? '');
    return isRaised ? [{ span, newText: items.map(({ id }) => citationOf(id)).join('') }] : [];
  });
  return edits.length === 0 ? brief : edited(brief, edits);
}

function behindYears(brief: Brief): Span[] {
  const listed = new Set(sectionEntries(brief).map(({ id }) => id));
  const verbatim = verbatimIn(brief);
  return brief.insights.flatMap(({ span: { start, end } }) =>
    [...brief.content.slice(start, end).matchAll(BEHIND_YEAR)].flatMap(({ 0: numbers, index }) => {
      const span = { start: start + index, end: start + index + numbers.length };
      return numbers.split(',').every((id) => listed.has(id)) && !isIn(verbatim, span) ? [span] : [];
    }),
  );
}

/** Writes footnotes that nothing defines as citations: of the entry with this number, or of one that is still to be written. */
export function readStrayFootnotes(brief: Brief): Brief {
  const defined = new Set(footnotesOf(brief).map(({ label }) => label));
  // A reference to a remark has the items of what that cites, or none: only its text tells which footnote it is.
  const stray = brief.citations.flatMap(({ form, span }) => {
    const label = brief.content.slice(span.start + 1, span.end - 1);
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
