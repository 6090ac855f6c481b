import assert from 'node:assert/strict';
import { possibleTexts, withoutLoneSpace } from './editorAlone';
import {
  baseOf,
  keepBusy,
  languageOnly,
  openTyping,
  partsOf,
  TYPED_TEXTS,
  type TypedText,
  type TypingWindow,
} from './typing';

/** How often texts are typed: each once on every run, `BRIEF_TYPING=400` for all at each speed and length. */
const RUNS = Number(process.env['BRIEF_TYPING'] ?? TYPED_TEXTS.length);
const IS_LONG = RUNS > TYPED_TEXTS.length;
const SPEEDS_MS = [10, 30, 60, 120];
const LENGTHS = [4_000, 200_000];

interface Run {
  readonly text: TypedText;
  readonly delayMs: number;
  readonly length: number;
}

/** Each text once, then each again at other speeds and lengths, until all are through, and so on. */
function runsOf(count: number): Run[] {
  const kinds = SPEEDS_MS.flatMap((delayMs) => LENGTHS.map((length) => ({ delayMs, length })));
  return Array.from({ length: count }, (_, i) => {
    const round = Math.floor(i / TYPED_TEXTS.length);
    const text = TYPED_TEXTS[i % TYPED_TEXTS.length];
    const kind = kinds[(i + round) % kinds.length];
    assert.ok(text && kind);
    return { text, ...kind };
  });
}

/** The runs whose text is none that the editor alone may come to, each with what it came to. */
async function differing(window: TypingWindow, runs: readonly Run[]): Promise<string[]> {
  const found: string[] = [];
  for (const { text, delayMs, length } of runs) {
    const base = baseOf(length);
    const [before, after] = partsOf(text, base);
    const typed = withoutLoneSpace(await window.type(text, base, delayMs));
    const possible = possibleTexts(before, after, text.keys);
    if (possible.has(typed)) continue;
    const part = (whole = '') =>
      JSON.stringify(
        whole.slice(0, before.length) === before
          ? whole.slice(before.length, before.length + 200)
          : whole.slice(0, 200),
      );
    found.push(
      `${text.name}, ${delayMs} ms a key, ${length} units: ${part(typed)}, not as ${part([...possible].at(-1))}`,
    );
    console.log(`      ${found.at(-1)}`);
  }
  return found;
}

describe('Typing fast on a busy machine', function () {
  this.timeout(0);
  const closing: (() => unknown)[] = [];
  const opened = async (extension?: string) => {
    const window = await openTyping(extension);
    closing.push(window.close);
    // On every run the other tests keep the machine busy.
    if (IS_LONG) closing.push(keepBusy().stop);
    return window;
  };
  afterEach(async () => {
    for (const close of closing.splice(0).reverse()) await close();
  });

  it('gives what the editor alone gives', async () => {
    assert.deepEqual(await differing(await opened(), runsOf(RUNS)), []);
  });

  if (IS_LONG)
    it('is compared with what the editor alone does give', async () => {
      const language = languageOnly();
      closing.push(language.remove);
      assert.deepEqual(await differing(await opened(language.folder), runsOf(TYPED_TEXTS.length * 2)), []);
    });
});
