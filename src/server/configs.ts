import { type ConfigFile, type RuleSetting, ruleSettingsOf, type Workspace, workspaceOf } from '../core/checking';
import { createHeldLooks, mayBeHalfWritten } from './halfWritten';
import type { WorkspaceFiles } from './workspaceFiles';

/** A configuration, and what it gives to its briefs. */
export interface KnownConfig {
  readonly file: ConfigFile;
  readonly workspace: Workspace;
  readonly rules: ReadonlyMap<string, RuleSetting>;
}

/** Keeps the configurations that hold for the open documents. */
export interface ConfigsOfDocuments {
  /** That of a document; null where there is none, or it is not known yet. */
  of(uri: string): KnownConfig | null;
  /** Reads that of a document again; settles when it is known. */
  load(uri: string): Promise<void>;
  forget(uri: string): void;
  /** All that hold for some document, each once. */
  all(): readonly ConfigFile[];
}

function isHalfWritten(before: ConfigFile, now: ConfigFile): boolean {
  return (
    mayBeHalfWritten(before.bibliography, now.bibliography) ||
    mayBeHalfWritten(before.project?.bibliography ?? [], now.project?.bibliography ?? [])
  );
}

/** @param changed called when a document has another configuration than before, or none any more */
export function createConfigs(files: WorkspaceFiles | null, changed: (uri: string) => void): ConfigsOfDocuments {
  const byDocument = new Map<string, KnownConfig | null>();
  /** What the last look for the configuration of a document will find. */
  const looks = new Map<string, Promise<ConfigFile | null>>();
  const known = new WeakMap<ConfigFile, KnownConfig>();
  const held = createHeldLooks<ConfigFile>();
  const knownConfig = (file: ConfigFile): KnownConfig => {
    const before = known.get(file);
    if (before) return before;
    const now = { file, workspace: workspaceOf(file), rules: ruleSettingsOf(file.config) };
    known.set(file, now);
    return now;
  };
  /** A look may end before one that began earlier: the last one to begin is right. */
  const lastFound = async (uri: string): Promise<ConfigFile | null> => {
    for (;;) {
      const look = looks.get(uri);
      const file = (await look) ?? null;
      if (looks.get(uri) === look) return file;
    }
  };
  const load = async (uri: string): Promise<void> => {
    if (!files) return;
    if (!byDocument.has(uri)) byDocument.set(uri, null);
    looks.set(
      uri,
      files.config(uri).catch(() => null),
    );
    const file = await lastFound(uri);
    const before = byDocument.get(uri);
    // The document was closed meanwhile.
    if (before === undefined) return;
    const isUnsure = file && before && isHalfWritten(before.file, file);
    if (isUnsure && !held.believes(uri, file, Object.is, () => void load(uri))) return;
    held.forget(uri);
    const now = file && knownConfig(file);
    if (now === before) return;
    byDocument.set(uri, now);
    changed(uri);
  };
  return {
    of: (uri) => byDocument.get(uri) ?? null,
    load,
    forget: (uri) => {
      held.forget(uri);
      byDocument.delete(uri);
      looks.delete(uri);
    },
    all: () => [...new Set([...byDocument.values()].flatMap((config) => config?.file ?? []))],
  };
}
