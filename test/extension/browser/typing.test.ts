import assert from 'node:assert/strict';
import {
  copyImageToClipboard,
  copyToClipboard,
  piecesOf,
  problemsIn,
  takeFix,
} from '../../../scripts/lib/workbench.js';
import { possibleTexts, untidied } from './editorAlone';
import { inWindow, until } from './support';
import {
  baseOf,
  keepBusy,
  languageOnly,
  openTyping,
  partsOf,
  snippetBegun,
  TYPED_TEXTS,
  type TypedText,
  type TypingWindow,
} from './typing';

const PRICES = `# Prices

Prices rose in 2024.

1. one
2. two

| Year | Price |
| ---- | ----- |
| 2023 | 12    |

- China mined most of it.

## Sources

- [1] Prices. https://example.org/prices
`;

describe('Writing in a window', () => {
  const line = (start: string) => opened.line(start).waitFor();
  const moveTo = (row: number, column: number) => opened.moveTo(row, column);

  const opened = inWindow('writing.brief', PRICES, {
    clipboard: true,
    files: {
      'prices/brief.config.yaml': 'sources: library/\n',
      'prices/library/oecd.yaml': 'title: Prices\npublisher: OECD\n',
      'prices/fall.brief': '# Prices\n\n- Prices fell by 3%.\n',
    },
  });
  before(async () => {
    await opened.focus();
    await opened.status(/of \d+ cited/).waitFor();
  });

  it('goes on with a numbered list while one types', async () => {
    await moveTo(5, 7);
    // Before a line is coloured, the editor begins the next one without its marker: its own limit, beyond any typist.
    for (const [above, typed, following] of [
      ['1. one', 'alpha', '3. two'],
      ['2. alpha', 'beta', '4. two'],
    ] as const) {
      await until(`${above} is coloured`, async () => (await piecesOf(opened.page, above)).length > 1);
      await opened.type('\n');
      // The items below get their numbers where nothing is typed until then.
      await line(following);
      await opened.type(typed, 40);
    }
    await line('2. alpha');
    await line('3. beta');
  });

  it('makes a link of an address over selected words', async () => {
    await copyToClipboard(opened.page, { 'text/plain': 'https://example.org/rise' });
    await moveTo(3, 1);
    for (let i = 0; i < 'Prices'.length; i++) await opened.press('Shift+ArrowRight');
    await opened.status('(6 selected)').waitFor();
    await opened.press('Control+v');
    await line('[Prices](https://example.org/rise) rose');
  });

  it('makes a source of an address on an empty line of the sources', async () => {
    await opened.press('Control+End');
    await opened.press('Control+v');
    await line('- [2] https://example.org/rise');
  });

  it('keeps the links of rich text', async () => {
    await copyToClipboard(opened.page, {
      'text/plain': 'A bold link',
      'text/html': 'A <b>bold</b> <a href="https://example.org/l">link</a>',
    });
    await moveTo(2, 1);
    await opened.press('Control+v');
    await line('A **bold** [link](https://example.org/l)');
  });

  it('makes a figure of an image, and saves it beside the brief', async () => {
    await copyImageToClipboard(opened.page);
    await moveTo(4, 1);
    await opened.press('Control+v');
    await line('image: writing-figure.png');
    await opened.press('Escape');
    assert.equal((await opened.written('writing-figure.png', 'latin1')).slice(1, 4), 'PNG');
  });

  it('makes a file of the library of an address behind a claim, which it cites', async () => {
    await opened.show('prices/fall.brief');
    await opened.focus();
    await line('- Prices fell');
    await copyToClipboard(opened.page, { 'text/plain': 'https://www.example.org/fall' });
    await moveTo(3, 21);
    await opened.press('Control+v');
    await line('- Prices fell by 3%.https:');
    await takeFix(opened.page, /^Cite as a new source/, () => line('- Prices fell by 3% [@example].'));
    assert.equal(await opened.written('prices/library/example.yaml'), 'title:\nurl: https://www.example.org/fall\n');
  });
});

describe('A new brief', () => {
  const opened = inWindow('start.brief', '# Start\n');
  /** Waits until a line is so: what is typed is made whole a moment after its place is left. */
  const becomes = async (start: string, whole: string) => {
    const now = async () => ((await opened.line(start).textContent()) ?? '').replaceAll('\u00a0', ' ');
    await until(`the line is ${whole}`, async () => (await now()) === whole);
  };

  it('takes a title with a colon, quotes, a backslash and a hash as it is typed', async () => {
    opened.run('brief.newBrief');
    await opened.picker().filter({ hasText: 'The title of the brief' }).waitFor();
    await opened.input().press('Enter');
    await snippetBegun(opened.page);
    await opened.type('Rare earths: the "magnet" race \\ part #2');
    await opened.press('Tab');
    await opened.type('- Ore: a "primer"');
    for (const key of ['Tab', 'Shift+Tab', 'Shift+Tab', 'Tab']) await opened.press(key);
    await becomes('title:', 'title: "Rare earths: the \\"magnet\\" race \\\\ part #2"');
    await becomes('    title:', '    title: "- Ore: a \\"primer\\""');
    // What was wrong while the title was typed is gone by now, or goes.
    opened.run('workbench.actions.view.problems');
    await opened.page.locator('.markers-panel').waitFor();
    await problemsIn(opened.page).filter({ hasText: 'brief/front-matter' }).waitFor({ state: 'detached' });
  });
});

describe('The title of a new brief', () => {
  const opened = inWindow('start.brief', '# Start\n');

  it('names the file under which it is saved, and stands in its front matter with its quotes', async () => {
    opened.run('brief.newBrief');
    await opened.picker().filter({ hasText: 'The title of the brief' }).waitFor();
    await opened.input().fill('Rare earths: the "magnet" race');
    await opened.input().press('Enter');
    await snippetBegun(opened.page);
    await opened.type('Deals');
    await opened.line('    title: "Deals"').waitFor();
    opened.run('workbench.action.files.save');
    const saved = await opened.written('rare-earths-the-magnet-race.brief');
    assert.match(saved, /^---\ntitle: "Rare earths: the \\"magnet\\" race"\npublished: /);
  });

  it('opens nothing if it is not given', async () => {
    const tabs = await opened.tab('').count();
    opened.run('brief.newBrief');
    await opened.picker().filter({ hasText: 'The title of the brief' }).waitFor();
    await opened.input().press('Escape');
    await opened.input().waitFor({ state: 'hidden' });
    assert.equal(await opened.tab('').count(), tabs);
  });
});

/** How often texts are typed: each once on every run, `BRIEF_TYPING=400` for all at each speed and length. */
const RUNS = Number(process.env['BRIEF_TYPING'] ?? TYPED_TEXTS.length);
const IS_LONG = RUNS > TYPED_TEXTS.length;
const SPEEDS_MS = IS_LONG ? [10, 30, 60, 120] : [10, 60];
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
    const typed = untidied(await window.type(text, base, delayMs));
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

  it('gives what the editor alone gives, or that with its lists tidied', async () => {
    assert.deepEqual(await differing(await opened(), runsOf(RUNS)), []);
  });

  if (IS_LONG)
    it('is compared with what the editor alone does give', async () => {
      const language = languageOnly();
      closing.push(language.remove);
      assert.deepEqual(await differing(await opened(language.folder), runsOf(TYPED_TEXTS.length * 2)), []);
    });
});
