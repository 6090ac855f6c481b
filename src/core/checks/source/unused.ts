import type { Brief, Source, SourceDeclaration } from '../../brief';
import type { Finding, Fix } from '../../problem';
import type { TextEdit } from '../../text';
import { bracketEntry } from '../fixes/bracketEntry';
import { sectionEntries } from '../fixes/declareSource';
import { removeLines } from '../fixes/remove';
import { shown } from '../messages';
import { oncePerBrief } from '../oncePerBrief';
import type { Rule } from '../rule';
import { comparableUrl } from '../urls';

/** A source that carries nothing: its citation was lost, or it can go. */
export const unused: Rule = {
  code: 'source/unused',
  severity: 'hint',
  description: 'A declared source that nothing cites.',
  *check({ brief }): Iterable<Finding> {
    const cited = new Set<string>();
    for (const { items } of brief.citations) for (const { id } of items) cited.add(id);
    for (const { cites } of brief.figures) for (const { value } of cites) cited.add(value);
    const linked = new Set(brief.links.map((link) => comparableUrl(link.url.value)));
    for (const source of brief.sources) {
      const { id, declarations, url } = source;
      const first = declarations[0];
      if (!first || cited.has(id) || (url && linked.has(comparableUrl(url.value)))) continue;
      // A bibliography is shared, an inline source is its own citation, and of a broken entry too little is known.
      if (
        declarations.some(
          ({ declaredIn, broken }) => declaredIn === 'bibliography' || declaredIn === 'inline' || broken,
        )
      )
        continue;
      yield {
        span: first.span,
        message: `Nothing cites source ${shown(id)}. Cite it, or remove it.`,
        unnecessary: true,
        fixes: () => [removal(brief, source)],
      };
    }
  },
};

function removal(brief: Brief, { id, declarations }: Source): Fix {
  const edits = declarations.flatMap((declaration): TextEdit[] => {
    const { frontMatter } = brief;
    if (declaration.declaredIn === 'front-matter' && frontMatter?.sourcesList && frontMatter.sources.length === 1) {
      // A key without entries would be an error.
      return [removeLines(brief, { start: frontMatter.sourcesList.key.start, end: declaration.span.end })];
    }
    if (!bracketEntry(brief, declaration)) return [removeLines(brief, declaration.span)];
    // What follows in an ordered list would count one less.
    const isLast = sectionEntries(brief).at(-1) === declaration;
    const others = isLast ? [] : [...bracketEdits(brief)].filter(([entry]) => entry !== declaration);
    return [removeLines(brief, declaration.span), ...others.map(([, edit]) => edit)];
  });
  return { title: `Remove source ${shown(id)}`, edits };
}

/** The entries of ordered lists, and what writes each of them as `- [n] …`. */
const bracketEdits = oncePerBrief(
  (brief) =>
    new Map(
      sectionEntries(brief).flatMap((entry): [SourceDeclaration, TextEdit][] => {
        const edit = bracketEntry(brief, entry);
        return edit ? [[entry, edit]] : [];
      }),
    ),
);
