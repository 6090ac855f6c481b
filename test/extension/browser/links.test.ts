import assert from 'node:assert/strict';
import { previewOf } from '../../../scripts/lib/workbench.js';
import { type Opened, open, pictureIfFailed } from './support';

const BRIEF = `# A brief

See [usgs.gov](https://evil.example/a), <mailto:a@example.org> and [a file](data.csv).
`;

describe('A link of a brief, in the preview of a VS Code', () => {
  let opened: Opened;
  before(async () => {
    opened = await open('links.brief', BRIEF, { preview: true, files: { 'data.csv': 'a,b\n1,2\n' } });
    await previewOf(opened.page).locator('.link-host').waitFor();
  });
  afterEach(function () {
    return pictureIfFailed(opened?.page, this.currentTest);
  });
  after(() => opened?.close());

  const link = (href: string) => previewOf(opened.page).locator(`a[href="${href}"]`);
  const dialog = () => opened.page.locator('.monaco-dialog-box');
  const refuse = async () => {
    await opened.page.keyboard.press('Escape');
    await dialog().waitFor({ state: 'detached' });
  };

  it('to the web says where it leads, and is asked about by VS Code before it is opened', async () => {
    assert.equal(await previewOf(opened.page).locator('.link-host').textContent(), 'evil.example');
    await link('https://evil.example/a').click();
    await dialog().waitFor();
    assert.match((await dialog().textContent()) ?? '', /open the external website.*https:\/\/evil\.example\/a/s);
    await refuse();
  });

  it('to a mail address is asked about, too', async () => {
    await link('mailto:a@example.org').click();
    await dialog().waitFor();
    assert.match((await dialog().textContent()) ?? '', /Write a mail to a@example\.org\?/);
    await refuse();
  });

  it('to a file of its folder opens that', async () => {
    await link('data.csv').click();
    await opened.page.locator('.tab.active', { hasText: 'data.csv' }).waitFor();
  });
});
