import type { Brief, BriefSummary, FigureFact, WordFilter } from '../../../core/checking';
import { folderOf } from '../../documents/uris';
import type { Files } from '../namedFiles';
import type { WorkspaceFiles } from '../workspaceFiles';
import type { FigureFacts } from './figures';

/** How much of the workspace is known: all of it, what was read till the user stopped it, or as much as it may hold. */
export type Extent = 'all' | 'stopped' | 'too many' | Unread;

/** Why of a folder that is open only the open briefs are known: the user does not trust it, or it is not on this machine. */
export type Unread = 'not trusted' | 'out of reach';

/** Shows how far the reading of a workspace is. */
export interface IndexProgress {
  /** @param stop called when the user wants no more of it */
  begin(stop: () => void): Promise<{ report(done: number, of: number): void; end(): void }>;
}

export interface IndexHost {
  readonly files: WorkspaceFiles | null;
  /** The files that briefs name. */
  readonly named: Files | null;
  /** Globs of the user's. */
  readonly include: () => readonly string[];
  /** Settles when it is known what they are. */
  readonly settled: Promise<void>;
  readonly progress: IndexProgress;
  /** The client tells of files that change. */
  readonly toldOfChanges: boolean;
  /** Called when figures of some brief are others than before, with their ids. */
  readonly figuresChanged: (ids: ReadonlySet<string>) => void;
}

/** What is known of a brief. */
export interface Entry {
  readonly figures: readonly FigureFact[];
  /** Of an open document it is made when somebody asks: a keystroke does not pay for it. */
  readonly summary: () => BriefSummary;
  /** Of the file; null for an open document. */
  readonly file: { readonly state: string; readonly words: WordFilter } | null;
  /** Of an open document. */
  readonly brief: Brief | null;
}

/** A file to be read, and whether it is known to be a brief. */
export interface Wanted {
  readonly uri: string;
  readonly kind: 'brief' | 'perhaps';
}

/** What the index knows, and what it has still to read. */
export interface IndexState {
  readonly host: IndexHost;
  readonly entries: Map<string, Entry>;
  readonly facts: FigureFacts;
  /** What is to be read, and whether it is known to be a brief. */
  readonly queue: Map<string, Wanted['kind']>;
  /** Those of them that are read first: they are beside an open document. */
  readonly near: Set<string>;
  /** The folders were looked through. */
  scanned: boolean;
  /** What is being read; null: nothing. */
  working: Promise<Extent> | null;
  /** The user has stopped it. */
  stopped: boolean;
  tooMany: boolean;
  /** Goes up when what is being read is not wanted any more. */
  epoch: number;
  /** Goes up when a figure of some brief changed. */
  generation: number;
}

/** Takes in what is known of a brief; null: there is none any more. */
export function put(state: IndexState, uri: string, entry: Entry | null): void {
  const { entries, facts, host } = state;
  const old = entries.get(uri)?.figures ?? [];
  const now = entry?.figures ?? [];
  if (entry) entries.set(uri, entry);
  else entries.delete(uri);
  if (old.length + now.length === 0) return;
  const isSame = JSON.stringify(old) === JSON.stringify(now);
  facts.replace(old, now);
  if (isSame) return;
  state.generation++;
  host.figuresChanged(new Set([...old, ...now].map(({ id }) => id)));
}

export function isOpen({ entries }: IndexState, uri: string): boolean {
  return entries.get(uri)?.brief != null;
}

/** Has what is beside an open document read before all else. */
export function readFirst({ queue, near }: IndexState, folders: ReadonlySet<string>): void {
  for (const uri of queue.keys()) if (folders.has(folderOf(uri))) near.add(uri);
}
