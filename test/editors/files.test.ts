import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parse } from 'yaml';
import { filesBelow } from '../project/files';
import { editorFolder, versionOf } from './drive';

const read = (path: string) => readFileSync(path, 'utf8');
const PAGES = ['docs/editors.md', 'docs/zh-cn/editors.md'];
/** To copy as they are. The plugin for Obsidian is built. */
const FILES = filesBelow('editors', '').filter((path) => !path.startsWith('editors/obsidian/'));
/** A link to a file, and the block of code behind it. */
const FILE_AND_CODE = /^(\[`(editors\/[^`]+)`\]\([^)]*\)\n\n```\w*\n)(.*?)(?=^```$)/gms;

describe('The files for other editors', () => {
  it('are on the page about them, which npm run generate writes', () => {
    for (const page of PAGES) {
      const text = read(page);
      const written = text.replace(FILE_AND_CODE, (_all, head: string, path: string) => head + read(path));
      if (process.env['UPDATE']) writeFileSync(page, written);
      assert.equal(read(page), written, page);
      const shown = [...text.matchAll(FILE_AND_CODE)].map(([, , path = '']) => path);
      const there = FILES;
      assert.deepEqual(shown.sort(), there.sort(), page);
    }
  });

  it('start the server in the same way', () => {
    const starting = FILES.filter((path) => read(path).includes('--stdio'));
    assert.equal(starting.length, 7);
    for (const path of starting) {
      const text = read(path);
      const commands = text.match(/\bbrief(?:\.cmd)?\b[^\n]*?(?:\n[^\n]*?)?\blsp\b\W+(?:into\W+)?--stdio/g) ?? [];
      if (!path.endsWith('.rs')) assert.equal(commands.length, text.split('--stdio').length - 1, path);
    }
  });

  it('are JSON and YAML where they are called so', () => {
    for (const path of FILES.filter((each) => /\.(?:json|sublime-settings)$/.test(each)))
      assert.doesNotThrow(() => JSON.parse(read(path)), path);
    const syntax: Record<string, unknown> = parse(read('editors/sublime/Brief.sublime-syntax'));
    assert.deepEqual(syntax['file_extensions'], ['brief', 'brief.md']);
    assert.equal(syntax['scope'], 'text.brief');
  });

  it('give JetBrains a template with a command for each system, and the language id', () => {
    const template = JSON.parse(read('editors/jetbrains/brief/template.json'));
    assert.deepEqual(Object.keys(template.programArgs), ['default', 'windows']);
    assert.deepEqual(template.fileTypeMappings[0].fileType.patterns, ['*.brief', '*.brief.md']);
    assert.equal(template.fileTypeMappings[0].languageId, 'brief');
  });

  it('make a brief a brief in Kakoune', function () {
    if (versionOf('kak', '-version') === null) this.skip();
    const folder = editorFolder();
    const file = join(folder.path, 'seen');
    const commands = `source ${resolve('editors/kakoune/brief.kak')}; edit supply.brief.md; echo -to-file ${file} %opt{filetype}; quit!`;
    const { stderr } = spawnSync('kak', ['-n', '-ui', 'dummy', '-e', commands], {
      cwd: folder.path,
      encoding: 'utf8',
      timeout: 20_000,
    });
    assert.equal(folder.read('seen'), 'brief', stderr);
    folder.remove();
  });
});
