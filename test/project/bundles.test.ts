import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ROOT } from '../../scripts/lib/root.js';

describe('What runs outside of the tests', () => {
  let folder = '';
  before(() => {
    folder = mkdtempSync(join(tmpdir(), 'research-briefs-'));
  });
  after(() => rmSync(folder, { recursive: true }));

  for (const [what, entry, options] of [
    ['fuzzing', 'test/fuzz/main.ts', { format: 'esm', packages: 'external' }],
    ['benchmarks', 'test/bench/pathologicalKind.ts', {}],
    ['the evaluation', 'test/evaluation/main.ts', {}],
  ] as const) {
    it(`can be bundled with all that it imports: ${what}`, () => {
      const outfile = join(folder, 'bundle.js');
      const wanted = [entry, outfile, options].map((part) => JSON.stringify(part)).join(', ');
      const script = `import { bundleScript } from './scripts/lib/bundle.js'; await bundleScript(${wanted});`;
      execFileSync(process.execPath, ['--input-type=module', '-e', script], { cwd: ROOT });
      assert.ok(existsSync(outfile));
      rmSync(outfile);
    });
  }
});
