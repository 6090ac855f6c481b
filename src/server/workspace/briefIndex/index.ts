import {
  type Brief,
  type BriefSummary,
  idOfFile,
  isMarkdown,
  keyNumbersOf,
  mayHold,
  type NumbersElsewhere,
  SOURCE_FILES,
  summarize,
} from '../../../core/checking';
import { decoded, folderOf } from '../../documents/uris';
import { createFigureFacts } from './figures';
import { read, readOn } from './reading';
import { type Extent, type IndexHost, type IndexState, isOpen, put, readFirst, takeInRested } from './state';

export { hasKeyNumbers } from './figures';
export { bibliographyOf } from './reading';
export type { Extent, IndexHost, IndexProgress, Unread } from './state';

/** Longest wait for a complete answer, in milliseconds. After it, an answer may be incomplete. */
const SOON = 2000;

/**
 * Facts about all briefs of the workspace. The briefs are read when the first one is opened or somebody asks: those beside open
 * documents first, in slices between which the server answers. Later, each is read again when it changes. For an open document
 * its own text counts; of all others only few facts are kept.
 */
export interface BriefIndex {
  /** Reads the briefs that aren't known yet. Settles when all are known, or tells why some can't be. */
  ready(): Promise<Extent>;
  /**
   * Does what {@link ready} does, for work that must not miss a brief. Looks at all files again if the client doesn't report
   * changes.
   */
  whole(): Promise<Extent>;
  /** Does what {@link ready} does, but waits for two seconds at most. Then the briefs known so far must do. */
  soon(): Promise<void>;
  /** Takes in a version of an open document. */
  seen(uri: string, brief: Brief): void;
  /** Takes in what the insights of an open document say, now that nobody types into it. */
  rests(uri: string): void;
  /** Forgets the text of a closed document: its file counts again. */
  closed(uri: string): void;
  /** Files were written, made or removed, or folders were. */
  changed(uris: readonly string[]): void;
  /** Forgets all briefs that aren't open, as other files are briefs now. Reads again if they were read before. */
  forgetAll(): void;
  /** The URIs of all briefs. */
  uris(): readonly string[];
  summaries(): readonly BriefSummary[];
  /** Returns the briefs that aren't open and whose text may hold some words: all that do, and perhaps others. */
  holding(words: string): readonly string[];
  /** Returns a look-up of the numbers of all other briefs by id; null if there are no others. */
  elsewhere(uri: string): NumbersElsewhere | null;
  /** True if the insights of a brief have a number with one of these ids. */
  says(uri: string, ids: ReadonlySet<string>): boolean;
  /** Goes up when a number of some brief changed that others give, too. */
  generation(): number;
}

export function createBriefIndex(host: IndexHost): BriefIndex {
  const state: IndexState = {
    host,
    entries: new Map(),
    facts: createFigureFacts(),
    rested: new Set(),
    queue: new Map(),
    near: new Set(),
    scanned: false,
    working: null,
    stopped: false,
    tooMany: false,
    epoch: 0,
    generation: 0,
  };
  const { entries, facts } = state;
  return {
    ready: () => ready(state),
    whole: () => whole(state),
    soon: () => soon(state),
    seen: (uri, brief) => seen(state, uri, brief),
    rests: (uri) => rests(state, uri),
    closed: (uri) => closed(state, uri),
    changed: (uris) => changed(state, uris),
    forgetAll: () => forgetAll(state),
    uris: () => [...entries.keys()],
    summaries: () => [...entries.values()].map(({ summary }) => summary()),
    holding: (words) => {
      const found: string[] = [];
      for (const [uri, { file }] of entries) if (file && mayHold(file.words, words)) found.push(uri);
      return found;
    },
    elsewhere: (uri) =>
      entries.size > (entries.has(uri) ? 1 : 0) ? (id) => facts.of(id).filter((fact) => fact.uri !== uri) : null,
    says: (uri, ids) => entries.get(uri)?.claims.some(({ id }) => ids.has(id)) ?? false,
    generation: () => state.generation,
  };
}

async function ready(state: IndexState): Promise<Extent> {
  // A reading that is about to stop wouldn't go on by itself.
  if (state.stopped && state.working) await state.working;
  state.stopped = false;
  return read(state);
}

async function whole(state: IndexState): Promise<Extent> {
  if (state.host.toldOfChanges) return ready(state);
  await state.working;
  for (const [uri, { brief }] of state.entries) if (!brief) state.queue.set(uri, 'perhaps');
  state.scanned = false;
  return ready(state);
}

async function soon(state: IndexState): Promise<void> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<void>((resolve) => {
    timer = setTimeout(resolve, SOON);
  });
  await Promise.race([ready(state), late]);
  clearTimeout(timer);
}

function seen(state: IndexState, uri: string, brief: Brief): void {
  if (state.entries.get(uri)?.brief === brief) return;
  const isNew = !isOpen(state, uri);
  let summary: BriefSummary | null = null;
  const summaryOf = () => {
    summary ??= summarize(brief, uri);
    return summary;
  };
  const claims = state.entries.get(uri)?.claims ?? [];
  put(state, uri, { figures: keyNumbersOf(brief, uri), claims, summary: summaryOf, file: null, brief });
  if (!isNew) return;
  readFirst(state, new Set([folderOf(uri)]));
  readOn(state);
}

function rests(state: IndexState, uri: string): void {
  state.rested.add(uri);
  takeInRested(state);
}

function closed(state: IndexState, uri: string): void {
  if (!state.entries.has(uri)) return;
  put(state, uri, null);
  if (!state.scanned) return;
  state.queue.set(uri, 'perhaps');
  readOn(state);
}

function changed(state: IndexState, uris: readonly string[]): void {
  const { entries, queue, scanned } = state;
  if (!scanned) return;
  for (const uri of uris) {
    if (/\.brief$/i.test(uri) || isMarkdown(uri)) queue.set(uri, 'perhaps');
    // For a removed folder, the client doesn't report the files in it.
    if (/\/[^/.]+$/.test(uri))
      for (const below of entries.keys()) if (below.startsWith(`${uri}/`)) queue.set(below, 'perhaps');
    if (SOURCE_FILES.some((end) => uri.endsWith(end)))
      readAgain(state, idOfFile(decoded(uri.slice(uri.lastIndexOf('/') + 1))));
  }
  if (queue.size > 0) readOn(state);
}

/** Has all briefs that may cite a source read again, as the library file named after the source may have changed. */
function readAgain({ entries, queue }: IndexState, id: string): void {
  for (const [uri, entry] of entries) {
    if (!entry.file || !mayHold(entry.file.words, id)) continue;
    entries.set(uri, { ...entry, file: { ...entry.file, state: '' } });
    queue.set(uri, 'brief');
  }
}

function forgetAll(state: IndexState): void {
  const wasUsed = state.scanned;
  state.epoch++;
  for (const [uri, { brief }] of state.entries) if (!brief) put(state, uri, null);
  state.queue.clear();
  state.near.clear();
  state.scanned = false;
  if (wasUsed) readOn(state);
}
