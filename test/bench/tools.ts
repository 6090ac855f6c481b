/** Other programs to measure beside ours. They are no dependencies: the benchmark fetches them from the npm registry. */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';

/** Each with the version that is measured. */
const VERSIONS = {
  '@microsoft/recognizers-text-suite': '1.3.1',
  'markdownlint-cli2': '0.24.1',
  rumdl: '0.2.75',
  'vscode-markdown-languageserver': '0.5.0',
  'vscode-markdown-languageservice': '0.5.0',
} as const;

export type Tool = keyof typeof VERSIONS;

export const versionOf = (tool: Tool): string => `${tool} ${VERSIONS[tool]}`;

/** The folder that all of them are installed in, which is kept for the next run. */
const FOLDER = resolve('.cache', 'bench-tools');

let installed: boolean | null = null;

/**
 * Installs the tools where they are not yet.
 *
 * @returns their folder; null where they can not be had, such as without a network
 */
export function toolsFolder(): string | null {
  installed ??= install();
  return installed ? FOLDER : null;
}

/** rumdl itself, without the script that starts it; null where it is not made for this machine. */
export function rumdlIn(folder: string): string | null {
  const packages = join(folder, 'node_modules', '@rumdl');
  for (const name of existsSync(packages) ? readdirSync(packages) : [])
    for (const program of ['rumdl', 'rumdl.exe'])
      if (existsSync(join(packages, name, program))) return join(packages, name, program);
  return null;
}

function install(): boolean {
  const manifest = JSON.stringify({ private: true, dependencies: VERSIONS });
  const done = join(FOLDER, 'installed.json');
  if (existsSync(done) && readFileSync(done, 'utf8') === manifest) return true;
  mkdirSync(FOLDER, { recursive: true });
  writeFileSync(join(FOLDER, 'package.json'), manifest);
  const npm = process.platform === 'win32' ? 'npm.cmd' : 'npm';
  const args = ['install', '--no-audit', '--no-fund', '--ignore-scripts', '--no-package-lock', '--loglevel=error'];
  const { status } = spawnSync(npm, args, { cwd: FOLDER, stdio: 'ignore', shell: process.platform === 'win32' });
  if (status !== 0) return false;
  writeFileSync(done, manifest);
  return true;
}
