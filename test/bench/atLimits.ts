/**
 * Briefs near the limits of what is read, 10 MB and 100,000 lines: what a keystroke costs on both sides of them, and the most
 * memory that commands take.
 */
import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { median } from './measure';
import { memoryOf, peakOf, processorOf } from './memory';
import { OUR_SERVER, startTyping } from './typing';

const MB = 1024 * 1024;
const KEYSTROKES = 15;
const WARM_UP = 10;
/** Longer than the server rests after a check. */
const PAUSE_MS = 300;

const SOURCES = Array.from(
  { length: 50 },
  (_, n) => `  - { id: s${n}, title: Report ${n} on metals, url: "https://example.org/${n}" }`,
);
const HEAD = ['---', 'title: Materials', 'sources:', ...SOURCES, '---', '', ''].join('\n');

const claim = (n: number) =>
  `In ${1990 + (n % 34)} the plant at Kiruna produced ${((n * 7919) % 9000) / 10} million tonnes of ore, ${n % 97} % of the total. [@s${n % 50}]`;

const shortClaim = (n: number) => `Output rose by ${n % 97} % in ${1990 + (n % 34)}. [@s${n % 50}]`;

/** A text of pieces, as long as it may be. */
function upTo(length: number, piece: (n: number) => string): string {
  const parts = [HEAD];
  let size = HEAD.length;
  for (let n = 0; ; n++) {
    const next = piece(n);
    if (size + next.length > length) return parts.join('');
    size += next.length;
    parts.push(next);
  }
}

const paragraphs = (length: number) =>
  upTo(length, (n) => {
    const six = Array.from({ length: 6 }, (_, k) => claim(n * 6 + k)).join(' ');
    return n % 10 === 0 ? `## Part ${n}\n\n${six}\n\n` : `${six}\n\n`;
  });

/** Items, 20 to a section. */
const items = (count: number, item: (n: number) => string) => {
  const lines = HEAD.split('\n');
  for (let n = 0; lines.length < count - 4; n++) {
    if (n % 20 === 0) lines.push('', `## Part ${n / 20 + 1}`, '');
    lines.push(`- ${item(n)}`);
  }
  return `${lines.join('\n')}\n`;
};

const table = (rows: number) => {
  const row = (n: number) => `| ${1990 + (n % 34)} | Kiruna ${n} | ${(n * 7) % 9000} | ${n % 97} % |`;
  const all = Array.from({ length: rows }, (_, n) => row(n));
  return `${HEAD}| Year | Plant | Tonnes | Share |\n| --- | --- | --- | --- |\n${all.join('\n')}\n`;
};

/** What a keystroke costs below and above each limit. */
export async function benchLimits(print: (line: string) => void): Promise<void> {
  print('a keystroke over LSP near the limits of what is read');
  for (const [name, text] of [
    ['9.9 MB', paragraphs(9.9 * MB)],
    ['10.1 MB', paragraphs(10.1 * MB)],
    ['99,000 lines', items(99_000, claim)],
    ['101,000 lines', items(101_000, claim)],
  ] as const) {
    const typing = await startTyping(OUR_SERVER, text);
    const times: number[] = [];
    const processor: number[] = [];
    for (let n = 0; n < WARM_UP + KEYSTROKES; n++) {
      await wait(PAUSE_MS);
      const before = processorOf(typing.server);
      const time = await typing.key();
      if (n < WARM_UP) continue;
      times.push(time);
      processor.push(processorOf(typing.server) - before);
    }
    print(
      `  ${name}: ${median(processor).toFixed(0)} ms of the processor, ${median(times).toFixed(0)} ms (median); ` +
        `${memoryOf(typing.server)} MB afterwards, at most ${peakOf(typing.server)} MB`,
    );
    typing.stop();
  }
}

const FILE = 'long.brief';
const COMMANDS: Readonly<Record<string, readonly string[]>> = {
  check: ['check', '--no-cache', '--fail-on', 'never', '--format', 'json', FILE],
  inspect: ['inspect', FILE],
  render: ['render', FILE, '-o', 'long.html'],
  Markdown: ['export', FILE, '--to', 'md', '-o', 'long.md'],
  JSON: ['export', FILE, '--to', 'json', '-o', 'long.json'],
  Word: ['export', FILE, '--to', 'docx', '-o', 'long.docx'],
};
/** Between two looks at how much memory a program has. */
const LOOK_MS = 20;

/** The most memory that each command takes, and which it refuses. */
export async function benchMemory(print: (line: string) => void): Promise<void> {
  print('the most memory that commands take for long briefs');
  for (const [name, text] of [
    ['100,000 lines', items(100_000, shortClaim)],
    ['100,000 lines of 8 MB', items(100_000, claim)],
    ['10 MB of paragraphs', paragraphs(10 * MB - 100)],
    ['a table of 90,000 rows', table(90_000)],
    // About the longest that are written as pages and Word documents.
    ['20,000 citations', items(23_000, claim)],
    ['20,000 citations in paragraphs', paragraphs(1.7 * MB)],
    ['a table of 16,000 rows', table(16_000)],
  ] as const) {
    const folder = mkdtempSync(join(tmpdir(), 'brief-bench-'));
    writeFileSync(join(folder, FILE), text);
    const peaks: string[] = [];
    for (const [command, args] of Object.entries(COMMANDS)) {
      const { most, status } = await peakOfCommand(args, folder);
      peaks.push(`${command} ${most} MB${status === 0 ? '' : ' and refused'}`);
    }
    print(`  ${name}: ${peaks.join(', ')}`);
    rmSync(folder, { recursive: true, force: true });
  }
}

async function peakOfCommand(args: readonly string[], cwd: string): Promise<{ most: number; status: number | null }> {
  const child = spawn(process.execPath, [join(process.cwd(), 'dist', 'cli.js'), ...args], { cwd, stdio: 'ignore' });
  let most = 0;
  const look = setInterval(() => {
    most = Math.max(most, peakOf(child));
  }, LOOK_MS);
  const status = await new Promise<number | null>((resolve) => child.once('exit', resolve));
  clearInterval(look);
  return { most, status };
}
