import type { Span } from '../../base/text';
import { fragmentAnchor } from '../../brief/queries/anchors';
import { type Name, sectionSlugs } from '../../brief/queries/occurrences';
import { footnotesOf, linkTargetsOf } from '../../brief/queries/targets';
import type { Brief } from '../../brief/types';

/** One fact of a brief that a rename must not change, and its span. */
interface Fact {
  readonly says: string;
  readonly span: Span;
}

/**
 * Finds the first difference in meaning after a rename, except for the name. Text may become a citation and a citation may
 * become text: `[2023]` is a citation only if a source 2023 is declared.
 *
 * @returns its span in the new text, or in the old text if a fact is missing at the end; null if both mean the same
 */
export function firstDifference(brief: Brief, changed: Brief, { kind, id }: Name, to: string): Span | null {
  const renamed = (other: Name['kind'], name: string) => (other === kind && name === id ? to : name);
  const left = factsOf(brief, renamed);
  const right = factsOf(changed, (_, name) => name);
  const at = right.findIndex((fact, i) => fact.says !== left[i]?.says);
  const found = right[at]?.span ?? left[right.length]?.span;
  return found ?? null;
}

function factsOf(brief: Brief, nameOf: (kind: Name['kind'], id: string) => string): Fact[] {
  const { text } = brief;
  const declared = new Set(brief.sources.map((source) => source.id));
  const facts: Fact[] = [];
  const say = (span: Span, ...words: readonly unknown[]) => void facts.push({ span, says: words.join('\n') });
  const sourceId = (written: string) => nameOf(written.startsWith('^') ? 'footnote' : 'source', written);

  for (const { span, items, form, insight } of brief.citations) {
    if (form === 'footnote') say(span, 'note', insight, nameOf('footnote', text.slice(span.start + 1, span.end - 1)));
    else
      for (const { id, prefix, locator } of items) {
        // A bare `@name` that nothing declares is a citation or a handle, whatever other sources are called.
        if (form !== 'narrative' || declared.has(id)) say(span, 'cites', insight, sourceId(id), prefix, locator);
      }
  }
  for (const { id, idSpan, kind, insight } of brief.figureReferences)
    say(idSpan, 'figure reference', kind, insight, nameOf('figure', id));
  // The words of a link may cite: `[[@usgs]](https://…)` was a citation before.
  for (const { span, text: words, url } of brief.links) if (!/^\[@/.test(words)) say(span, 'link', url.value);
  for (const { kind, span } of brief.slips) if (kind !== 'undeclared-mention') say(span, 'slip', kind);
  for (const { id, declarations, title, url, doi } of [...brief.sources].sort(byPlace)) {
    const first = declarations[0]?.idSpan ?? { start: 0, end: 0 };
    const counted = declarations.filter(({ declaredIn }) => declaredIn !== 'inline').length;
    say(first, 'source', sourceId(id), counted || 'inline', title?.value, url?.value, doi?.value);
  }
  for (const { id, span, cites } of brief.figures)
    say(id?.span ?? span, 'figure', id && nameOf('figure', id.value), ...cites.map(({ value }) => sourceId(value)));
  for (const { label, idSpan } of footnotesOf(brief)) say(idSpan, 'footnote', nameOf('footnote', label));
  // A heading that cites has its name in its address.
  const anchors = sectionSlugs(brief);
  for (const { span, target } of linkTargetsOf(brief))
    if (target.value.startsWith('#')) say(span, 'leads', anchors.has(fragmentAnchor(target.value)));
  for (const { span } of brief.insights) say(span, 'insight');
  for (const { headingSpan, kind, level } of brief.sections) say(headingSpan, 'section', kind, level);
  return facts;
}

/** Orders sources by their first declaration, since a new name may change their order in the list. */
function byPlace(a: Brief['sources'][number], b: Brief['sources'][number]): number {
  return (a.declarations[0]?.span.start ?? 0) - (b.declarations[0]?.span.start ?? 0);
}
