import assert from 'node:assert/strict';
import { type CheckOptions, checkSourceFile } from '../../../src/core';
import { unreadSourceFile } from '../../../src/core/brief/library/sourceFolder';
import { libraryOf } from '../brief/library/library';

const GOOD = 'title: Summaries\npublisher: USGS\n';

describe('The check of a file of a library folder', () => {
  const found = (files: Readonly<Record<string, string>>, name = 'a.yaml', options: CheckOptions = {}) => {
    const file = libraryOf(files).files.find((one) => one.name === name);
    assert.ok(file);
    return checkSourceFile(file, options).map(
      ({ rule, severity, span }) => `${rule} ${severity} ${file.written.slice(span.start, span.end)}`,
    );
  };

  it('finds nothing in a good one', () => assert.deepEqual(found({ 'a.yaml': GOOD }), []));

  for (const [text, expected] of [
    ['title: [broken\npublisher: P\n', 'brief/front-matter error [broken'],
    [`${GOOD}titel: T\n`, 'brief/unknown-key warning titel'],
    [`${GOOD}url: www.usgs.gov/mcs\n`, 'source/bad-url warning www.usgs.gov/mcs'],
    ['publisher: P\n', 'source/incomplete information publisher'],
    ['title: T\n', 'source/incomplete information title'],
    [`id: b\n${GOOD}`, 'brief/front-matter error b'],
    [`${GOOD}cite: passages\n`, 'brief/front-matter error passages'],
    [`id: us\u0455s\n${GOOD}`, 'text/confusable-id warning us\u0455s'],
  ] as const)
    it(`finds ${expected}`, () =>
      assert.ok(found({ 'a.yaml': text }).includes(expected), found({ 'a.yaml': text }).join()));

  it('finds it at its place in the front matter of Markdown', () =>
    assert.deepEqual(found({ 'a.md': `---\n${GOOD}titel: T\n---\n\ntitel: T\n` }, 'a.md'), [
      'brief/unknown-key warning titel',
    ]));

  it('tells of the other file with the same id, where that is written', () => {
    const files = { 'a.yaml': GOOD, 'a.yml': GOOD, 'b.yaml': `id: a\n${GOOD}` };
    assert.deepEqual(found(files), []);
    assert.deepEqual(found(files, 'a.yml'), ['source/duplicate-id error title']);
    assert.ok(found(files, 'b.yaml').includes('source/duplicate-id error a'));
    const [, second] = libraryOf(files).files;
    const [problem] = second ? checkSourceFile(second) : [];
    assert.equal(
      problem?.message,
      'Source [@a] is already declared in "sources/a.yaml". Give one of the two files another name and another id.',
    );
    assert.equal(problem.related[0]?.elsewhere?.uri, 'file:///briefs/sources/a.yaml');
  });

  it('takes the severities that are set, and comments that turn rules off', () => {
    const text = `${GOOD}titel: T\n`;
    const rules = new Map([['brief/unknown-key', 'error'] as const]);
    assert.deepEqual(found({ 'a.yaml': text }, 'a.yaml', { rules }), ['brief/unknown-key error titel']);
    const comment = '# brief-disable-next-line brief/unknown-key\n';
    assert.deepEqual(found({ 'a.yaml': `${GOOD}${comment}titel: T\n` }), []);
  });

  it('says of one that could not be read why', () => {
    const named = { path: 'sources/a.yaml', uri: 'file:///briefs/sources/a.yaml', name: 'a.yaml' };
    const file = unreadSourceFile(named, 'It is larger than 1 MB.');
    assert.deepEqual(file && checkSourceFile(file).map(({ rule, message }) => `${rule}: ${message}`), [
      'source/missing-file: This source was not read. It is larger than 1 MB.',
    ]);
    assert.equal(file?.declarations[0]?.id, 'a');
  });
});
