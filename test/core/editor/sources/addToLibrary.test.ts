import assert from 'node:assert/strict';
import {
  addSource,
  applyEdits,
  checkBrief,
  checkSourceFile,
  citationChoices,
  parseBrief,
  pasteUrl,
  workspaceOf,
} from '../../../../src/core';
import type { Fix } from '../../../../src/core/base/problem';
import { readSourceFile } from '../../../../src/core/brief/library/readSourceFile';
import { configFile } from '../../brief/config/configFile';
import { libraryOf } from '../../brief/library/library';

const TEXT = '# Ore\n\n- Output rose by 4%.\n- Prices fell by 3%.\n';
const USGS = 'title: Summaries\npublisher: USGS\npublished: 2024\nurl: https://example.org/mcs\n';

const briefWith = (files: Readonly<Record<string, string>>, text = TEXT) =>
  parseBrief(text, { workspace: workspaceOf({ ...configFile('sources: sources/\n'), folder: libraryOf(files) }) });
const at = (text: string, words: string) => ({ start: text.indexOf(words), end: text.indexOf(words) });
const nameOf = (uri: string | undefined) => decodeURIComponent((uri ?? '').replace(/^.*\/sources\//, ''));

describe('Adding a source where there is a library', () => {
  const add = (
    files: Readonly<Record<string, string>>,
    written: string,
    fields: Parameters<typeof addSource>[2] = {},
  ) => {
    const added = addSource(briefWith(files), written, fields, { selection: at(TEXT, 'rose') });
    assert.ok(added.kind === 'added');
    return added;
  };

  it('makes a file of it, and cites it where the cursor is', () => {
    const added = add({}, '', {
      title: 'Ore: a primer',
      authors: ['Ada Müller'],
      published: '2024-05-01',
      publisher: 'P',
    });
    assert.equal(nameOf(added.file?.uri), 'muller-2024.yaml');
    assert.equal(
      added.file?.text,
      'title: "Ore: a primer"\nauthors: Ada Müller\npublisher: P\npublished: 2024-05-01\n',
    );
    assert.equal(added.text, TEXT.replace('4%.', '4% [@muller-2024].'));
    assert.ok(added.text.slice(0, added.title.start).endsWith('[@muller-2024]'), 'the cursor is behind it');
    assert.equal(added.title.end, added.title.start);
    assert.equal(added.file.title, null);
  });

  it('selects the title in the file where it is not known', () => {
    const { file, citation } = add({}, 'https://www.usgs.gov/mcs');
    assert.equal(citation, '[@usgs]');
    assert.equal(file?.text, 'title: Title of the source\nurl: https://www.usgs.gov/mcs\n');
    assert.equal(file.text.slice(file.title?.start, file.title?.end), 'Title of the source');
  });

  it('cuts no character in two where a name is long', () => {
    const added = add({}, '', { title: 'T', authors: [`a${'𠀀'.repeat(30)}`] });
    assert.equal(nameOf(added.file?.uri), `a${'𠀀'.repeat(19)}.yaml`);
  });

  it('takes a key that nothing has: no source, no citation and no file, in whatever case', () => {
    const fields = { title: 'T', publisher: 'USGS', published: '2024' };
    assert.equal(nameOf(add({ 'usgs-2024.yaml': USGS }, '', fields).file?.uri), 'usgs-2024b.yaml');
    assert.equal(nameOf(add({ 'USGS-2024.md': '# Readme\n' }, '', fields).file?.uri), 'usgs-2024b.yaml');
    const cited = addSource(briefWith({}, '- A [@usgs-2024].\n'), '', fields);
    assert.equal(cited.kind === 'added' && nameOf(cited.file?.uri), 'usgs-2024b.yaml');
    assert.equal(nameOf(add({}, '', { title: '稀土', authors: ['郭'], published: '2025' }).file?.uri), '郭2025.yaml');
  });

  it('writes a file that is read as what it was made of', () => {
    const fields = {
      title: '@Ore # 1: "A" - [b]',
      authors: ['A, B', 'true'],
      publisher: 'null',
      doi: '10.1/x',
      language: 'no',
      accessed: '2026-01-02',
    };
    const { file, citation } = add({}, '', fields);
    const read = readSourceFile(file?.text ?? '', nameOf(file?.uri));
    assert.deepEqual(read?.errors, []);
    assert.equal(`[@${read.declaration?.id}]`, citation);
    assert.equal(read.declaration?.title?.value, fields.title);
    assert.deepEqual(
      read.declaration.authors.map(({ value }) => value),
      fields.authors,
    );
    assert.equal(read.declaration.language?.value, 'no');
  });

  it('has its local copy moved to the library, unless it is there', () => {
    const fields = { title: 'T', publisher: 'P', published: '2024', text: 'web/page 1.md' };
    const moved = add({}, '', fields).file;
    assert.match(moved?.text ?? '', /\ntext: copies\/p-2024\.md\n$/);
    assert.equal(moved?.copyTo, 'file:///briefs/sources/copies/p-2024.md');
    const there = addSource(briefWith({}), '', fields, { copyInLibrary: 'page.md' });
    assert.ok(there.kind === 'added');
    assert.match(there.file?.text ?? '', /\ntext: page\.md\n$/);
    assert.equal(there.file?.copyTo, null);
  });

  it('finds the one that has the address already', () => {
    const known = addSource(briefWith({ 'usgs.yaml': USGS }), 'http://example.org/mcs/');
    assert.deepEqual(known, {
      kind: 'known',
      citation: '[@usgs]',
      span: { start: 0, end: 5 },
      uri: 'file:///briefs/sources/usgs.yaml',
      cite: null,
    });
  });

  it('is cited in an empty bracket around the cursor, also where no insight is', () => {
    const text = '## Ore []\n';
    const added = addSource(briefWith({ 'usgs.yaml': USGS }, text), 'Ore', {}, { selection: { start: 8, end: 8 } });
    assert.ok(added.kind === 'added' && added.file);
    assert.equal(added.text, `## Ore ${added.citation}\n`);
    assert.deepEqual(added.title, { start: added.text.length - 1, end: added.text.length - 1 });
  });

  it('cites nothing where no insight is', () => {
    const added = addSource(briefWith({}), 'Ore', {}, { selection: at(TEXT, '\n') });
    assert.ok(added.kind === 'added');
    assert.deepEqual(added.edits, []);
  });

  it('stays in a brief that numbers its sources', () => {
    const numbered = `${TEXT}\n## Sources\n\n- [1] One, https://a.example\n`;
    const added = addSource(briefWith({ 'usgs.yaml': USGS }, numbered), 'https://b.example/x');
    assert.ok(added.kind === 'added');
    assert.equal(added.file, undefined);
  });

  it('is offered beside the sources that can be cited', () => {
    const offered = citationChoices(briefWith({ 'usgs.yaml': USGS }), at(TEXT, 'rose'))?.newSource;
    assert.equal(nameOf(offered?.file?.uri), 'source.yaml');
    assert.equal(applyEdits(TEXT, offered?.edits ?? []), TEXT.replace('4%.', '4% [@source].'));
  });
});

function fixesOf(rule: string, text: string, files: Readonly<Record<string, string>> = {}): readonly Fix[] {
  return checkBrief(briefWith(files, text)).flatMap((problem) =>
    problem.rule === rule ? (problem.fixes?.() ?? []) : [],
  );
}

describe('A quick fix that declares a source where there is a library', () => {
  const declare = (id: string, files: Readonly<Record<string, string>> = {}, rest = '') => {
    const fixes = fixesOf('citation/unknown-source', `- Output rose by 4% [${id}].\n${rest}`, files);
    return fixes.find(({ title }) => title.startsWith('Declare'));
  };
  /** The name of the file that is made, and what it says. */
  const made = (...asked: Parameters<typeof declare>) => {
    const file = declare(...asked)?.inLibrary?.file;
    return file && [nameOf(file.uri), file.text];
  };

  it('makes a file that is called by its id, and changes the brief where no file can be made', () => {
    assert.deepEqual(made('@usgs-2024'), ['usgs-2024.yaml', 'title:\n']);
    assert.deepEqual(made('@郭2025'), ['郭2025.yaml', 'title:\n']);
    const fix = declare('@usgs-2024');
    assert.deepEqual(fix?.inLibrary?.edits, []);
    assert.match(fix.edits[0]?.newText ?? '', /sources:\n {2}- id: usgs-2024\n/);
  });

  it('writes into the file the id that no file can be called by', () => {
    assert.deepEqual(made('@usgs:10.3133/mcs'), ['usgs-10.3133-mcs.yaml', 'id: usgs:10.3133/mcs\ntitle:\n']);
    assert.deepEqual(made('@con'), ['con-.yaml', 'id: con\ntitle:\n']);
  });

  it('makes a file that declares what is cited, and says there that its title is missing', () => {
    for (const id of ['usgs', 'usgs:10.3133/mcs', 'no', 'con']) {
      const [name = '', text = ''] = made(`@${id}`) ?? [];
      const folder = libraryOf({ [name]: text });
      assert.deepEqual(fixesOf('citation/unknown-source', `- It rose by 4% [@${id}].\n`, { [name]: text }), [], id);
      const [file] = folder.files;
      assert.ok(file);
      assert.deepEqual(
        checkSourceFile(file).map(({ rule }) => rule),
        ['source/incomplete'],
      );
    }
  });

  it('leaves to the brief what is a number, what a file is called already, and all where it numbers its sources', () => {
    assert.equal(declare('7')?.inLibrary, undefined);
    assert.equal(declare('@usgs', { 'USGS.md': '# Readme\n' })?.inLibrary, undefined);
    assert.equal(declare('@usgs', {}, '\n## Sources\n\n- [1] One. https://a.example\n')?.inLibrary, undefined);
    assert.ok(declare('@usgs', { 'USGS.md': '# Readme\n' })?.edits.length);
  });

  it('makes a file of the new source that an insight is to cite', () => {
    const fix = fixesOf('citation/missing', '- Output rose by 4%.\n').find(({ title }) => title.startsWith('Add'));
    assert.equal(nameOf(fix?.inLibrary?.file.uri), 'source.yaml');
    assert.deepEqual(
      fix?.inLibrary?.edits.map(({ newText }) => newText),
      [' [@source]'],
    );
  });
});

describe('A link that carries a claim where there is a library', () => {
  it('becomes a file of its own that the insight cites', () => {
    const text = '- Output [rose by 4%](https://www.usgs.gov/mcs?utm_source=x).\n';
    const [fix] = fixesOf('citation/inline-link', text, { 'usgs.yaml': USGS });
    assert.equal(fix?.title, 'Make it source [@usgsb]');
    assert.equal(nameOf(fix.inLibrary?.file.uri), 'usgsb.yaml');
    assert.equal(fix.inLibrary?.file.text, 'title: rose by 4%\nurl: https://www.usgs.gov/mcs\n');
    const brief = briefWith({ 'usgs.yaml': USGS }, text);
    assert.equal(applyEdits(brief.text, fix.inLibrary?.edits ?? []), '- Output rose by 4% [@usgsb].\n');
    // Where no file can be made, the brief has it under the same id.
    assert.match(applyEdits(brief.text, fix.edits), /- id: usgsb\n[\s\S]*4% \[@usgsb\]\./);
  });
});

describe('An address that is pasted where there is a library', () => {
  const paste = (text: string, files: Readonly<Record<string, string>> = {}) => {
    const end = text.indexOf('%.') + 2;
    const [choice] = pasteUrl(briefWith(files, text), { start: end, end }, 'https://www.usgs.gov/mcs?utm_source=x');
    return { text: applyEdits(text, choice?.edits ?? []), file: choice?.file };
  };

  it('becomes a file of its own that the insight cites', () => {
    const { text, file } = paste('- Output rose by 4%.\n', { 'usgs.yaml': USGS });
    assert.equal(text, '- Output rose by 4% [@usgsb].\n');
    assert.equal(nameOf(file?.uri), 'usgsb.yaml');
    assert.equal(file?.text, 'title:\nurl: https://www.usgs.gov/mcs\n');
  });

  it('stays in a brief that numbers its sources', () => {
    const { text, file } = paste('- Output rose by 4%.\n\n## Sources\n\n- [1] One, https://a.example\n');
    assert.equal(file, undefined);
    assert.match(text, /4% \[2\]\.[\s\S]*- \[2\] /);
  });
});
