import {
  asContent,
  type Brief,
  type Content,
  differenceBetween,
  type Given,
  indexLines,
  type LineIndex,
  type NamedFiles,
  parseBrief,
  parseChanged,
  type Range,
  type TextEdit,
  type Workspace,
} from '../../core/checking';
import { type PositionEncoding, type Positions, positionsIn } from './positions';

/** One version of a document that the client has open. It never changes; a change makes a new one. */
export interface OpenDocument {
  readonly uri: string;
  readonly version: number;
  /** Whole text as one string, which is put together when it is first asked for. */
  readonly text: string;
  readonly content: Content;
  readonly lines: LineIndex;
  readonly positions: Positions;
  /** Parsed when first asked for, then kept. */
  brief(): Brief;
  /** Reader of all versions of the document. */
  readonly reader: Reader;
}

/** Reads the versions of a document. Parts that no edit has touched since the last text are not read again. */
export interface Reader {
  /** Returns the last text that was read, of the document or of a part of it. */
  last(): Brief | undefined;
  read(content: Content, given: Given, change?: Change): Brief;
}

/** The one edit since a brief was read, and the lines now. */
interface Change {
  readonly edit: TextEdit;
  readonly lines: LineIndex;
  readonly since: Brief;
}

function createReader(): Reader {
  let last: Brief | undefined;
  return {
    last: () => last,
    read: (content, given, change) => {
      const known = change?.since === last ? change : undefined;
      last = last ? parseChanged(last, content, given, known) : parseBrief(content, given);
      return last;
    },
  };
}

/** Data of a document besides its text. */
export interface Dependencies {
  /** Files that the document names, as far as they were read. */
  readonly files?: NamedFiles | undefined;
  /** Data from its configuration. */
  readonly workspace?: Workspace | undefined;
}

/** Data taken over from the version before. */
interface Inherited extends Dependencies {
  readonly reader?: Reader;
  readonly lines?: LineIndex;
  readonly change?: Change;
  /** Offset behind the last edit, if that is one in one place. */
  readonly typing?: number;
}

/** A change as the client sends it; without a range it is the whole new text. */
export interface ContentChange {
  readonly range?: Range;
  readonly text: string;
}

export function openDocument(
  uri: string,
  version: number,
  text: string | Content,
  encoding: PositionEncoding,
  { reader = createReader(), lines = indexLines(text), change, files, workspace, typing }: Inherited = {},
): OpenDocument {
  const content = asContent(text);
  let brief: Brief | undefined;
  let lastChange = change;
  return {
    uri,
    version,
    get text() {
      return content.whole;
    },
    content,
    lines,
    positions: positionsIn(content, lines, encoding),
    reader,
    brief: () => {
      const given = { ...files, ...(workspace ? { workspace } : {}), ...(typing === undefined ? {} : { typing }) };
      brief ??= reader.read(content, given, lastChange);
      // It holds the brief before.
      lastChange = undefined;
      return brief;
    },
  };
}

/** A document after a change, and the edits of the change. */
export interface Changed {
  readonly document: OpenDocument;
  /** Groups of edits, to be applied one group after the other. All edits of a group are for one text. */
  readonly edits: readonly (readonly TextEdit[])[];
}

/**
 * Applies changes one after the other, as LSP asks: each is for the text after the one before it.
 *
 * Clients send the changes of several cursors from the end of the text to its start. As long as they do, positions still mean
 * what they meant in the old text, so that these changes are applied together and lines counted once.
 */
export function changeDocument(
  document: OpenDocument,
  version: number,
  changes: readonly ContentChange[],
  encoding: PositionEncoding,
  dependencies: Dependencies = {},
): Changed {
  const { reader } = document;
  const inherited = { reader, ...dependencies };
  const groups: TextEdit[][] = [];
  let current = document;
  let group: TextEdit[] = [];
  let before = Number.POSITIVE_INFINITY;
  const apply = () => {
    if (group.length > 0) {
      groups.push(group);
      const content = current.content.edited(group);
      const known = group.length === 1 && group[0] ? editedBy(current, group[0], content) : {};
      current = openDocument(document.uri, version, content, encoding, { ...inherited, ...known });
    }
    group = [];
    before = Number.POSITIVE_INFINITY;
  };
  for (const change of changes) {
    if (!change.range) {
      apply();
      group.push(differenceBetween(current.content, change.text));
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
  if (current === document) current = openDocument(document.uri, version, document.content, encoding, inherited);
  return { document: current, edits: groups };
}

/** Returns the lines after an edit, and the edit itself if the text before it was the last one read. */
function editedBy(
  { content, lines: before, reader }: OpenDocument,
  edit: TextEdit,
  after: Content,
): Pick<Inherited, 'lines' | 'change' | 'typing'> {
  const since = reader.last();
  const lines = before.edited(edit, after);
  const { span, newText } = edit;
  const typed = span.end - span.start + newText.length <= LONGEST_TYPED;
  const typing = typed ? { typing: span.start + newText.length } : {};
  return { lines, ...typing, ...(since?.content === content ? { change: { edit, lines, since } } : {}) };
}

/** Longest edit that counts as typing, in UTF-16 units: more than a key, or a completion, is no typing. */
const LONGEST_TYPED = 100;
