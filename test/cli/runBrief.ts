import { spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';

export interface Finished {
  readonly status: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

export interface RunOptions {
  readonly cwd: string;
  readonly input?: string | Uint8Array;
  readonly env?: NodeJS.ProcessEnv;
  /** For a command that goes to the network: whether it may open sockets. */
  readonly sockets?: boolean;
}

const PROGRAM = resolve('dist/cli.js');

/** What ends a program with the status 97 that opens a socket. */
export const NO_SOCKETS = `--require=${resolve('test/noSockets.cjs')}`;

/** Options of Node with which every program is run that a test starts. */
export function withoutSockets({ NODE_OPTIONS: options = '' }: NodeJS.ProcessEnv): string {
  return `${NO_SOCKETS} ${options}`.trimEnd();
}

/** Where the programs that a test runs keep their caches, so that none is left behind. */
let caches: string | null = null;

function cacheHome(): string {
  if (caches !== null) return caches;
  const made = mkdtempSync(join(tmpdir(), 'brief-caches-'));
  caches = made;
  process.on('exit', () => rmSync(made, { recursive: true, force: true }));
  return made;
}

/** Runs the built program in a process of its own, without colors unless `env` says otherwise. */
export function runBrief(args: readonly string[], options: RunOptions): Promise<Finished> {
  return runNode(PROGRAM, args, options);
}

/** The same for any script. */
export function runNode(
  script: string,
  args: readonly string[],
  { cwd, input = '', env = {}, sockets = false }: RunOptions,
): Promise<Finished> {
  const { NO_COLOR: _no, FORCE_COLOR: _force, ...inherited } = process.env;
  return new Promise((done, fail) => {
    const child = spawn(process.execPath, [script, ...args], {
      cwd,
      env: {
        ...inherited,
        XDG_CACHE_HOME: cacheHome(),
        ...env,
        NODE_OPTIONS: sockets ? env['NODE_OPTIONS'] : withoutSockets(env),
      },
    });
    let stdout = '';
    let stderr = '';
    child.stdout.setEncoding('utf8').on('data', (chunk: string) => {
      stdout += chunk;
    });
    child.stderr.setEncoding('utf8').on('data', (chunk: string) => {
      stderr += chunk;
    });
    child.on('error', fail);
    child.on('close', (status) => done({ status, stdout, stderr }));
    // A program that ends before it reads its input is none of our business here.
    child.stdin.on('error', () => {});
    child.stdin.end(input);
  });
}

/** A new folder with these files in it, by path; `remove` takes it away again. */
export function folderWith(files: Readonly<Record<string, string | Uint8Array>>): {
  readonly path: string;
  remove(): void;
} {
  const path = realpathSync(mkdtempSync(join(tmpdir(), 'brief-')));
  for (const [name, content] of Object.entries(files)) {
    mkdirSync(dirname(join(path, name)), { recursive: true });
    writeFileSync(join(path, name), content);
  }
  return { path, remove: () => rmSync(path, { recursive: true, force: true }) };
}
