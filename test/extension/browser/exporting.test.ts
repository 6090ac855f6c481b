import assert from 'node:assert/strict';
import { existsSync, linkSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { dirname } from 'node:path';
import { findChromium } from '../../../scripts/lib/chromium.js';
import { again, takeFile } from '../../../scripts/lib/workbench.js';
import { readPdf } from '../../files/readPdf';
import { inWindow, until } from './support';

const BRIEF = `# Ore and magnets

- Output rose by 4% [1].
- It fell by 5% before [1].

## Sources

- [1] [Ore Yearbook](https://ore.example/a)
`;

describe('Exporting', () => {
  const opened = inWindow('ore.brief', BRIEF, async () => {
    const { executablePath, libraries } = await findChromium();
    // The browser that the tests fetch stands for one that is installed.
    const PATH = [dirname(executablePath), process.env['PATH']].join(':');
    return { preview: true, clipboard: true, env: { PATH, ...(libraries && { LD_LIBRARY_PATH: libraries }) } };
  });
  before(async () => {
    await opened.preview().locator('.insight').first().waitFor();
  });

  /** Takes the name that the dialog has, and waits until the file is there. */
  const save = async (name: string, ask: () => Promise<unknown>) => {
    await takeFile(opened.page, name, ask);
    await until(`${name} is written`, () => existsSync(opened.at(name)));
  };
  /** Gives the text the focus: commands are about the editor that has it. */
  const focusText = async () => {
    await opened.line('# Ore').click();
    await opened.activeTab(/^ore\.brief/).waitFor();
  };
  const read = (type: string) =>
    opened.page.evaluate<string>(
      `navigator.clipboard.read().then(([item]) => item.getType('${type}')).then((blob) => blob.text())`,
    );
  // What is written between the two is an error to the browser: what counts is read then.
  const copied = (type: string) => read(type).catch(() => read(type));

  it('copies all of the brief from its preview', async () => {
    await opened.preview().locator('.insight').first().click();
    await opened.activeTab('Preview').waitFor();
    opened.run('brief.copyRichText');
    await opened.status('ore.brief was copied as rich text').waitFor();
    assert.match(await copied('text/plain'), /^Ore and magnets\s+• Output rose by 4%/);
  });

  it('prints the brief to a PDF beside it', async () => {
    await focusText();
    await save('ore.pdf', async () => opened.run('brief.exportPdf'));
    const { title, text, links } = readPdf(readFileSync(opened.at('ore.pdf')));
    assert.equal(title, 'Ore and magnets');
    assert.match(text, /Output rose by 4%/);
    assert.deepEqual(links, ['https://ore.example/a']);
  });

  it('asks for a format, and writes the file', async () => {
    for (const [label, name, start] of [
      ['HTML', 'ore.html', '<!doctype html>'],
      ['Markdown', 'ore.md', '# Ore and magnets'],
      ['Word', 'ore.docx', 'PK'],
    ] as const) {
      await focusText();
      await save(name, async () => {
        opened.run('brief.export');
        await opened.choose(label);
      });
      assert.ok(opened.read(name).startsWith(start), name);
    }
    assert.deepEqual(
      readdirSync(opened.at('')).filter((name) => name.endsWith('.tmp')),
      [],
    );
  });

  it('writes a page of the author alone, and once more with the evidence where that is wanted', async () => {
    rmSync(opened.at('ore.html'), { force: true });
    // An earlier export says the same.
    opened.run('notifications.clearAll');
    await opened.page.locator('.notification-list-item').first().waitFor({ state: 'detached' });
    await focusText();
    await save('ore.html', async () => opened.run('brief.exportHtml'));
    assert.doesNotMatch(opened.read('ore.html'), /<button[^>]*popovertarget/);
    await opened.said('The brief was exported to ore.html.');
    await opened.page.getByRole('button', { name: 'With Evidence' }).last().click();
    await until('the page has the evidence', () => /<button[^>]*popovertarget/.test(opened.read('ore.html')));
  });

  it('does not take the place of the brief under another name', async () => {
    rmSync(opened.at('ore.html'), { force: true });
    linkSync(opened.file, opened.at('ore.html'));
    await focusText();
    const said = opened.toast('ore.brief was not exported to ore.html. It is the brief itself');
    // VS Code's dialog may close as if it were cancelled while it asks whether to replace the file.
    await again(async () => {
      await takeFile(opened.page, 'ore.html', async () => opened.run('brief.exportHtml'), { replaces: true });
      await said.waitFor({ timeout: 10_000 });
    });
    assert.equal(opened.read('ore.html'), BRIEF);
  });

  it('copies what is selected as rich text, and gives the focus back to the editor', async () => {
    await opened.line('- It fell').click();
    await opened.press('Home');
    await opened.press('Shift+End');
    await opened.status('selected').waitFor();
    opened.run('brief.copyRichText');
    const wanted = /^• It fell by 5% before\s?\[1\]\.\s+Sources\s+\[1\] Ore Yearbook\. https:\/\/ore\.example\/a$/;
    // The status bar may still speak of what was copied before.
    await until('the selection is copied', async () => wanted.test(await copied('text/plain')));
    await opened.status('copied as rich text').waitFor();
    assert.match(await copied('text/html'), /<li[^>]*>.*It fell by 5% before/s);
    await opened.page.locator('.editor-instance .monaco-editor.focused').waitFor();
  });
});

describe('Exporting on a machine without a browser', () => {
  const opened = inWindow('ore.brief', BRIEF, { env: { PATH: '/nowhere' } });

  it('says in the list of formats why there is no PDF, and asks nobody where to save one', async () => {
    await opened.line('# Ore').click();
    opened.run('brief.export');
    const row = opened.picks('PDF');
    await row.filter({ hasText: 'A PDF needs Chrome, Edge or Chromium' }).waitFor();
    await opened.dismiss();
    opened.run('brief.exportPdf');
    const said = 'ore.brief was not exported. A PDF needs Chrome, Edge or Chromium';
    await opened.page.locator('.notification-list-item-message', { hasText: said }).waitFor();
    await opened.picker().waitFor({ state: 'hidden' });
  });
});
