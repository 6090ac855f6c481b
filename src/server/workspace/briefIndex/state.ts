import { type Brief, type BriefSummary, claimFactsOf, type NumberFact, type WordFilter } from '../../../core/checking';
import { folderOf } from '../../documents/uris';
import type { Files } from '../namedFiles';
import type { WorkspaceFiles } from '../workspaceFiles';
import type { FigureFacts } from './figures';

/** The known part of the workspace: all of it, what was read until the user stopped it, or the most that it may hold. */
export type Extent = 'all' | 'stopped' | 'too many' | Unread;

/** The reason why only open briefs of an open folder are known: the user doesn't trust it, or it isn't on this machine. */
export type Unread = 'not trusted' | 'out of reach';

/** Shows how far the reading of a workspace is. */
export interface IndexProgress {
  /** @param stop called when the user stops the reading */
  begin(stop: () => void): Promise<{ report(done: number, of: number): void; end(): void }>;
}

export interface IndexHost {
  readonly files: WorkspaceFiles | null;
  /** The files that briefs name. */
  readonly named: Files | null;
  /** Globs of the user's. */
  readonly include: () => readonly string[];
  /** Settles when these globs are known. */
  readonly settled: Promise<void>;
  readonly progress: IndexProgress;
  /** True if the client reports files that change. */
  readonly toldOfChanges: boolean;
  /** Called with the ids of numbers that changed in a brief and that other briefs give, too. */
  readonly numbersChanged: (ids: ReadonlySet<string>) => void;
}

/** The facts about a brief. */
export interface Entry {
  /** Its key numbers. */
  readonly figures: readonly NumberFact[];
  /** The numbers of its insights that other briefs may contradict. For an open document: as of when it last rested. */
  readonly claims: readonly NumberFact[];
  /** Returns the summary. For an open document, it is made on request, so that a keystroke doesn't wait for it. */
  readonly summary: () => BriefSummary;
  /** The state and the words of the file; null for an open document. */
  readonly file: { readonly state: string; readonly words: WordFilter } | null;
  /** The brief of an open document; null for all others. */
  readonly brief: Brief | null;
}

/** A file to be read, and whether it is known to be a brief. */
export interface Wanted {
  readonly uri: string;
  readonly kind: 'brief' | 'perhaps';
}

/** The facts that the index knows, and the files that it has still to read. */
export interface IndexState {
  readonly host: IndexHost;
  readonly entries: Map<string, Entry>;
  readonly facts: FigureFacts;
  /** The open documents whose insights are to be taken in. */
  readonly rested: Set<string>;
  /** The files to be read, by URI, with the kind of each: known to be a brief, or perhaps one. */
  readonly queue: Map<string, Wanted['kind']>;
  /** Files of the queue that are read first, as they are beside an open document. */
  readonly near: Set<string>;
  /** True if the folders have been searched for briefs, or are being searched. */
  scanned: boolean;
  /** The reading that is under way; null if there is none. */
  working: Promise<Extent> | null;
  /** True if the user has stopped the reading. */
  stopped: boolean;
  tooMany: boolean;
  /** Goes up when the reading under way isn't wanted any more. */
  epoch: number;
  /** Goes up when a number of some brief changed that others give, too. */
  generation: number;
}

/** Takes in the facts about a brief; null: the brief is gone. */
export function put(state: IndexState, uri: string, entry: Entry | null): void {
  const { entries, facts, host } = state;
  const last = entries.get(uri);
  if (entry) entries.set(uri, entry);
  else entries.delete(uri);
  const changed = new Set<string>();
  for (const list of ['figures', 'claims'] as const) {
    const [old, now] = differing(last?.[list] ?? NO_FACTS, entry?.[list] ?? NO_FACTS);
    if (old.length + now.length === 0) continue;
    facts.replace(old, now);
    if (JSON.stringify(old) === JSON.stringify(now)) continue;
    for (const { id } of [...old, ...now]) if (facts.of(id).some((fact) => fact.uri !== uri)) changed.add(id);
  }
  if (changed.size > 0) {
    state.generation++;
    host.numbersChanged(changed);
  }
  if (!last && entry) takeInRested(state);
}

/** Takes in what the insights of rested open documents say. Nobody asks for it while there is no other brief. */
export function takeInRested(state: IndexState): void {
  const { entries, rested } = state;
  if (entries.size < 2) return;
  for (const uri of rested) {
    const entry = entries.get(uri);
    if (entry?.brief) put(state, uri, { ...entry, claims: claimFactsOf(entry.brief, uri) });
  }
  rested.clear();
}

const NO_FACTS: readonly NumberFact[] = [];

/** Returns the facts of each of two lists that the other lacks. In a long document they are mostly few. */
function differing(old: readonly NumberFact[], now: readonly NumberFact[]): [NumberFact[], NumberFact[]] {
  if (old === now) return [[], []];
  const [before, after] = [new Set(old), new Set(now)];
  return [old.filter((fact) => !after.has(fact)), now.filter((fact) => !before.has(fact))];
}

export function isOpen({ entries }: IndexState, uri: string): boolean {
  return entries.get(uri)?.brief != null;
}

/** Has the files in some folders read before all others. */
export function readFirst({ queue, near }: IndexState, folders: ReadonlySet<string>): void {
  for (const uri of queue.keys()) if (folders.has(folderOf(uri))) near.add(uri);
}
