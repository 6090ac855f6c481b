/** Reads the briefs of a workspace one after the other, in slices between which the server answers. */
import { derive } from '../../../core/base/derive';
import {
  type Brief,
  type ConfigFile,
  claimFactsInText,
  parseBrief,
  relink,
  summarize,
  type Workspace,
  wordFilterOf,
  workspaceOf,
} from '../../../core/checking';
import { NO_PATHS } from '../../../files/named/readNamedFiles';
import { folderOf } from '../../documents/uris';
import { breathe, createTurns } from '../../messages/turns';
import type { Files } from '../namedFiles';
import type { BriefText, WorkspaceFiles } from '../workspaceFiles';
import { hasKeyNumbers } from './figures';
import { type Extent, type IndexState, isOpen, put, readFirst, type Wanted } from './state';

/** The most briefs that are read. A larger workspace isn't known as a whole. */
const MOST_BRIEFS = 25_000;
/** The number of files that are read ahead, while others are taken in. */
const READ_AHEAD = 8;
/** The number of briefs from which on progress is shown. Fewer take no time worth showing. */
const WORTH_TELLING = 100;

/** The content of a file that was looked at; its text is null if the file isn't there. */
interface Looked {
  readonly uri: string;
  readonly text: BriefText | null;
  readonly workspace: Workspace | null;
}

type ConfigOf = (uri: string) => Promise<ConfigFile | null>;

/** Reads the briefs that aren't known yet. Joins a reading that is under way. */
export function read(state: IndexState): Promise<Extent> {
  state.working ??= readAll(state).finally(() => {
    state.working = null;
  });
  return state.working;
}

/** Reads on in the background, unless the user has stopped the reading. */
export function readOn(state: IndexState): void {
  if (!state.stopped) read(state).catch(() => undefined);
}

async function readAll(state: IndexState): Promise<Extent> {
  const { host, queue } = state;
  if (!host.files) return 'all';
  await host.settled;
  await breathe();
  while (!state.stopped && (!state.scanned || queue.size > 0)) {
    if (!state.scanned) await scan(state);
    await readQueue(state);
  }
  return state.stopped ? 'stopped' : state.tooMany ? 'too many' : 'all';
}

/** Looks for all briefs there are. */
async function scan(state: IndexState): Promise<void> {
  const { host, queue, entries, epoch } = state;
  state.scanned = true;
  state.tooMany = false;
  const rest = createTurns();
  for await (const uri of host.files?.briefs(host.include()) ?? []) {
    if (epoch !== state.epoch) return;
    if (queue.size >= MOST_BRIEFS) {
      state.tooMany = true;
      break;
    }
    queue.set(uri, 'brief');
    await rest();
  }
  const folders = new Set<string>();
  for (const [uri, { brief }] of entries) if (brief) folders.add(folderOf(uri));
  readFirst(state, folders);
}

async function readQueue(state: IndexState): Promise<void> {
  const { host, queue, epoch } = state;
  const configOf = configsByFolder(host.files);
  const rest = createTurns();
  const wanted = inTurn(state);
  const ahead: Promise<Looked | null>[] = [];
  const task = queue.size < WORTH_TELLING ? null : await host.progress.begin(() => stop(state));
  let done = 0;
  try {
    for (;;) {
      while (!state.stopped && epoch === state.epoch && ahead.length < READ_AHEAD) {
        const { value } = wanted.next();
        if (!value) break;
        ahead.push(look(state, value, configOf).catch(() => null));
      }
      const looked = await ahead.shift();
      if (looked === undefined) break;
      if (looked && epoch === state.epoch) await takeIn(state, looked).catch(() => undefined);
      await rest();
      done++;
      task?.report(done, done + ahead.length + queue.size);
    }
  } finally {
    task?.end();
  }
}

function stop(state: IndexState): void {
  state.stopped = true;
}

/** Takes the files from the queue in the order in which they are to be read. Files queued meanwhile come, too. */
function* inTurn({ queue, near }: IndexState): Generator<Wanted> {
  const take = (uri: string): Wanted | null => {
    const kind = queue.get(uri);
    near.delete(uri);
    queue.delete(uri);
    return kind ? { uri, kind } : null;
  };
  for (const uri of queue.keys()) {
    for (const nearer of near) {
      const wanted = take(nearer);
      if (wanted) yield wanted;
    }
    const wanted = take(uri);
    if (wanted) yield wanted;
  }
}

/** Looks at a file; null if it isn't a brief, is open, or hasn't changed. */
async function look(state: IndexState, { uri, kind }: Wanted, configOf: ConfigOf): Promise<Looked | null> {
  const { entries, host } = state;
  const { files, include } = host;
  if (!files || isOpen(state, uri)) return null;
  const known = entries.get(uri);
  if (!known) {
    if (entries.size >= MOST_BRIEFS) {
      state.tooMany = true;
      return null;
    }
    if (kind === 'perhaps' && !(await files.isBrief(uri, include()))) return null;
  }
  const text = await files.read(uri, known?.file?.state);
  if (text === 'unchanged') return null;
  const config = text && (await configOf(uri));
  return { uri, text, workspace: config && workspaceGiven(config) };
}

/** Takes in what a file says, unless it was opened meanwhile. */
async function takeIn(state: IndexState, { uri, text, workspace }: Looked): Promise<void> {
  const { named } = state.host;
  if (isOpen(state, uri)) return;
  if (text === null) {
    put(state, uri, null);
    return;
  }
  const around = workspace ? { workspace } : {};
  const parsed = parseBrief(text.text, around);
  // Only a bibliography may tell which works its figures cite.
  const bibliography = named && hasKeyNumbers(parsed) ? await bibliographyOf(uri, parsed, named) : [];
  if (isOpen(state, uri)) return;
  const brief = bibliography.length > 0 ? relink(parsed, { ...around, bibliography }) : parsed;
  const summary = summarize(brief, uri);
  const file = { state: text.state, words: wordFilterOf(text.text) };
  const claims = claimFactsInText(brief, uri);
  put(state, uri, { figures: summary.figures, claims, summary: () => summary, file, brief: null });
}

/** Reads the bibliographies of a brief that isn't open, and no other files that it names. */
export async function bibliographyOf(uri: string, { frontMatter }: Brief, named: Files) {
  if (!frontMatter || frontMatter.bibliography.length === 0) return [];
  const paths = frontMatter.bibliography.map(({ value }) => value);
  const { bibliography } = await named.read(uri, { ...NO_PATHS, bibliography: paths });
  return bibliography;
}

/** Returns what a configuration gives to its briefs, computed once for each configuration. */
const workspaceGiven = derive(workspaceOf);

/** Looks for the configuration of a folder once, however many briefs are in it. */
function configsByFolder(files: WorkspaceFiles | null): ConfigOf {
  const known = new Map<string, Promise<ConfigFile | null>>();
  return (uri) => {
    const folder = folderOf(uri);
    const config = known.get(folder) ?? files?.config(uri) ?? Promise.resolve(null);
    known.set(folder, config);
    return config;
  };
}
