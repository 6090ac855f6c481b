import { derive } from '../../core/base/derive';
import {
  type Brief,
  type BriefSummary,
  type ConfigFile,
  declaredFiguresOf,
  type FigureFact,
  type FiguresElsewhere,
  idOfFile,
  keyNumbersOf,
  mayHold,
  parseBrief,
  relink,
  SOURCE_FILES,
  summarize,
  type WordFilter,
  type Workspace,
  wordFilterOf,
  workspaceOf,
} from '../../core/checking';
import { decoded, folderOf } from '../documents/uris';
import { breathe, createTurns } from '../messages/turns';
import type { Files } from './namedFiles';
import type { BriefText, WorkspaceFiles } from './workspaceFiles';

/** What a workspace may hold and still be known as a whole. */
const MOST_BRIEFS = 25_000;
/** As many files are being read while others are looked into. */
const READ_AHEAD = 8;
/** To read fewer briefs takes no time that anybody would want to be told of. */
const WORTH_TELLING = 100;
/** How long an answer that may be incomplete waits to be complete, in milliseconds. */
const SOON = 2000;

/**
 * What is known of all briefs of the workspace. They are read when the first one is opened or somebody asks: the folders
 * of open documents first, in slices between which the server answers. Then each is read again when it changes. Of an
 * open document, its own text counts; of the others only few facts are kept.
 */
export interface BriefIndex {
  /** Reads what is not known yet; settles when all is, or says why not all can be. */
  ready(): Promise<Extent>;
  /** The same for what may miss nothing: where nobody tells of files that change, all are looked at again. */
  whole(): Promise<Extent>;
  /** What {@link ready} does, but waits for two seconds at most: then what is known so far has to do. */
  soon(): Promise<void>;
  /** Takes in a version of an open document. */
  seen(uri: string, brief: Brief): void;
  /** The document is closed: its file counts again. */
  closed(uri: string): void;
  /** Files were written, made or removed, or folders were. */
  changed(uris: readonly string[]): void;
  /** Other files are briefs than before. */
  forgetAll(): void;
  /** The addresses of all briefs. */
  uris(): readonly string[];
  summaries(): readonly BriefSummary[];
  /** Those of the briefs that are not open whose text may hold some words; all that do are among them. */
  holding(words: string): readonly string[];
  /** The figures of all other briefs. */
  elsewhere(uri: string): FiguresElsewhere;
  /** Goes up when a figure of some brief changed. */
  generation(): number;
}

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

interface Entry {
  readonly figures: readonly FigureFact[];
  /** Of an open document it is made when somebody asks: a keystroke does not pay for it. */
  readonly summary: () => BriefSummary;
  /** Of the file; null for an open document. */
  readonly file: { readonly state: string; readonly words: WordFilter } | null;
  /** Of an open document. */
  readonly brief: Brief | null;
}

/** A file to be read, and whether it is known to be a brief. */
interface Wanted {
  readonly uri: string;
  readonly kind: 'brief' | 'perhaps';
}

/** What a file that was looked at says; null: it is not there. */
interface Looked {
  readonly uri: string;
  readonly text: BriefText | null;
  readonly workspace: Workspace | null;
}

type ConfigOf = (uri: string) => Promise<ConfigFile | null>;

export function createBriefIndex(host: IndexHost): BriefIndex {
  const { files, named, include } = host;
  const entries = new Map<string, Entry>();
  /** What is to be read, and whether it is known to be a brief. */
  const queue = new Map<string, Wanted['kind']>();
  /** Those of them that are read first: they are beside an open document. */
  const near = new Set<string>();
  const facts = createFacts();
  let scanned = false;
  let working: Promise<Extent> | null = null;
  let stopped = false;
  let tooMany = false;
  /** Goes up when what is being read is not wanted any more. */
  let epoch = 0;
  let generation = 0;

  const put = (uri: string, entry: Entry | null) => {
    const before = entries.get(uri)?.figures ?? [];
    const now = entry?.figures ?? [];
    if (entry) entries.set(uri, entry);
    else entries.delete(uri);
    if (before.length + now.length === 0) return;
    const same = JSON.stringify(before) === JSON.stringify(now);
    facts.replace(before, now);
    if (same) return;
    generation++;
    host.figuresChanged(new Set([...before, ...now].map(({ id }) => id)));
  };

  /** Has the briefs read again that may cite a source, as a file of a library may have changed that is called by it. */
  const readAgain = (id: string) => {
    for (const [uri, entry] of entries) {
      if (!entry.file || !mayHold(entry.file.words, id)) continue;
      entries.set(uri, { ...entry, file: { ...entry.file, state: '' } });
      queue.set(uri, 'brief');
    }
  };

  const isOpen = (uri: string) => entries.get(uri)?.brief !== null && entries.has(uri);

  const look = async ({ uri, kind }: Wanted, configOf: ConfigOf): Promise<Looked | null> => {
    if (!files || isOpen(uri)) return null;
    const before = entries.get(uri);
    if (!before) {
      if (entries.size >= MOST_BRIEFS) {
        tooMany = true;
        return null;
      }
      if (kind === 'perhaps' && !(await files.isBrief(uri, include()))) return null;
    }
    const text = await files.read(uri, before?.file?.state);
    if (text === 'unchanged') return null;
    const config = text && (await configOf(uri));
    return { uri, text, workspace: config && workspaceGiven(config) };
  };

  /** Takes in what a file says, unless it was opened meanwhile. */
  const takeIn = async ({ uri, text, workspace }: Looked): Promise<void> => {
    if (isOpen(uri)) return;
    if (text === null) return put(uri, null);
    const around = workspace ? { workspace } : {};
    const parsed = parseBrief(text.text, around);
    // Which works its figures cite, a bibliography may have to tell.
    const bibliography = named && hasKeyNumbers(parsed) ? await bibliographyOf(uri, parsed, named) : [];
    if (isOpen(uri)) return;
    const brief = bibliography.length > 0 ? relink(parsed, { ...around, bibliography }) : parsed;
    const summary = summarize(brief, uri);
    const file = { state: text.state, words: wordFilterOf(text.text) };
    put(uri, { figures: summary.figures, summary: () => summary, file, brief: null });
  };

  const scan = async (): Promise<void> => {
    scanned = true;
    tooMany = false;
    const rest = createTurns();
    const scanning = epoch;
    for await (const uri of files?.briefs(include()) ?? []) {
      if (scanning !== epoch) return;
      if (queue.size >= MOST_BRIEFS) {
        tooMany = true;
        break;
      }
      queue.set(uri, 'brief');
      await rest();
    }
    const folders = new Set<string>();
    for (const [uri, { brief }] of entries) if (brief) folders.add(folderOf(uri));
    comeFirst(folders);
  };

  /** Has what is beside an open document read before all else. */
  const comeFirst = (folders: ReadonlySet<string>) => {
    for (const uri of queue.keys()) if (folders.has(folderOf(uri))) near.add(uri);
  };

  const take = (uri: string): Wanted | null => {
    const kind = queue.get(uri);
    near.delete(uri);
    queue.delete(uri);
    return kind ? { uri, kind } : null;
  };

  /** What is to be read next. What is put into the queue meanwhile comes, too. */
  function* inTurn(): Generator<Wanted> {
    for (const uri of queue.keys()) {
      for (const nearer of near) {
        const wanted = take(nearer);
        if (wanted) yield wanted;
      }
      const wanted = take(uri);
      if (wanted) yield wanted;
    }
  }

  const read = async (): Promise<void> => {
    const reading = epoch;
    const configOf = configsByFolder(files);
    const rest = createTurns();
    const wanted = inTurn();
    const ahead: Promise<Looked | null>[] = [];
    const task =
      queue.size < WORTH_TELLING
        ? null
        : await host.progress.begin(() => {
            stopped = true;
          });
    let done = 0;
    try {
      for (;;) {
        while (!stopped && reading === epoch && ahead.length < READ_AHEAD) {
          const { value } = wanted.next();
          if (!value) break;
          ahead.push(look(value, configOf).catch(() => null));
        }
        const looked = await ahead.shift();
        if (looked === undefined) break;
        if (looked && reading === epoch) await takeIn(looked).catch(() => undefined);
        await rest();
        done++;
        task?.report(done, done + ahead.length + queue.size);
      }
    } finally {
      task?.end();
    }
  };

  const work = async (): Promise<Extent> => {
    if (!files) return 'all';
    await host.settled;
    await breathe();
    while (!stopped && (!scanned || queue.size > 0)) {
      if (!scanned) await scan();
      await read();
    }
    return stopped ? 'stopped' : tooMany ? 'too many' : 'all';
  };

  const run = (): Promise<Extent> => {
    working ??= work().finally(() => {
      working = null;
    });
    return working;
  };

  /** Nobody waits for what is read now, and what the user stopped stays so. */
  const readOn = () => {
    if (!stopped) run().catch(() => undefined);
  };

  const ready = async (): Promise<Extent> => {
    // What is about to stop would not take up again by itself.
    if (stopped && working) await working;
    stopped = false;
    return run();
  };

  return {
    ready,
    whole: async () => {
      if (host.toldOfChanges) return ready();
      await working;
      for (const [uri, { brief }] of entries) if (!brief) queue.set(uri, 'perhaps');
      scanned = false;
      return ready();
    },
    soon: async () => {
      let timer: ReturnType<typeof setTimeout> | undefined;
      const late = new Promise<void>((resolve) => {
        timer = setTimeout(resolve, SOON);
      });
      await Promise.race([ready(), late]);
      clearTimeout(timer);
    },
    seen: (uri, brief) => {
      if (entries.get(uri)?.brief === brief) return;
      const isNew = !isOpen(uri);
      let summary: BriefSummary | null = null;
      const summaryOf = () => {
        summary ??= summarize(brief, uri);
        return summary;
      };
      put(uri, { figures: keyNumbersOf(brief, uri), summary: summaryOf, file: null, brief });
      if (!isNew) return;
      comeFirst(new Set([folderOf(uri)]));
      readOn();
    },
    closed: (uri) => {
      if (!entries.has(uri)) return;
      put(uri, null);
      if (!scanned) return;
      queue.set(uri, 'perhaps');
      readOn();
    },
    changed: (uris) => {
      if (!scanned) return;
      for (const uri of uris) {
        if (/\.(?:brief|md|markdown)$/i.test(uri)) queue.set(uri, 'perhaps');
        // Of a folder that is removed, nobody tells what was in it.
        if (/\/[^/.]+$/.test(uri))
          for (const below of entries.keys()) if (below.startsWith(`${uri}/`)) queue.set(below, 'perhaps');
        if (SOURCE_FILES.some((end) => uri.endsWith(end)))
          readAgain(idOfFile(decoded(uri.slice(uri.lastIndexOf('/') + 1))));
      }
      if (queue.size > 0) readOn();
    },
    forgetAll: () => {
      const wasUsed = scanned;
      epoch++;
      for (const [uri, { brief }] of entries) if (!brief) put(uri, null);
      queue.clear();
      near.clear();
      scanned = false;
      if (wasUsed) readOn();
    },
    uris: () => [...entries.keys()],
    summaries: () => [...entries.values()].map(({ summary }) => summary()),
    holding: (words) => {
      const found: string[] = [];
      for (const [uri, { file }] of entries) if (file && mayHold(file.words, words)) found.push(uri);
      return found;
    },
    elsewhere: (uri) => (id) => facts.of(id).filter((fact) => fact.uri !== uri),
    generation: () => generation,
  };
}

/** Whether another brief may contradict this one. */
export function hasKeyNumbers(brief: Brief): boolean {
  return declaredFiguresOf(brief).some(({ id, asOf, content }) => id && asOf && content?.kind === 'value');
}

/** The bibliographies of a brief that is not open. None of the other files that it names is read, and kept, for it. */
export async function bibliographyOf(uri: string, { frontMatter }: Brief, named: Files) {
  if (!frontMatter || frontMatter.bibliography.length === 0) return [];
  const { bibliography } = await named.read(uri, {
    frontMatter: { ...frontMatter, sources: [] },
    figures: [],
    copies: null,
  });
  return bibliography;
}

/** The key numbers of all briefs, by their ids. */
function createFacts() {
  const byId = new Map<string, FigureFact[]>();
  /** Ids whose key numbers are to be sorted. */
  const mixed = new Set<string>();
  return {
    replace: (before: readonly FigureFact[], now: readonly FigureFact[]) => {
      for (const fact of before) {
        const group = byId.get(fact.id) ?? [];
        const at = group.indexOf(fact);
        if (at >= 0) group.splice(at, 1);
        if (group.length === 0) byId.delete(fact.id);
      }
      for (const fact of now) {
        const group = byId.get(fact.id);
        if (group) group.push(fact);
        else byId.set(fact.id, [fact]);
        mixed.add(fact.id);
      }
    },
    /** In the order of their briefs. */
    of: (id: string): readonly FigureFact[] => {
      const group = byId.get(id) ?? [];
      if (mixed.delete(id)) group.sort((a, b) => (a.uri < b.uri ? -1 : a.uri > b.uri ? 1 : 0));
      return group;
    },
  };
}

/** What a configuration gives to its briefs, worked out once for each. */
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
