import assert from 'node:assert/strict';
import {
  agrees,
  canNameFile,
  fileNameFor,
  idOfFile,
  mayBeSourceFile,
} from '../../../../src/core/brief/library/sourceNames';

describe('The name of the file of a source', () => {
  it('is its id', () => {
    for (const id of ['1', 'usgs-2024', '郭2025', 'doe.critical']) assert.equal(fileNameFor(id), id);
  });

  it('has nothing that a file system refuses or takes for something else', () => {
    assert.equal(fileNameFor('doi:10.3133/mcs2024'), 'doi-10.3133-mcs2024');
    assert.equal(fileNameFor('con'), 'con-');
    assert.equal(fileNameFor('NUL.x'), 'NUL-.x');
    assert.equal(fileNameFor('com¹ .x'), 'com¹- .x');
    assert.equal(fileNameFor('a\ud83d'), 'a-');
    assert.equal(fileNameFor('..'), '-');
    assert.equal(fileNameFor('.git'), '-git');
    assert.equal(fileNameFor('a.'), 'a-');
    assert.equal(fileNameFor('a\u202eb'), 'a-b');
    assert.equal(fileNameFor('x.brief'), 'x-');
  });

  it('is no longer than file systems take', () => {
    assert.equal(fileNameFor('a'.repeat(300)).length, 240);
    assert.equal(fileNameFor('郭'.repeat(200)).length, 80);
    assert.ok(!canNameFile('郭'.repeat(200)));
    assert.equal(fileNameFor(`${'a'.repeat(238)}. b`), `${'a'.repeat(238)}-`);
    assert.equal(fileNameFor(`a${'𠀀'.repeat(70)}`), `a${'𠀀'.repeat(59)}`);
  });

  it('agrees with an id that no file can be called by', () => {
    assert.ok(agrees('usgs', 'usgs.yaml'));
    assert.ok(!agrees('usgs', 'usgs-2024.yaml'));
    assert.ok(agrees('doi:10.1/x', 'anything.yaml'));
    assert.equal(idOfFile('doe.critical.yaml'), 'doe.critical');
  });

  it('is none of a hidden file, a draft, a brief or another kind of file', () => {
    assert.ok(mayBeSourceFile('a.yaml') && mayBeSourceFile('a.yml') && mayBeSourceFile('a.md'));
    for (const name of ['.a.yaml', '_a.yaml', 'a.brief.md', 'a.txt', 'yaml']) assert.ok(!mayBeSourceFile(name), name);
  });
});
