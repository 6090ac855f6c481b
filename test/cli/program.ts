/**
 * The command line in a process that runs it again and again, as `runBrief` asks for it. What it has loaded and compiled stays
 * loaded, which saves most of the time of a run. All else is as in a new process: arguments, folder, environment, streams, and
 * that a run ends when nothing is left to do.
 */
import { createRequire } from 'node:module';
import { dirname, resolve } from 'node:path';
import { Readable, Writable } from 'node:stream';

/** A run that is asked for. */
export interface ProgramRequest {
  readonly args: readonly string[];
  readonly cwd: string;
  readonly input: string | Uint8Array;
  readonly env: NodeJS.ProcessEnv;
  /** Whether its streams are those of a terminal. */
  readonly terminal: boolean;
}

/** What came of a run. */
export interface ProgramAnswer {
  readonly status: number | null;
  readonly stdout: Uint8Array;
  readonly stderr: Uint8Array;
  /** Whether the process ends with it. */
  readonly ended: boolean;
}

const PROGRAM = resolve('dist/cli.js');
const load = createRequire(PROGRAM);
/** Ends the run that is going on. */
let end: ((status: number, ended: boolean) => void) | null = null;

process.on('message', start);
process.on('beforeExit', (status) => end?.(status, false));
// The program has ended the process.
process.on('exit', (status) => end?.(status, true));

function start({ args, cwd, input, env, terminal }: ProgramRequest): void {
  const [stdout, stderr] = [new Printed(terminal), new Printed(terminal)];
  const own = process.listeners('exit');
  end = (status, ended) => {
    end = null;
    for (const listener of process.listeners('exit')) {
      if (own.includes(listener)) continue;
      process.off('exit', listener);
      Reflect.apply(listener, process, [status]);
    }
    // Some systems remove no folder that a process is in.
    process.chdir(dirname(PROGRAM));
    process.channel?.ref();
    const answer: ProgramAnswer = { status, stdout: stdout.bytes(), stderr: stderr.bytes(), ended };
    process.send?.(answer);
  };
  // Else no run would end.
  process.channel?.unref();
  process.chdir(cwd);
  for (const name of Object.keys(process.env)) delete process.env[name];
  for (const [name, value] of Object.entries(env)) if (value !== undefined) process.env[name] = value;
  process.argv = [process.execPath, PROGRAM, ...args];
  process.exitCode = undefined;
  const bytes = Buffer.from(input);
  setStream('stdin', Object.assign(Readable.from(bytes.length === 0 ? [] : [bytes]), { fd: -1 }));
  setStream('stdout', stdout);
  setStream('stderr', stderr);
  delete load.cache[PROGRAM];
  load(PROGRAM);
}

function setStream(name: 'stdin' | 'stdout' | 'stderr', value: Readable | Writable): void {
  Object.defineProperty(process, name, { value, configurable: true });
}

/** A stream that keeps what is written to it. */
class Printed extends Writable {
  readonly isTTY: boolean;
  private readonly parts: Uint8Array[] = [];

  constructor(isTTY: boolean) {
    super();
    this.isTTY = isTTY;
  }

  override _write(chunk: Uint8Array, _encoding: BufferEncoding, done: () => void): void {
    this.parts.push(chunk);
    done();
  }

  bytes(): Uint8Array {
    return Buffer.concat(this.parts);
  }
}
