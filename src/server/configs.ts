import { type ConfigFile, type RuleSetting, ruleSettingsOf, type Workspace, workspaceOf } from '../core';
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

/** @param changed called when a document has another configuration than before, or none any more */
export function createConfigs(files: WorkspaceFiles | null, changed: (uri: string) => void): ConfigsOfDocuments {
  const byDocument = new Map<string, KnownConfig | null>();
  const known = new WeakMap<ConfigFile, KnownConfig>();
  const knownConfig = (file: ConfigFile): KnownConfig => {
    const before = known.get(file);
    if (before) return before;
    const now = { file, workspace: workspaceOf(file), rules: ruleSettingsOf(file.config) };
    known.set(file, now);
    return now;
  };
  return {
    of: (uri) => byDocument.get(uri) ?? null,
    load: async (uri) => {
      if (!files) return;
      if (!byDocument.has(uri)) byDocument.set(uri, null);
      const file = await files.config(uri).catch(() => null);
      const before = byDocument.get(uri);
      // The document was closed meanwhile.
      if (before === undefined) return;
      const now = file && knownConfig(file);
      if (now === before) return;
      byDocument.set(uri, now);
      changed(uri);
    },
    forget: (uri) => void byDocument.delete(uri),
    all: () => [...new Set([...byDocument.values()].flatMap((config) => config?.file ?? []))],
  };
}
