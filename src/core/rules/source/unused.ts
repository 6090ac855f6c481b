import { shown } from '../../base/messages';
import type { Fix } from '../../base/problem';
import { say } from '../../base/say';
import type { TextEdit } from '../../base/text';
import { isLinked, uncitedSources } from '../../brief/queries/citedSources';
import type { Brief, Source } from '../../brief/types';
import { bracketEdits } from '../fixes/bracketEntry';
import { describeSource } from '../fixes/cite';
import { sectionEntries } from '../fixes/declareSource';
import { removeLines } from '../fixes/remove';
import { sourceRule } from '../rule';

/** Reports sources without a citation: it was lost, or the source can go. */
export const unused = sourceRule({
  code: 'source/unused',
  severity: 'hint',
  description: 'A declared source that nothing cites.',
  which: uncitedSources,
  *check(source, { brief }) {
    const { id, url, declarations } = source;
    const [first] = declarations;
    if (!first || (url && isLinked(brief, url.value))) return;
    yield {
      span: first.span,
      message: say('Nothing cites source {0}. Cite it, or remove it.', shown(id)),
      unnecessary: true,
      fixes: () => [removal(brief, source)],
    };
  },
});

function removal(brief: Brief, source: Source): Fix {
  const { id, declarations } = source;
  const { frontMatter } = brief;
  const removed = declarations.map((declaration): TextEdit => {
    // A key without entries is useless.
    const isOnly = declaration.declaredIn === 'front-matter' && frontMatter?.sources.length === 1;
    const start = isOnly && frontMatter.sourcesList ? frontMatter.sourcesList.key.start : declaration.span.start;
    return removeLines(brief, { start, end: declaration.span.end });
  });
  const edits = withoutOverlap(removed);
  const last = sectionEntries(brief).at(-1);
  if (declarations.some((declaration) => declaration !== last && bracketEdits(brief).has(declaration))) {
    // The entries after it in an ordered list would get lower numbers.
    for (const [entry, edit] of bracketEdits(brief)) {
      const isRemoved = removed.some(({ span }) => span.start <= edit.span.start && edit.span.end <= span.end);
      if (!isRemoved && !declarations.includes(entry)) edits.push(edit);
    }
  }
  return { title: say('Remove source {0}', describeSource(source, id)), edits };
}

/** Two entries at the end of a text may both take the line break between them. */
function withoutOverlap(removals: readonly TextEdit[]): TextEdit[] {
  const merged: TextEdit[] = [];
  for (const edit of [...removals].sort((a, b) => a.span.start - b.span.start)) {
    const before = merged.at(-1);
    if (!before || before.span.end < edit.span.start) merged.push(edit);
    else {
      const end = Math.max(before.span.end, edit.span.end);
      merged.splice(-1, 1, { span: { start: before.span.start, end }, newText: '' });
    }
  }
  return merged;
}
