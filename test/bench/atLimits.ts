/** What a keystroke costs on both sides of the limits of what is read of a brief, 10 MB and 100,000 lines. */
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
