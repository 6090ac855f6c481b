import assert from 'node:assert/strict';
import { runBriefAlone } from './runBrief';

describe('The heap', () => {
  it('is kept small for a long brief without a word of it: this Node knows the flag', async () => {
    const long = `# Ore\n\n${'The mine opened that year, and its rail line a year later.\n\n'.repeat(20_000)}`;
    const { status, stderr } = await runBriefAlone(['export', '-', '--to', 'md'], { cwd: '.', input: long });
    assert.deepEqual([status, stderr], [0, '']);
  });
});
