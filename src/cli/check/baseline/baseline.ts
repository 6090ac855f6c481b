/** The baseline of a check: its known problems, and how its file is updated. */

import { existsSync } from 'node:fs';
import { dirname, join, relative, resolve, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import { say } from '../../../core/base/say';
import type { ConfigFile } from '../../../core/brief/config/config';
import { type KnownByPath, type KnownProblems, readBaseline, writeBaseline } from '../../../core/rules/baseline';
import { CommandError } from '../../commandError';
import { readTextFile } from '../../io/readText';
import { shownPath } from '../../io/shownPath';
import { writeWholeFile } from '../../io/writeFile';
import type { Outcome, TotalsOfBaseline } from '../outcome';
import type { Target } from '../targets';
import type { BaselineUse } from './baselineUse';

export interface Baseline extends BaselineUse {
  /** Counts the entries for files that are neither checked nor exist: problems that are gone. */
  totalsBeside(targets: readonly Target[]): TotalsOfBaseline;
  /** Notes the problems of files. */
  take(outcomes: readonly Outcome[]): void;
  /**
   * Writes the file again, if `--update-baseline` asks for it. The problems of checked files replace their entries. Entries for
   * other files stay as long as these exist.
   *
   * @throws CommandError if it cannot be written
   */
  save(): void;
}

/**
 * Opens the baseline that the command line names.
 *
 * @param update whether it will be written again; it may then be missing, and counts as empty
 * @throws CommandError if it cannot be read: a check without it would fail for the wrong reasons
 */
export function openBaseline(path: string, update: boolean): Baseline {
  const text = update && !existsSync(path) ? null : textIn(path);
  return baselineAt({ path, text, known: text === null ? new Map() : knownIn(path, text) }, update);
}

/**
 * Combines the baselines that configurations name; null without any. Each applies to the files of its configuration.
 *
 * @param byFolder the configurations, by the folders of the files that are checked
 */
export function baselinesOf(byFolder: ReadonlyMap<string, ConfigFile | null>, update: boolean): Baseline | null {
  const byConfig = new Map<ConfigFile, Baseline>();
  for (const config of byFolder.values()) {
    if (!config?.baseline || byConfig.has(config)) continue;
    const { path, text, files } = config.baseline;
    byConfig.set(
      config,
      baselineAt({ path: join(dirname(fileURLToPath(config.uri)), path), text, known: files }, update),
    );
  }
  if (byConfig.size === 0) return null;
  const holds = (config: ConfigFile, path: string) => byFolder.get(dirname(path)) === config;
  const files = [...byConfig].flatMap(([config, baseline]) =>
    [...baseline.files].filter(([path]) => holds(config, path)),
  );
  return {
    files: new Map(files),
    update,
    totalsBeside: (targets) => {
      const totals = [...byConfig.values()].map((baseline) => baseline.totalsBeside(targets));
      return { known: 0, stale: totals.reduce((sum, { stale }) => sum + stale, 0), updated: update };
    },
    take: (outcomes) => {
      for (const [config, baseline] of byConfig) baseline.take(outcomes.filter(({ path }) => holds(config, path)));
    },
    save: () => {
      for (const baseline of byConfig.values()) baseline.save();
    },
  };
}

/** @param read the file's path, text and known problems; a text of null: the file doesn't exist */
function baselineAt(
  { path, text, known }: { readonly path: string; readonly text: string | null; readonly known: KnownByPath },
  update: boolean,
): Baseline {
  const files = new Map([...known].map(([file, problems]) => [shownPath(resolve(dirname(path), file)), problems]));
  const found = new Map<string, KnownProblems>();
  return {
    files,
    update,
    totalsBeside: (targets) => {
      const checked = new Set(targets.map((target) => target.path));
      const gone = [...files].filter(([file]) => !checked.has(file) && !existsSync(file));
      const stale = gone.flatMap(([, problems]) => [...problems.values()]).reduce((sum, count) => sum + count, 0);
      return { known: 0, stale, updated: update };
    },
    take: (outcomes) => {
      for (const { path: file, found: problems } of outcomes) if (problems) found.set(file, problems);
    },
    save: () => {
      if (!update) return;
      const next = new Map([...files].filter(([file]) => existsSync(file)));
      for (const [file, problems] of found) next.set(file, problems);
      const folder = dirname(path);
      const written = writeBaseline(
        new Map([...next].map(([file, problems]) => [relative(folder, file).split(sep).join('/'), problems])),
      );
      if (written !== text) writeWholeFile(path, written);
    },
  };
}

function textIn(path: string): string {
  const read = readTextFile(path);
  if ('text' in read) return read.text;
  throw new CommandError(
    existsSync(path)
      ? say('cannot read the baseline "{0}": {1}.', path, read.error)
      : say('cannot read the baseline "{0}": {1}; --update-baseline writes it.', path, read.error),
  );
}

function knownIn(path: string, text: string): KnownByPath {
  const read = readBaseline(text);
  if ('files' in read) return read.files;
  throw new CommandError(
    say(
      'bad baseline "{0}": {1}. Restore it, or remove it and write it again with --update-baseline.',
      path,
      read.error,
    ),
  );
}
