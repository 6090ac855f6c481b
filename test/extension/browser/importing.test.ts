import assert from 'node:assert/strict';
import { readdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { copyToClipboard, problemsIn, takeFile, takeFix } from '../../../scripts/lib/workbench.js';
import { importText } from '../../../src/core';
import { type OwnServer, serve } from '../../network/servers';
import { ARTICLE, SUMMARY } from '../../summary/summary';
import { inWindow } from './support';

const REPORT = `# Rare Earths: Who Refines Them?

Prices rose by 12% in 2024 [1](https://example.org/prices). Nobody knows why [2].
`;
const NAME = 'rare-earths-who-refines-them.brief';

describe('A report that is imported', () => {
  const opened = inWindow('report.md', REPORT, { files: { [NAME.replace('.brief', '-2.brief')]: '# Taken\n' } });
  const importAll = async () => {
    await opened.focus();
    await opened.press('Control+a');
    await opened.status('selected').waitFor();
    opened.run('brief.importText');
  };
  before(async () => {
    await importAll();
    await opened.tab(NAME).waitFor();
  });

  it('is said to be, with its facts in order', async () => {
    await opened.page
      .getByText('Imported: 2 sources, 2 citations. Citations whose source is not in the text: 1.')
      .first()
      .waitFor();
  });

  it('has a report that can be shown once its message is gone', async () => {
    opened.run('notifications.clearAll');
    await opened.toast('Imported').waitFor({ state: 'detached' });
    opened.run('brief.showLastReport');
    await opened.tab('Import Report.md').waitFor();
    await opened.line('# Import report').waitFor();
    opened.run('workbench.action.closeActiveEditor');
    await opened.tab('Import Report.md').waitFor({ state: 'detached' });
  });

  it('is saved as a file in the folder that is called by its title', async () => {
    await opened.activeTab(NAME).waitFor();
    await takeFile(opened.page, NAME, async () => opened.run('workbench.action.files.saveAs'));
    assert.match(await opened.written(NAME), /Prices rose by 12%/);
  });

  it('has another name where that one is taken', async () => {
    await opened.show('report.md');
    await importAll();
    await opened.activeTab(NAME.replace('.brief', '-3.brief')).waitFor();
    opened.run('workbench.action.revertAndCloseActiveEditor');
    await opened.tab('-3.brief').waitFor({ state: 'detached' });
  });
});

/** Where the brief of {@link SUMMARY} is saved: by its title. */
const SUMMARY_NAME = 'rare-earths-come-home-slowly.brief';

describe('A summary of one article that is imported', () => {
  const opened = inWindow('start.brief', '# Start\n', {
    clipboard: true,
    files: { 'theirs.md': `# Rare earths come home slowly\n\n${ARTICLE}` },
  });

  it('gets the text of the article, in whose passages its numbers are found', async () => {
    await copyToClipboard(opened.page, { 'text/plain': SUMMARY });
    opened.run('brief.importText');
    await opened.picker().filter({ hasText: 'Add Text of Article' }).waitFor();
    await opened.choose('From a file');
    await opened.chooseFile('theirs.md');
    // The brief is saved under its title, as its text is kept beside it.
    const said = 'sources/article.txt, with 8 passages. Numbers and quotations found in the cited passage: 11 of 13.';
    await opened.said(said);
    await opened.saved('    text: sources/article.txt\n    cite: passages\n', SUMMARY_NAME);
    assert.equal(opened.read('sources/article.txt'), ARTICLE);

    opened.run('workbench.actions.view.problems');
    const problems = problemsIn(opened.page);
    await problems.filter({ hasText: '2002 is not found in [1] or [6], but [7] has it' }).waitFor();
    await problems.filter({ hasText: '30% is not found in [5], but [6] has it' }).waitFor();
    assert.equal(await problems.count(), 2);

    opened.run('brief.showPreviewToSide');
    const preview = opened.preview().locator('body');
    await preview.getByText('Summary of').waitFor();
    await preview.locator('[data-card][data-source="3"]').first().hover();
    await preview.locator('.card').getByText('China began to plan for rare earths').waitFor();
    assert.equal(await preview.locator('.sources > li').count(), 1);
  });
});

describe('A summary of one article without its text', () => {
  let server: OwnServer;
  /** Has nothing. */
  let other: OwnServer;
  before(async () => {
    const paragraphs = ARTICLE.trim()
      .split('\n\n')
      .map((each) => `<p>${each}</p>`);
    const html = `<!doctype html><html lang="en"><title>Rare earths come home slowly</title><main><h1>Rare earths come home slowly</h1>${paragraphs.join('')}</main>`;
    server = await serve((_, response) => response.writeHead(200, { 'content-type': 'text/html' }).end(html));
    other = await serve((_, response) => response.writeHead(404).end('gone'));
  });
  after(async () => {
    await server.close();
    await other.close();
  });
  const brief = importText(SUMMARY);
  const opened = inWindow('home.brief', brief, {
    clipboard: true,
    files: { 'again.brief': brief, 'cited.brief': brief },
  });

  const answer = async (words: RegExp, button: string) => {
    const dialog = opened.dialog().filter({ hasText: words });
    await dialog.getByRole('button', { name: button, exact: true }).click();
    await dialog.waitFor({ state: 'detached' });
  };
  /** Says where the text is, and that it may be asked for. */
  const giveAddress = async (address: string) => {
    await opened.choose('From an address');
    await opened.picker().filter({ hasText: 'The address of the article' }).waitFor();
    await opened.input().fill(address);
    await opened.input().press('Enter');
  };
  const isAdded = (path: string) => opened.said(`is in ${path}, with 8 passages`);

  it('gets it by the fix of its problem, from the clipboard', async () => {
    await copyToClipboard(opened.page, { 'text/plain': ARTICLE });
    await opened.focus();
    await opened.moveTo(9, 12);
    await takeFix(opened.page, /^Add the text of the article/, () => opened.picks('From the clipboard').waitFor());
    await opened.choose('From the clipboard');
    await isAdded('sources/article.txt');
    assert.equal(opened.read('sources/article.txt'), ARTICLE);
    await opened.saved('text: sources/article.txt');
  });

  it('gets it from an address, once the user has said yes', async () => {
    await opened.show('again.brief');
    opened.run('brief.addArticleText');
    await giveAddress(`${server.address}/article`);
    await answer(/Look this up/, 'Look Up');
    await answer(/is on this machine or your local network/, 'Send Request');
    // The same text is kept once, whichever briefs cite it.
    await isAdded('sources/article.txt');
    await opened.saved('text: sources/article.txt', 'again.brief');
    const copies = readdirSync(join(dirname(opened.file), 'sources'));
    assert.deepEqual(
      copies.filter((name) => name.startsWith('article')),
      ['article.txt'],
    );
  });

  it('turns its numbers into sources where the text shows that, which may come from elsewhere if an address fails', async () => {
    await copyToClipboard(opened.page, { 'text/plain': 'Rare earths are metals.\n\nNobody knows how many there are.' });
    await opened.show('cited.brief');
    opened.run('brief.addArticleText');
    await giveAddress(`${other.address}/gone`);
    await answer(/Look this up/, 'Look Up');
    await answer(/is on this machine or your local network/, 'Send Request');
    await opened.answerMessage('has no entry for it', 'From the Clipboard');
    await answer(/The article has 2 passages/, 'Cite Sources');
    const text = await opened.saved((saved) => !saved.includes('cite: passages'), 'cited.brief');
    assert.match(text, /- id: article\n[\s\S]*- id: 1\n/);
    assert.doesNotMatch(text, /text:/);
  });
});
