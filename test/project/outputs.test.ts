import assert from 'node:assert/strict';
import { OUTPUT_FORMATS, OUTPUTS } from '../../src/core/page/exporting/outputs';
import { read } from './files';
import { manifestIn } from './manifest';

describe('What a brief can be exported to', () => {
  it('is the table of the page of the command line, in its order', () => {
    const [, table = ''] = /\| `--to` \|.*\n\| --- \| --- \|\n((?:\|.*\n)*)/.exec(read('docs/command-line.md')) ?? [];
    const named = [...table.matchAll(/^\| `([^`]+)` \|/gm)].map(([, name]) => name);
    assert.deepEqual(named, OUTPUT_FORMATS);
  });

  it('has commands that the manifest names after it', () => {
    type Manifest = { contributes: { commands: readonly { command: string; title: string }[] } };
    const { commands } = manifestIn<Manifest>().contributes;
    const exporting = commands.filter(({ title }) => title.startsWith('Export as '));
    const expected = Object.values(OUTPUTS).flatMap(({ command, name }) =>
      command === undefined ? [] : [`${command}: Export as ${name}`],
    );
    assert.deepEqual(
      exporting.map(({ command, title }) => `${command}: ${title}`),
      expected,
    );
  });
});
