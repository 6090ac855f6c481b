import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { existsSync, writeFileSync } from 'node:fs';
import { COMMANDS, type CommandSpec } from '../../src/cli/commands';
import { read } from './files';
import { manPage } from './manPage';

const PAGE = 'man/brief.1';

describe('The page of the manual', () => {
  it('is of the commands and options of the program, which npm run generate writes', () => {
    const { version }: { version: string } = JSON.parse(read('package.json'));
    const page = manPage(version);
    if (process.env['UPDATE']) writeFileSync(PAGE, page);
    assert.equal(existsSync(PAGE) ? read(PAGE) : '', page);
  });

  it('shows every command and every option as they are typed', function () {
    const { status, stdout } = spawnSync('man', ['-l', PAGE], {
      encoding: 'utf8',
      env: { ...process.env, MANWIDTH: '200' },
    });
    if (status !== 0) this.skip();
    const shown = stdout.replaceAll('\u0008', '');
    for (const [name, { usage, options }] of Object.entries<CommandSpec>(COMMANDS)) {
      assert.ok(shown.includes(`brief ${usage}`), name);
      for (const option of Object.keys(options)) assert.match(shown, new RegExp(`--${option}\\b`), `${name} ${option}`);
    }
  });

  it('has no mistake that a formatter finds', function () {
    const groff = spawnSync('groff', ['-man', '-ww', '-z', PAGE], { encoding: 'utf8' });
    const mandoc = spawnSync('mandoc', ['-T', 'lint', '-W', 'warning', PAGE], { encoding: 'utf8' });
    if (groff.error && mandoc.error) this.skip();
    if (!groff.error) assert.equal(groff.stderr, '');
    if (!mandoc.error) assert.doesNotMatch(mandoc.stdout, /(?:ERROR|UNSUPP)/);
  });
});
