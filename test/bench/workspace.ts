/**
 * The language server in a large workspace: how soon it speaks of the brief that is opened, how long it takes to know all
 * the others, how long it keeps one waiting meanwhile, and what requests cost afterwards.
 */
import { mkdtempSync, readFileSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { pathToFileURL } from 'node:url';
import { indexLines } from '../../src/core';
import { type SpawnedClient, spawnServer } from '../server/client';
import { writeBriefs } from './madeBriefs';
import { memoryOf } from './memory';

const BRIEF_SIZE = 4 * 1024;
/** Of the first hundred briefs, which are in one folder, every so manieth cites a source of the bibliography there. */
const SHARING = 10;
const PING_MS = 10;
const REQUESTS = 100;
const LIBRARY = '@book{mcs-2024, title = {Mineral Commodity Summaries}, publisher = {USGS}}\n';
const CITING = '\nOutput rose by 4% in 2024 [@mcs-2024].\n';

/**
 * @param print takes the lines of the report
 * @param counts how many briefs there are in each workspace
 */
export async function benchWorkspace(print: (line: string) => void, counts: readonly number[]): Promise<void> {
  const all: Measured[] = [];
  for (const count of counts) {
    const measured = await measure(count);
    all.push(measured);
    print(`a workspace of ${count} briefs of ${BRIEF_SIZE / 1024} KB`);
    const { first, whole, stall, before, after, requests } = measured;
    print(`  first diagnostics: after ${first.toFixed(0)} ms, all known after ${(whole / 1000).toFixed(1)} s`);
    print(`  an answer meanwhile: ${stall.map((time) => time.toFixed(1)).join(' / ')} ms (median / 95th / longest)`);
    print(`  memory: ${before} MB at first, ${after} MB when all is known`);
    for (const [what, times] of requests)
      print(`  ${what}: ${times.map((time) => time.toFixed(1)).join(' / ')} ms (median / 95th)`);
  }
  const [few, many] = [all[0], all.at(-1)];
  if (!few || !many || few === many) return;
  print(`what requests cost in the largest of these, compared with the smallest (95th)`);
  few.requests.forEach(([what, [, p95 = 0]], i) => {
    const [, [, large = 0] = []] = many.requests[i] ?? [];
    print(`  ${what}: ${(large / p95).toFixed(1)} times`);
  });
}

interface Measured {
  readonly first: number;
  readonly whole: number;
  readonly stall: readonly number[];
  /** In MB. */
  readonly before: number;
  readonly after: number;
  readonly requests: readonly (readonly [what: string, times: readonly number[]])[];
}

async function measure(count: number): Promise<Measured> {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), 'brief-bench-')));
  const paths = writeBriefs(folder, count, BRIEF_SIZE);
  const [path = ''] = paths;
  writeFileSync(join(dirname(path), 'refs.bib'), LIBRARY);
  for (let i = 0; i < 100; i += SHARING) {
    const sharing = paths[i] ?? '';
    const text = readFileSync(sharing, 'utf8').replace('language: en', 'language: en\nbibliography: refs.bib');
    writeFileSync(sharing, text + CITING);
  }
  const start = performance.now();
  const client = await spawnServer({
    root: pathToFileURL(folder).href,
    // Clients that tell of changed files need no look at each of them.
    capabilities: {
      workspace: { didChangeWatchedFiles: { dynamicRegistration: true } },
      window: { workDoneProgress: true },
    },
  });
  try {
    const known = indexed(client, count);
    const uri = pathToFileURL(path).href;
    const text = readFileSync(path, 'utf8');
    await client.open(text, uri);
    await client.diagnostics((sent) => sent.uri === uri);
    const first = performance.now() - start;
    const before = memoryOf(client.server);
    const pinging = pings(client, uri, known);
    await known;
    const whole = performance.now() - start;
    const stall = await pinging;
    const requests: [string, number[]][] = [];
    for (const [what, request] of requestsIn(client, uri, text)) requests.push([what, await timesOfRequest(request)]);
    return { first, whole, stall, before, after: memoryOf(client.server), requests };
  } finally {
    await client.stop();
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Settles when the server has read all briefs: it says so of many, and of few has answered by then. */
async function indexed({ connection }: SpawnedClient, count: number): Promise<void> {
  connection.onRequest('window/workDoneProgress/create', () => null);
  if (count <= 100) return void (await connection.sendRequest('brief/workspaceSources', {}));
  await new Promise<void>((resolve) => {
    connection.onNotification('$/progress', ({ value }: { value: { kind: string } }) => {
      if (value.kind === 'end') resolve();
    });
  });
}

/** How long answers take that are asked for every few milliseconds, until something is done: median, 95th, longest. */
async function pings({ connection }: SpawnedClient, uri: string, done: Promise<void>): Promise<number[]> {
  let isDone = false;
  done.finally(() => {
    isDone = true;
  });
  const times: Promise<number>[] = [];
  while (!isDone) {
    const asked = performance.now();
    const position = { line: 1, character: 2 };
    const answer = connection.sendRequest('textDocument/hover', { textDocument: { uri }, position });
    times.push(answer.then(() => performance.now() - asked));
    await wait(PING_MS);
  }
  const sorted = (await Promise.all(times)).sort((a, b) => a - b);
  return [at(sorted, 0.5), at(sorted, 0.95), sorted.at(-1) ?? 0];
}

/** What an author asks for, each request with its name. */
function requestsIn({ connection }: SpawnedClient, uri: string, text: string): [string, () => Promise<unknown>][] {
  const lines = indexLines(text);
  const textDocument = { uri };
  const own = lines.positionAt(text.search(/\[\d+\]/) + 1);
  const shared = lines.positionAt(text.indexOf('mcs-2024') + 1);
  const ask = (method: string, params: object) => () => connection.sendRequest(method, params);
  return [
    ['completion', ask('textDocument/completion', { textDocument, position: own })],
    ['hover', ask('textDocument/hover', { textDocument, position: own })],
    ['rename of a source of the brief', ask('textDocument/rename', { textDocument, position: own, newName: '77' })],
    ['rename of a shared source', ask('textDocument/rename', { textDocument, position: shared, newName: 'usgs' })],
    [
      'references of a shared source',
      ask('textDocument/references', { textDocument, position: shared, context: { includeDeclaration: true } }),
    ],
    ['symbols, many', ask('workspace/symbol', { query: 'part' })],
    ['symbols, none', ask('workspace/symbol', { query: 'materials on' })],
  ];
}

/** Median and 95th. */
async function timesOfRequest(request: () => Promise<unknown>): Promise<number[]> {
  for (let i = 0; i < REQUESTS / 10; i++) await request();
  const times: number[] = [];
  for (let i = 0; i < REQUESTS; i++) {
    const asked = performance.now();
    await request();
    times.push(performance.now() - asked);
  }
  times.sort((a, b) => a - b);
  return [at(times, 0.5), at(times, 0.95)];
}

function at(sorted: readonly number[], share: number): number {
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;
}
