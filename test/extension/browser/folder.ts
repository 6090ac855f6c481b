/** The folder that a window shows, and the files beside it by which a test asks the window for something. */
import { execFileSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { ROOT } from '../../../scripts/lib/root.js';
import { writeAtOnce } from '../../../scripts/lib/writeAtOnce.js';

export interface Folder {
  readonly path: string;
  /** Removes what is in it, and puts a copy of the samples and other files there. */
  fill(files: Readonly<Record<string, string>>): void;
  /** Asks for what `scripts/startExtension` opens. */
  ask(wanted: object): void;
  /**
   * Waits until that is open. Until then the focus moves on, which closes what somebody has asked for.
   *
   * @returns why it is not, or null
   */
  failure(ms: number): Promise<string | null>;
  /** Changes settings of the folder while the window is open; null takes one away. */
  set(settings: Readonly<Record<string, unknown>>): void;
  run(...command: readonly unknown[]): void;
  remove(): void;
}

export function makeFolder(): Folder {
  const path = mkdtempSync(join(tmpdir(), 'research-briefs-test-'));
  const [asked, done] = [`${path}.open.json`, `${path}.done`];
  const list = `${path}.asks.json`;
  /** Each stays in the list: what is added while the window reads it is not lost. */
  const asks: object[] = [];
  const add = (one: object) => {
    asks.push(one);
    writeAtOnce(list, asks);
  };
  const fill = (files: Readonly<Record<string, string>>) => {
    // The window itself writes what is set into `.vscode`.
    for (const name of readdirSync(path))
      if (name !== '.vscode') rmSync(join(path, name), { recursive: true, force: true });
    cpSync(join(ROOT, 'samples'), path, { recursive: true });
    for (const [name, content] of Object.entries(files)) {
      mkdirSync(dirname(join(path, name)), { recursive: true });
      writeFileSync(join(path, name), content);
    }
  };
  const ask = (wanted: object) => {
    rmSync(done, { force: true });
    writeAtOnce(asked, { ...wanted, sideBar: false, asks: list, done });
  };
  const failure = async (ms: number) => {
    const deadline = Date.now() + ms;
    while (!existsSync(done) && Date.now() < deadline) await new Promise((resolve) => setTimeout(resolve, 50));
    return existsSync(done) ? readFileSync(done, 'utf8') || null : `nothing after ${ms / 1000} s`;
  };
  return {
    path,
    fill,
    ask,
    failure,
    set: (settings) => add({ settings }),
    run: (...run) => add({ run }),
    remove: () => {
      for (const each of [asked, done, list, `${list}.done`, path]) rmSync(each, { recursive: true, force: true });
    },
  };
}

/** Makes a folder a repository of git, with a commit of one of its files. */
export function commit(path: string, name: string, message: string): void {
  const git = (...args: readonly string[]) =>
    execFileSync('git', ['-c', 'user.name=Ada', '-c', 'user.email=a@a.example', ...args], {
      cwd: path,
      stdio: 'ignore',
    });
  git('init', '-q', '-b', 'main');
  git('add', name);
  git('commit', '-qm', message);
}
