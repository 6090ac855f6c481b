import assert from 'node:assert/strict';
import { chmodSync } from 'node:fs';
import { join } from 'node:path';
import { findBrowser, printPdf } from '../../src/files/printPdf';
import { folderWith } from '../cli/runBrief';

describe('printing a PDF', () => {
  let folder: ReturnType<typeof folderWith>;
  const path = process.env['PATH'];
  before(function () {
    if (process.platform !== 'linux') this.skip();
  });
  beforeEach(() => {
    folder = folderWith({ 'bin/chromium': '#!/bin/sh\nexec /bin/sleep 30\n', 'bin/google-chrome': 'no program' });
    chmodSync(join(folder.path, 'bin/chromium'), 0o755);
    chmodSync(join(folder.path, 'bin/google-chrome'), 0o644);
  });
  afterEach(() => {
    process.env['PATH'] = path;
    folder?.remove();
  });

  it('finds a program on the path, and none in a relative folder of it', () => {
    assert.equal(findBrowser({ PATH: `.:${join(folder.path, 'bin')}` }), join(folder.path, 'bin/chromium'));
    assert.equal(findBrowser({ PATH: '.:bin:' }), null);
  });

  it('ends a browser that takes too long', async () => {
    process.env['PATH'] = join(folder.path, 'bin');
    const printed = await printPdf('<p>', 500);
    assert.ok('error' in printed && /took longer than 0\.5 seconds and was ended/.test(printed.error));
  });
});
