import { derive } from '../../core/base/derive';
import {
  type CheckOptions,
  type ConfigFile,
  type RuleSetting,
  ruleSettingsOf,
  type Workspace,
  workspaceOf,
} from '../../core/checking';
import { createHeldLooks, mayBeHalfWritten } from '../diagnostics/halfWritten';
import type { WorkspaceFiles } from './workspaceFiles';

/** A configuration, and what it gives to its briefs. */
export interface KnownConfig {
  readonly file: ConfigFile;
  readonly workspace: Workspace;
  readonly rules: ReadonlyMap<string, RuleSetting>;
  /** Returns, for the URI of a brief, a filter that drops the problems in its baseline. Null if no baseline is known. */
  readonly withoutKnown: ((uri: string) => CheckOptions['withoutKnown'] | null) | null;
}

/** Keeps the configurations that hold for the open documents. */
export interface ConfigsOfDocuments {
  /** Returns the configuration of a document; null if there is none, or it isn't known yet. */
  of(uri: string): KnownConfig | null;
  /** Reads the configuration of a document again. Settles when it is known. */
  load(uri: string): Promise<void>;
  forget(uri: string): void;
  /** All configurations that hold for some document, each once. */
  all(): readonly ConfigFile[];
}

function isHalfWritten(last: ConfigFile, now: ConfigFile): boolean {
  return (
    mayBeHalfWritten(last.bibliography, now.bibliography) ||
    mayBeHalfWritten(last.project?.bibliography ?? [], now.project?.bibliography ?? [])
  );
}

/** The most digests of texts that are kept for the next keystroke. */
const MOST_DIGESTS = 20_000;

/** @param changed called when a document has another configuration than before, or none any more */
export function createConfigs(files: WorkspaceFiles | null, changed: (uri: string) => void): ConfigsOfDocuments {
  const byDocument = new Map<string, KnownConfig | null>();
  /** The last search for the configuration of each document, by its URI. */
  const looks = new Map<string, Promise<KnownConfig | null>>();
  const held = createHeldLooks<ConfigFile>();
  /** Loads the code that recognizes known problems, if the baseline has any. */
  const withoutKnownBy = async (file: ConfigFile): Promise<KnownConfig['withoutKnown']> => {
    if (!file.baseline?.files.size) return null;
    const { withoutKnownOf } = await import('../../core/rules/baseline');
    const digests = new Map<string, string>();
    return (uri) => {
      if (digests.size > MOST_DIGESTS) digests.clear();
      return withoutKnownOf(file, uri, digests);
    };
  };
  const knownConfig = derive(async (file: ConfigFile): Promise<KnownConfig> => {
    const parts = { file, workspace: workspaceOf(file), rules: ruleSettingsOf(file.config) };
    return { ...parts, withoutKnown: await withoutKnownBy(file) };
  });
  /** Returns the result of the search that began last. A search may end before one that began earlier. */
  const lastFound = async (uri: string): Promise<KnownConfig | null> => {
    for (;;) {
      const look = looks.get(uri);
      const config = (await look) ?? null;
      if (looks.get(uri) === look) return config;
    }
  };
  const load = async (uri: string): Promise<void> => {
    if (!files) return;
    if (!byDocument.has(uri)) byDocument.set(uri, null);
    looks.set(
      uri,
      files
        .config(uri)
        .then((file) => file && knownConfig(file))
        .catch(() => null),
    );
    const now = await lastFound(uri);
    const before = byDocument.get(uri);
    // The document was closed meanwhile.
    if (before === undefined) return;
    const isUnsure = now && before && isHalfWritten(before.file, now.file);
    if (isUnsure && !held.believes(uri, now.file, Object.is, () => void load(uri))) return;
    held.forget(uri);
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
