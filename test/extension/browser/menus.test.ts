import assert from 'node:assert/strict';
import type { Locator } from 'playwright-core';
import { focusEditor, moveCursor, openFile, previewOf, runCommand } from '../../../scripts/lib/workbench.js';
import {
  COMMANDS,
  CONDITIONS,
  HIGH,
  inMenuOf,
  inPalette,
  inTitle,
  KEYS,
  linesOf,
  MENUS,
  pressKeys,
  titleOf,
} from './menus';
import { BRIEFS, CONTEXT_KEYS, ELSEWHERE, OF_MARKDOWN, type Place, SHOWN } from './menuTables';
import { type Opened, open, pictureIfFailed } from './support';

const TEXT = `# Ore

Prices rose by 12% in 2024 [1].

![A pit](https://images.example.org/pit.png)

1. one
2. two
   - three
   - 

## Sources

- [1] [Prices of ore](https://example.org/prices)

## Stocks

Stocks fell by 9% in 2023.
`;

/** Keys of briefs, and lines of the editor that come of one, of a cursor at this line and column. */
interface Pressed {
  readonly places: readonly Place[];
  readonly at: readonly [line: number, column: number];
  readonly gives: (lines: readonly string[]) => boolean;
}

const PRESSED: Readonly<Record<string, Pressed>> = {
  'brief.toggleBold': { places: ['brief'], at: [3, 2], gives: has('**Prices** rose by 12% in 2024 [1].') },
  'brief.toggleItalic': { places: ['brief'], at: [3, 2], gives: has('*Prices* rose by 12% in 2024 [1].') },
  'brief.promoteHeading': { places: ['brief'], at: [12, 3], gives: has('# Sources') },
  'brief.demoteHeading': { places: ['brief'], at: [12, 3], gives: has('### Sources') },
  'brief.indent': { places: ['brief'], at: [8, 4], gives: has('   1. two') },
  'brief.outdent': { places: ['brief'], at: [9, 6], gives: has('3. three') },
};

/** Keys that open something, and what closes it. Those of the preview are VS Code's own in Markdown files. */
const OPENING: Readonly<
  Record<string, { readonly places: readonly Place[]; readonly opens: string; readonly closes: string }>
> = {
  'brief.addCitation': {
    places: BRIEFS,
    opens: '.quick-input-list .monaco-list-row:has-text("Prices of ore")',
    closes: 'workbench.action.closeQuickOpen',
  },
  'brief.showPreview': {
    places: ['brief'],
    opens: '.tab:has-text("Preview menus.brief")',
    closes: 'workbench.action.closeActiveEditor',
  },
  'brief.showPreviewToSide': {
    places: ['brief'],
    opens: '.tab:has-text("Preview menus.brief")',
    closes: 'workbench.action.closeEditorsInOtherGroups',
  },
};

/** Keys that move the cursor from a line and column to others. */
const MOVING: Readonly<
  Record<string, { readonly places: readonly Place[]; readonly from: readonly [number, number]; readonly to: string }>
> = {
  'brief.nextUncited': { places: BRIEFS, from: [3, 2], to: 'Ln 18, Col 1' },
  'brief.previousUncited': { places: BRIEFS, from: [18, 5], to: 'Ln 18, Col 1' },
};

/** The keys of views, which their own tests press. */
const IN_VIEWS: readonly string[] = ['brief.sources.rename'];

function has(line: string): (lines: readonly string[]) => boolean {
  return (lines) => lines.includes(line);
}

describe('What the manifest offers', () => {
  it('has for every command and menu a place where a test expects it', () => {
    const missing = [
      ...COMMANDS.filter((command) => !SHOWN['commandPalette']?.[command]),
      ...Object.entries(MENUS)
        .filter(([menu]) => !ELSEWHERE.includes(menu))
        .flatMap(([menu, items]) =>
          items.filter(({ command }) => !SHOWN[menu]?.[command]).map(({ command }) => `${menu} ${command}`),
        ),
    ];
    assert.deepEqual(missing, []);
  });

  it('has for every key a test of what it does', () => {
    assert.deepEqual(
      KEYS.map(({ command }) => command).filter(
        (command) => !PRESSED[command] && !OPENING[command] && !MOVING[command] && !IN_VIEWS.includes(command),
      ),
      [],
    );
  });

  it('depends on no other context keys than those that hold in a remote window', () => {
    const keys = CONDITIONS.flatMap((when) =>
      [...when.replace(/'[^']*'|\/.*?\/i?|(?:==|!=) [\w.]+/g, '').matchAll(/[A-Za-z][\w.]*/g)].map(([key]) => key),
    );
    assert.deepEqual(
      [...new Set(keys)].filter((key) => !['in', 'not', 'false', ...CONTEXT_KEYS].includes(key)),
      [],
    );
  });
});

describe('The menus of a window that is served, where the extension host is remote', () => {
  let opened: Opened;
  const page = () => opened.page;
  const explorer = () => page().locator('.explorer-folders-view .monaco-list-row');
  const showExplorer = () =>
    runCommand(page(), 'View: Show Explorer', () => explorer().first().waitFor({ timeout: 5000 }));

  before(async () => {
    opened = await open('menus.brief', TEXT, {
      files: { 'checked.md': TEXT, 'plain.md': TEXT },
      // Their words stand in the lines that are read.
      settings: { 'brief.inlayHints.citations': 'off' },
    });
    await page().setViewportSize(HIGH);
    await page()
      .context()
      .route('https://images.example.org/**', (route) => route.abort());
  });
  afterEach(function () {
    return pictureIfFailed(opened?.page, this.currentTest);
  });
  after(() => opened?.close());

  /** @param file its name; null for what has none */
  function itHasItsMenus(place: Place, file: string | null): void {
    const isPreview = place.startsWith('preview');
    const menus: Readonly<Record<string, () => Promise<string[]>>> = {
      commandPalette: () => inPalette(page()),
      'editor/title': () => inTitle(page()),
      'editor/title/context': () => inMenuOf(page(), page().locator('.tab.active').first()),
      ...(isPreview
        ? { 'webview/context': () => inMenuOf(page(), previewOf(page()).locator('h1').first()) }
        : {
            'editor/context': () =>
              inMenuOf(page(), page().locator('.editor-group-container.active .view-line').first()),
            ...(file && {
              'explorer/context': async () => {
                await showExplorer();
                return inMenuOf(page(), explorer().filter({ hasText: file }));
              },
            }),
          }),
    };
    for (const [menu, read] of Object.entries(menus))
      it(`${place}: ${menu}`, async () => {
        const own = place === 'plain' || place === 'checked' ? (OF_MARKDOWN[menu] ?? []) : [];
        const expected = Object.entries(SHOWN[menu] ?? {})
          .filter(([, places]) => places.includes(place))
          .map(([command]) => titleOf(command));
        assert.deepEqual(await read(), [...expected, ...[own].flat()].sort());
      });
  }

  /** Presses each key where the cursor is meant to be, and takes back what came of it. */
  function itHasItsKeys(place: Place): void {
    for (const { command, key } of KEYS) {
      const { places, at, gives } = PRESSED[command] ?? {};
      if (!places || !at || !gives) continue;
      it(`${place}: ${key} ${places.includes(place) ? 'is' : 'is not'} ${command}`, async () => {
        const before = (await linesOf(page())).join('\n');
        await moveCursor(page(), ...at);
        await page().waitForTimeout(SOON);
        await pressKeys(page(), key);
        const held = await within(places.includes(place) ? LATE : SOON, async () => gives(await linesOf(page())));
        assert.equal(held, places.includes(place), (await linesOf(page())).join('\n'));
        await focusEditor(page());
        const isBack = await within(LATE, async () => {
          if ((await linesOf(page())).join('\n') === before) return true;
          await page().keyboard.press('Control+z');
          return false;
        });
        assert.ok(isBack, 'the text is what it was');
      });
    }
  }

  function itOpensByKeys(place: Place): void {
    for (const { command, key } of KEYS) {
      const { places, opens = '', closes = '' } = OPENING[command] ?? {};
      if (!places?.includes(place)) continue;
      it(`${place}: ${key} is ${command}`, async () => {
        await moveCursor(page(), 3, 20);
        await pressKeys(page(), key);
        const shown = page().locator(opens).first();
        await shown.waitFor();
        await close(closes, shown);
      });
    }
  }

  function itMovesByKeys(place: Place): void {
    for (const { command, key } of KEYS) {
      const { places, from, to = '' } = MOVING[command] ?? {};
      if (!from) continue;
      it(`${place}: ${key} ${places?.includes(place) ? 'is' : 'is not'} ${command}`, async () => {
        await moveCursor(page(), ...from);
        await pressKeys(page(), key);
        const isThere = () => page().locator('.part.statusbar', { hasText: to }).isVisible();
        assert.equal(await within(places?.includes(place) ? LATE : SOON, isThere), places?.includes(place));
      });
    }
  }

  for (const [place, file] of [
    ['brief', 'menus.brief'],
    ['plain', 'plain.md'],
    ['checked', 'checked.md'],
  ] as const)
    describe(`for ${file}`, () => {
      before(async () => {
        await openFile(page(), file);
        await page().locator(`.tab.active[data-resource-name="${file}"]`).waitFor();
        await focusEditor(page());
        if (place === 'checked') await runCommand(page(), 'Brief: Check This File');
        if (place !== 'plain') await counted();
      });
      itHasItsMenus(place, file);
      itHasItsKeys(place);
      itOpensByKeys(place);
      itMovesByKeys(place);
    });

  describe('for Markdown that no file has yet', () => {
    before(async () => {
      opened.run('workbench.action.files.newUntitledFile', { languageId: 'markdown' });
      await page().locator('.tab.active[data-resource-name^="Untitled"]').waitFor();
      await page().keyboard.type('Prices rose by 12% in 2024.');
      await runCommand(page(), 'Brief: Check This File');
      await counted();
    });
    after(() =>
      // Else it could close what the next tests open.
      close(
        'workbench.action.revertAndCloseActiveEditor',
        page().locator('.tab[data-resource-name^="Untitled"]').first(),
      ),
    );
    itHasItsMenus('checked', null);
  });

  for (const [place, file] of [
    ['preview', 'menus.brief'],
    ['preview of checked', 'checked.md'],
  ] as const)
    describe(`for the preview of ${file}`, () => {
      const heading = () => previewOf(page()).locator('h1').first();
      before(async () => {
        await openFile(page(), file);
        // The counts may still be those of the editor before it, whose commands are others.
        await page().locator(`.tab.active[data-resource-name="${file}"]`).waitFor();
        await focusEditor(page());
        await counted();
        await runCommand(page(), 'Brief: Open Preview');
        await heading().click();
      });
      after(() => close('workbench.action.closeActiveEditor', page().locator('iframe.webview').first()));
      itHasItsMenus(place, file);

      if (place !== 'preview') return;
      describe('that loads images from the web', () => {
        before(async () => {
          await runCommand(page(), 'Brief: Load Images from the Web in This Preview');
          await page().locator('.monaco-dialog-box').getByRole('button', { name: 'Load Images' }).click();
          await heading().click();
        });
        itHasItsMenus('preview with images', file);
      });
    });

  function close(command: string, shown: Locator): Promise<void> {
    opened.run(command);
    return shown.waitFor({ state: 'hidden' });
  }
  const counted = () =>
    page()
      .locator('.part.statusbar', { hasText: /of \d+ cited/ })
      .waitFor();
});

/** In milliseconds. */
const SOON = 400;
const LATE = 10_000;

/** Whether something comes to hold in so many milliseconds. */
async function within(ms: number, holds: () => Promise<boolean>): Promise<boolean> {
  const deadline = Date.now() + ms;
  while (!(await holds())) {
    if (Date.now() > deadline) return false;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  return true;
}
