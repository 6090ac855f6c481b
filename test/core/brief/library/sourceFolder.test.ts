import assert from 'node:assert/strict';
import { checkBrief, hoverAt, parseBrief, toPlainText, workspaceOf } from '../../../../src/core';
import { citedCopies } from '../../../../src/core/brief/library/citedCopies';
import { configFile } from '../config/configFile';
import { libraryOf } from './library';

const BRIEF = '# Ore\n\n- Output rose by 4% in 2024 [@usgs].\n';

describe('A library folder', () => {
  const briefWith = (files: Readonly<Record<string, string>>, text = BRIEF) =>
    parseBrief(text, { workspace: workspaceOf({ ...configFile('sources: sources/\n'), folder: libraryOf(files) }) });
  const USGS = 'title: Summaries\npublisher: USGS\nquote: Output rose by 4% in 2024.\n';

  it('has its files in the order of their names', () => {
    const { files } = libraryOf({ 'b.yaml': USGS, 'a.md': '---\ntitle: A\n---\n', 'README.md': '# R\n' });
    assert.deepEqual(
      files.map(({ path }) => path),
      ['sources/a.md', 'sources/b.yaml'],
    );
  });

  it('has no source in the local copy of one', () => {
    const copy = '---\ntitle: As it was clipped\n---\n\nOutput rose.\n';
    const { files } = libraryOf({ 'a.yaml': 'title: A\ntext: ./copy.md\n', 'copy.md': copy });
    assert.deepEqual(
      files.map(({ name }) => name),
      ['a.yaml'],
    );
  });

  it('has what every brief may cite and need not', () => {
    const brief = briefWith({ 'usgs.yaml': USGS, 'other.yaml': USGS });
    assert.deepEqual(checkBrief(brief), []);
    assert.deepEqual(
      brief.sources.map(({ id }) => id),
      ['other', 'usgs'],
    );
  });

  it('holds of two files of one id the one that is called by it', () => {
    const brief = briefWith({ 'a.yaml': `id: usgs\n${USGS.replace('Summaries', 'Other')}`, 'usgs.yaml': USGS });
    assert.deepEqual(
      brief.sources.map(({ id, title }) => `${id}: ${title?.value}`),
      ['usgs: Summaries'],
    );
  });

  it('has own notes, which the hover of a citation shows', () => {
    const notes = { 'usgs.md': `---\n${USGS}---\n\nSee *chapter 2*.\n` };
    const shown = toPlainText(hoverAt(briefWith(notes), BRIEF.indexOf('usgs'))?.content ?? []);
    assert.match(shown, /Own notes\nSee \*chapter 2\*\./);
  });

  it('has the local copies read of what a brief cites', () => {
    const files = { 'usgs.yaml': `${USGS}text: usgs.txt\n`, 'other.yaml': `${USGS}text: other.txt\n` };
    assert.deepEqual(citedCopies(briefWith(files)), {
      base: 'file:///briefs',
      folder: 'sources',
      copies: [{ path: 'usgs.txt', namedIn: 'file:///briefs/sources/usgs.yaml' }],
    });
    assert.equal(citedCopies(briefWith(files, '# Ore\n')), null);
  });
});
