import { sourceOf } from '../../brief/queries/citedSources';
import { nameAt } from '../../brief/queries/occurrences';
import type { Brief, SourceDeclaration } from '../../brief/types';

/** A source that files other than the brief declare, so that other briefs may cite it too. */
export interface SharedSource {
  readonly id: string;
  /** URIs of the files that declare it. */
  readonly files: ReadonlySet<string>;
}

/** The source that is named at an offset, if a bibliography declares it. */
export function sharedSourceAt(brief: Brief, offset: number): SharedSource | null {
  const name = nameAt(brief, offset)?.name;
  if (name?.kind !== 'source') return null;
  const files = new Set(declarationsOf(brief, name.id).flatMap(({ uri }) => uri ?? []));
  return files.size > 0 ? { id: name.id, files } : null;
}

/** True if a brief gets the same source from one of the same files. */
export function sharesSource(brief: Brief, { id, files }: SharedSource): boolean {
  return declarationsOf(brief, id).some(({ uri }) => uri !== undefined && files.has(uri));
}

function declarationsOf(brief: Brief, id: string): readonly SourceDeclaration[] {
  return sourceOf(brief, id)?.declarations ?? [];
}
