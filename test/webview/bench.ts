/**
 * What a keystroke costs the preview: rendering, sending and showing what has changed, beside doing so with all of it, in
 * one run.
 */
import { join } from 'node:path';
import { launchChromium } from '../../scripts/lib/chromium.js';
import { ROOT } from '../../scripts/lib/root.js';
import {
  type Brief,
  chartRequests,
  checkBrief,
  type DrawnCharts,
  parseBrief,
  parseChanged,
  renderParts,
} from '../../src/core';
import { chartDrawer } from '../../src/files/apart/drawCharts';
import { createSentPages } from '../../src/server/pages/sentPages';
import type { RenderChanges } from '../../src/server/protocol';
import { longBrief } from '../bench/longBrief';
import { median, timesOf } from '../bench/measure';
import { openPreview, type PreviewPage, URI } from './page';

const KEYSTROKES = 20;

/** @param print takes the lines of the report */
export async function benchPreview(print: (line: string) => void): Promise<void> {
  const browser = await launchChromium();
  try {
    for (const [what, text] of [
      ['40 KB with 10 charts', withCharts(longBrief(40 * 1024), 10)],
      ['1024 KB with 0 charts', longBrief(1024 * 1024)],
      ['one list of 6000 items', listOf(6000)],
    ] as const) {
      print(`the preview after a keystroke in ${what}`);
      const preview = await openPreview(browser);
      for (const line of await report(text, preview)) print(`  ${line}`);
      await preview.page.close();
    }
  } finally {
    await browser.close();
  }
}

async function report(text: string, preview: PreviewPage): Promise<string[]> {
  const at = text.indexOf('plant', text.length / 2) + 5;
  const first = parseBrief(text);
  // A keystroke comes upon a brief that was checked.
  checkBrief(first);
  const key = `${text.slice(0, at)}s${text.slice(at)}`;
  const versions = [first, parseChanged(first, key)] as const;
  const charts = await drawn(first);
  const one = keystrokes(versions, charts, true);
  const all = keystrokes(versions, charts, false);
  const [reading = 0, readingAll = 0] = timesOf([
    reads(versions[1], [text, key], parseChanged),
    reads(first, [text, key], (_, one) => parseBrief(one)),
  ]);
  const rendering = timesOf([one, all]);
  const sending = [one, all].map((next) => Buffer.byteLength(JSON.stringify(next())));
  const blocks = one().splices.reduce((count, { parts }) => count + parts.length, 0);
  // Each begins with a page that shows nothing.
  const changed = await timeToShow(preview, keystrokes(versions, charts, true));
  const whole = await timeToShow(preview, keystrokes(versions, charts, false));
  return [
    `${blocks} parts of ${renderParts(first, { charts }).parts.length} have changed`,
    line('reading and checking', [reading, readingAll], 'ms', 2),
    line('rendering', rendering, 'ms', 2),
    line(
      'sending',
      sending.map((bytes) => bytes / 1024),
      'KB',
      1,
    ),
    line('patching the page', [changed.patch, whole.patch], 'ms', 1),
    line('its layout after that', [changed.layout, whole.layout], 'ms', 1),
  ];
}

/** One call reads and checks the next of two texts. */
function reads(first: Brief, texts: readonly string[], read: (before: Brief, text: string) => Brief): () => void {
  let brief = first;
  let calls = 0;
  return () => {
    brief = read(brief, texts[calls++ % texts.length] ?? '');
    checkBrief(brief);
  };
}

function line(what: string, [changed = 0, all = 0]: readonly number[], unit: string, digits: number): string {
  const ratio = (all / changed).toFixed(0);
  return `${what.padEnd(22)}${ratio.padStart(5)} times less: ${changed.toFixed(digits)} ${unit} against ${all.toFixed(digits)} ${unit} for all`;
}

/** One call renders the next of two versions that a character tells apart, as the server does. */
function keystrokes(versions: readonly [Brief, Brief], charts: DrawnCharts, keeps: boolean): () => RenderChanges {
  const pages = createSentPages();
  let calls = 0;
  let have: string | null = null;
  return () => {
    const brief = versions[calls++ % 2] ?? versions[0];
    const changes = pages.changesTo(renderParts(brief, { charts }, keeps ? pages : undefined), keeps ? have : null);
    have = changes.id;
    return changes;
  };
}

/** The median times that the page takes for a message, and for the layout after it, in milliseconds. */
async function timeToShow(
  { page }: PreviewPage,
  next: () => RenderChanges,
): Promise<{ readonly patch: number; readonly layout: number }> {
  const patches: number[] = [];
  const layouts: number[] = [];
  for (let i = 0; i < KEYSTROKES; i++) {
    const changes = next();
    const data = {
      type: 'update',
      uri: URI,
      version: i,
      title: '',
      language: 'en',
      html: '',
      resourceRoot: null,
      changes,
    };
    const [patch = 0, layout = 0] = await page.evaluate((message) => {
      const start = performance.now();
      window.dispatchEvent(new MessageEvent('message', { data: message }));
      const patched = performance.now();
      document.body.getBoundingClientRect();
      return [patched - start, performance.now() - patched];
    }, data);
    // The first shows what was not there before.
    if (i === 0) continue;
    patches.push(patch);
    layouts.push(layout);
  }
  return { patch: median(patches), layout: median(layouts) };
}

async function drawn(brief: Brief): Promise<DrawnCharts> {
  const draw = chartDrawer(join(ROOT, 'dist/charts.js'));
  const charts = chartRequests(brief).map(async (request) => [request, await draw(request)] as const);
  return new Map(await Promise.all(charts));
}

/** A brief of one list. */
function listOf(items: number): string {
  const lines = Array.from({ length: items }, (_, i) => `- The plant ${i} shipped ${i % 97}% more ore in 2023 [1].\n`);
  return `---\ntitle: Plants\nsources:\n  - { id: 1, title: Yearbook }\n---\n\n${lines.join('')}`;
}

/** The text with charts behind its first headings. */
function withCharts(text: string, count: number): string {
  let charts = 0;
  return text.replace(/^## .*\n/gm, (heading) => (charts < count ? `${heading}\n${chart(charts++)}\n` : heading));
}

function chart(number: number): string {
  const rows = Array.from(
    { length: 12 },
    (_, i) => `  - { year: ${2010 + i}, amount: ${(number * 31 + i * 17) % 97} }`,
  );
  const lines = [
    `id: chart${number}`,
    `title: Output ${number}`,
    'chart: line',
    'x: year',
    'y: amount',
    'data:',
    ...rows,
  ];
  return ['```figure', ...lines, `cites: [s${number}]`, '```', ''].join('\n');
}
