import { type Brief, type BriefSummary, claimFactsOf, type NumberFact, type WordFilter } from '../../../core/checking';
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
  /** Called when numbers of some brief are others than before that others give, too, with their ids. */
  readonly numbersChanged: (ids: ReadonlySet<string>) => void;
}

/** What is known of a brief. */
export interface Entry {
  /** Its key numbers. */
  readonly figures: readonly NumberFact[];
  /** The numbers of its insights that other briefs may say otherwise; of an open document as of when it last rested. */
  readonly claims: readonly NumberFact[];
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
  /** The open documents of which is to be taken in what their insights say. */
  readonly rested: Set<string>;
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
  /** Goes up when a number of some brief changed that others give, too. */
  generation: number;
}

/** Takes in what is known of a brief; null: there is none any more. */
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

/** Takes in what the insights of open documents say that have rested: only where there is another brief does anybody ask for it. */
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

/** Those of two lists that the other one does not have: of a long document, most often few. */
function differing(old: readonly NumberFact[], now: readonly NumberFact[]): [NumberFact[], NumberFact[]] {
  if (old === now) return [[], []];
  const [before, after] = [new Set(old), new Set(now)];
  return [old.filter((fact) => !after.has(fact)), now.filter((fact) => !before.has(fact))];
}

export function isOpen({ entries }: IndexState, uri: string): boolean {
  return entries.get(uri)?.brief != null;
}

/** Has what is beside an open document read before all else. */
export function readFirst({ queue, near }: IndexState, folders: ReadonlySet<string>): void {
  for (const uri of queue.keys()) if (folders.has(folderOf(uri))) near.add(uri);
}
