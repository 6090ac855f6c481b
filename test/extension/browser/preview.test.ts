import assert from 'node:assert/strict';
import type { Locator } from 'playwright-core';
import { runCommand, settled, styleOf } from '../../../scripts/lib/workbench.js';
import { inWindow, until } from './support';

const PASSAGE = "China held 90% of the world's smelting and separation capacity";

describe('The preview of the sample', () => {
  // Were the editor to follow the preview, it would be followed in turn, and the chip would leave the pointer.
  const settings = { 'brief.preview.scrollEditorWithPreview': false, 'brief.preview.scrollPreviewWithEditor': false };
  const opened = inWindow('rare-earths.brief', null, { preview: true, settings });
  before(async () => {
    // When all figures are drawn, everything stands where it stays.
    for (const id of ['shares', 'output', 'chain']) await figure(id).getByRole('img').waitFor();
  });

  const figure = (id: string) => opened.preview().locator(`#figure-${id}`);
  const chip = () =>
    opened
      .preview()
      .locator('.insight', { hasText: 'In 2023, China held 90%' })
      .locator('.chip[data-source="5"]')
      .first();
  const card = () => opened.preview().locator('#card');
  const hasPassage = async () => {
    const passage = card().locator('blockquote', { hasText: PASSAGE });
    await passage.locator('mark', { hasText: '90%' }).waitFor();
  };

  it('has key numbers, charts of rows in the brief and of a file beside it, images and tables', async () => {
    await opened.preview().locator('.tile', { hasText: '90%' }).waitFor();
    for (const id of ['shares', 'output']) await figure(id).getByRole('img').locator('path').first().waitFor();
    const image = figure('chain').locator('img');
    await until('the image is loaded', () =>
      image.evaluate((element) => Number(Reflect.get(element, 'naturalWidth')) > 0),
    );
    await figure('steps').locator('td', { hasText: 'Separation' }).first().waitFor();
  });

  it('has charts that take the room of a narrow window, to the last year', async () => {
    await opened.page.setViewportSize({ width: 1000, height: 900 });
    for (const id of ['shares', 'output']) {
      const narrow = figure(id).locator('.chart-narrow, .chart-medium').filter({ visible: true });
      await narrow.waitFor();
      const over = () =>
        figure(id)
          .locator('.chart')
          .evaluate((element) => element.scrollWidth - element.clientWidth);
      await until(`${id} does not scroll`, async () => (await over()) === 0);
    }
    await figure('output').getByRole('img').getByText('2023', { exact: true }).waitFor();
    await opened.page.setViewportSize({ width: 1400, height: 900 });
    await settled(() => figure('output').boundingBox());
  });

  it('shows the passage of a citation with the number marked while the pointer is on its chip', async () => {
    await chip().hover();
    await hasPassage();
    assert.equal(await chip().getAttribute('data-verdict'), 'found');
    await opened.page.mouse.move(5, 5);
    await card().waitFor({ state: 'hidden' });
  });

  it('shows a passage, and opens the form for details, when the text is closed', async () => {
    const { page } = opened;
    await page
      .locator('.tab', { hasText: /^rare-earths\.brief/ })
      .locator('.tab-actions .action-label')
      .click();
    await opened.tab(/^rare-earths\.brief/).waitFor({ state: 'detached' });
    await chip().hover();
    await hasPassage();
    await page.mouse.move(5, 5);
    await opened.preview().locator('h2').first().click();
    opened.run('brief.editDetails');
    const form = page.frameLocator('iframe.webview').last().frameLocator('#active-frame');
    await form.getByRole('heading', { name: 'Details of rare-earths.brief' }).waitFor();
  });
});

const LINKS = `# A brief

See [usgs.gov](https://evil.example/a), <mailto:a@example.org> and [a file](data.csv).
`;

describe('A link of a brief, in its preview', () => {
  const opened = inWindow('links.brief', LINKS, { preview: true, files: { 'data.csv': 'a,b\n1,2\n' } });
  before(async () => {
    await opened.preview().locator('.link-host').waitFor();
  });

  const link = (href: string) => opened.preview().locator(`a[href="${href}"]`);
  const refuse = async () => {
    // By the button: the page that was clicked may still have the keyboard.
    await opened.dialog().getByRole('button', { name: 'Cancel' }).click();
    await opened.dialog().waitFor({ state: 'detached' });
  };

  it('to the web says where it leads, and is asked about by VS Code before it is opened', async () => {
    assert.equal(await opened.preview().locator('.link-host').textContent(), 'evil.example');
    await link('https://evil.example/a').click();
    await opened.dialog().waitFor();
    assert.match((await opened.dialog().textContent()) ?? '', /open the external website.*https:\/\/evil\.example\/a/s);
    await refuse();
  });

  it('to a mail address is asked about, too', async () => {
    await link('mailto:a@example.org').click();
    await opened.dialog().waitFor();
    assert.match((await opened.dialog().textContent()) ?? '', /Write a mail to a@example\.org\?/);
    await refuse();
  });

  it('to a file of its folder opens that', async () => {
    await link('data.csv').click();
    await opened.page.locator('.tab.active', { hasText: 'data.csv' }).waitFor();
  });
});

const TASKS = `# To do\r
\r
- [ ] Call the mill\r
  > 1. [x] Read it\r
`;

describe('A task in the preview', () => {
  const opened = inWindow('tasks.brief', TASKS, { preview: true });
  before(async () => {
    await box(1).waitFor();
  });

  const box = (nth: number) => opened.preview().getByRole('checkbox').nth(nth);
  const isTicked = (nth: number, ticked: boolean) =>
    until(`task ${nth} is ${ticked}`, async () => (await box(nth).isChecked()) === ticked);

  it('is ticked and unticked by a click, which changes one character and can be undone', async () => {
    await box(0).click();
    await isTicked(0, true);
    await box(1).click();
    await isTicked(1, false);
    await opened.saved(TASKS.replace('[ ]', '[x]').replace('[x] Read', '[ ] Read'));
    await opened.show('tasks.brief', 1);
    opened.run('undo');
    await isTicked(1, true);
    await opened.saved(TASKS.replace('[ ]', '[x]'));
  });
});

const LOCAL_COPY = `# News of the mill

The mill opened in May.

It shipped 48 crates of salt, and 12 of rope.
`;
const CITED_COPY = `---
title: The mill
sources:
  - { id: 1, title: News of the mill, url: "https://mill.example/news", text: mill.md, zotero: ABCD2345 }
---

- It shipped 48 crates [1].
`;

describe('The original of a citation', () => {
  const settings = { 'brief.preview.scrollEditorWithPreview': false, 'brief.preview.scrollPreviewWithEditor': false };
  const opened = inWindow('mill.brief', CITED_COPY, { preview: true, settings, files: { 'mill.md': LOCAL_COPY } });

  const card = () => opened.preview().locator('#card');
  const openCard = async () => {
    await opened.preview().locator('.chip[data-source="1"]').first().click();
    await card().locator('.ways').waitFor();
  };

  it('is opened on the web at its words, from the card', async () => {
    await openCard();
    await card().getByText('In the original').click();
    await opened.dialog().waitFor();
    const asked = (await opened.dialog().textContent()) ?? '';
    assert.ok(asked.includes('https://mill.example/news#:~:text=shipped-,48,-crates%20of'), asked);
    await opened.dialog().getByRole('button', { name: 'Cancel' }).click();
    await opened.dialog().waitFor({ state: 'detached' });
  });

  it('is opened in its local copy, with the words selected and the passage marked', async () => {
    await openCard();
    await card().getByText('In the local copy').click();
    await opened.page.locator('.tab.active', { hasText: 'mill.md' }).waitFor();
    await opened.page.locator('.statusbar-item', { hasText: 'Ln 5, Col 14 (2 selected)' }).waitFor();
    await opened.tab('mill.brief').first().waitFor();
  });

  it('is opened from the cursor, and a message says what is missing', async () => {
    await opened.tab('mill.brief').first().click();
    await opened.line('title: The mill').click();
    opened.run('brief.openOriginal');
    await opened.said('Nothing is cited here.');
  });
});

const AUTHOR_HTML = `---
title: HTML in a brief
---

<p align="center"><img src="pit.svg" alt="A pit" width="40"></p>

<img src="pit.svg" alt="At the side" align="right"> Words that flow around it.

Water is H<sub>2</sub>O. <span style="display:none">Nobody sees this.</span>

<details>
<summary>How we searched</summary>

We asked **three** engines.

</details>

A wrong formula: $\\fraq{a}{b}$.

$$
${Array.from({ length: 30 }, (_, i) => `a_{${i}}x^{${i}}`).join('+')}
$$

<img src="gone.png" alt="Gone">

\`\`\`mermaid
graph TD; A-->B
\`\`\`
`;
const DRAWING =
  '<svg xmlns="http://www.w3.org/2000/svg" width="80" height="40"><rect width="80" height="40" fill="#888"/></svg>';

describe('The HTML of an author', () => {
  const opened = inWindow('html.brief', AUTHOR_HTML, { preview: true, problems: true, files: { 'pit.svg': DRAWING } });

  it('is shown in the preview, with the images of the folder, and what is wrong with it is in the problems', async () => {
    const preview = opened.preview();
    const image = preview.locator('.align-center img');
    await image.waitFor();
    await image.evaluate((element: { decode(): Promise<void> }) => element.decode());
    assert.equal(await image.evaluate((element: { clientWidth: number }) => element.clientWidth), 40);
    await preview.getByAltText('At the side').evaluate((element: { decode(): Promise<void> }) => element.decode());
    const side = await preview.getByAltText('At the side').boundingBox();
    const words = await preview.getByText('Words that flow around it.').boundingBox();
    assert.ok(side && words && side.x > words.x && Math.abs(side.y - words.y) < 20, 'the words stand beside it');
    assert.ok(!((await preview.locator('#brief').textContent()) ?? '').includes('Nobody sees this'));
    const inside = preview.locator('details.fold p');
    assert.equal(await inside.isVisible(), false);
    await preview.locator('summary').click();
    await inside.waitFor();
    assert.match((await preview.locator('.undrawn-note').textContent()) ?? '', /^Mermaid is not drawn here/);
    const problems = opened.page.locator('.markers-panel');
    await problems.getByText('The formula cannot be shown. There is no command \\fraq.').first().waitFor();
    await problems.getByText('The formula is wider than a page').first().waitFor();
    await problems.getByText('"gone.png" was not read. There is no such file.').first().waitFor();
  });
});

const LONG = `# Long

${Array.from({ length: 120 }, (_, i) => `- Claim ${i + 1} has some words to fill its line, and some more to break it.`).join('\n')}
`;

/** What is typed is what is written. */
const PLAIN_TYPING = {
  'editor.autoClosingBrackets': 'never',
  'editor.autoClosingQuotes': 'never',
  'editor.quickSuggestions': false,
  'editor.suggestOnTriggerCharacters': false,
};

describe('The settings of the preview', () => {
  const files = { 'styles/house.css': '' };
  // What the preview does is its own doing, whatever the editor shows.
  const settings = {
    ...PLAIN_TYPING,
    'brief.preview.scrollEditorWithPreview': false,
    'brief.preview.scrollPreviewWithEditor': false,
  };
  const opened = inWindow('long.brief', LONG, { preview: true, files, settings });
  before(async () => {
    await claim(1).waitFor();
  });

  const claim = (number: number) =>
    opened.preview().locator('.insight', { hasText: new RegExp(`^Claim ${number}\\b`) });
  /** Writes a style as a person does, in the editor. */
  const write = async (name: string, text: string) => {
    await opened.show(name);
    await opened.focus();
    await opened.press('Control+a');
    await opened.press('Delete');
    await opened.type(text);
    await opened.saved((saved) => saved === text, name);
  };
  // The page may be loaded anew at this very moment.
  const waitFor = (property: string, value: string) =>
    until(`${property} is ${value}`, () =>
      styleOf(claim(1), property).then(
        (shown) => shown === value,
        () => false,
      ),
    );

  it('change its font, size and line height at once, and what is at its top stays there', async () => {
    await claim(80).evaluate((element) => element.scrollIntoView({ block: 'start' }));
    const top = async () => (await claim(80).boundingBox())?.y ?? 0;
    await settled(top);
    const before = await top();
    opened.set({
      'brief.preview.fontFamily': 'Georgia, serif',
      'brief.preview.fontSize': 20,
      'brief.preview.lineHeight': 2,
    });
    await waitFor('font-family', 'Georgia, serif');
    await waitFor('font-size', '20px');
    await waitFor('line-height', '40px');
    await until(`it is at ${before} again`, async () => Math.abs((await top()) - before) < 3);
  });

  it('give it style sheets of the folder, which count as they are changed', async () => {
    await write('styles/house.css', 'body { color: rgb(1, 2, 3) }');
    opened.set({ 'brief.preview.styles': ['styles/house.css'], 'brief.preview.fontSize': null });
    await waitFor('color', 'rgb(1, 2, 3)');
    await waitFor('font-size', '16px');
    await write('styles/house.css', 'body { color: rgb(4, 5, 6) }');
    await waitFor('color', 'rgb(4, 5, 6)');
  });

  it('give it none from elsewhere', async () => {
    opened.set({
      'brief.preview.styles': [
        'https://example.com/a.css',
        '../a.css',
        '/etc/a.css',
        'styles/a.txt',
        'styles/house.css',
      ],
    });
    // Its effect says that the styles before it have been seen, too.
    opened.set({ 'brief.preview.fontSize': 18 });
    await waitFor('font-size', '18px');
    await waitFor('color', 'rgb(4, 5, 6)');
    // A sheet that is read again takes the place of the one before once it is there.
    await until('the folder has the only one', async () => {
      const addresses = await opened
        .preview()
        .locator('link[data-user-style]')
        .evaluateAll((all) => all.map((link) => link.getAttribute('href') ?? ''));
      return addresses.length === 1 && addresses[0]?.includes('house.css') === true;
    });
  });
});

const WEB_IMAGES = `# A brief

- Words before.

![A pit, from above](https://images.example.org/pit.svg)

See [usgs.gov](https://evil.example/a), [the site](https://еxample.org/b) and https://example.org/c.
`;
const PICTURE =
  '<svg xmlns="http://www.w3.org/2000/svg" width="40" height="20"><rect width="40" height="20" fill="#888"/></svg>';

describe('Images from the web, in the preview', () => {
  const opened = inWindow('images.brief', WEB_IMAGES, { preview: true });
  const button = () => opened.preview().locator('.web-image-load');
  const image = () => opened.preview().locator('#brief img');

  it('are loaded once the user says so, for that brief, until that is taken back', async () => {
    let asked = 0;
    await opened.page.context().route('https://images.example.org/**', (route) => {
      asked++;
      return route.fulfill({ contentType: 'image/svg+xml', body: PICTURE });
    });
    await button().click();
    await opened.dialog().waitFor();
    assert.match((await opened.dialog().textContent()) ?? '', /images\.brief\?/);
    assert.equal(asked, 0);
    await opened.dialog().getByRole('button', { name: 'Load Images' }).click();
    await image().waitFor();
    await until('the image is loaded', () =>
      image().evaluate((element) => Reflect.get(element, 'naturalWidth') === 40),
    );
    assert.equal(asked, 1);
    await opened.preview().locator('h1').click();
    await runCommand(opened.page, 'Brief: Stop Loading Images from the Web');
    await button().waitFor();
    assert.equal(await image().count(), 0);
  });
});

const HARBOUR = `---
sources:
  - { id: 1, title: Harbour report, quote: Cranes moved 48 containers an hour in March. }
  - { id: 2, title: "<b>Tugs</b>", quote: Tugs burned 30 tonnes. }
---
# The harbour

- Cranes moved 48 containers an hour. [1]
- Tugs burned 31 tonnes. [2]
- Ferries made 17 trips in 2023.

\`a[1]\`
`;

describe("VS Code's own preview of Markdown", () => {
  const opened = inWindow('harbour.md', HARBOUR, {
    files: {
      'notes.md': HARBOUR.slice(HARBOUR.indexOf('# The harbour')),
      'styled.md': `${HARBOUR}\n<p class="card tag chip hidden">Mine</p>\n`,
    },
  });
  const chip = (id: string) => opened.preview().locator(`li .chip[data-source="${id}"]`);

  /**
   * Opens the page until it shows something, as a user would: where a machine is so busy that VS Code is still loading a page when the
   * next one comes, it may keep the first.
   */
  const show = async (shows: () => Locator) => {
    await opened.status('2 of 3 cited').waitFor();
    opened.run('markdown.showPreviewToSide');
    for (let tries = 0; tries < 3; tries++) {
      const isThere = await shows()
        .waitFor({ timeout: 10_000 })
        .then(
          () => true,
          () => false,
        );
      if (isThere) return;
      opened.run('markdown.preview.refresh');
    }
    await shows().waitFor();
  };

  it('shows a brief with its chips, verdicts and cards', async () => {
    await show(() => chip('1'));
    assert.equal(await chip('1').getAttribute('data-verdict'), 'found');
    assert.equal(await chip('2').getAttribute('data-verdict'), 'notFound');
    await opened.preview().locator('.doubt', { hasText: '31' }).waitFor();
    await opened.preview().locator('li', { hasText: 'Ferries' }).locator('.tag-missing').waitFor();
    assert.equal(await opened.preview().locator('p > code').textContent(), 'a[1]');
    const card = opened.preview().locator('.card', { hasText: 'Harbour report' });
    assert.equal(await card.isVisible(), false);
    await chip('1').click();
    await card.locator('mark', { hasText: '48' }).waitFor();
    // A title is a text.
    assert.equal(await opened.preview().locator('.card b').count(), 0);
  });

  it('follows what is typed', async () => {
    await opened.line('- Tugs burned').click();
    await opened.press('End');
    await opened.type(' Boats came. [1]');
    await chip('1').nth(1).waitFor();
    assert.equal(await chip('2').count(), 1);
    await opened.saved('Boats came. [1]');
  });

  it('has its own style but for our marks', async () => {
    await opened.closeAll();
    await opened.show('styled.md');
    await show(() => chip('1'));
    const mine = opened.preview().locator('p.chip');
    const styles = await Promise.all(['border-top-width', 'position'].map((name) => styleOf(mine, name)));
    assert.deepEqual(styles, ['0px', 'static']);
  });

  it('is left alone where Markdown is no brief, until it is checked as one', async () => {
    await opened.closeAll();
    await opened.show('notes.md');
    opened.run('markdown.showPreviewToSide');
    await opened.preview().locator('li', { hasText: 'Cranes moved 48 containers an hour. [1]' }).waitFor();
    assert.equal(await opened.preview().locator('.brief-mark').count(), 0);
    await opened.line('- Cranes').click();
    opened.run('brief.checkFile');
    await opened.preview().locator('.chip-broken').first().waitFor();
    opened.run('brief.stopChecking');
    await opened.preview().locator('.brief-mark').first().waitFor({ state: 'detached' });
  });
});
