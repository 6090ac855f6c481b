import { resolve } from 'node:path';
import type { ConfigFile, SourceFile, SourceFolder } from '../../core';
import { derive } from '../../core/base/derive';
import { checkSourceFile, type Problem, type RuleSetting, ruleSettingsOf } from '../../core/checking';
import { isInside, pathOf } from '../../files/confined/localFiles';
import { shownPath } from '../io/shownPath';
import type { Target } from './targets';

/** Finds the file of a library folder at a path; undefined if no file is there. */
export function sourceFileAt(config: ConfigFile | null, path: string): SourceFile | undefined {
  return config?.folder ? filesByPath(config.folder).get(resolve(path)) : undefined;
}

const filesByPath = derive(
  (folder: SourceFolder): ReadonlyMap<string, SourceFile> =>
    new Map(folder.files.map((file) => [pathOf(file.uri) ?? '', file])),
);

/** Returns the files with problems in the libraries below some folders. Of thousands of files, the others need no line. */
export function sourcesToReport(
  configs: readonly ConfigFile[],
  folders: readonly string[],
  rules: ReadonlyMap<string, RuleSetting>,
): Target[] {
  const targets: Target[] = [];
  for (const config of configs) {
    const own = pathOf(config.folder?.uri ?? '');
    if (own === null || !folders.some((folder) => isInside(own, resolve(folder)))) continue;
    for (const file of config.folder?.files ?? [])
      if (problemsOf(file, config, rules).length > 0) targets.push({ path: shownPath(file.uri), from: 'file' });
  }
  return targets;
}

/** Finds the problems in a file of a library. */
export function problemsOf(
  file: SourceFile,
  { config }: ConfigFile,
  rules: ReadonlyMap<string, RuleSetting>,
): Problem[] {
  return checkSourceFile(file, { rules: new Map([...ruleSettingsOf(config), ...rules]) });
}
