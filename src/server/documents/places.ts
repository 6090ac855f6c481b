import { type Brief, type Range, type SourceFile, type Span, sourceFileOf } from '../../core/checking';
import type { Session } from '../session';
import type { OpenDocument } from './document';
import { type PositionEncoding, positionsIn } from './positions';

/** A place that is asked about: in an open brief, or in a file of a library where that names its source. */
export interface Place {
  readonly uri: string;
  readonly brief: Brief;
  readonly offset: number;
  /** The brief that is open; null: `brief` is one that cites the source of the file and does nothing else. */
  readonly document: OpenDocument | null;
  /** The file of the library; null for a brief. */
  readonly source: NamedSource | null;
  rangeOf(span: Span): Range;
}

/** A source at a line of its file that names it. */
export interface NamedSource {
  readonly id: string;
  /** Its name can be changed here: an id that is written is changed where it stands. */
  readonly isRenamable: boolean;
  /** The editor has another text than the file. */
  readonly isUnsaved: boolean;
}

/** The same of an open brief. */
export function placeIn(document: OpenDocument, position: Range['start']): Place {
  const { uri, positions } = document;
  const offset = positions.offsetAt(position);
  return { uri, brief: document.brief(), offset, document, source: null, rangeOf: positions.rangeOf };
}

/** The place in a file of a library; null for another file, and in lines that do not name its source. */
export async function placeInSource(
  session: Session,
  uri: string,
  position: Range['start'],
  encoding: PositionEncoding,
): Promise<Place | null> {
  const known = session.sourceFile(uri);
  // Where two files declare one id, the other one is meant by it.
  if (!known || known.file.twin) return null;
  const { file, workspace } = known;
  const text = session.opened(uri)?.text ?? file.written;
  const shown: SourceFile | null = text === file.written ? file : sourceFileOf(file, text);
  const [declared] = file.declarations;
  if (!shown || !declared) return null;
  const { briefCiting, namedInFile } = await import('../../core/editor');
  const positions = positionsIn(text, shown.lines, encoding);
  const span = namedInFile(shown, positions.offsetAt(position));
  const citing = span && briefCiting(declared.id, workspace);
  if (!citing) return null;
  const isRenamable = !shown.writtenId || span === shown.declarations[0]?.idSpan;
  return {
    uri,
    brief: citing.brief,
    offset: citing.offset,
    document: null,
    source: { id: declared.id, isRenamable, isUnsaved: text !== file.written },
    rangeOf: () => positions.rangeOf(span),
  };
}
