/**
 * What a keystroke costs over LSP, from the change that is sent to the diagnostics that come back, beside a server that does
 * nothing; and in one process, phase by phase.
 */
import { join } from 'node:path';
import type { Range } from 'vscode-languageserver/node';
import { checkBrief, indexLines } from '../../src/core';
import { disputedInsights } from '../../src/core/evidence/brief';
import { toDiagnostics } from '../../src/server/diagnostics/toLsp';
import { changeDocument, type OpenDocument, openDocument } from '../../src/server/documents/document';
import { statusOf } from '../../src/server/pages/status';
import { DEFAULT_SETTINGS } from '../../src/server/settings';
import { madeBrief } from './madeBriefs';
import { median } from './measure';
import { memoryOf, peakOf } from './memory';
import { nodeServer, OUR_SERVER, startTyping, timesOfTyping } from './typing';

const KB = 1024;
/** A report of 900 KB is the one whose memory has a limit. */
const LSP_SIZES = [4 * KB, 40 * KB, 900 * KB, KB * KB];
const IN_PROCESS_SIZES = [40 * KB, KB * KB, 10 * KB * KB - 4 * KB];
const SEED = 7;
const WARM_UP = 150;
const KEYSTROKES = 60;
/** Of a process that has just started and opened its brief. */
const FIRST_KEYSTROKES = 20;
/** Between keystrokes. */
const PAUSE_MS = 40;

/** Where `scripts/bench.js` puts the server that does nothing. */
const DO_NOTHING = join(__dirname, 'doNothing.cjs');

/**
 * @param print takes the lines of the report
 * @param largest how long the longest brief is, in characters
 */
export async function benchChanges(print: (line: string) => void, largest = Infinity): Promise<void> {
  print('a keystroke over LSP, warm: median and p95');
  let smallest = 0;
  const briefs = LSP_SIZES.filter((one) => one <= largest).flatMap((size) => [
    madeBrief(SEED, size),
    madeBrief(SEED, size, true),
  ]);
  for (const text of briefs) {
    const ours = await startTyping(OUR_SERVER, text);
    const nothing = await startTyping(nodeServer(DO_NOTHING), text);
    const young = await timesOfTyping([ours], FIRST_KEYSTROKES, PAUSE_MS);
    await timesOfTyping([ours, nothing], WARM_UP, 1);
    const [mine = [], idle = []] = await timesOfTyping([ours, nothing], KEYSTROKES, PAUSE_MS);
    smallest ||= median(mine);
    print(
      `  ${sizeOf(text)} with ${ours.diagnostics()} problems (${Math.round(ours.bytes() / KB)} KB as JSON): ` +
        `${spread(mine)}; doing nothing ${spread(idle)}: ${ratio(median(mine), median(idle))} that, ` +
        `${ratio(median(mine), smallest)} the smallest; ${median(young[0] ?? []).toFixed(1)} ms in a young process; ` +
        `${memoryOf(ours.server)} MB afterwards, at most ${peakOf(ours.server)} MB`,
    );
    ours.stop();
    nothing.stop();
  }
  print('a keystroke in one process, warm: median');
  let base = 0;
  for (const size of IN_PROCESS_SIZES.filter((one) => one <= largest)) {
    // What very many problems cost is told by those of 1 MB.
    const text = madeBrief(SEED, size, size > KB * KB);
    const phases = phasesOf(text, size > KB * KB ? 8 : KEYSTROKES);
    const whole = [...phases.values()].reduce((sum, time) => sum + time, 0);
    base ||= whole;
    const parts = [...phases].map(([phase, time]) => `${phase} ${time.toFixed(2)}`);
    print(`  ${sizeOf(text)}: ${whole.toFixed(2)} ms, ${ratio(whole, base)} the smallest: ${parts.join(', ')}`);
  }
}

const sizeOf = (text: string) => `${Math.round(text.length / KB)} KB`;
const ratio = (a: number, b: number) => `${(a / b).toFixed(2)} times`;

function spread(times: readonly number[]): string {
  const sorted = [...times].sort((a, b) => a - b);
  return `${median(times).toFixed(2)} ms (${(sorted[Math.floor(sorted.length * 0.95)] ?? 0).toFixed(2)})`;
}

/** The letter that is typed, once it is there, and its place before. */
function rangesIn(text: string): readonly [typed: Range, untyped: Range] {
  const place = indexLines(text).positionAt(text.indexOf('plant', text.length / 2) + 5);
  return [
    { start: place, end: { ...place, character: place.character + 1 } },
    { start: place, end: place },
  ];
}

/** The median times in milliseconds of what happens on a keystroke, in the order in which it happens. */
function phasesOf(text: string, keystrokes: number): ReadonlyMap<string, number> {
  const [typed, untyped] = rangesIn(text);
  const times = new Map<string, number[]>();
  const timed = <T>(phase: string, work: () => T): T => {
    const start = performance.now();
    const result = work();
    const time = performance.now() - start;
    const known = times.get(phase);
    if (known) known.push(time);
    else times.set(phase, [time]);
    return result;
  };
  let document: OpenDocument = openDocument('file:///typed.brief', 1, text, 'utf-16');
  let last = checkBrief(document.brief());
  let shown = toDiagnostics(document, last);
  for (let i = 0; i < keystrokes * 2; i++) {
    const change = i % 2 === 0 ? { range: untyped, text: 's' } : { range: typed, text: '' };
    const before = document;
    document = timed('sync', () => changeDocument(before, i + 2, [change], 'utf-16').document);
    const brief = timed('parse and model', () => document.brief());
    timed('evidence', () => disputedInsights(brief));
    const problems = timed('rules', () => checkBrief(brief));
    shown = timed('to LSP', () => toDiagnostics(document, problems, { problems: last, diagnostics: shown }));
    last = problems;
    timed('JSON', () => JSON.stringify(shown));
    timed('status', () => statusOf(document, DEFAULT_SETTINGS));
  }
  return new Map([...times].map(([phase, all]) => [phase, median(all.slice(keystrokes))]));
}
