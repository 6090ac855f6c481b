import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { join, resolve } from 'node:path';
import { longBrief } from '../bench/longBrief';
import { folderWith } from './runBrief';

/** A disk of the test's own, in a namespace of its own: nothing of it is left, and nobody else sees it. */
function onDisk(files: string, options: string, script: string) {
  const mount = `set -e; D=$(mktemp -d); mount -t tmpfs -o size=256k none "$D"; cp -r "${files}/." "$D"; cd "$D"`;
  const remount = options === '' ? '' : `; mount -o remount,${options} "$D"`;
  return spawnSync('unshare', ['--map-root-user', '--mount', 'sh', '-c', `${mount}${remount}; set +e; ${script}`], {
    encoding: 'utf8',
  });
}

describe('A disk', () => {
  const cli = `"${process.execPath}" "${resolve('dist/cli.js')}"`;
  const text = `${longBrief(8000)}\n- Twice [@s1][@s1].\n`;
  const files = folderWith({ 'a.brief': text, 'old.html': 'old' });
  before(function () {
    if (process.platform !== 'linux' || onDisk(files.path, '', 'true').status !== 0) this.skip();
  });
  after(() => files.remove());

  it('that is full is named, and the old file is as it was, with nothing beside it', () => {
    const full = 'head -c 1m /dev/zero > filler 2>/dev/null';
    const { stdout, stderr } = onDisk(
      files.path,
      '',
      `${full}; ${cli} render a.brief -o old.html; echo $?; ${cli} check --fix --no-cache a.brief >/dev/null; echo $?; cat old.html; echo; ls -A; cmp a.brief "${join(files.path, 'a.brief')}" && echo same`,
    );
    assert.match(
      stderr,
      /^brief: cannot write "old\.html": the disk is full\.\nbrief: cannot write "a\.brief": the disk is full\.\n/,
    );
    assert.equal(stdout, '2\n2\nold\na.brief\nfiller\nold.html\nsame\n');
  });

  it('that is read-only is named, and briefs on it are checked', () => {
    const { stdout, stderr } = onDisk(
      files.path,
      'ro',
      `${cli} render a.brief -o old.html; echo $?; ${cli} check --fix --no-cache a.brief >/dev/null; echo $?; ${cli} check a.brief | tail -1`,
    );
    assert.match(
      stderr,
      /^brief: cannot write "old\.html": the disk is read-only\.\nbrief: cannot write "a\.brief": the disk is read-only\.\n/,
    );
    assert.match(stdout, /^2\n2\n1 file checked: /);
  });
});
