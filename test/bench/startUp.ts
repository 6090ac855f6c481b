/**
 * What a start costs: of the server up to the first diagnostics of a brief, beside a server that does nothing; of the
 * command line, beside a Node that does nothing; of the extension. And how large what is loaded is.
 */
import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createProtocolConnection, StreamMessageReader, StreamMessageWriter } from 'vscode-languageserver/node';
import { loadedWith } from '../project/loaded';
import { activationOf } from './activation';
import { madeBrief } from './madeBriefs';
import { median } from './measure';

const KB = 1024;
const SEED = 1;
const STARTS = 15;

/** Where `scripts/bench.js` puts the server that does nothing. */
const DO_NOTHING = join(__dirname, 'doNothing.cjs');
const OURS = join('dist', 'server.js');
const CLI = join('dist', 'cli.js');

/** @param print takes the lines of the report */
export async function benchStartUp(print: (line: string) => void): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'brief-bench-'));
  try {
    await benchServer(print);
    benchCommandLine(print, join(folder, 'a.brief'));
    benchActivation(print, folder);
    printSizes(print);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

async function benchServer(print: (line: string) => void): Promise<void> {
  const text = madeBrief(SEED, 4 * KB);
  const idle: number[] = [];
  const ours: Start[] = [];
  // The first start of each reads its files from the disk.
  for (let i = 0; i <= STARTS; i++) {
    const [nothing, start] = [await startOf(DO_NOTHING, text), await startOf(OURS, text)];
    if (i === 0) continue;
    idle.push(nothing.diagnosed);
    ours.push(start);
  }
  const [base, diagnosed, answered] = [
    median(idle),
    median(ours.map((start) => start.diagnosed)),
    median(ours.map((start) => start.answered)),
  ];
  print(`a start of the server, up to the first diagnostics of ${Math.round(text.length / KB)} KB, ${process.version}`);
  print(`  beside one that does nothing: ${ratio(diagnosed, base)}, ${ms(diagnosed)} and ${ms(base)}`);
  print(`  its answer to initialize: ${ratio(answered, base)}, ${ms(answered)}`);
}

/** Milliseconds from the start of a process. */
interface Start {
  readonly answered: number;
  readonly diagnosed: number;
}

async function startOf(server: string, text: string): Promise<Start> {
  const begun = performance.now();
  const child = spawn(process.execPath, [server, '--stdio'], { stdio: ['pipe', 'pipe', 'inherit'] });
  const connection = createProtocolConnection(
    new StreamMessageReader(child.stdout),
    new StreamMessageWriter(child.stdin),
  );
  const published = new Promise<void>((resolve) => {
    connection.onNotification('textDocument/publishDiagnostics', () => resolve());
  });
  connection.listen();
  await connection.sendRequest('initialize', { processId: process.pid, rootUri: null, capabilities: {} });
  const answered = performance.now() - begun;
  await connection.sendNotification('initialized', {});
  await connection.sendNotification('textDocument/didOpen', {
    textDocument: { uri: 'file:///briefs/opened.brief', languageId: 'brief', version: 1, text },
  });
  await published;
  const diagnosed = performance.now() - begun;
  await stop(child, connection);
  return { answered, diagnosed };
}

/** Ends a server as a client should, so that it keeps what it keeps between runs. */
async function stop(child: ChildProcess, connection: ReturnType<typeof createProtocolConnection>): Promise<void> {
  const ended = once(child, 'exit');
  await connection.sendRequest('shutdown');
  await connection.sendNotification('exit');
  await ended;
  connection.dispose();
}

function benchCommandLine(print: (line: string) => void, path: string): void {
  writeFileSync(path, madeBrief(SEED, 4 * KB));
  const ways = [
    ['-e', '0'],
    [CLI, '--version'],
    [CLI, 'check', '--fail-on', 'never', path],
  ] as const;
  const times = ways.map((): number[] => []);
  for (let i = 0; i <= STARTS; i++) {
    for (const [which, args] of ways.entries()) {
      const begun = performance.now();
      spawnSync(process.execPath, args, { stdio: 'ignore' });
      if (i > 0) times[which]?.push(performance.now() - begun);
    }
  }
  const [nothing = 0, version = 0, check = 0] = times.map(median);
  print('a start of the command line');
  print(`  brief --version: ${ratio(version, nothing)} of a Node that does nothing, ${ms(version)} and ${ms(nothing)}`);
  print(`  brief check of ${Math.round(statSync(path).size / KB)} KB: ${ratio(check, nothing)}, ${ms(check)}`);
}

function benchActivation(print: (line: string) => void, folder: string): void {
  const { loaded, run } = activationOf(join(process.cwd(), 'dist', 'extension.js'), folder, STARTS);
  print('an activation of the extension, in a process where nothing answers for VS Code');
  print(`  time of its own: ${ms(loaded)} to load, ${ms(run)} to run`);
}

function printSizes(print: (line: string) => void): void {
  const size = (paths: readonly string[]) => paths.reduce((sum, path) => sum + statSync(path).size, 0);
  const chunks: readonly (readonly [string, readonly string[]])[] = [
    ['server at the start', loadedWith('src/server/serve.ts')],
    ['and to check a brief', loadedWith('src/server/serve.ts', 'src/server/session/index.ts')],
    ['brief check', loadedWith('src/cli/main.ts', 'src/cli/check/check.ts')],
    ['extension', loadedWith('src/extension/activate.ts')],
    ...['formats', 'charts', 'math', 'word'].map((name) => [name, [`dist/parts/${name}.js`]] as const),
    ['browser/extension', ['dist/browser/extension.js']],
    ['browser/server at the start', ['dist/shared.js']],
    ['webview/preview', ['dist/webview/preview.js']],
  ];
  print('sizes, minified');
  for (const [name, paths] of chunks) print(`  ${name}: ${Math.round(size(paths) / KB)} KB`);
}

const ratio = (a: number, b: number) => `${(a / b).toFixed(2)} times`;
const ms = (time: number) => `${time.toFixed(0)} ms`;
