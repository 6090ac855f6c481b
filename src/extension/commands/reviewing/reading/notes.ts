import * as vscode from 'vscode';
import type { Reading } from '../../../../server/protocol';
import type { Client } from '../../../client';
import { placeAfter } from '../../../links/movePlaces';
import { toRange } from '../../documentEdits';
import { DISAGREE, type NotesOfBrief, registerNoteActions } from './noteActions';
import { diagnosticOf } from './shownNotes';

/** Key of the hashes of notes that the user disagreed with. */
const DISAGREED = 'brief.secondReader.disagreed';
/** Most of them; the oldest are dropped first. */
const MOST = 5000;

/** Milliseconds without a change after which the notes of a brief are worked out again. */
const REST = 400;

/** The notes of second readers, at their places. They are shown until claim or passage changes, or the brief is closed. */
export interface ReaderNotes extends vscode.Disposable {
  /** Shows what answers say of a brief, together with those to other claims. */
  show(document: vscode.TextDocument, readings: readonly Reading[]): Promise<void>;
  /** True if the user disagreed with a reader about this claim and its passages. */
  isSettled(hash: string): boolean;
}

interface Read extends NotesOfBrief {
  readonly document: vscode.TextDocument;
  /** The last answer to each claim, by its hash. */
  readonly readings: ReadonlyMap<string, Reading>;
  /** Works the notes out again. */
  readonly timer?: NodeJS.Timeout | undefined;
}

/** @param memory keeps what the user disagreed with */
export function createReaderNotes(client: Client, memory: vscode.Memento): ReaderNotes {
  const diagnostics = vscode.languages.createDiagnosticCollection('brief.reader');
  const briefs = new Map<string, Read>();
  const isSettled = (hash: string) => disagreed(memory).includes(hash);
  const put = (read: Read) => {
    briefs.set(read.document.uri.toString(), read);
    diagnostics.set(read.document.uri, read.notes.map(diagnosticOf));
  };
  /** Tells what the answers say of the claims and passages that there are now. */
  const renew = async (document: vscode.TextDocument, readings: Read['readings']) => {
    const result = await client.readerNotes(document.uri, [...readings.values()]);
    if (document.isClosed || !result) return;
    const notes = result.notes
      .filter(({ hash }) => !isSettled(hash))
      .map((note) => ({ note, range: toRange(note.range) }));
    const isCurrent = result.version === document.version;
    const shown = isCurrent ? notes : (briefs.get(document.uri.toString())?.notes ?? []);
    put({ document, readings, notes: shown, version: result.version });
    if (!isCurrent) later(document.uri);
  };
  const later = (uri: vscode.Uri) => {
    const read = briefs.get(uri.toString());
    if (!read) return;
    clearTimeout(read.timer);
    const timer = setTimeout(() => renew(read.document, read.readings), REST);
    briefs.set(uri.toString(), { ...read, timer });
  };
  const change = ({ document, contentChanges }: vscode.TextDocumentChangeEvent) => {
    const read = briefs.get(document.uri.toString());
    if (!read || contentChanges.length === 0) return;
    put(moved(read, contentChanges));
    later(document.uri);
  };
  const forget = ({ uri }: vscode.TextDocument) => {
    clearTimeout(briefs.get(uri.toString())?.timer);
    briefs.delete(uri.toString());
    diagnostics.delete(uri);
  };
  const disagree = async (hash: string) => {
    await memory.update(DISAGREED, [...disagreed(memory), hash].slice(-MOST));
    for (const read of briefs.values()) put({ ...read, notes: read.notes.filter(({ note }) => note.hash !== hash) });
  };
  const parts = vscode.Disposable.from(
    diagnostics,
    vscode.workspace.onDidChangeTextDocument(change),
    vscode.workspace.onDidCloseTextDocument(forget),
    // A passage may have changed.
    client.onPreview(later),
    vscode.commands.registerCommand(DISAGREE, disagree),
    registerNoteActions(({ uri }) => briefs.get(uri.toString())),
  );
  return {
    show: (document, readings) => {
      const known = briefs.get(document.uri.toString())?.readings ?? [];
      return renew(document, new Map([...known, ...readings.map((reading) => [reading.hash, reading] as const)]));
    },
    isSettled,
    dispose: () => {
      for (const { timer } of briefs.values()) clearTimeout(timer);
      parts.dispose();
    },
  };
}

function disagreed(memory: vscode.Memento): readonly string[] {
  return memory.get<readonly string[]>(DISAGREED, []);
}

/** Moves notes along with a change. A note goes at once when its claim's own text changes. */
function moved(read: Read, changes: readonly vscode.TextDocumentContentChangeEvent[]): Read {
  const notes = read.notes.flatMap(({ note, range }) => {
    const place = placeAfter(range, changes);
    return place ? [{ note, range: toRange(place) }] : [];
  });
  return { ...read, notes };
}
