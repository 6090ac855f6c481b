import { indexLines } from '../../core/base/text';
import type { CitationChoices } from '../../core/editor';
import { type PositionEncoding, positionsIn } from '../documents/positions';
import type { NewSourceFile } from '../protocol';

type Planned = NonNullable<NonNullable<CitationChoices['newSource']>['file']>;

/**
 * A file that is to be made, for the client.
 *
 * @param from the local copy of its source as it is; null: it has none
 */
export function newFile(
  { uri, text, title, copyTo }: Planned,
  encoding: PositionEncoding,
  from: string | null = null,
): NewSourceFile {
  const positions = positionsIn(text, indexLines(text), encoding);
  const copy = from !== null && copyTo !== null ? { from, to: copyTo } : null;
  return { uri, text, title: title && positions.rangeOf(title), copy };
}
