import assert from 'node:assert/strict';
import { folderWith, runBrief } from './runBrief';

describe('a link that is refused', () => {
  it('is text in the page that the built program writes', async () => {
    const folder = folderWith({ 'a.brief': 'See [there](javascript:x).\n' });
    const { stdout, status } = await runBrief(['render', 'a.brief'], { cwd: folder.path });
    folder.remove();
    assert.equal(status, 0);
    assert.match(stdout, /<span class="refused"[^>]*>there<\/span>/);
  });
});
