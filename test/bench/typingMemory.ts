/** How much memory a server takes while somebody types for long, and what it gives back. */
import { readFileSync } from 'node:fs';
import { setTimeout as wait } from 'node:timers/promises';
import { indexLines } from '../../src/core';
import { ofVersion, spawnServer } from '../server/client';
import { memoryOf, peakOf } from './memory';

const KB = 1024;
/** Long enough to read all that is read behind the first check. */
const START_MS = 3000;
const IDLE_MS = 20_000;

const SOURCES = Array.from(
  { length: 50 },
  (_, n) => `  - { id: s${n}, title: Report ${n}, url: "https://example.org/${n}" }`,
);
const HEAD = ['---', 'title: Plants', 'sources:', ...SOURCES, '---', '', ''].join('\n');

const sentence = (n: number) =>
  `In ${1990 + (n % 34)} plant ${n} made ${((n * 7919) % 9000) / 10} tonnes, ${n % 97} %. [@s${n % 50}]`;

/** Sentences of some length together, with a text between them. */
function sentences(length: number, between: (n: number) => string): string {
  const parts: string[] = [];
  for (let n = 0, size = 0; size < length; n++) {
    const next = `${sentence(n)}${between(n)}`;
    parts.push(next);
    size += next.length;
  }
  return `${HEAD}${parts.join('').trimEnd()}\n`;
}

/** Where the next text is typed, and which. */
type Keys = (text: string, key: number) => { readonly at: number; readonly typed: string };

/** Types a word on and on behind the same place in the middle. */
const inTheMiddle: Keys = (text, key) => ({
  at: text.indexOf(' plant', text.length / 2 - key) + 1 + key,
  typed: 'abcdefghij '.charAt(key % 11),
});

/** Puts a paragraph behind one blank line after the other. */
const atBlankLines: Keys = (text, key) => {
  const blank = [...text.matchAll(/\n\n/g)];
  return { at: (blank[(key * 37) % blank.length]?.index ?? 0) + 2, typed: `It made ${key} % there.\n\n` };
};

/** @param document path of a report that is edited in place of ours */
export async function benchTypingMemory(print: (line: string) => void, document?: string): Promise<void> {
  print('the memory of the server while somebody types for long');
  const report = document ? readFileSync(document, 'utf8') : sentences(53 * KB, (n) => (n % 3 === 2 ? '\n\n' : ' '));
  const cases: readonly (readonly [name: string, text: string, keys: number, next: Keys])[] = [
    ['3,000 letters in a paragraph of 48 KB', sentences(48 * KB, () => ' '), 3000, inTheMiddle],
    ['800 paragraphs in a report of 53 KB', report, 800, atBlankLines],
    ['2,000 letters in a brief of 1 MB', sentences(KB * KB, (n) => (n % 6 === 5 ? '\n\n' : ' ')), 2000, inTheMiddle],
  ];
  for (const [name, text, keys, next] of cases) print(`  ${name}: ${await memoryWhile(text, keys, next)}`);
}

async function memoryWhile(opened: string, keys: number, next: Keys): Promise<string> {
  const client = await spawnServer();
  let text = opened;
  await client.open(text);
  await client.diagnostics(ofVersion(1));
  await wait(START_MS);
  const first = memoryOf(client.server);
  for (let key = 0; key < keys; key++) {
    const { at, typed } = next(text, key);
    const place = indexLines(text).positionAt(at);
    text = text.slice(0, at) + typed + text.slice(at);
    await client.change(key + 2, typed, { start: place, end: place });
    await client.diagnostics(ofVersion(key + 2));
  }
  const last = memoryOf(client.server);
  await wait(IDLE_MS);
  const idle = memoryOf(client.server);
  const peak = peakOf(client.server);
  await client.close();
  await wait(IDLE_MS);
  const closed = memoryOf(client.server);
  await client.stop();
  return `${first} MB after the first check, ${last} MB after the last key, at most ${peak} MB, ${idle} MB when idle, ${closed} MB when closed`;
}
