import { isNumber } from '../../base/messages';
import { applyEdits, type TextEdit } from '../../base/text';
import { parseChanged } from '../../brief/parseBrief';
import { footnotesOf } from '../../brief/queries/targets';
import type { Brief, Citation, Figure, Source } from '../../brief/types';

/** The allowed differences besides ids and the order of declarations. */
export interface Allowed {
  /** Citations may take another form. */
  readonly forms?: boolean;
  /** Sources may be declared in another place, with the fields that it can hold. Only their presence is compared. */
  readonly places?: boolean;
}

/**
 * Returns the edits if the text after them, read again, means the same except for the ids. Null if not: text may have become
 * a citation, or the other way, and then it's better to do nothing. Null also if there are no edits, or they overlap.
 */
export function keepingMeaning(
  brief: Brief,
  edits: readonly TextEdit[],
  idOf: (id: string) => string,
  allowed: Allowed = {},
): readonly TextEdit[] | null {
  if (edits.length === 0 || overlap(edits)) return null;
  const after = parseChanged(brief, applyEdits(brief.text, edits));
  const before = factsOf(brief, idOf, allowed);
  const now = factsOf(after, (id) => id, allowed);
  return isSame(before, now) ? edits : null;
}

/** True if a brief means the same as before, with one source more. */
export function addsOnlySource(brief: Brief, after: Brief, id: string): boolean {
  return (
    after.sources.length === brief.sources.length + 1 &&
    isSame(factsOf(brief, same, {}), factsOf(after, same, {}, new Set([id])))
  );
}

/** True if a brief means the same as before, except for some sources. Their count must be the same. */
export function changesOnlySources(brief: Brief, after: Brief, ids: ReadonlySet<string>): boolean {
  const isCounted = after.sources.length === brief.sources.length;
  return isCounted && isSame(factsOf(brief, same, {}, ids), factsOf(after, same, {}, ids));
}

function isSame(before: readonly string[], now: readonly string[]): boolean {
  return before.length === now.length && before.every((fact, i) => fact === now[i]);
}

const same = (id: string) => id;
const NOTHING: ReadonlySet<string> = new Set();

function overlap(edits: readonly TextEdit[]): boolean {
  const spans = edits.map(({ span }) => span).sort((a, b) => a.start - b.start || a.end - b.end);
  return spans.some(({ start }, i) => start < (spans[i - 1]?.end ?? 0));
}

/**
 * The facts of a brief, as texts that can be compared.
 *
 * @param without the ids of sources that are left out
 */
function factsOf(
  brief: Brief,
  idOf: (id: string) => string,
  allowed: Allowed,
  without: ReadonlySet<string> = NOTHING,
): string[] {
  const { text, citations, figures, insights, figureReferences, slips, links, suppressions } = brief;
  const sources = brief.sources.filter(({ id }) => !without.has(id));
  const say = (...words: readonly unknown[]) => JSON.stringify(words);
  return [
    ...(allowed.forms
      ? itemsOf(brief, idOf)
      : citations.map((one) => say('citation', ...factsOfCitation(text, one, idOf)))),
    ...sources.map((source) => say('source', idOf(source.id), ...(allowed.places ? [] : factsOfSource(source)))).sort(),
    ...figures.map((figure) => say('figure', ...factsOfFigure(figure, idOf))),
    ...figureReferences.map(({ id, kind, insight }) => say('reference', id, kind, insight)),
    ...footnotesOf(brief)
      .map(({ label }) => say('footnote', idOf(label)))
      .sort(),
    ...slips.map(({ kind, insight }) => say('slip', kind, insight)),
    ...links.map(({ url, insight }) => say('link', url.value, insight)),
    // Whether an insight must cite isn't among them: the first source that a brief declares decides on that.
    ...insights.map(({ cites, citedVia, excused, own }) =>
      say('insight', cites.map(idOf).sort(), citedVia, excused, own),
    ),
    say(
      suppressions.length + (brief.frontMatter?.suppressions.length ?? 0),
      brief.frontMatter?.errors.length ?? 0,
      brief.frontMatter?.unknownKeys.length ?? 0,
    ),
  ];
}

function factsOfCitation(
  text: string,
  { form, items, span, insight }: Citation,
  idOf: (id: string) => string,
): readonly unknown[] {
  // The citations inside a remark are compared on their own. The numbers of a range may come in another order.
  if (form === 'footnote') return [idOf(text.slice(span.start + 1, span.end - 1)), insight];
  const cited = items.map(({ id, prefix, locator }) => [idOf(id), prefix, locator]);
  const isSorted = items.every(({ id, locator }) => isNumber(id) && locator === undefined);
  return [form, insight, isSorted ? cited.map(String).sort() : cited];
}

/** The facts of all cited items, whatever the form of their citation. */
function itemsOf({ text, citations }: Brief, idOf: (id: string) => string): string[] {
  return citations.flatMap(({ form, span, items, insight }) =>
    form === 'footnote'
      ? [JSON.stringify([text.slice(span.start + 1, span.end - 1), insight])]
      : items.map(({ id, prefix, locator }) => JSON.stringify([idOf(id), prefix, locator, insight])),
  );
}

function factsOfSource({ declarations }: Source): readonly unknown[] {
  return declarations
    .map((one) => [
      one.declaredIn,
      one.title?.value,
      one.url?.value,
      one.doi?.value,
      one.publisher?.value,
      one.published?.value,
      one.quotes.map(({ text }) => text),
      one.shownNumber !== undefined && String(one.shownNumber) !== one.id,
    ])
    .map((fact) => JSON.stringify(fact))
    .sort();
}

function factsOfFigure({ id, cites, own, citedVia }: Figure, idOf: (id: string) => string): readonly unknown[] {
  return [id?.value, cites.map(({ value }) => idOf(value)).sort(), own, citedVia];
}
