import assert from 'node:assert/strict';
import type { Locator } from 'playwright-core';
import {
  COMMANDS,
  CONDITIONS,
  HIGH,
  hasTitles,
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
import { inWindow, until } from './support';

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
  const explorer = () => opened.page.locator('.explorer-folders-view .monaco-list-row');
  const showExplorer = async () => {
    opened.run('workbench.view.explorer');
    await explorer().first().waitFor();
  };

  const opened = inWindow('menus.brief', TEXT, {
    // Some commands are offered once others were run.
    fresh: true,
    files: { 'checked.md': TEXT, 'plain.md': TEXT },
    // Their words stand in the lines that are read.
    settings: { 'brief.inlayHints.citations': 'off' },
  });
  before(async () => {
    await opened.page.setViewportSize(HIGH);
    await opened.page.context().route('https://images.example.org/**', (route) => route.abort());
  });

  /** @param file its name; null for what has none */
  function itHasItsMenus(place: Place, file: string | null): void {
    const isPreview = place.startsWith('preview');
    const menus: Readonly<Record<string, () => Promise<string[]>>> = {
      commandPalette: () => inPalette(opened.page),
      'editor/title': () => inTitle(opened.page),
      'editor/title/context': () => inMenuOf(opened.page, opened.page.locator('.tab.active').first()),
      ...(isPreview
        ? { 'webview/context': () => inMenuOf(opened.page, opened.preview().locator('h1').first()) }
        : {
            'editor/context': () =>
              inMenuOf(opened.page, opened.page.locator('.editor-group-container.active .view-line').first()),
            ...(file && {
              'explorer/context': async () => {
                await showExplorer();
                return inMenuOf(opened.page, explorer().filter({ hasText: file }));
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
        await hasTitles(read, [...expected, ...[own].flat()].sort());
      });
  }

  /** Presses each key where the cursor is meant to be, and takes back what came of it. */
  function itHasItsKeys(place: Place): void {
    for (const { command, key } of KEYS) {
      const { places, at, gives } = PRESSED[command] ?? {};
      if (!places || !at || !gives) continue;
      it(`${place}: ${key} ${places.includes(place) ? 'is' : 'is not'} ${command}`, async () => {
        const lines = () => linesOf(opened.page);
        const before = (await lines()).join('\n');
        await pressAt(at, key);
        if (places.includes(place)) await until(`${key} is ${command}`, async () => gives(await lines()));
        else await isThrough();
        assert.equal(gives(await lines()), places.includes(place), (await lines()).join('\n'));
        await opened.focus();
        await until('the text is what it was', async () => {
          if ((await lines()).join('\n') === before) return true;
          await opened.press('Control+z');
          return false;
        });
      });
    }
  }

  /** Presses a key with the cursor at a line and column, once the editor takes keys. */
  async function pressAt(at: readonly [number, number], key: string): Promise<void> {
    await opened.moveTo(...at);
    await opened.page.locator('.editor-group-container.active .monaco-editor.focused').waitFor();
    await pressKeys(opened.page, key);
  }

  /** Waits until what was asked for before has come of it: what is asked for later is there. */
  async function isThrough(): Promise<void> {
    opened.run('workbench.action.showCommands');
    await opened.input().waitFor();
    await opened.dismiss();
  }

  function itOpensByKeys(place: Place): void {
    for (const { command, key } of KEYS) {
      const { places, opens = '', closes = '' } = OPENING[command] ?? {};
      if (!places?.includes(place)) continue;
      it(`${place}: ${key} is ${command}`, async () => {
        await pressAt([3, 20], key);
        const shown = opened.page.locator(opens).first();
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
        await pressAt(from, key);
        if (places?.includes(place)) await opened.status(to).waitFor();
        else await isThrough();
        assert.equal(await opened.status(to).isVisible(), places?.includes(place));
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
        await opened.show(file);
        await opened.focus();
        if (place === 'checked') opened.run('brief.checkFile');
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
      await opened.page.locator('.tab.active[data-resource-name^="Untitled"]').waitFor();
      await opened.page.locator('.editor-group-container.active .monaco-editor.focused').waitFor();
      await opened.type('Prices rose by 12% in 2024.');
      opened.run('brief.checkFile');
      await counted();
    });
    after(() =>
      // Else it could close what the next tests open.
      close(
        'workbench.action.revertAndCloseActiveEditor',
        opened.page.locator('.tab[data-resource-name^="Untitled"]').first(),
      ),
    );
    itHasItsMenus('checked', null);
  });

  for (const [place, file] of [
    ['preview', 'menus.brief'],
    ['preview of checked', 'checked.md'],
  ] as const)
    describe(`for the preview of ${file}`, () => {
      const heading = () => opened.preview().locator('h1').first();
      before(async () => {
        await opened.show(file);
        // The counts may still be those of the editor before it, whose commands are others.
        await opened.focus();
        await counted();
        opened.run('brief.showPreview');
        await heading().click();
        await opened.activeTab('Preview').waitFor();
      });
      after(() => close('workbench.action.closeActiveEditor', opened.page.locator('iframe.webview').first()));
      itHasItsMenus(place, file);

      if (place !== 'preview') return;
      describe('that loads images from the web', () => {
        before(async () => {
          opened.run('brief.preview.loadWebImages');
          await opened.dialog().getByRole('button', { name: 'Load Images' }).click();
          await heading().click();
        });
        itHasItsMenus('preview with images', file);
      });
    });

  function close(command: string, shown: Locator): Promise<void> {
    opened.run(command);
    return shown.waitFor({ state: 'hidden' });
  }
  const counted = () => opened.status(/of \d+ cited/).waitFor();
});
