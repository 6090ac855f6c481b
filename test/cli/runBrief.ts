import { fork, spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import type { ProgramAnswer, ProgramRequest } from './program';

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
/** What runs the program again and again. */
const PROGRAMS = resolve('dist/test/cli/program.mjs');
/** In milliseconds. A test that waits for longer has failed. */
const LONGEST_RUN = 60_000;

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

/** Without colors unless `env` says otherwise. */
function environment(env: NodeJS.ProcessEnv, sockets = false): NodeJS.ProcessEnv {
  const { NO_COLOR: _no, FORCE_COLOR: _force, ...inherited } = process.env;
  return {
    ...inherited,
    XDG_CACHE_HOME: cacheHome(),
    ...env,
    NODE_OPTIONS: sockets ? env['NODE_OPTIONS'] : withoutSockets(env),
  };
}

type RunProgram = (request: ProgramRequest) => Promise<Finished>;

/** The processes that run the program again and again: the one that may open no socket, and the one that may. */
const programs = new Map<boolean, RunProgram>();
let lastRun: Promise<unknown> = Promise.resolve();

interface SharedRunOptions extends RunOptions {
  /** Whether it takes its streams for those of a terminal. */
  readonly terminal?: boolean;
}

/**
 * Runs the built program in a process that the runs of all tests share, one after the other. A test takes
 * {@link runBriefAlone} if it is about the process: its start, memory, signals, options of Node, the streams of the system,
 * or runs at the same time.
 */
export function runBrief(
  args: readonly string[],
  { cwd, input = '', env = {}, sockets = false, terminal = false }: SharedRunOptions,
): Promise<Finished> {
  const all = environment({ ...env, NODE_DISABLE_COMPILE_CACHE: '1' }, sockets);
  const run = lastRun.then(() => {
    const program = programs.get(sockets) ?? startProgram(sockets);
    programs.set(sockets, program);
    return program({ args, cwd: resolve(cwd), input, env: all, terminal });
  });
  lastRun = run;
  return run;
}

/** Starts the shared process. It is forgotten when a run ends it, so that the next one starts another. */
function startProgram(sockets: boolean): RunProgram {
  const child = fork(PROGRAMS, {
    env: environment({}, sockets),
    execArgv: [],
    serialization: 'advanced',
    // What Node says of a run that fails is for who looks at the tests.
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  });
  let settle = (_answer: ProgramAnswer): void => {};
  child.on('message', (answer: ProgramAnswer) => settle(answer));
  child.on('exit', (status) => settle({ status, stdout: new Uint8Array(), stderr: new Uint8Array(), ended: true }));
  process.on('exit', () => child.kill());
  const keepsRunning = (isNeeded: boolean) => {
    for (const each of [child, child.channel]) isNeeded ? each?.ref() : each?.unref();
  };
  return (request) =>
    new Promise((done) => {
      const timer = setTimeout(() => child.kill('SIGKILL'), LONGEST_RUN);
      settle = ({ status, stdout, stderr, ended }) => {
        settle = () => {};
        clearTimeout(timer);
        keepsRunning(false);
        if (ended) programs.delete(sockets);
        done({ status, stdout: Buffer.from(stdout).toString(), stderr: Buffer.from(stderr).toString() });
      };
      keepsRunning(true);
      child.send(request);
    });
}

/** Runs the built program in a process of its own. */
export function runBriefAlone(args: readonly string[], options: RunOptions): Promise<Finished> {
  return runNode(PROGRAM, args, options);
}

/** The same for any script. */
export function runNode(
  script: string,
  args: readonly string[],
  { cwd, input = '', env = {}, sockets = false }: RunOptions,
): Promise<Finished> {
  return new Promise((done, fail) => {
    const child = spawn(process.execPath, [script, ...args], { cwd, env: environment(env, sockets) });
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
