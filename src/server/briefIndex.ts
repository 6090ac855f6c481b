import {
  type Brief,
  type BriefSummary,
  type ConfigFile,
  type FigureFact,
  type FiguresElsewhere,
  keyNumbersOf,
  parseBrief,
  summarize,
  type Workspace,
  workspaceOf,
} from '../core';
import type { Files } from './namedFiles';
import type { WorkspaceFiles } from './workspaceFiles';

/** What a workspace may hold and still be known as a whole. */
const MOST_BRIEFS = 5000;

/**
 * What is known of all briefs of the workspace. They are read when somebody first asks, one after the other and with a
 * pause after each, and then only when they change. Of an open document, its own text counts.
 */
export interface BriefIndex {
  /** Reads what is not known yet; settles when all is. */
  ready(): Promise<void>;
  /** Takes in a version of an open document. */
  seen(uri: string, brief: Brief): void;
  /** The document is closed: its file counts again. */
  closed(uri: string): void;
  /** Files were written, made or removed. */
  changed(uris: readonly string[]): void;
  /** Other files are briefs than before. */
  forgetAll(): void;
  summaries(): readonly BriefSummary[];
  /** The figures of all other briefs. */
  elsewhere(uri: string): FiguresElsewhere;
  /** Goes up when a figure of some brief changed. */
  generation(): number;
}

interface Entry {
  readonly figures: readonly FigureFact[];
  /** Of an open document it is made when somebody asks: a keystroke does not pay for it. */
  readonly summary: () => BriefSummary;
  /** Of the file; null for an open document. */
  readonly state: string | null;
}

/**
 * @param named the files that briefs name
 * @param include globs of the user's
 * @param figuresChanged called when figures of some brief are others than before
 */
export function createBriefIndex(
  files: WorkspaceFiles | null,
  named: Files | null,
  include: () => readonly string[],
  figuresChanged: () => void,
): BriefIndex {
  const entries = new Map<string, Entry>();
  /** What is to be read, and whether it is known to be a brief. */
  const queue = new Map<string, 'brief' | 'perhaps'>();
  const workspaces = workspacesOf();
  let scanned = false;
  let working: Promise<void> | null = null;
  let generation = 0;
  let byId: Map<string, FigureFact[]> | null = null;

  const put = (uri: string, entry: Entry | null) => {
    const before = entries.get(uri)?.figures ?? [];
    const now = entry?.figures ?? [];
    if (entry) entries.set(uri, entry);
    else entries.delete(uri);
    if (JSON.stringify(before) === JSON.stringify(now)) return;
    byId = null;
    generation++;
    figuresChanged();
  };

  const readFile = async (uri: string): Promise<void> => {
    const before = entries.get(uri);
    if (!files || before?.state === null) return;
    const read = await files.read(uri, before?.state);
    if (read === 'unchanged' || entries.get(uri)?.state === null) return;
    if (read === null) return put(uri, null);
    const workspace = workspaces(await files.config(uri));
    const around = workspace ? { workspace } : {};
    const parsed = parseBrief(read.text, around);
    // Which works its figures cite, a bibliography may have to tell.
    const needsFiles = named && hasKeyNumbers(parsed) && (parsed.frontMatter?.bibliography.length ?? 0) > 0;
    const brief = needsFiles ? parseBrief(read.text, { ...around, ...(await named.read(uri, parsed)) }) : parsed;
    const summary = summarize(brief, uri);
    put(uri, { figures: summary.figures, summary: () => summary, state: read.state });
  };

  const work = async (): Promise<void> => {
    if (!files) return;
    if (!scanned) {
      scanned = true;
      for await (const uri of files.briefs(include())) {
        queue.set(uri, 'brief');
        if (queue.size >= MOST_BRIEFS) break;
      }
    }
    for (const [uri, kind] of queue) {
      queue.delete(uri);
      if (!entries.has(uri)) {
        if (entries.size >= MOST_BRIEFS) continue;
        if (kind === 'perhaps' && !(await files.isBrief(uri, include()))) continue;
      }
      await readFile(uri).catch(() => undefined);
      await breathe();
    }
  };

  const ready = (): Promise<void> => {
    working ??= work().finally(() => {
      working = null;
    });
    return working;
  };

  return {
    ready,
    seen: (uri, brief) => {
      const figures = keyNumbersOf(brief, uri);
      let summary: BriefSummary | null = null;
      const summaryOf = () => {
        summary ??= summarize(brief, uri);
        return summary;
      };
      put(uri, { figures, summary: summaryOf, state: null });
      // Its figures are to be compared with those of all other briefs.
      if (figures.length > 0) ready().catch(() => undefined);
    },
    closed: (uri) => {
      if (!entries.has(uri)) return;
      put(uri, null);
      if (scanned) {
        queue.set(uri, 'perhaps');
        ready().catch(() => undefined);
      }
    },
    changed: (uris) => {
      if (!scanned) return;
      for (const uri of uris) if (/\.(?:brief|md|markdown)$/i.test(uri)) queue.set(uri, 'perhaps');
      if (queue.size > 0) ready().catch(() => undefined);
    },
    forgetAll: () => {
      for (const [uri, { state }] of entries) if (state !== null) put(uri, null);
      scanned = false;
    },
    summaries: () => [...entries.values()].map(({ summary }) => summary()),
    elsewhere: (uri) => (id) => {
      byId ??= groupById(entries.values());
      return (byId.get(id) ?? []).filter((fact) => fact.uri !== uri);
    },
    generation: () => generation,
  };
}

/** Whether another brief may contradict this one. */
export function hasKeyNumbers({ figures }: Brief): boolean {
  return figures.some(({ id, asOf, content }) => id && asOf && content?.kind === 'value');
}

function groupById(entries: Iterable<Entry>): Map<string, FigureFact[]> {
  const groups = new Map<string, FigureFact[]>();
  for (const { figures } of entries) {
    for (const fact of figures) {
      const group = groups.get(fact.id);
      if (group) group.push(fact);
      else groups.set(fact.id, [fact]);
    }
  }
  for (const group of groups.values()) group.sort((a, b) => (a.uri < b.uri ? -1 : a.uri > b.uri ? 1 : 0));
  return groups;
}

/** What a configuration gives to its briefs, worked out once for each. */
function workspacesOf(): (file: ConfigFile | null) => Workspace | null {
  const known = new WeakMap<ConfigFile, Workspace>();
  return (file) => {
    if (!file) return null;
    const before = known.get(file);
    if (before) return before;
    const now = workspaceOf(file);
    known.set(file, now);
    return now;
  };
}

/** Lets what has arrived meanwhile go first. */
function breathe(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, 0));
}
