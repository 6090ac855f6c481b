/** The same keystroke as the language server answers it: from the change that is sent to the problems that come back. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { pathToFileURL } from 'node:url';
import { indexLines } from '../../src/core';
import { ofVersion, spawnServer } from '../server/client';
import { copyText, longBrief, SOURCES } from './longBrief';
import { median } from './measure';

const KEYSTROKES = 40;
/** Longer than the server rests after a check. */
const PAUSE_MS = 150;
/** Long enough to read and index the local copies. */
const START_MS = 3000;

/** @param print takes the lines of the report */
export async function benchOverLsp(print: (line: string) => void): Promise<void> {
  const bare = await keystrokeOverLsp(false);
  const full = await keystrokeOverLsp(true);
  const ratio = (full / bare).toFixed(2);
  print(`  over LSP: ${bare.toFixed(1)} ms without local copies, ${full.toFixed(1)} ms with, ${ratio} times`);
}

/** The median time of a keystroke in milliseconds. Without copies none of the files that the brief names is there. */
async function keystrokeOverLsp(copies: boolean): Promise<number> {
  const folder = mkdtempSync(join(tmpdir(), 'brief-bench-'));
  const client = await spawnServer();
  try {
    if (copies) for (let i = 0; i < SOURCES; i++) writeFileSync(join(folder, `${i}.txt`), copyText(i));
    const uri = pathToFileURL(join(folder, 'long.brief')).href;
    const text = longBrief();
    const place = indexLines(text).positionAt(text.indexOf('plant', text.length / 2) + 5);
    const typed = { ...place, character: place.character + 1 };
    await client.open(text, uri);
    await wait(START_MS);
    const times: number[] = [];
    for (let version = 2; version < KEYSTROKES + 2; version++) {
      await wait(PAUSE_MS);
      const start = performance.now();
      if (version % 2 === 0) await client.change(version, 's', { start: place, end: place }, uri);
      else await client.change(version, '', { start: place, end: typed }, uri);
      await client.diagnostics(ofVersion(version));
      times.push(performance.now() - start);
    }
    return median(times);
  } finally {
    await client.stop();
    rmSync(folder, { recursive: true, force: true });
  }
}
