import { spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { delimiter, join, resolve } from 'node:path';
import { folderWith } from '../cli/runBrief';

/** A brief with two problems: a source that is cited twice in one place, and one that nobody declares. */
export const BRIEF = `---
title: Supply
sources:
  - id: ore
    title: Ore in numbers
    publisher: Sample Statistics
    quote: China mined 69% of all rare earths in 2024.
---

- China mined 69% of all rare earths in 2024 [@ore; @ore].
- Output of tin rose by 4% in 2023 [@tin].
`;
/** Lines from 1, columns from 0: of the citation, of the one that repeats it, and of the declaration of its source. */
export const CITATION = { line: 10, column: 48, repeated: 53 };
export const DECLARED = 4;
/** What the brief is once its citation is mended, and its source renamed. */
export const MENDED = BRIEF.replace('[@ore; @ore]', '[@ore]');
export const RENAMED = MENDED.replaceAll(/(?<=id: |@)ore/g, 'mine');

export interface EditorFolder {
  readonly path: string;
  /** The environment of a user whose home is empty but for what is written there, and who has `brief`. */
  readonly env: NodeJS.ProcessEnv;
  write(name: string, text: string): void;
  read(name: string): string;
  remove(): void;
}

/** A folder with the brief and the built program. */
export function editorFolder(): EditorFolder {
  const { path, remove } = folderWith({ 'supply.brief': BRIEF, 'supply.brief.md': BRIEF });
  mkdirSync(join(path, 'bin'));
  symlinkSync(resolve('dist/cli.js'), join(path, 'bin/brief'));
  return {
    path,
    env: {
      ...process.env,
      PATH: join(path, 'bin') + delimiter + (process.env['PATH'] ?? ''),
      HOME: path,
      XDG_CONFIG_HOME: join(path, 'config'),
      XDG_STATE_HOME: join(path, 'state'),
      XDG_CACHE_HOME: join(path, 'cache'),
      XDG_DATA_HOME: join(path, 'data'),
    },
    write: (name, text) => writeFileSync(join(path, name), text),
    read: (name) => readFileSync(join(path, name), 'utf8'),
    remove,
  };
}

/** The version of a program that is installed, as it prints it; null without one, which is told. */
export function versionOf(program: string, option = '--version'): string | null {
  const { status, stdout } = spawnSync(program, [option], { encoding: 'utf8' });
  if (status === 0) return stdout;
  console.log(`      Left out: ${program} is not installed.`);
  return null;
}
