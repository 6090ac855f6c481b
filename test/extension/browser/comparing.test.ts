import assert from 'node:assert/strict';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { commit } from './folder';
import { inWindow } from './support';

const SOURCES = `
## Sources

[1] [Harbour report](https://example.org/harbour)
[2] [Water ledger](https://example.org/water)
`;
const BEFORE = `# Lindhaven

- The port of Lindhaven handled 4.2 million containers in 2023 [1].
- Leaks may waste a fifth of the water [2].
- The old pipes were laid in 1911 [2].
${SOURCES}`;
const AFTER = `# Lindhaven

- In 2023, 4.7 million containers passed through the port of Lindhaven [1].
- In 1911, the old pipes were laid.
- Leaks waste a fifth of the water [2].
${SOURCES}`;

describe('Compare with Revision', () => {
  const rows = () => opened.picker().locator('.quick-input-list-entry');
  const title = (words: string) => opened.picker().getByText(words, { exact: true }).waitFor();
  const compare = async () => {
    opened.run('brief.compareWithRevision');
    await title('Compare with Revision');
  };
  const cursorAt = (line: number) => opened.status(`Ln ${line}, Col`).waitFor();

  const opened = inWindow('compared.brief', BEFORE, {
    git: true,
    prepare: (path) => {
      commit(path, 'compared.brief', 'Write about the port');
      writeFileSync(join(path, 'compared.brief'), AFTER);
    },
  });
  before(async () => {
    await opened.line('- In 1911').waitFor();
    // The repository is known.
    await opened.status('main').waitFor();
    await opened.focus();
  });

  it('offers the commits of the brief, and lists what it said otherwise then', async () => {
    await compare();
    await opened.choose('Write about the port');
    await title('Changes, without Rewording: 3');
    const texts = await rows().allTextContents();
    assert.equal(texts.length, 3);
    assert.match(texts[0] ?? '', /4\.2 million → 4\.7 million.*number · line 3/);
    assert.match(texts[1] ?? '', /lost: \[2\].*citation · line 4/);
    assert.match(texts[2] ?? '', /lost: may.*hedge · line 5/);
  });

  it('goes to the change that is picked, in the comparison', async () => {
    await opened.goDownTo('lost: may');
    await opened.input().press('Enter');
    await opened.picker().waitFor({ state: 'hidden' });
    await cursorAt(5);
    await opened.page.locator('.monaco-diff-editor').first().waitFor();
  });

  it('compares unsaved text with what is saved', async () => {
    await opened.moveTo(3, 1);
    await opened.press('End');
    await opened.type(' It has 12 cranes.');
    await compare();
    await opened.choose('Saved on Disk', 'Saved');
    await title('Changes, without Rewording: 1');
    await rows().filter({ hasText: 'added: 12' }).waitFor();
    await opened.dismiss();
  });

  it('goes to the change in the comparison, where the brief is in another group of editors, too', async () => {
    opened.run('workbench.action.files.revert');
    await opened.page.locator('.tab.dirty').first().waitFor({ state: 'detached' });
    await opened.closeAll();
    await opened.show('compared.brief');
    await opened.line('- In 1911').waitFor();
    await opened.focus();
    opened.run('workbench.action.splitEditor');
    await opened.page.locator('.editor-group-container').nth(1).locator('.view-line', { hasText: 'In 1911' }).waitFor();
    await compare();
    await opened.choose('Write about the port');
    await title('Changes, without Rewording: 3');
    await opened.goDownTo('lost: may');
    await opened.input().press('Enter');
    await opened.picker().waitFor({ state: 'hidden' });
    await cursorAt(5);
  });
});
