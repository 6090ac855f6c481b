import assert from 'node:assert/strict';
import { join } from 'node:path';
import { runApart } from '../../src/files/apart/runApart';
import { folderWith } from '../cli/runBrief';

/** Takes longer to start than one answer may take, and answers at once with what it is asked. */
const SLOW_TO_START = `
setTimeout(() => {
  process.on('message', (message) => process.send(message));
  process.send('ready');
}, 1500);
process.on('disconnect', () => process.exit());
`;

describe('A program apart', () => {
  it('may take longer to start than to answer', async () => {
    const folder = folderWith({ 'child.js': SLOW_TO_START });
    const isText = (answer: unknown) => typeof answer === 'string';
    const ask = runApart<string, string>(join(folder.path, 'part.js'), { time: 1000, memory: 64, rest: 0 }, isText, {
      late: () => 'late',
      tooLarge: () => 'too large',
      failed: () => 'failed',
    });
    try {
      assert.equal(await ask('asked'), 'asked');
    } finally {
      folder.remove();
    }
  });
});
