import assert from 'node:assert/strict';
import { runBrief } from './runBrief';

const BRIEF = '# Title\n\nLet $x^2$ be.\n\n$$\n\\frac{1}{2}\n$$\n';

describe('brief render, of formulas', () => {
  it('writes them into the one file, which loads nothing', async () => {
    const { stdout, status } = await runBrief(['render', '-'], { cwd: '.', input: BRIEF });
    assert.equal(status, 0);
    assert.match(stdout, /Let <math dir="ltr">/);
    assert.match(stdout, /<math display="block" dir="ltr">.*<mfrac>/);
    assert.match(stdout, /<annotation encoding="application\/x-tex">\\frac\{1\}\{2\}<\/annotation>/);
    assert.doesNotMatch(stdout.replace(/<style>.*<\/style>/s, ''), /<script|<link|src=|@font-face/);
  });
});
