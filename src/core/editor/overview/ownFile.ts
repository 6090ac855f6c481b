/** A source in its own file of a library: hover, references and rename work there as at a citation of it. */

import type { Span } from '../../base/text';
import type { Workspace } from '../../brief/config/config';
import { parseBrief } from '../../brief/parseBrief';
import { sourceOf } from '../../brief/queries/citedSources';
import type { Brief, SourceFile } from '../../brief/types';
import { plainCard } from '../../evidence/cards/sourceCard';
import { citationOf } from '../../rules/fixes/cite';
import type { Hover } from '../hover';

/** A brief with nothing but one citation of a source. */
export interface CitingBrief {
  readonly brief: Brief;
  /** Offset of the source in its citation. */
  readonly offset: number;
}

/** @param workspace what the configuration of the library gives to briefs */
export function briefCiting(id: string, workspace: Workspace): CitingBrief | null {
  const brief = parseBrief(citationOf(id), { workspace });
  const item = brief.citations[0]?.items[0];
  return item?.id === id && sourceOf(brief, id) ? { brief, offset: item.span.start } : null;
}

/**
 * Finds the name of a source in a line of its file: its title, or the id that is written there. If the file's name gives the
 * id, the first key counts, too.
 *
 * @returns null in other lines
 */
export function namedInFile({ declarations: [declared], lines }: SourceFile, offset: number): Span | null {
  if (!declared) return null;
  const { title, idSpan } = declared;
  const line = lines.lineAt(offset);
  const names = [...(title ? [title.span] : []), idSpan];
  return names.find(({ start, end }) => lines.lineAt(start) <= line && line <= lines.lineAt(end)) ?? null;
}

/** The card of a source, without the count of citations in one brief, because there is no brief. */
export function cardInFile(citing: Brief, id: string): Hover | null {
  const source = sourceOf(citing, id);
  return source ? { span: { start: 0, end: citing.text.length }, content: [plainCard(source)] } : null;
}
