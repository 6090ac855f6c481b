import assert from 'node:assert/strict';
import { readSourceFile } from '../../../../src/core/brief/library/readSourceFile';

const YAML = 'title: Mineral Commodity Summaries\npublisher: USGS\nquote:\n  - Output rose by 4%.\n';

describe('A file of a library folder', () => {
  const idIn = (text: string, name = 'usgs-2024.yaml') => readSourceFile(text, name)?.declaration?.id ?? null;
  const messages = (text: string, name = 'usgs-2024.yaml') =>
    readSourceFile(text, name)?.errors.map(({ message, span }) => `${text.slice(span.start, span.end)}: ${message}`);

  it('is one source, called by its name', () => {
    const read = readSourceFile(YAML, 'usgs-2024.yaml');
    assert.equal(read?.declaration?.id, 'usgs-2024');
    assert.equal(read.declaration.title?.value, 'Mineral Commodity Summaries');
    assert.deepEqual(
      read.declaration.quotes.map(({ text }) => text),
      ['Output rose by 4%.'],
    );
    assert.equal(read.writtenId, null);
    assert.deepEqual(read.errors, []);
  });

  it('may begin and end as files of YAML do, and with a byte order mark', () => {
    assert.equal(idIn(`\uFEFF%\n---\n${YAML}`.replace('%\n', '')), 'usgs-2024');
    assert.deepEqual(messages(`---\n${YAML}...\n`), []);
  });

  it('is called by its name in NFC, in which ids are compared', () => {
    assert.equal(idIn(YAML, 'mu\u0308ller-2024.yml'), 'm\u00fcller-2024');
  });

  it('has own notes below the front matter of Markdown, which are no passage', () => {
    const read = readSourceFile('---\ntitle: Ore\n---\n\nRead *chapter 2*.\n', 'ore.md');
    assert.equal(read?.declaration?.notes?.value, 'Read *chapter 2*.');
    assert.deepEqual(read.declaration.quotes, []);
  });

  it('may say its id, where that is the one of its name', () => {
    assert.deepEqual(messages(`id: usgs-2024\n${YAML}`), []);
    assert.deepEqual(messages(`id: "@usgs-2024"\n${YAML}`), []);
  });

  it('has the id that it says, and is to be called by it', () => {
    assert.equal(idIn(`id: usgs\n${YAML}`), 'usgs');
    assert.deepEqual(messages(`id: usgs\n${YAML}`), [
      'usgs: The file is called "usgs-2024.yaml", but its id is "usgs". Rename it to "usgs.yaml", or remove this line.',
    ]);
  });

  it('may have any name where no file can be called by its id', () => {
    assert.equal(idIn(`id: doi:10.3133/mcs2024\n${YAML}`, 'mcs.yaml'), 'doi:10.3133/mcs2024');
    assert.deepEqual(messages(`id: doi:10.3133/mcs2024\n${YAML}`, 'mcs.yaml'), []);
  });

  it('needs an id where its name can be none', () => {
    assert.deepEqual(messages(YAML, 'My report.yaml'), [
      'title: "My report" cannot be an id. Give the file a name such as usgs-2024, or write id: and an id above this line.',
    ]);
    assert.equal(idIn(YAML, 'My report.yaml'), null);
  });

  it('loses no more than the key that is broken', () => {
    const read = readSourceFile('title: [broken\nurl: https://example.org\n', 'a.yaml');
    assert.equal(read?.declaration?.id, 'a');
    assert.equal(read.declaration.url?.value, 'https://example.org');
    assert.equal(read.errors.length, 1);
  });

  it('has the id of its name while one is typed', () => assert.equal(idIn(`id:\n${YAML}`), 'usgs-2024'));

  for (const [what, name, text] of [
    ['a text without front matter', 'README.md', '# Readme\n'],
    ['front matter of other keys', 'note.md', '---\ndraft: true\n---\n\nA note.\n'],
    ['front matter that is not closed', 'note.md', '---\ntitle: T\n\nA note.\n'],
    ['a brief', 'brief.md', '---\ntitle: T\nsources:\n  - id: 1\n---\n'],
    ['a list of sources', 'list.yaml', 'sources:\n  - id: 1\n    title: T\n'],
    ['other YAML', 'ci.yaml', 'on: push\njobs: {}\n'],
    ['nothing', 'empty.yaml', ''],
  ] as const)
    it(`is none with ${what}`, () => assert.equal(readSourceFile(text, name), null));
});
