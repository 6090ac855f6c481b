/**
 * A brief with a large bibliography: how soon it is known, what it takes of the server's memory, and what a keystroke and
 * a key's completion cost, beside those with a small one.
 */
import { mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { pathToFileURL } from 'node:url';
import { indexLines } from '../../src/core';
import { ofVersion, type SpawnedClient, spawnServer } from '../server/client';
import { median } from './measure';
import { memoryOf } from './memory';

const SMALL = 100;
const LARGE = 20_000;
const KEYSTROKES = 60;
/** Those of a server that has just read the bibliography. */
const FIRST = 5;
/** As somebody types, and longer than the server rests after a check. */
const PAUSE_MS = 200;
/** Long enough for what is done when nothing is asked. */
const REST_MS = 4000;
const TYPED = 'grain';

interface Measured {
  /** Until a citation shows its source, in milliseconds. */
  readonly known: number;
  /** In MB: the most while it was read, and what stays. */
  readonly most: number;
  readonly memory: number;
  /** The longest time that the server did nothing else, when it was read and when it was read again, in milliseconds. */
  readonly stalls: readonly [first: number, again: number];
  /** Each keystroke until the problems and the offers have come, in milliseconds. */
  readonly keys: readonly number[];
}

/** @param print takes the lines of the report */
export async function benchBibliography(print: (line: string) => void): Promise<void> {
  const small = await measure(SMALL);
  const large = await measure(LARGE);
  print(`a bibliography of ${LARGE} entries (BibTeX), beside one of ${SMALL}`);
  print(`  known: after ${(large.known / 1000).toFixed(1)} s, and ${(small.known / 1000).toFixed(1)} s`);
  print(
    `  memory: ${large.memory - small.memory} MB more when it is known, at most ${large.most - small.most} MB more`,
  );
  const stalls = [0, 1].map((i) => compared([small.stalls[i] ?? 0, large.stalls[i] ?? 0]));
  print(`  the longest wait for an answer while it is read: ${stalls[0]}`);
  print(`  while it is read again: ${stalls[1]}`);
  const first = [small, large].map(({ keys }) => median(keys.slice(0, FIRST)));
  const later = [small, large].map(({ keys }) => keys.slice(FIRST).sort((a, b) => a - b));
  print(`  the first ${FIRST} keystrokes, problems and completion by title: ${compared(first)}`);
  print(`  later ones, median: ${compared(later.map(median))}`);
  print(`  later ones, 95th: ${compared(later.map((keys) => keys[Math.floor(keys.length * 0.95)] ?? 0))}`);
}

function compared([small = 0, large = 0]: readonly number[]): string {
  return `${large.toFixed(1)} ms, ${(large / small).toFixed(2)} times the ${small.toFixed(1)} ms`;
}

async function measure(count: number): Promise<Measured> {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), 'brief-bench-')));
  const path = join(folder, 'refs.bib');
  const entries = Array.from({ length: count }, (_, i) => entry(i)).join('\n');
  writeFileSync(path, entries);
  const client = await spawnServer({ root: pathToFileURL(folder).href });
  try {
    const uri = pathToFileURL(join(folder, 'a.brief')).href;
    const text = `---\nbibliography: refs.bib\n---\n\n# Ores\n\n- Output rose by 4% in 2024 [@${keyOf(count - 1)}].\n- Prices fell [@].\n`;
    const start = performance.now();
    let most = 0;
    const watching = setInterval(() => {
      most = Math.max(most, memoryOf(client.server));
    }, 20);
    await client.open(text, uri);
    const at = indexLines(text).positionAt(text.indexOf('[@') + 3);
    const hover = () => client.connection.sendRequest('textDocument/hover', { textDocument: { uri }, position: at });
    const shown = shows(hover, `study ${count - 1}`).then(() => performance.now() - start);
    const stall = await stallOf(client, Promise.all([shown, wait(REST_MS)]));
    const known = await shown;
    clearInterval(watching);
    const memory = memoryOf(client.server);
    const keys = await type(client, uri, text);
    writeFileSync(path, entries.replace(`study ${count - 1}`, 'study again'));
    const told = { changes: [{ uri: pathToFileURL(path).href, type: 2 }] };
    const again = client.connection.sendNotification('workspace/didChangeWatchedFiles', told);
    const [, stallAgain] = await Promise.all([again, stallOf(client, shows(hover, 'study again'))]);
    return { known, most, memory, keys, stalls: [stall, stallAgain] };
  } finally {
    await client.stop();
    rmSync(folder, { recursive: true, force: true });
  }
}

async function shows(hover: () => Promise<unknown>, words: string): Promise<void> {
  while (!JSON.stringify(await hover()).includes(words)) await wait(20);
}

/** The longest that the server lets one wait until something is done, and a second on: it answers a request that it does not know. */
async function stallOf({ connection }: SpawnedClient, done: Promise<unknown>): Promise<number> {
  let isDone = false;
  done
    .then(() => wait(1000))
    .finally(() => {
      isDone = true;
    });
  let longest = 0;
  while (!isDone) {
    const asked = performance.now();
    await connection.sendRequest('brief/nothing').catch(() => undefined);
    longest = Math.max(longest, performance.now() - asked);
    await wait(5);
  }
  return longest;
}

/** Types the beginning of a word of titles into the empty citation, again and again. */
async function type(client: SpawnedClient, uri: string, text: string): Promise<number[]> {
  const { line, character } = indexLines(text).positionAt(text.indexOf('[@]') + 2);
  const times: number[] = [];
  let length = 0;
  for (let version = 2; version < KEYSTROKES + 2; version++) {
    await wait(PAUSE_MS);
    const at = { line, character: character + length };
    const isFull = length === TYPED.length;
    const range = { start: isFull ? { line, character } : at, end: at };
    const asked = performance.now();
    await client.change(version, isFull ? '' : (TYPED[length] ?? ''), range, uri);
    length = isFull ? 0 : length + 1;
    const position = { line, character: character + length };
    await Promise.all([
      client.diagnostics((sent) => sent.uri === uri && ofVersion(version)(sent)),
      client.connection.sendRequest('textDocument/completion', { textDocument: { uri }, position }),
    ]);
    times.push(performance.now() - asked);
  }
  return times;
}

const NAMES = ['Meyer', 'Nakamura', 'García', 'Okafor', 'Lindqvist', 'Zhang', 'Rossi', 'Dubois', 'Kowalski', 'Haddad'];
const FIRST_NAMES = ['Anna', 'Bo', 'Carla', 'David', 'Emeka', 'Fatima', 'Goran', 'Hua', 'Inés', 'Jonas'];
const WORDS = ['grain', 'yield', 'copper', 'demand', 'tariff', 'granite', 'output', 'forecast', 'storage', 'price'];

/** One of a list, by a number that need not be small. */
const pick = (list: readonly string[], i: number) => list[i % list.length] ?? '';

const keyOf = (i: number) =>
  `${pick(NAMES, i).normalize('NFD').replace(/\W/g, '').toLowerCase()}${1950 + (i % 75)}n${i}`;

/** As managers of references write them. */
function entry(i: number): string {
  const word = (n: number) => pick(WORDS, Math.floor(i / n) + n);
  const person = (n: number) => `${pick(NAMES, Math.floor(i / n) + n)}, ${pick(FIRST_NAMES, i + n)}`;
  return `@article{${keyOf(i)},
  title = {The {${word(1)}} of ${word(10)} and ${word(100)} in ${pick(NAMES, i)}land: study ${i}},
  author = {${person(1)} and ${person(3)} and ${person(7)}},
  journal = {Journal of ${word(1000)} \\& ${word(3)}},
  year = {${1950 + (i % 75)}},
  volume = {${i % 60}},
  pages = {${i % 900}--${(i % 900) + 12}},
  doi = {10.5555/bench.${i}},
  url = {https://example.org/articles/${i}},
}
`;
}
