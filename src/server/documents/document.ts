import {
  applyEdits,
  type Brief,
  differenceBetween,
  type Earlier,
  indexLines,
  type LineIndex,
  type NamedFiles,
  parseBrief,
  type Range,
  type TextEdit,
  type Workspace,
} from '../../core/checking';
import { type PositionEncoding, type Positions, positionsIn } from './positions';

/** One version of a document that the client has open. It never changes; a change makes a new one. */
export interface OpenDocument {
  readonly uri: string;
  readonly version: number;
  readonly text: string;
  readonly lines: LineIndex;
  readonly positions: Positions;
  /** Parsed when first asked for, then kept. */
  brief(): Brief;
  /** The last version that was parsed, this one or an earlier one. */
  lastBrief(): Brief | undefined;
}

/** What a document takes from the version before it. */
export interface Inherited {
  /** The version before, and the one edit since. */
  readonly earlier?: Earlier;
  /** The last version that was parsed: what an edit left alone is not read again. */
  readonly previous?: Brief | undefined;
  /** `earlier` tells the one edit since that version. */
  readonly isNext?: boolean;
  /** The files that it names, as far as they were read. */
  readonly files?: NamedFiles | undefined;
  /** What its configuration gives it. */
  readonly workspace?: Workspace | undefined;
}

/** A change as the client sends it; without a range it is the whole new text. */
export interface ContentChange {
  readonly range?: Range;
  readonly text: string;
}

export function openDocument(
  uri: string,
  version: number,
  text: string,
  encoding: PositionEncoding,
  { earlier, previous, isNext, files, workspace }: Inherited = {},
): OpenDocument {
  const lines = indexLines(text, earlier);
  let brief: Brief | undefined;
  let last = previous;
  return {
    uri,
    version,
    text,
    lines,
    positions: positionsIn(text, lines, encoding),
    brief: () => {
      if (!brief) {
        brief = parseBrief(text, {
          ...files,
          ...(workspace ? { workspace } : {}),
          ...(last ? { previous: last } : {}),
          ...(earlier && isNext ? { change: { edit: earlier.edit, lines } } : {}),
        });
        last = brief;
      }
      return brief;
    },
    lastBrief: () => last,
  };
}

/** A document after a change, and what the change was. */
export interface Changed {
  readonly document: OpenDocument;
  /** Groups of edits, to be applied one group after the other; the edits of a group speak of one text. */
  readonly edits: readonly (readonly TextEdit[])[];
}

/**
 * Applies changes one after the other, as LSP asks: each speaks of the text that the one before it left.
 *
 * Clients send the changes of several cursors from the end of the text to its start. As long as they do, positions
 * still mean what they meant in the old text, so that these changes are applied together and lines counted once.
 */
export function changeDocument(
  document: OpenDocument,
  version: number,
  changes: readonly ContentChange[],
  encoding: PositionEncoding,
  dependencies: Omit<Inherited, 'earlier' | 'previous'> = {},
): Changed {
  const inherited: Inherited = { previous: document.lastBrief(), ...dependencies };
  const groups: TextEdit[][] = [];
  let current = document;
  let group: TextEdit[] = [];
  let before = Number.POSITIVE_INFINITY;
  const apply = () => {
    if (group.length > 0) {
      groups.push(group);
      const [edit, another] = group;
      const isNext = current.lastBrief()?.text === current.text;
      const earlier = edit && !another ? { earlier: { lines: current.lines, edit }, isNext } : {};
      const text = applyEdits(current.text, group);
      current = openDocument(document.uri, version, text, encoding, { ...inherited, ...earlier });
    }
    group = [];
    before = Number.POSITIVE_INFINITY;
  };
  for (const change of changes) {
    if (!change.range) {
      apply();
      group.push(differenceBetween(current.text, change.text));
      apply();
      continue;
    }
    let span = current.positions.spanOf(change.range);
    if (span.end >= before) {
      apply();
      span = current.positions.spanOf(change.range);
    }
    group.push({ span, newText: change.text });
    before = span.start;
  }
  apply();
  if (current === document) current = openDocument(document.uri, version, document.text, encoding, inherited);
  return { document: current, edits: groups };
}
