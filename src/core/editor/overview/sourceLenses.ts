import { say } from '../../base/say';
import type { Span } from '../../base/text';
import { timesCitedById } from '../../brief/queries/citedSources';
import type { Brief } from '../../brief/types';
import { citedTimes } from '../../evidence/cards/names';

/** The text shown above the declaration of a source. */
export interface SourceLens {
  /** The id in the declaration. */
  readonly span: Span;
  readonly title: string;
}

/** Tells how often each source that the brief itself declares is cited, at its first declaration there. */
export function sourceLenses(brief: Brief): SourceLens[] {
  const counts = timesCitedById(brief);
  return brief.sources.flatMap(({ id, declarations }) => {
    const declaration = declarations.find(({ uri, declaredIn }) => uri === undefined && declaredIn !== 'inline');
    return declaration ? [{ span: declaration.idSpan, title: titleOf(counts.get(id) ?? 0) }] : [];
  });
}

function titleOf(count: number): string {
  return count === 0 ? say('not cited') : citedTimes(count);
}
