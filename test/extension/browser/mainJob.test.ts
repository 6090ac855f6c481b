import { previewOf, problemsIn, runCommand, takeFile, takeFix } from '../../../scripts/lib/workbench.js';
import { inWindow, until } from './support';

const BRIEF = `---
title: Ore in 2024
sources:
  - id: 1
    title: Yearbook of ore
    publisher: Sample Institute
    quote: In 2024 the mill shipped 48 crates of ore.
---

- Prices of ore may rise [own].
`;
const CLAIM = '- In 2024 the mill shipped 48 crates of ore [1].';

describe('The main job', () => {
  const opened = inWindow('ore.brief', BRIEF, { problems: true, settings: { 'editor.inlayHints.enabled': 'off' } });
  const problem = () => problemsIn(opened.page).filter({ hasText: '84 is not found in [1], whose passage says 48.' });

  it('is done: a brief is opened, a claim written, what is wrong with it seen and mended, and the brief shown and exported', async () => {
    await opened.status('0 of 0 cited').waitFor();
    await opened.focus();
    await opened.moveTo(10, 1);
    await opened.press('End');
    await opened.type(`\n${CLAIM.slice(2).replace('48', '84')}`);
    await problem().waitFor();
    await opened.page.locator('.squiggly-warning').first().waitFor();

    await opened.moveTo(11, CLAIM.indexOf('48') + 2);
    await takeFix(opened.page, /Take the source's number: 48/, () => opened.line(CLAIM).waitFor());
    await problem().waitFor({ state: 'detached' });
    await opened.status('1 of 1 cited').waitFor();

    await runCommand(opened.page, 'Brief: Open Preview to the Side');
    const insight = previewOf(opened.page).locator('.insight', { hasText: 'the mill shipped 48 crates' });
    await insight.locator('.chip[data-source="1"][data-verdict="found"]').waitFor();

    await opened.press('Control+s');
    await until('the brief is saved', () => opened.read().includes(CLAIM));
    await takeFile(opened.page, 'ore.html', () => runCommand(opened.page, 'Brief: Export as HTML'));
    await until('the brief is exported', () => /the mill shipped 48 crates/.test(opened.read('ore.html')));
  });
});
