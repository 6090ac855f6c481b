import assert from 'node:assert/strict';
import { applyEdits, parseBrief, renameAt, workspaceOf } from '../../../../src/core';
import { configFile } from '../../brief/config/configFile';
import { libraryOf } from '../../brief/library/library';

const USGS = 'title: Summaries\npublisher: USGS\n';

describe('Renaming a source of a library folder', () => {
  /** Each file after the rename, by its name; or why it is refused. */
  const renamed = (files: Readonly<Record<string, string>>, from: string, to: string) => {
    const folder = libraryOf(files);
    const text = `- Output rose by 4% [@{${from}}].\n`;
    const brief = parseBrief(text, { workspace: workspaceOf({ ...configFile('sources: sources/\n'), folder }) });
    const found = renameAt(brief, text.indexOf('@') + 2, to);
    assert.ok(found);
    if ('refused' in found) return found.refused;
    const [file, ...others] = found.elsewhere;
    assert.deepEqual(others, []);
    const name = decodeURIComponent((file?.newUri ?? file?.uri ?? '').replace(/^.*\//, ''));
    return { text: applyEdits(text, found.edits), [name]: applyEdits(file?.text ?? '', file?.edits ?? []) };
  };

  it('renames its file', () => {
    assert.deepEqual(renamed({ 'usgs.yaml': USGS }, 'usgs', 'usgs-2024'), {
      text: '- Output rose by 4% [@{usgs-2024}].\n',
      'usgs-2024.yaml': USGS,
    });
    assert.deepEqual(renamed({ 'usgs.md': `---\n${USGS}---\n` }, 'usgs', '郭2025'), {
      text: '- Output rose by 4% [@{郭2025}].\n',
      '郭2025.md': `---\n${USGS}---\n`,
    });
  });

  it('renames it in its file, where it is written there', () => {
    assert.deepEqual(renamed({ 'usgs.yaml': `id: "usgs"\n${USGS}` }, 'usgs', 'mcs'), {
      text: '- Output rose by 4% [@mcs].\n'.replace('@mcs', '@{mcs}'),
      'mcs.yaml': `id: "mcs"\n${USGS}`,
    });
  });

  it('writes an id that no file can be called by into it', () => {
    assert.deepEqual(renamed({ 'usgs.md': `---\n${USGS}---\n` }, 'usgs', 'doi:10.3133/mcs'), {
      text: '- Output rose by 4% [@{doi:10.3133/mcs}].\n',
      'doi-10.3133-mcs.md': `---\nid: doi:10.3133/mcs\n${USGS}---\n`,
    });
  });

  it('leaves a file its name that is called by something else, as long as no file can be called by the id', () => {
    const file = `id: doi:10.3133/mcs\n${USGS}`;
    assert.deepEqual(renamed({ 'mcs.yaml': file }, 'doi:10.3133/mcs', 'doi:10.3133/ore'), {
      text: '- Output rose by 4% [@{doi:10.3133/ore}].\n',
      'mcs.yaml': file.replace('/mcs', '/ore'),
    });
    assert.deepEqual(renamed({ 'mcs.yaml': file }, 'doi:10.3133/mcs', 'ore'), {
      text: '- Output rose by 4% [@{ore}].\n',
      'ore.yaml': `id: ore\n${USGS}`,
    });
  });

  it('overwrites no file', () => {
    assert.equal(
      renamed({ 'usgs.yaml': USGS, 'Readme.md': '# R\n' }, 'usgs', 'readme'),
      'There is already another file for "readme". Choose another name.',
    );
    assert.equal(
      renamed({ 'usgs.yaml': USGS, 'mcs.yaml': USGS }, 'usgs', 'mcs'),
      '[@mcs] is already declared, in sources/mcs.yaml. Choose another name.',
    );
  });
});
