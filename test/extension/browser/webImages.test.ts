import assert from 'node:assert/strict';
import { previewOf, runCommand } from '../../../scripts/lib/workbench.js';
import { type Opened, open, pictureIfFailed } from './support';

const BRIEF = `# A brief

- Words before.

![A pit, from above](https://images.example.org/pit.svg)

See [usgs.gov](https://evil.example/a), [the site](https://еxample.org/b) and https://example.org/c.
`;
const PICTURE =
  '<svg xmlns="http://www.w3.org/2000/svg" width="40" height="20"><rect width="40" height="20" fill="#888"/></svg>';

/** Opens the brief, and counts who asks for its image. */
async function openBrief(trust: boolean): Promise<Opened & { asked(): number }> {
  const opened = await open('images.brief', BRIEF, { preview: true, trust, fresh: true });
  let asked = 0;
  await opened.page.context().route('https://images.example.org/**', (route) => {
    asked++;
    return route.fulfill({ contentType: 'image/svg+xml', body: PICTURE });
  });
  await previewOf(opened.page).locator('.web-image-load').waitFor();
  return { ...opened, asked: () => asked };
}

describe('Images from the web, in the preview of a VS Code', () => {
  let opened: Awaited<ReturnType<typeof openBrief>>;
  afterEach(async function () {
    await pictureIfFailed(opened?.page, this.currentTest);
    await opened?.close();
  });
  const preview = () => previewOf(opened.page);
  const button = () => preview().locator('.web-image-load');
  const image = () => preview().locator('#brief img');
  const run = async (command: string) => {
    await preview().locator('h1').click();
    await runCommand(opened.page, command);
  };

  it('are loaded once the user says so, for that brief, until that is taken back', async () => {
    opened = await openBrief(true);
    await button().click();
    const dialog = opened.page.locator('.monaco-dialog-box');
    await dialog.waitFor();
    assert.match((await dialog.textContent()) ?? '', /images\.brief\?/);
    assert.equal(opened.asked(), 0);
    await dialog.getByRole('button', { name: 'Load Images' }).click();
    await image().waitFor();
    assert.equal(await image().evaluate((element: { naturalWidth: number }) => element.naturalWidth), 40);
    assert.equal(opened.asked(), 1);
    await run('Brief: Stop Loading Images from the Web');
    await button().waitFor();
    assert.equal(await image().count(), 0);
  });

  it('are not loaded in a folder that is not trusted, whatever the user clicks', async () => {
    opened = await openBrief(false);
    await button().click();
    await opened.page.locator('.notification-toast', { hasText: 'a folder that you do not trust' }).waitFor();
    assert.equal(await image().count(), 0);
    assert.equal(opened.asked(), 0);
  });
});
