import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join, resolve, sep } from 'node:path';

/** What `load.js` exports. */
interface Load {
  bytesOf(name: string): Uint8Array;
  checksums(): readonly (readonly [name: string, checksum: number])[];
  start(name: string): unknown;
}

const LOAD: Load = createRequire(resolve('dist/load.js'))('./load.js');

describe('The parts of our programs', () => {
  it('are packed, each as it was built', () => {
    const names = LOAD.checksums().map(([name]) => name);
    assert.ok(names.length > 100);
    assert.equal(new Set(names).size, names.length);
    for (const name of ['cli.js', 'engine.js', 'formats.js', 'pdf.js', 'worker.js', 'cmaps'])
      assert.deepEqual(Buffer.from(LOAD.bytesOf(name)), readFileSync(join('dist/parts', name)), name);
  });

  it('are missed by name', () => {
    assert.throws(() => LOAD.bytesOf('none.js'), /There is no part none\.js\./);
    assert.throws(() => LOAD.start('none.js'), /ENOENT/);
  });

  it('are not taken from the packs of a version that came meanwhile', () => {
    const folder = mkdtempSync(join(tmpdir(), 'brief-parts-'));
    try {
      cpSync('dist', folder, { recursive: true, filter: (path) => !/^(?:test|parts)$/.test(path.split(sep)[1] ?? '') });
      const script = `
        const { utimesSync } = require('node:fs');
        const { checksums, start } = require('./load.js');
        checksums();
        utimesSync('shared.js', 1, 1);
        try { start('engine.js'); } catch (error) { console.log(error.message); }`;
      const printed = execFileSync(process.execPath, ['-e', script], { cwd: folder, encoding: 'utf8' });
      assert.equal(printed, 'Research Briefs is another version now. Start it again.\n');
    } finally {
      rmSync(folder, { recursive: true });
    }
  });
});
